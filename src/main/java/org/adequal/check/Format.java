package org.adequal.check;

import java.util.Locale;

import org.adequal.number.Rational;
import org.adequal.number.interval.Dyadic;

/** A format of binary floating-point numbers. */
public enum Format {
    /** Double precision. */
    F64(0x1p-53, Double.MIN_NORMAL, Double.MIN_VALUE, Double.MAX_VALUE) {
        @Override
        public double nearest(double value) {
            return value;
        }

        @Override
        public double nearest(Dyadic value) {
            return value.doubleValue();
        }

        @Override
        public double ulp(double value) {
            return Math.ulp(Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE));
        }
    },
    /** Single precision. */
    F32(0x1p-24, Float.MIN_NORMAL, Float.MIN_VALUE, Float.MAX_VALUE) {
        @Override
        public double nearest(double value) {
            return (float) value;
        }

        @Override
        public double nearest(Dyadic value) {
            double below = value.doubleDown();
            double above = value.doubleUp();
            float low = (float) below;
            float high = (float) above;
            // between two doubles the number is on one side of the middle of two floats, which is a double
            return low == high || below != ((double) low + high) / 2 ? low : high;
        }

        @Override
        public double ulp(double value) {
            return Math.ulp(Math.clamp((float) value, -Float.MAX_VALUE, Float.MAX_VALUE));
        }
    };

    private final double roundoff;
    private final double smallestNormal;
    private final double smallest;
    private final double largest;

    Format(double roundoff, double smallestNormal, double smallest, double largest) {
        this.roundoff = roundoff;
        this.smallestNormal = smallestNormal;
        this.smallest = smallest;
        this.largest = largest;
    }

    /** The number of this format nearest to a double; infinite where there is none. */
    public abstract double nearest(double value);

    /** The number of this format nearest to an exact one; infinite where that is too large. */
    public abstract double nearest(Dyadic value);

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

    /** The largest finite number. */
    public double largest() {
        return largest;
    }

    /** Whether the number is one of the format's. */
    public boolean holds(Rational value) {
        double nearest = nearest(value.doubleValue());
        return Double.isFinite(nearest) && Rational.of(nearest).equals(value);
    }

    /** {@code f64}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
