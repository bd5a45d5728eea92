package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.adequal.expr.Variable;
import org.adequal.number.DifferenceError;
import org.adequal.number.DifferenceScheme;
import org.adequal.number.Estimate;
import org.adequal.number.FixedStep;
import org.junit.jupiter.api.Test;

class NoisyFormulaTest {
    private static final Variable X = Variable.of("x");

    private static NoisyFormula formula(String text, String... names) {
        return NoisyFormula.of(KnownGradients.formula(text, List.of(names)));
    }

    @Test
    void outsideTheDomainThereAreNoValues() {
        NoisyFormula log = formula("log(x)", "x");
        assertThat(log.at(new double[]{-1}).isDefined()).isFalse();
        assertThat(log.at(new double[]{0}).isDefined()).isFalse();
        assertThat(log.at(new double[]{2}).isDefined()).isTrue();
        assertThat(formula("if(x > 1, x, log(-x))", "x").at(new double[]{0.5}).isDefined()).isFalse();
    }

    @Test
    void nearAnEdgeDifferencesStayInside() {
        Estimate estimate = formula("x*sqrt(x)", "x").derivative(X, DifferenceScheme.standard(), 1e-6);
        assertThat(estimate.admits(1.5e-3)).isTrue();
        assertThat(formula("sqrt(x)", "x").derivative(X, DifferenceScheme.standard(), -1).status())
                .isEqualTo(Estimate.Status.OUTSIDE_DOMAIN);
    }

    @Test
    void gradientAndHessian() {
        NoisyFormula f = formula("x^2*y + sin(y)", "x", "y");
        List<Estimate> gradient = f.gradient(DifferenceScheme.standard(), 2, 3);
        assertThat(gradient.get(0).value()).isCloseTo(12, within(1e-11));
        assertThat(gradient.get(1).value()).isCloseTo(4 + Math.cos(3), within(1e-11));
        List<List<Estimate>> hessian = f.hessian(DifferenceScheme.standard(), 2, 3);
        double[][] exact = {{6, 4}, {4, -Math.sin(3)}};
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                assertThat(hessian.get(i).get(j).admits(exact[i][j])).as("%d %d %s", i, j, hessian).isTrue();
            }
        }
    }

    /** The noise is the formula's own: where it cancels inside the estimate knows that it knows little. */
    @Test
    void cancellationWidensTheError() {
        Estimate estimate = formula("(x + 1e8)^2 - 1e16 - 2e8*x", "x").derivative(X, DifferenceScheme.standard(), 0.7);
        assertThat(estimate.admits(1.4)).isTrue();
        assertThat(estimate.error()).isGreaterThan(1e-2);
    }

    @Test
    void wavesBetweenDoublesAreNotSeen() {
        Estimate estimate = formula("x^6*(sin(1/x) + 2)", "x").derivative(X, DifferenceScheme.standard(), 1e-16);
        assertThat(estimate.isKnown()).isFalse();
        assertThat(estimate.text()).contains("as fast as doubles are spaced");
    }

    /** Thousands of poles between the points of the differences, and one right beside x. */
    @Test
    void featuresBetweenThePointsAreSuspected() {
        Estimate estimate = formula("lgamma(cot(x))", "x").derivative(X, DifferenceScheme.standard(), -1.6e-5);
        assertThat(estimate.isKnown()).isFalse();
        assertThat(estimate.text()).contains("smaller steps contradict larger ones");
    }

    @Test
    void theErrorOfADifferenceIsExplained() {
        DifferenceError central = formula("exp(x)", "x").differenceError(FixedStep.central(1e-4), 1, X, 0);
        assertThat(central.truncation(1e-2)).isCloseTo(1e-4 / 6, within(1e-12));
        assertThat(central.bestStep().orElse(0)).isBetween(1e-6, 1e-4);
        DifferenceError forward = formula("exp(x)", "x").differenceError(FixedStep.forward(1e-4), 1, X, 0);
        assertThat(forward.truncation(1e-2)).isCloseTo(0.5e-2, within(1e-10));
        assertThat(forward.bestStep().orElse(0)).isBetween(1e-9, 1e-7);
        assertThatThrownBy(() -> formula("log(x)", "x").differenceError(FixedStep.central(1e-4), 1, X, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
