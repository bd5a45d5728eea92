package org.adequal.number;

import java.util.Locale;

/**
 * Ridders' extrapolation with the stopping rule of Numerical Recipes (dfridr): c = 1.4, ten rows, the error the larger
 * of the two differences in the tableau. For comparison: rounding is not counted, so the error is often too small.
 */
public record Ridders() implements DifferenceScheme {

    private static final double SHRINK = 1.4;
    private static final int ROWS = 10;
    private static final double WORSE = 2;
    private static final int HALVINGS = 64;

    @Override
    public String name() {
        return "Ridders";
    }

    @Override
    public Estimate derivative(NoisyFunction f, double x, int order) {
        Probe.requireFinite(x);
        if (order != 1) {
            throw new IllegalArgumentException("first derivatives only, not order " + order);
        }
        Probe probe = new Probe(f);
        if (!probe.at(x).isDefined()) {
            return Estimate.outside(x, probe.evaluations());
        }
        double h = Richardson.firstStep(Math.max(1, Math.abs(x)));
        for (int i = 0; i < HALVINGS && !(probe.at(x + h).isDefined() && probe.at(x - h).isDefined()); i++) {
            h /= 2;
        }
        Tableau tableau = new Tableau(SHRINK * SHRINK, ROWS);
        Estimate best = Estimate.none(Estimate.Status.NO_ESTIMATE, 0, "no two rows of central differences agree");
        for (int k = 0; k < ROWS; k++, h /= SHRINK) {
            LocalDifference difference = LocalDifference.of(probe, x, h, 1, Side.BOTH);
            if (!Double.isFinite(difference.value())) {
                break;
            }
            tableau.add(difference.value(), 0);
            for (int j = 1; j <= k; j++) {
                double error = tableau.difference(k, j);
                if (error <= best.error()) {
                    best = new Estimate(tableau.value(k, j), error, h, 0, Estimate.Status.CONVERGED,
                            String.format(Locale.ROOT, "extrapolated from steps down to %.2g, rounding not counted",
                                    h));
                }
            }
            if (k > 0 && Math.abs(tableau.value(k, k) - tableau.value(k - 1, k - 1)) >= WORSE * best.error()) {
                break;
            }
        }
        return best.withEvaluations(probe.evaluations());
    }
}
