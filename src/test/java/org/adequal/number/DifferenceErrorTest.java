package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.adequal.number.Estimate.Status;
import org.junit.jupiter.api.Test;

class DifferenceErrorTest {

    private static final NoisyFunction EXP = NoisyFunction.rounded(Math::exp);

    @Test
    void theTwoBranches() {
        DifferenceError error = DifferenceError.of(EXP, 1, FixedStep.central(1e-4), 1, Math.E);
        assertThat(error.truncation(1e-2)).isCloseTo(1e-4 * Math.E / 6, within(1e-15));
        assertThat(error.rounding(1e-4) / error.rounding(1e-3)).isCloseTo(10, within(1e-9));
        double best = error.bestStep().orElseThrow();
        assertThat(best).isBetween(3e-6, 3e-5);
        double least = error.truncation(best) + error.rounding(best);
        for (double factor : new double[]{0.5, 0.9, 1.1, 2}) {
            assertThat(error.truncation(best * factor) + error.rounding(best * factor)).isGreaterThan(least);
        }
        assertThat(error.text()).contains("h^2").contains("h^-1");
    }

    /** The V is true: no error in the table lies above it by more than the next terms of the series can explain. */
    @Test
    void theTableBoundsTheErrors() {
        DifferenceError error = DifferenceError.of(EXP, 1, FixedStep.central(1e-4), 1);
        assertThat(error.rows()).hasSize(33);
        for (DifferenceError.Row row : error.rows()) {
            if (row.estimate().status() == Status.FIXED_STEP) {
                assertThat(Math.abs(row.estimate().value() - Math.E)).as("%s", row)
                        .isLessThanOrEqualTo(1.1 * row.total());
            } else {
                assertThat(row.estimate().status()).isEqualTo(Status.DESTROYED_BY_ROUNDING);
                assertThat(row.h()).isLessThan(2e-16);
            }
        }
    }

    @Test
    void estimatedAndKnownDerivativesAgree() {
        for (FixedStep scheme : new FixedStep[]{FixedStep.central(1e-4), FixedStep.forward(1e-4)}) {
            double estimated = DifferenceError.of(EXP, 1, scheme, 1).truncationFactor();
            double known = DifferenceError.of(EXP, 1, scheme, 1, Math.E).truncationFactor();
            assertThat(estimated / known).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void aParabolaHasNoTruncation() {
        DifferenceError error = DifferenceError.of(NoisyFunction.rounded(x -> 0.01 * x * x + 0.1 * x), 5,
                FixedStep.central(1e-4), 1);
        assertThat(error.truncationFactor()).isZero();
        assertThat(error.bestStep()).isEmpty();
        assertThat(error.text()).contains("the larger the step");
    }
}
