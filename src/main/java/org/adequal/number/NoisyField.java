package org.adequal.number;

import java.util.function.ToDoubleFunction;

/**
 * A function of several real variables whose values come with a bound of their noise.
 *
 * <p>Points given to it are fresh copies: whatever the function does to them, no caller's array changes.
 */
@FunctionalInterface
public interface NoisyField {

    /** By how much the rounding of a point is magnified to make its effect visible. */
    double MAGNIFIED = 0x1p20;

    /** The value and its noise at a point; a value that is not finite means outside the domain. */
    Sample at(double[] point);

    /** A function taken to be as good as one rounding: noise 2^-52 |f|. */
    static NoisyField rounded(ToDoubleFunction<double[]> f) {
        return point -> Sample.rounded(f.applyAsDouble(point));
    }

    /** A function about which nothing is known: the larger of 2^-52 |f| and the noise measured around the point. */
    static NoisyField blackBox(ToDoubleFunction<double[]> f, double[] point) {
        double floor = NoiseEstimate.around(f, point).bound().orElse(0);
        return p -> rounded(f).at(p).withNoiseAtLeast(floor);
    }

    /** The function of one coordinate (its value, not an offset), the others held at the point. */
    default NoisyFunction alongAxis(double[] point, int axis) {
        double[] held = point.clone();
        return t -> {
            double[] moved = held.clone();
            moved[axis] = t;
            return at(moved);
        };
    }

    /**
     * t -> f(point + t direction). Where a coordinate had to be rounded, the effect of this on f is measured with
     * one more evaluation and counted as noise.
     */
    default NoisyFunction along(double[] point, double[] direction) {
        if (point.length != direction.length) {
            throw new IllegalArgumentException(
                    "a point of " + point.length + " coordinates, a direction of " + direction.length);
        }
        double[] from = point.clone();
        double[] towards = direction.clone();
        return t -> {
            double[] moved = new double[from.length];
            double[] magnified = new double[from.length];
            boolean exact = true;
            for (int i = 0; i < moved.length; i++) {
                double step = t * towards[i];
                moved[i] = from[i] + step;
                double rest = Doubles.sumError(from[i], step) + Math.fma(t, towards[i], -step);
                exact &= rest == 0;
                magnified[i] = moved[i] + MAGNIFIED * rest;
            }
            Sample sample = at(moved.clone());
            if (exact || !sample.isDefined()) {
                return sample;
            }
            Sample other = at(magnified);
            double effect = other.isDefined() ? Math.abs(other.value() - sample.value()) / MAGNIFIED : 0;
            return new Sample(sample.value(), sample.noise() + effect);
        };
    }
}
