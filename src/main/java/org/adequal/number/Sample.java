package org.adequal.number;

/**
 * One evaluation of a function: the value and how far rounding may have moved it.
 *
 * @param value the value, NaN or infinite where the function has none that a double can hold
 * @param noise an absolute bound of |computed value - true value|, at least 0; infinite where nothing is known
 */
public record Sample(double value, double noise) {

    /** The answer of a function at a point outside its domain. */
    public static final Sample OUTSIDE = new Sample(Double.NaN, 0);

    /** Refuses a noise that is negative or NaN. */
    public Sample {
        if (!(noise >= 0)) {
            throw new IllegalArgumentException("a noise bound is at least 0, not " + noise);
        }
    }

    /** A value that came out of arithmetic with about one rounding: noise 2^-52 |value|. */
    public static Sample rounded(double value) {
        return new Sample(value, Double.isFinite(value) ? Doubles.EPSILON * Math.abs(value) + Double.MIN_VALUE : 0);
    }

    /** Whether there is a finite value here; false outside the domain, at poles and where the value overflows. */
    public boolean isDefined() {
        return Double.isFinite(value);
    }

    /** The same value, at least as noisy as given. */
    Sample withNoiseAtLeast(double floor) {
        return isDefined() && floor > noise ? new Sample(value, floor) : this;
    }
}
