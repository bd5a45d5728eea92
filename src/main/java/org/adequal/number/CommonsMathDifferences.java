package org.adequal.number;

import java.util.Locale;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;

/**
 * The finite differences of Apache Commons Math 3, as a witness from outside. It gives no error, so the error here is
 * infinite: unknown.
 *
 * @param points how many points, more than the order asked for
 * @param step the distance between two of them
 */
public record CommonsMathDifferences(int points, double step) implements DifferenceScheme {

    /** Refuses less than 2 points and a step that is not positive. */
    public CommonsMathDifferences {
        if (points < 2 || !(step > 0) || !Double.isFinite(step)) {
            throw new IllegalArgumentException("at least 2 points and a positive step, not " + points + ", " + step);
        }
    }

    @Override
    public String name() {
        return "Commons Math " + points;
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
        if (x + step / 2 == x) {
            return Estimate.none(Estimate.Status.STEP_BELOW_SPACING, probe.evaluations(),
                    "h is below the spacing of doubles at " + x);
        }
        UnivariateFunction function = t -> probe.at(t).value();
        double value = new FiniteDifferencesDifferentiator(points, step).differentiate(function)
                .value(new DerivativeStructure(1, order, 0, x)).getPartialDerivative(order);
        if (!Double.isFinite(value)) {
            return Estimate.none(Estimate.Status.NO_ESTIMATE, probe.evaluations(),
                    "a point of the difference lies outside the domain");
        }
        return new Estimate(value, Double.POSITIVE_INFINITY, step, probe.evaluations(), Estimate.Status.FIXED_STEP,
                String.format(Locale.ROOT, "%d points %.2g apart, the error unknown", points, step));
    }
}
