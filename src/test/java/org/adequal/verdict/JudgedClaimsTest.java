package org.adequal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Honest claims and claims with planted bugs over the formulas of the corpus. */
class JudgedClaimsTest {

    private static void judge(long seed, int formulas, int honest, int perKind) {
        JudgedClaims counts = JudgedClaims.of(new ClaimSource(seed, formulas), honest, perKind);
        String all = String.join("\n", counts.notes) + "\n" + counts;
        assertThat(counts.honest).isEqualTo(honest);
        assertThat(counts.planted).isEqualTo(perKind * Kind.values().length);
        assertThat(counts.honestWrong()).as(all).isZero();
        assertThat(counts.plantedRight).as(all).isZero();
        assertThat(counts.plantedUndecided).as(all).isLessThanOrEqualTo(counts.planted / 50 + 1);
        assertThat(counts.honestUndecided).as(all).isLessThanOrEqualTo(counts.honest / 10);
        assertThat(counts.named).as(all).isGreaterThanOrEqualTo(95 * counts.planted / 100);
    }

    @Test
    void honestOnesAreNotWrongAndBugsAreNamed() {
        judge(2, 40, 40, 3);
    }

    @Tag("heavy")
    @Test
    void threeHundredAndMoreOverTheCorpus() {
        judge(3, 520, 300, 20);
    }
}
