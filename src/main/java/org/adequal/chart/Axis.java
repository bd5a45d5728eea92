package org.adequal.chart;

import org.jspecify.annotations.Nullable;

/**
 * An axis of a chart.
 *
 * @param label what it measures
 * @param range what it shows; null for what there is to show
 */
public record Axis(String label, Scale scale, @Nullable Range range) {

    /** How numbers become lengths. */
    public enum Scale {
        LINEAR,
        /** Only numbers above zero have a place. */
        LOGARITHMIC;

        boolean shows(double value) {
            return this == LINEAR || value > 0;
        }

        /** The number as a length from some origin. */
        double length(double value) {
            return this == LINEAR ? value : Math.log10(value);
        }

        double value(double length) {
            return this == LINEAR ? length : Math.pow(10, length);
        }
    }

    /** A linear axis that shows what there is. */
    public static Axis of(String label) {
        return new Axis(label, Scale.LINEAR, null);
    }

    public static Axis of(String label, double from, double to) {
        return new Axis(label, Scale.LINEAR, new Range(from, to));
    }

    /** A logarithmic axis that shows what there is. */
    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC, null);
    }
}
