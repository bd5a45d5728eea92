package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;

import org.adequal.number.Estimate.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedStepTest {

    private static final NoisyFunction PARABOLA = NoisyFunction.rounded(x -> 0.01 * x * x + 0.1 * x);

    @Test
    void theTextbooksFigures() {
        Estimate at5 = DifferenceScheme.textbook().derivative(PARABOLA, 5);
        Estimate at10 = DifferenceScheme.textbook().derivative(PARABOLA, 10);
        assertThat(at5.value()).isEqualTo((0.01 * 5.0001 * 5.0001 + 0.1 * 5.0001
                - (0.01 * 4.9999 * 4.9999 + 0.1 * 4.9999)) / (2 * 1e-4));
        assertThat(at5.value()).isCloseTo(0.2, within(1.5e-12));
        assertThat(at10.value()).isCloseTo(0.3, within(1.5e-12));
        assertThat(at5.admits(0.2)).isTrue();
        assertThat(at10.admits(0.3)).isTrue();
        assertThat(at10.status()).isEqualTo(Status.FIXED_STEP);
        assertThat(at10.step()).isEqualTo(1e-4);
    }

    @Test
    void aHopelessStepIsReported() {
        Estimate estimate = FixedStep.forward(1e-50).derivative(PARABOLA, 5);
        assertThat(estimate.value()).isZero();
        assertThat(estimate.status()).isEqualTo(Status.DESTROYED_BY_ROUNDING);
        assertThat(estimate.text()).isEqualTo("destroyed by rounding: x + h == x");
        assertThat(estimate.error()).isInfinite();
        assertThat(estimate.admits(0)).isFalse();

        FixedStep realised = new FixedStep("realised", FixedStep.Family.FORWARD, 0, OptionalDouble.of(1e-50), true);
        assertThat(realised.derivative(PARABOLA, 5).status()).isEqualTo(Status.STEP_BELOW_SPACING);
        assertThat(realised.derivative(PARABOLA, 5).value()).isNaN();
    }

    /** 1e-15 is 1.1 spacings at 5: the textbook divides by the wrong step, and the error says so. */
    @Test
    void aStepOfFewSpacings() {
        Estimate estimate = FixedStep.forward(1e-15).derivative(PARABOLA, 5);
        assertThat(Math.abs(estimate.value() - 0.2)).isLessThan(estimate.error());
        assertThat(estimate.text()).contains("rounding");
    }

    @ParameterizedTest
    @CsvSource({"FORWARD,1,0,1", "BACKWARD,1,0,1", "CENTRAL,1,0,2", "CENTRAL,1,2,4", "CENTRAL,2,0,2", "CENTRAL,3,0,2",
            "FORWARD,1,1,2", "FORWARD,2,0,1", "BACKWARD,2,2,3", "CENTRAL,2,2,4"})
    void ordersOfConvergence(FixedStep.Family family, int order, int extraPoints, int accuracy) {
        NoisyFunction f = NoisyFunction.rounded(Math::exp);
        double coarse = new FixedStep("", family, extraPoints, OptionalDouble.of(0x1p-4), true)
                .derivative(f, 0.5, order).value() - Math.exp(0.5);
        double fine = new FixedStep("", family, extraPoints, OptionalDouble.of(0x1p-5), true)
                .derivative(f, 0.5, order).value() - Math.exp(0.5);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(accuracy, within(0.15));
        assertThat(family.stencil(order, extraPoints).accuracy()).isEqualTo(accuracy);
    }

    @Test
    void neverOutsideTheDomain() {
        Estimate edge = DifferenceScheme.textbook().derivative(NoisyFunction.rounded(x -> Math.pow(x, 1.5)), 0);
        assertThat(edge.status()).isEqualTo(Status.ONE_SIDED);
        assertThat(Math.abs(edge.value())).isLessThan(edge.margin());

        Estimate close = DifferenceScheme.textbook().derivative(NoisyFunction.rounded(Math::log), 1e-5);
        assertThat(close.status()).isEqualTo(Status.ONE_SIDED);
        assertThat(close.admits(1e5)).isTrue();

        NoisyFunction narrow = NoisyFunction.rounded(x -> Math.abs(x) < 1e-5 ? Math.exp(x) : Double.NaN);
        Estimate shrunk = DifferenceScheme.textbook().derivative(narrow, 0);
        assertThat(shrunk.status()).isEqualTo(Status.SHRUNK_STEP);
        assertThat(shrunk.step()).isLessThan(1e-5);
        assertThat(shrunk.admits(1)).isTrue();

        Estimate outside = DifferenceScheme.textbook().derivative(NoisyFunction.rounded(Math::log), -1);
        assertThat(outside.status()).isEqualTo(Status.OUTSIDE_DOMAIN);
        assertThat(outside.value()).isNaN();
    }
}
