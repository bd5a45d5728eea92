package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleUnaryOperator;

import org.adequal.number.Estimate.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichardsonTest {

    private static Estimate at(double x, DoubleUnaryOperator f) {
        return new Richardson().derivative(NoisyFunction.blackBox(f, x), x);
    }

    private static Estimate secondAt(double x, DoubleUnaryOperator f) {
        return new Richardson().derivative(NoisyFunction.blackBox(f, x), x, 2);
    }

    /** Below 1 % of the errors are estimated too small, none by more than ten times. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void errorsAreHonest(int order) {
        SchemeStatistics statistics = SchemeStatistics.of(DifferenceScheme.standard(), order);
        assertThat(statistics.above1()).isLessThan(0.01);
        assertThat(statistics.above10()).isZero();
        assertThat(statistics.withoutError()).isZero();
        assertThat(statistics.median()).isLessThan(order == 1 ? 1e-14 : 2e-12);
    }

    /** The measurement itself can fail: without the floor of noise it does. */
    @Test
    void theRuleWithoutFloorIsCaught() {
        SchemeStatistics statistics = SchemeStatistics.of(new Ridders(), 1);
        assertThat(statistics.above1()).isGreaterThan(0.3);
        assertThat(statistics.above10()).isGreaterThan(0.01);
    }

    @Test
    void theTextbooksFigures() {
        Estimate at5 = at(5, x -> 0.01 * x * x + 0.1 * x);
        assertThat(at5.status()).isEqualTo(Status.CONVERGED);
        assertThat(Math.abs(at5.value() - 0.2)).isLessThan(at5.error()).isLessThan(1e-15);
    }

    @Test
    void cancellationNeedsTheNoiseOfTheFormula() {
        DoubleUnaryOperator f = x -> (x + 1e8) * (x + 1e8) - 1e16 - 2e8 * x;
        NoisyFunction formula = NoisyFunction.withNoise(f, x -> 4 * 0x1p-53 * (x + 1e8) * (x + 1e8));
        Estimate estimate = new Richardson().derivative(formula, 0.7);
        assertThat(estimate.admits(1.4)).isTrue();
        assertThat(Math.abs(estimate.value() - 1.4)).isLessThan(estimate.error());
        Estimate deceived = new Richardson().derivative(NoisyFunction.rounded(f), 0.7);
        assertThat(deceived.admits(1.4)).isFalse();
    }

    @Test
    void floatsAreNoisyAndFoundToBe() {
        Estimate estimate = at(1, x -> (float) Math.sin(x));
        assertThat(estimate.admits(Math.cos(1))).isTrue();
        assertThat(estimate.error()).isBetween(1e-8, 1e-4);
        Estimate rounded = at(1, x -> Math.rint(Math.sin(x) * 1000) / 1000);
        assertThat(rounded.admits(Math.cos(1))).isTrue();
    }

    @Test
    void edgesOfTheDomain() {
        assertThat(at(0, Math::sqrt).status()).isEqualTo(Status.NO_ESTIMATE);
        assertThat(at(1, Math::asin).status()).isEqualTo(Status.NO_ESTIMATE);
        assertThat(at(0, Math::log).status()).isEqualTo(Status.OUTSIDE_DOMAIN);
        assertThat(at(1, x -> x == 1 ? 1 : Double.NaN).text()).contains("no finite values near");

        Estimate edge = at(0, x -> x * Math.sqrt(x) + x);
        assertThat(edge.status()).isEqualTo(Status.ONE_SIDED);
        assertThat(edge.text()).contains("from the right only").contains("ends at x");
        assertThat(edge.admits(1)).isTrue();
        assertThat(at(0, x -> Math.sqrt(-x) * x + x).text()).contains("from the left only");

        Estimate close = at(1e-10, Math::log);
        assertThat(close.admits(1e10)).isTrue();
        assertThat(close.error()).isLessThan(1);
        double nearOne = 1 - 0x1p-40;
        double slope = 1 / Math.sqrt(0x1p-40 * (2 - 0x1p-40));
        assertThat(at(nearOne, Math::asin).admits(slope)).isTrue();
        assertThat(at(0.6, x -> x > 0.5 && x < 0.51 ? Double.NaN : Math.sin(x)).admits(Math.cos(0.6))).isTrue();
    }

    /** Outside, the function is asked no more often than finding the edge takes. */
    @Test
    void theEdgeIsFoundQuickly() {
        int[] outside = {0};
        new Richardson().derivative(NoisyFunction.rounded(x -> {
            outside[0] += x < 0 ? 1 : 0;
            return x * Math.sqrt(x);
        }), 0);
        assertThat(outside[0]).isLessThanOrEqualTo(3);
    }

    @Test
    void noDerivativeNoNumber() {
        for (DoubleUnaryOperator f : new DoubleUnaryOperator[]{Math::abs, x -> Math.max(0, x), Math::signum,
                Math::floor, Math::cbrt, x -> Math.sqrt(Math.abs(x)), x -> x >= 0 ? 1 : 0,
                x -> x == 0 ? 0 : x * Math.sin(1 / x)}) {
            Estimate estimate = at(0, f);
            assertThat(estimate.status()).isEqualTo(Status.NO_ESTIMATE);
            assertThat(estimate.value()).isNaN();
            assertThat(estimate.text()).contains("do not settle");
        }
        assertThat(secondAt(0, x -> x * Math.abs(x)).isKnown()).isFalse();
        assertThat(secondAt(0, Math::signum).isKnown()).isFalse();
        assertThat(at(0, x -> x * Math.abs(x)).admits(0)).isTrue();
        assertThat(secondAt(0, x -> Math.abs(x * x * x)).admits(0)).isTrue();
    }

    /** Features that lie between the first samples, kinks close by, waves in tune with the steps. */
    @Test
    void nothingHidesBetweenTheSteps() {
        double spike = -2e8 * 1e-4 * Math.exp(-1);
        assertThat(at(1e-4, x -> Math.exp(-1e8 * x * x)).admits(spike)).isTrue();
        assertThat(at(0.3, x -> Math.tanh(1e5 * (x - 0.3))).admits(1e5)).isTrue();
        assertThat(at(1e-9, Math::abs).admits(1)).isTrue();
        assertThat(at(1, x -> Math.abs(x - 1.001) + Math.sin(x)).admits(Math.cos(1) - 1)).isTrue();
        double wave = 64 * Math.PI;
        assertThat(at(0.3, x -> Math.sin(wave * x)).admits(wave * Math.cos(wave * 0.3))).isTrue();
        assertThat(at(0.3, x -> Math.sin(1e6 * x)).admits(1e6 * Math.cos(3e5))).isTrue();
        assertThat(at(1e15, Math::sin).isKnown()).isFalse();
        assertThat(at(1e-20, x -> 1 / (x * x + 1e-40)).admits(-5e59)).isTrue();
        assertThat(at(3 + 1e-9, Math::floor).admits(0)).isTrue();
    }

    @Test
    void extremeMagnitudes() {
        assertThat(at(1e-300, Math::log).admits(1e300)).isTrue();
        assertThat(at(-700, Math::exp).admits(Math.exp(-700))).isTrue();
        assertThat(at(1e15, x -> 3 * x).admits(3)).isTrue();
        assertThat(at(1e160, x -> x * x).status()).isEqualTo(Status.OUTSIDE_DOMAIN);
        assertThat(at(0, x -> Math.pow(x, 20)).admits(0)).isTrue();
    }

    @Test
    void refusals() {
        NoisyFunction sine = NoisyFunction.rounded(Math::sin);
        assertThatThrownBy(() -> new Richardson().derivative(sine, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Richardson().derivative(sine, 0, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
