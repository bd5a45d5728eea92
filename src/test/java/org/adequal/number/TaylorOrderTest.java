package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.adequal.number.TaylorOrder.Verdict;
import org.junit.jupiter.api.Test;

class TaylorOrderTest {

    private static TaylorOrder at(double x, java.util.function.DoubleUnaryOperator f, double claimed) {
        return TaylorOrder.of(NoisyFunction.blackBox(f, x), x, claimed);
    }

    @Test
    void rightClaims() {
        TaylorOrder sine = at(1, Math::sin, Math.cos(1));
        assertThat(sine.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(sine.slope().orElseThrow()).isBetween(2.8, 3.2);
        assertThat(sine.resolution()).isLessThan(1e-9);
        assertThat(at(5, x -> 0.01 * x * x + 0.1 * x, 0.2).verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(at(5, x -> 0.01 * x * x + 0.1 * x, 0.2).text()).contains("nothing but noise");
    }

    /** Planted: a sign, a factor, a relative error of 1e-6. */
    @Test
    void wrongClaimsAreCaught() {
        for (KnownDerivatives known : KnownDerivatives.all()) {
            NoisyFunction f = known.blackBox();
            assertThat(TaylorOrder.of(f, known.x(), known.first()).verdict()).as("%s right", known)
                    .isNotEqualTo(Verdict.WRONG);
            if (Math.abs(known.first()) > 1e-2) {
                assertThat(TaylorOrder.of(f, known.x(), -known.first()).verdict()).as("%s sign", known)
                        .isEqualTo(Verdict.WRONG);
                assertThat(TaylorOrder.of(f, known.x(), 2 * known.first()).verdict()).as("%s factor", known)
                        .isEqualTo(Verdict.WRONG);
            }
        }
        TaylorOrder close = at(1, Math::sin, Math.cos(1) * (1 + 1e-6));
        assertThat(close.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(close.text()).containsPattern("off by about [56]\\.\\de-07");
    }

    @Test
    void whereNothingCanBeTold() {
        assertThat(at(0, Math::abs, 0).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(at(0, Math::abs, 1).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(at(0, Math::sqrt, 1).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(at(-1, Math::log, -1).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(at(1, Math::sin, Double.NaN).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void gradientsAlongADirection() {
        NoisyField f = NoisyField.rounded(p -> Math.exp(p[0]) * p[1]);
        double[] point = {0.5, 2};
        double[] direction = {1, -3};
        double e = Math.exp(0.5);
        assertThat(TaylorOrder.of(f, point, direction, new double[]{2 * e, e}).verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(TaylorOrder.of(f, point, direction, new double[]{e, 2 * e}).verdict()).isEqualTo(Verdict.WRONG);
    }
}
