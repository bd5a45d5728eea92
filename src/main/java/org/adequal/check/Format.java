package org.adequal.check;

import java.util.Locale;

import org.adequal.number.Rational;

/** A format of binary floating-point numbers. */
public enum Format {
    /** Double precision. */
    F64(0x1p-53, Double.MIN_NORMAL, Double.MIN_VALUE) {
        @Override
        public double nearest(double value) {
            return value;
        }

        @Override
        public double ulp(double value) {
            return Math.ulp(value);
        }
    },
    /** Single precision. */
    F32(0x1p-24, Float.MIN_NORMAL, Float.MIN_VALUE) {
        @Override
        public double nearest(double value) {
            return (float) value;
        }

        @Override
        public double ulp(double value) {
            return Math.ulp(Math.clamp((float) value, -Float.MAX_VALUE, Float.MAX_VALUE));
        }
    };

    private final double roundoff;
    private final double smallestNormal;
    private final double smallest;

    Format(double roundoff, double smallestNormal, double smallest) {
        this.roundoff = roundoff;
        this.smallestNormal = smallestNormal;
        this.smallest = smallest;
    }

    /** The number of this format nearest to a double; infinite where there is none. */
    public abstract double nearest(double value);

    /** The distance of the format's numbers at this magnitude; at the largest, where the format ends below it. */
    public abstract double ulp(double value);

    /** The largest relative error of one rounding. */
    public double roundoff() {
        return roundoff;
    }

    /** The smallest positive number of full precision. */
    public double smallestNormal() {
        return smallestNormal;
    }

    /** The smallest positive number. */
    public double smallest() {
        return smallest;
    }

    /** Whether the number is one of the format's. */
    boolean holds(Rational value) {
        double nearest = nearest(value.doubleValue());
        return Double.isFinite(nearest) && Rational.of(nearest).equals(value);
    }

    /** {@code f64}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
