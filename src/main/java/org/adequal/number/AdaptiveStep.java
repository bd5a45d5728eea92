package org.adequal.number;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One difference of p points whose step minimises an estimated bound of its error, as in FiniteDifferences.jl.
 *
 * <p>With C1 = noise sum|c_i| and C2 = M sum|c_i g_i^p|/p!, where M is the magnitude of the p-th derivative around x
 * (estimated by p + 2 points with a default step): h = (q/(p - q) C1/C2)^(1/p), error C1 h^-q + C2 h^(p - q). Where no
 * magnitude can be estimated, or the step is cut short, the error is infinite: unknown.
 *
 * @param points p, from 3 to 9
 */
public record AdaptiveStep(int points) implements DifferenceScheme {

    private static final double UNKNOWN_MAGNITUDE = 10;
    private static final double LARGEST = 1000;
    private static final int HALVINGS = 12;

    /** Refuses less than 3 and more than 9 points. */
    public AdaptiveStep {
        if (points < 3 || points > 9) {
            throw new IllegalArgumentException("3 to 9 points, not " + points);
        }
    }

    @Override
    public String name() {
        return "adaptive " + points;
    }

    @Override
    public Estimate derivative(NoisyFunction f, double x, int order) {
        Probe.requireFinite(x);
        if (order < 1 || order >= points) {
            throw new IllegalArgumentException("orders 1 to " + (points - 1) + ", not " + order);
        }
        Probe probe = new Probe(f);
        if (!probe.at(x).isDefined()) {
            return Estimate.outside(x, probe.evaluations());
        }
        for (Side side : Side.values()) {
            double range = Double.POSITIVE_INFINITY;
            for (int i = 0; i < HALVINGS; i++) {
                Attempt attempt = attempt(probe, x, order, side, range);
                if (Double.isFinite(attempt.value)) {
                    return attempt.answer(side, probe.evaluations());
                }
                range = attempt.reach / 4;
            }
        }
        return Estimate.none(Estimate.Status.NO_ESTIMATE, probe.evaluations(),
                "the function has no finite values near enough to " + x + " on any side");
    }

    /** @param reach the farthest distance from x that was asked for */
    private record Attempt(double value, double error, double step, double reach) {

        Estimate answer(Side side, int evaluations) {
            String text = String.format(Locale.ROOT, "one difference from %s with the adapted step %.2g%s", side, step,
                    Double.isInfinite(error) ? ", its error unknown" : "");
            Estimate.Status status = side == Side.BOTH ? Estimate.Status.CONVERGED : Estimate.Status.ONE_SIDED;
            return new Estimate(value, error, step, evaluations, status, text);
        }
    }

    private Attempt attempt(Probe f, double x, int order, Side side, double range) {
        Stencil stencil = stencil(order, points, side, 0);
        Stencil wide = stencil(points, points + 2, side, 0);
        double usual = Math.min(step(wide, Doubles.EPSILON, UNKNOWN_MAGNITUDE), range / reach(wide));
        double farthest = usual * reach(wide);
        double magnitude = 0;
        for (int shift = -1; shift <= 1; shift++) {
            Differenced around = Differenced.of(f, x, usual, stencil(points, points + 2, side, shift), wide);
            magnitude = Math.max(magnitude, Math.abs(around.value));
            if (Double.isNaN(around.value)) {
                return new Attempt(Double.NaN, 0, usual, farthest);
            }
        }
        double noise = Differenced.of(f, x, usual, wide, wide).noise;
        boolean known = magnitude > 0 && noise > 0 && Double.isFinite(magnitude) && Double.isFinite(noise);
        double assumed = known ? magnitude : UNKNOWN_MAGNITUDE;
        double assumedNoise = known ? noise : Doubles.EPSILON;
        double ceiling = Math.min(LARGEST * step(stencil, Doubles.EPSILON, UNKNOWN_MAGNITUDE), range / reach(stencil));
        double wanted = step(stencil, assumedNoise, assumed);
        double h = Math.min(wanted, ceiling);
        double error = wanted > ceiling
                ? Double.POSITIVE_INFINITY
                : assumedNoise * stencil.absoluteWeight().doubleValue() / Math.pow(h, order)
                        + assumed * truncation(stencil) * Math.pow(h, points - order);
        double value = Differenced.of(f, x, h, stencil, stencil).value;
        return new Attempt(value, error, h, Math.max(farthest, h * reach(stencil)));
    }

    /** A stencil on the grid of a side, for the derivative at the given offset from x. */
    private static Stencil stencil(int order, int points, Side side, int shift) {
        return Stencil.of(order, IntStream.range(0, points)
                .mapToObj(i -> Rational.of(switch (side) {
                    case BOTH -> 2L * i - points + 1 - 2L * shift;
                    case RIGHT -> 2L * (i - shift);
                    case LEFT -> -2L * (i - shift);
                }, 2)).toList());
    }

    private static double reach(Stencil stencil) {
        return stencil.offsets().stream().mapToDouble(offset -> Math.abs(offset.doubleValue())).max().orElseThrow();
    }

    /** sum|c_i g_i^p|/p!, p the number of points. */
    private static double truncation(Stencil stencil) {
        double sum = 0;
        for (int i = 0; i < stencil.points(); i++) {
            sum += Math.abs(stencil.weights().get(i).doubleValue()
                    * Math.pow(stencil.offsets().get(i).doubleValue(), stencil.points()));
        }
        for (int k = 2; k <= stencil.points(); k++) {
            sum /= k;
        }
        return sum;
    }

    private static double step(Stencil stencil, double noise, double magnitude) {
        int p = stencil.points();
        int q = stencil.order();
        double ratio = noise * stencil.absoluteWeight().doubleValue() / (magnitude * truncation(stencil));
        return Math.pow((double) q / (p - q) * ratio, 1.0 / p);
    }

    /** The weights of one stencil on the samples of another. */
    private record Differenced(double value, double noise) {

        static Differenced of(Probe f, double x, double h, Stencil weights, Stencil grid) {
            double sum = 0;
            double noise = 0;
            for (int i = 0; i < grid.points(); i++) {
                Sample sample = f.at(x + grid.offsets().get(i).doubleValue() * h);
                if (!sample.isDefined()) {
                    return new Differenced(Double.NaN, 0);
                }
                sum += weights.weights().get(i).doubleValue() * sample.value();
                noise = Math.max(noise, sample.noise());
            }
            return new Differenced(sum / Math.pow(h, weights.order()), noise);
        }
    }
}
