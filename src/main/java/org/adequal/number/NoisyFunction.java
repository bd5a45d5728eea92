package org.adequal.number;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of one real variable whose values come with a bound of their noise, and which says where it is undefined.
 *
 * <p>{@code NoisyFunction.rounded(Math::sin)}; for a formula the caller supplies the running error bound:
 * {@code t -> new Sample(value(t), bound(t))}.
 */
@FunctionalInterface
public interface NoisyFunction {

    /** The value and its noise at t; a value that is not finite means outside the domain. */
    Sample at(double t);

    /** A function taken to be as good as one rounding: noise 2^-52 |f|. Too small where f cancels inside. */
    static NoisyFunction rounded(DoubleUnaryOperator f) {
        return t -> Sample.rounded(f.applyAsDouble(t));
    }

    /**
     * A function about which nothing is known: the larger of 2^-52 |f| and the noise measured around x. The
     * measurement evaluates f some ten times, at once.
     */
    static NoisyFunction blackBox(DoubleUnaryOperator f, double x) {
        return rounded(f).noisyAs(NoiseEstimate.around(f, x));
    }

    /** A function whose noise bound is known, as that of a formula. */
    static NoisyFunction withNoise(DoubleUnaryOperator f, DoubleUnaryOperator noise) {
        return t -> {
            double value = f.applyAsDouble(t);
            return Double.isFinite(value) ? new Sample(value, noise.applyAsDouble(t)) : Sample.OUTSIDE;
        };
    }

    /** This function, at least as noisy as was measured; unchanged where the measurement found nothing. */
    default NoisyFunction noisyAs(NoiseEstimate measured) {
        double floor = measured.bound().orElse(0);
        return t -> at(t).withNoiseAtLeast(floor);
    }
}
