package org.adequal.chart;

import java.util.List;

/** How a line is broken, so that lines are told apart without their colours too. */
public enum Dash {
    SOLID(),
    DASHED(7, 4),
    DOTTED(1.5, 3),
    DASH_DOTTED(8, 3, 1.5, 3);

    @SuppressWarnings("ImmutableEnumChecker") // a list made by List.of
    private final List<Double> lengths;

    Dash(double... lengths) {
        this.lengths = java.util.Arrays.stream(lengths).boxed().toList();
    }

    /** Lengths of strokes and gaps in turn, in multiples of the line's width; none for an unbroken line. */
    public List<Double> lengths() {
        return lengths;
    }

    /** The dash of the n-th curve of a chart, counted from 0. */
    public static Dash ofSeries(int index) {
        return values()[Math.floorMod(index, values().length)];
    }
}
