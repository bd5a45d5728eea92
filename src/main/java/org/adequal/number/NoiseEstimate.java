package org.adequal.number;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The noise of a function near a point, measured by ECnoise: J. Moré, S. Wild, Estimating Computational Noise, SIAM
 * J. Sci. Comput. 33 (2011).
 *
 * <p>Differences of high order of a smooth function at close points vanish; what remains is noise.
 *
 * @param level the standard deviation of the noise, absolute; empty where no step gave a consistent answer
 * @param evaluations how many times the function was evaluated
 */
public record NoiseEstimate(OptionalDouble level, int evaluations) {

    private static final int POINTS = 9;
    private static final int TRIES = 6;

    /** The steps are whole numbers of the spacing of doubles at x, so that every point is exact; odd, about 2^26.5. */
    private static final double FIRST_STEP = 94_906_267;

    /** An error of one rounding is spread evenly over +-sqrt(3) standard deviations. */
    private static final double DEVIATIONS = 2;

    /** A noise bound for use in error bounds: two standard deviations. */
    public OptionalDouble bound() {
        return level.isPresent() ? OptionalDouble.of(DEVIATIONS * level.getAsDouble()) : level;
    }

    /** The noise of f near x; nothing where f is undefined nearby. */
    public static NoiseEstimate around(DoubleUnaryOperator f, double x) {
        double spacing = spacing(x);
        return search(units -> f.applyAsDouble(x + units * spacing));
    }

    /** The noise of f near a point, all coordinates moved together; the array is not changed. */
    public static NoiseEstimate around(ToDoubleFunction<double[]> f, double[] point) {
        double[] centre = point.clone();
        return search(units -> {
            double[] moved = new double[centre.length];
            for (int i = 0; i < moved.length; i++) {
                moved[i] = centre[i] + (i % 2 == 0 ? units : -units) * spacing(centre[i]);
            }
            return f.applyAsDouble(moved);
        });
    }

    private static double spacing(double x) {
        return x == 0 ? Doubles.EPSILON : Math.ulp(x);
    }

    private static NoiseEstimate search(DoubleUnaryOperator f) {
        double step = FIRST_STEP;
        double tooSmall = 0;
        double tooLarge = Double.POSITIVE_INFINITY;
        int evaluations = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double[] values = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                values[i] = f.applyAsDouble(step * (i - POINTS / 2));
            }
            evaluations += POINTS;
            switch (judge(values)) {
                case Judged(double level) -> {
                    return new NoiseEstimate(OptionalDouble.of(level), evaluations);
                }
                case StepTooLarge() -> tooLarge = step;
                case StepTooSmall() -> tooSmall = step;
            }
            if (tooSmall == 0) {
                step = Math.rint(tooLarge / 100);
            } else if (Double.isInfinite(tooLarge)) {
                step = 100 * tooSmall;
            } else {
                step = Math.rint(Math.sqrt(tooSmall * tooLarge));
            }
            if (step < 1) {
                break;
            }
        }
        return new NoiseEstimate(OptionalDouble.empty(), evaluations);
    }

    /** What equally spaced values tell. */
    sealed interface Judgement {}

    record Judged(double level) implements Judgement {}

    record StepTooLarge() implements Judgement {}

    record StepTooSmall() implements Judgement {}

    /**
     * The noise of equally spaced values. The first order k of differences counts for which the levels k, k + 1 and
     * k + 2 agree within a factor of 4 and the differences change sign.
     */
    static Judgement judge(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return new StepTooLarge();
            }
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (most - least > 0.1 * Math.max(Math.abs(most), Math.abs(least))) {
            return new StepTooLarge();
        }
        double[] difference = values.clone();
        double[] level = new double[values.length];
        boolean[] changesSign = new boolean[values.length];
        double gamma = 1;
        for (int k = 1; k < values.length; k++) {
            int count = values.length - k;
            double squares = 0;
            int zeros = 0;
            boolean negative = false;
            boolean positive = false;
            for (int i = 0; i < count; i++) {
                difference[i] = difference[i + 1] - difference[i];
                squares += difference[i] * difference[i];
                zeros += difference[i] == 0 ? 1 : 0;
                negative |= difference[i] < 0;
                positive |= difference[i] > 0;
            }
            if (k == 1 && zeros >= values.length / 2.0) {
                return new StepTooSmall();
            }
            gamma *= 0.5 * k / (2 * k - 1); // (k!)^2 / (2k)!
            level[k] = Math.sqrt(gamma * squares / count);
            changesSign[k] = negative && positive;
        }
        for (int k = 1; k + 2 < values.length; k++) {
            double low = Math.min(level[k], Math.min(level[k + 1], level[k + 2]));
            double high = Math.max(level[k], Math.max(level[k + 1], level[k + 2]));
            if (high <= 4 * low && changesSign[k]) {
                return new Judged(level[k]);
            }
        }
        return new StepTooLarge();
    }
}
