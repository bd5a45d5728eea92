package org.adequal.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The error of a difference explained, as a function of its step: truncation grows with h, rounding with 1/h.
 *
 * <p>truncation(h) = |c f^(q + a)(x)| h^a and rounding(h) = (noise of f + |f'(x)| ulp(x)/2) sum|c_i| / h^q for a
 * derivative of order q and a stencil of accuracy a; the second term of the noise, that of rounded points, is absent
 * where the step is realised. On logarithmic axes they make the letter V.
 *
 * @param stencil the difference formula
 * @param x where
 * @param truncationFactor truncation(h) / h^a; 0 where the (q + a)-th derivative cannot be told from 0
 * @param roundingFactor rounding(h) h^q
 * @param rows the table, from the smallest step to the largest
 */
public record DifferenceError(Stencil stencil, double x, double truncationFactor, double roundingFactor,
        List<Row> rows) {

    /**
     * One step.
     *
     * @param h the step
     * @param estimate what the scheme gives with it
     * @param truncation the error expected from cutting off the Taylor series
     * @param rounding the error expected from rounding
     */
    public record Row(double h, Estimate estimate, double truncation, double rounding) {

        /** Both branches together. */
        public double total() {
            return truncation + rounding;
        }
    }

    /** Copies the rows. */
    public DifferenceError {
        rows = List.copyOf(rows);
    }

    /** Explains with a (q + a)-th derivative that is itself estimated. */
    public static DifferenceError of(NoisyFunction f, double x, FixedStep scheme, int order) {
        Stencil stencil = scheme.stencil(order);
        int next = order + stencil.accuracy();
        DifferenceScheme estimator = next <= 2 ? new Richardson() : new AdaptiveStep(Math.min(next + 4, 9));
        Estimate derivative = next < 9
                ? estimator.derivative(f, x, next)
                : Estimate.none(Estimate.Status.NO_ESTIMATE, 0, "no derivatives of order " + next);
        boolean isZero = Double.isNaN(derivative.value())
                || (derivative.isKnown() && Math.abs(derivative.value()) <= derivative.error());
        return of(f, x, scheme, order, isZero ? 0 : derivative.value());
    }

    /**
     * Explains with a known derivative of order {@code order + scheme.stencil(order).accuracy()} at x.
     *
     * @throws IllegalArgumentException where f has no finite value at x
     */
    public static DifferenceError of(NoisyFunction f, double x, FixedStep scheme, int order, double nextDerivative) {
        Sample sample = f.at(x);
        if (!sample.isDefined()) {
            throw new IllegalArgumentException("the function has no finite value at " + x);
        }
        Stencil stencil = scheme.stencil(order);
        double truncation = Math.abs(stencil.leadingError().doubleValue() * nextDerivative);
        Estimate slope = DifferenceScheme.standard().derivative(f, x);
        double displaced = scheme.realised() || !slope.isKnown() ? 0 : Math.abs(slope.value()) * Math.ulp(x) / 2;
        double rounding = (sample.noise() + displaced) * stencil.absoluteWeight().doubleValue();
        return new DifferenceError(stencil, x, truncation, rounding, List.of()).withRows(f, scheme, -16, 0, 2);
    }

    /** The same explanation with the table over other decades, some steps to the decade. */
    public DifferenceError withRows(NoisyFunction f, FixedStep scheme, int fromDecade, int toDecade, int perDecade) {
        List<Row> table = new ArrayList<>();
        for (int i = fromDecade * perDecade; i <= toDecade * perDecade; i++) {
            double h = i % perDecade == 0
                    ? Double.parseDouble("1e" + i / perDecade)
                    : Math.pow(10, (double) i / perDecade);
            table.add(new Row(h, scheme.withStep(h).derivative(f, x, stencil.order()), truncation(h), rounding(h)));
        }
        return new DifferenceError(stencil, x, truncationFactor, roundingFactor, table);
    }

    /** The truncation branch. */
    public double truncation(double h) {
        return truncationFactor * Math.pow(h, stencil.accuracy());
    }

    /** The rounding branch; it ends where x + h is x, and nothing of the function is left. */
    public double rounding(double h) {
        return roundingFactor / Math.pow(h, stencil.order());
    }

    /** The step of least total error, (q rounding / (a truncation))^(1/(q + a)); empty where one branch is absent. */
    public OptionalDouble bestStep() {
        if (truncationFactor == 0 || roundingFactor == 0) {
            return OptionalDouble.empty();
        }
        int q = stencil.order();
        int a = stencil.accuracy();
        return OptionalDouble.of(Math.pow(q * roundingFactor / (a * truncationFactor), 1.0 / (q + a)));
    }

    /** The explanation in one sentence. */
    public String text() {
        OptionalDouble best = bestStep();
        if (best.isEmpty()) {
            return truncationFactor == 0
                    ? "no truncation error is visible: the larger the step, the smaller the error"
                    : "no rounding error is visible: the smaller the step, the smaller the error";
        }
        double h = best.getAsDouble();
        return String.format(Locale.ROOT,
                "the error is least, about %.1e, near h = %.1e: above it truncation grows as h^%d, below it rounding"
                        + " grows as h^-%d",
                truncation(h) + rounding(h), h, stencil.accuracy(), stencil.order());
    }
}
