package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;

class NoiseEstimateTest {

    @Test
    void plantedNoiseIsMeasured() {
        Random random = new Random(3);
        for (double level : new double[]{1e-3, 1e-6, 1e-10}) {
            NoiseEstimate noise = NoiseEstimate.around(x -> Math.exp(x) + level * random.nextGaussian(), 1);
            assertThat(noise.level().orElseThrow()).isBetween(level / 4, level * 4);
        }
    }

    @Test
    void floatsAreNoisyByTheirLastPlace() {
        NoiseEstimate noise = NoiseEstimate.around(x -> (float) Math.sin(x), 1);
        assertThat(noise.level().orElseThrow()).isBetween(1e-9, 1e-7);
        assertThat(NoiseEstimate.around(p -> (float) Math.sin(p[0] + p[1]), new double[]{1, 2}).level().orElseThrow())
                .isBetween(1e-10, 1e-7);
    }

    @Test
    void smoothFunctionsHaveTheNoiseOfRounding() {
        assertThat(NoiseEstimate.around(Math::sin, 1).level().orElse(0)).isLessThan(1e-15);
    }

    @Test
    void nothingIsClaimedWhereNothingIsDefined() {
        assertThat(NoiseEstimate.around(x -> Double.NaN, 1).level()).isEmpty();
        assertThat(NoiseEstimate.around(x -> 3, 1).level()).isEmpty();
    }

    @Test
    void theRulesOfAcceptance() {
        assertThat(NoiseEstimate.judge(new double[]{1, 1, 1, 1, 1, 1, 2})).isInstanceOf(
                NoiseEstimate.StepTooLarge.class);
        assertThat(NoiseEstimate.judge(new double[]{1, 1, 1, 1, 1, 1, 1.01})).isInstanceOf(
                NoiseEstimate.StepTooSmall.class);
        assertThat(NoiseEstimate.judge(new double[]{1, 1.01, 1, 1.01, 1, 1.01, 1})).isInstanceOf(
                NoiseEstimate.Judged.class);
    }
}
