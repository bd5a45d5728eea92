package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.adequal.number.Estimate.Status;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;

class DifferenceSchemeTest {

    @Test
    void schemesAreNamedValues() {
        assertThat(DifferenceScheme.all()).extracting(DifferenceScheme::name).doesNotHaveDuplicates();
        assertThat(DifferenceScheme.named("Richardson")).contains(DifferenceScheme.standard());
        assertThat(DifferenceScheme.named("nonesuch")).isEmpty();
        assertThat(new AdaptiveStep(5)).isEqualTo(new AdaptiveStep(5));
    }

    @Test
    void allAgreeOnSine() {
        for (DifferenceScheme scheme : DifferenceScheme.all()) {
            Estimate estimate = scheme.derivative(NoisyFunction.rounded(Math::sin), 1);
            double error = Math.abs(estimate.value() - Math.cos(1));
            assertThat(error).as(scheme.name()).isLessThan(1e-6);
            assertThat(error).as(scheme.name()).isLessThanOrEqualTo(estimate.margin());
            assertThat(estimate.evaluations()).isPositive();
            assertThat(scheme.derivative(NoisyFunction.rounded(Math::log), -1).status()).as(scheme.name())
                    .isEqualTo(Status.OUTSIDE_DOMAIN);
        }
    }

    /** Whatever the function, a value that is no number, or of unknown error, comes with a status that says so. */
    @Test
    void noNumberWithoutWord() {
        for (DifferenceScheme scheme : DifferenceScheme.all()) {
            for (double x : new double[]{0, 1e-300, 0.5, 1, 1e10, -3}) {
                for (NoisyFunction f : new NoisyFunction[]{NoisyFunction.rounded(Math::sqrt),
                        NoisyFunction.rounded(t -> 1 / t), NoisyFunction.rounded(Math::asin),
                        NoisyFunction.rounded(t -> Double.NaN), NoisyFunction.rounded(t -> Math.exp(1e4 * t)),
                        NoisyFunction.rounded(t -> t == 1 ? 1 : Double.POSITIVE_INFINITY)}) {
                    Estimate estimate = scheme.derivative(f, x);
                    assertThat(estimate.value()).as("%s at %s: %s", scheme, x, estimate).isNotInfinite();
                    assertThat(estimate.text()).isNotBlank();
                    if (Double.isNaN(estimate.value())) {
                        assertThat(estimate.status()).isIn(Status.OUTSIDE_DOMAIN, Status.NO_ESTIMATE,
                                Status.STEP_BELOW_SPACING);
                        assertThat(estimate.error()).isInfinite();
                    }
                }
            }
        }
    }

    @Test
    void adaptiveStepOfHigherOrders() {
        for (int order = 1; order <= 4; order++) {
            Estimate estimate = new AdaptiveStep(7).derivative(NoisyFunction.rounded(Math::exp), 0, order);
            assertThat(estimate.admits(1)).as("order %d: %s", order, estimate).isTrue();
        }
        assertThat(new AdaptiveStep(5).derivative(NoisyFunction.rounded(x -> Math.pow(x, 2.5)), 0).status())
                .isEqualTo(Status.ONE_SIDED);
    }

    @Test
    void complexStep() {
        Estimate sine = ComplexStep.derivative(Complex::sin, 1);
        assertThat(sine.admits(Math.cos(1))).isTrue();
        assertThat(sine.error()).isLessThan(1e-13);
        Estimate flat = ComplexStep.derivative(z -> z.multiply(z).multiply(z).subtract(z.multiply(3)), 1);
        assertThat(flat.admits(0)).isTrue();
        assertThat(ComplexStep.derivative(Complex::sqrt, -1).status()).isEqualTo(Status.NO_ESTIMATE);
        assertThat(ComplexStep.derivative(z -> Complex.NaN, 1).status()).isEqualTo(Status.OUTSIDE_DOMAIN);
    }

    @Test
    void functionsOfCommonsMath() {
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(new double[]{0, 1, 2, 3},
                new double[]{0, 1, 8, 27});
        Estimate inside = Differences.derivative(CommonsMathFunctions.ofOne(spline), 1.3);
        assertThat(inside.admits(spline.derivative().value(1.3))).isTrue();
        Estimate edge = Differences.derivative(CommonsMathFunctions.ofOne(spline), 3);
        assertThat(edge.status()).isEqualTo(Status.ONE_SIDED);
        assertThat(CommonsMathFunctions.ofMany(p -> p[0] + p[1]).applyAsDouble(new double[]{1, 2})).isEqualTo(3);
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> new AdaptiveStep(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FixedStep.central(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommonsMathDifferences(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sample(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ridders().derivative(NoisyFunction.rounded(Math::sin), 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
