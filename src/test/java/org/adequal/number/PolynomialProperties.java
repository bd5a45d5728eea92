package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** For polynomials with their running error bound the derivative is known exactly, and no estimate may be dishonest. */
class PolynomialProperties {

    @Property(tries = 500)
    void theMarginHolds(@ForAll @Size(min = 1, max = 7) List<@DoubleRange(min = -100, max = 100) Double> coefficients,
            @ForAll @DoubleRange(min = -20, max = 20) double x) {
        NoisyFunction f = t -> horner(coefficients, t);
        for (DifferenceScheme scheme : List.of(DifferenceScheme.standard(), DifferenceScheme.textbook(),
                FixedStep.central(), FixedStep.forward(), FixedStep.backward())) {
            for (int order = 1; order <= 2; order++) {
                Estimate estimate = scheme.derivative(f, x, order);
                double exact = derivative(coefficients, x, order);
                assertThat(estimate.isKnown()).as("%s, order %d: %s", scheme.name(), order, estimate).isTrue();
                assertThat(estimate.admits(exact))
                        .as("%s, order %d: %s, exactly %s", scheme.name(), order, estimate, exact)
                        .isTrue();
            }
        }
    }

    /** Horner's rule with its running error bound (Higham, Accuracy and Stability, section 5.1). */
    private static Sample horner(List<Double> coefficients, double t) {
        double value = 0;
        double bound = 0;
        for (double coefficient : coefficients) {
            value = value * t + coefficient;
            bound = bound * Math.abs(t) + 2 * Math.abs(value);
        }
        return new Sample(value, bound * 0x1p-53);
    }

    private static double derivative(List<Double> coefficients, double x, int order) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < coefficients.size(); i++) {
            int power = coefficients.size() - 1 - i;
            if (power >= order) {
                long factor = order == 1 ? power : (long) power * (power - 1);
                sum = sum.plus(Rational.of(coefficients.get(i)).times(Rational.of(factor))
                        .times(Rational.of(x).pow(power - order)));
            }
        }
        return sum.doubleValue();
    }
}
