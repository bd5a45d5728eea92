package org.adequal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.check.Format;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Interval;
import org.junit.jupiter.api.Test;

/** Every comparison of a verdict at its border: what is just inside, just outside, and cannot be told. */
class DecisionTest {
    private static final Decision ONE = new Decision(Format.F64, Interval.ONE);
    private static final double ULP = Math.ulp(1.0);

    private static Decision around(double lo, double hi) {
        return new Decision(Format.F64, Interval.of(lo, hi));
    }

    @Test
    void toleranceIncludesItsBorder() {
        assertThat(ONE.relative(1 + 0x1p-10, 0x1p-10)).isEqualTo(Verdict.RIGHT);
        assertThat(ONE.relative(1 - 0x1p-10, 0x1p-10)).isEqualTo(Verdict.RIGHT);
        assertThat(ONE.relative(1 + 0x1p-10 + ULP, 0x1p-10)).isEqualTo(Verdict.WRONG);
        assertThat(ONE.relative(1 - 0x1p-10 - ULP, 0x1p-10)).isEqualTo(Verdict.WRONG);
        assertThat(around(0.5, 2).relative(1, 0.1)).isEqualTo(Verdict.UNDECIDED);
        assertThat(around(1, 1.125).relative(1.125, 0.125)).isEqualTo(Verdict.RIGHT);
        assertThat(around(1, 1.125).relative(1.25, 0.125)).isEqualTo(Verdict.UNDECIDED);
        assertThat(around(1, 1.125).relative(1.5, 0.125)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void toleranceIsOfTheSmallestNormalWhereTheDerivativeIsSmaller() {
        Decision zero = new Decision(Format.F64, Interval.ZERO);
        assertThat(zero.relative(Double.MIN_NORMAL / 4, 0.25)).isEqualTo(Verdict.RIGHT);
        assertThat(zero.relative(Math.nextUp(Double.MIN_NORMAL / 4), 0.25)).isEqualTo(Verdict.WRONG);
        Decision single = new Decision(Format.F32, Interval.ZERO);
        assertThat(single.relative(Float.MIN_NORMAL / 4, 0.25)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void ulpsIncludeTheirBorder() {
        assertThat(ONE.ulps(1 + 3 * ULP, 3)).isEqualTo(Verdict.RIGHT);
        assertThat(ONE.ulps(1 + 4 * ULP, 3)).isEqualTo(Verdict.WRONG);
        assertThat(ONE.ulps(1 - 3.5 * ULP, 3)).isEqualTo(Verdict.WRONG);
        assertThat(around(1, 1 + 2 * ULP).ulps(1, 1)).isEqualTo(Verdict.UNDECIDED);
        assertThat(new Decision(Format.F32, Interval.ONE).ulps(1 + 0x1p-23, 1)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void onlyTheNearestNumberIsCorrectlyRounded() {
        Decision third = new Decision(Format.F64, Arithmetic.of(128)
                .divide(Interval.ONE, Interval.of(3)));
        assertThat(third.rounded(1.0 / 3)).isEqualTo(Verdict.RIGHT);
        assertThat(third.rounded(Math.nextUp(1.0 / 3))).isEqualTo(Verdict.WRONG);
        assertThat(third.rounded(Math.nextDown(1.0 / 3))).isEqualTo(Verdict.WRONG);
        assertThat(third.rounded(Double.NaN)).isEqualTo(Verdict.WRONG);
        assertThat(around(1, 1 + ULP).rounded(1)).isEqualTo(Verdict.UNDECIDED);
        assertThat(around(1, 1 + ULP).rounded(1 + ULP)).isEqualTo(Verdict.UNDECIDED);
        assertThat(around(1, 1 + ULP).rounded(1 + 2 * ULP)).isEqualTo(Verdict.WRONG);
        assertThat(around(1, 1 + ULP).rounded(1 - ULP)).isEqualTo(Verdict.WRONG);
        Decision single = new Decision(Format.F32, Interval.of(0.1));
        assertThat(single.rounded(0.1f)).isEqualTo(Verdict.RIGHT);
        assertThat(single.rounded(Math.nextUp(0.1f))).isEqualTo(Verdict.WRONG);
    }

    @Test
    void whatIsReachableIsRightAndWhatIsFarIsWrong() {
        double radius = 4 * ULP;
        List<Interval> set = List.of(Interval.of(1 - radius, 1 + radius));
        assertThat(ONE.reachable(1 + radius, set)).isEqualTo(Verdict.RIGHT);
        assertThat(ONE.reachable(1 + radius + ULP, set)).isEqualTo(Verdict.UNDECIDED);
        assertThat(ONE.reachable(1 + 16 * radius, set)).isEqualTo(Verdict.UNDECIDED);
        assertThat(ONE.reachable(1 + 16 * radius + ULP, set)).isEqualTo(Verdict.WRONG);
        assertThat(ONE.reachable(1 - 16 * radius - ULP, set)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void anotherOrderOfAccumulationCounts() {
        List<Interval> sets = List.of(Interval.ONE, Interval.of(1, 1 + 1000 * ULP));
        assertThat(ONE.reachable(1 + 1000 * ULP, sets)).isEqualTo(Verdict.RIGHT);
        assertThat(ONE.reachable(1 + 2000 * ULP, sets)).isEqualTo(Verdict.UNDECIDED);
        assertThat(ONE.reachable(1 + 20_000 * ULP, sets)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void oneUlpOffIsNeverWrong() {
        List<Interval> point = List.of(Interval.ONE);
        assertThat(ONE.reachable(1 + ULP, point)).isEqualTo(Verdict.UNDECIDED);
        assertThat(ONE.reachable(1 + 2 * ULP, point)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aWideSetTellsNothing() {
        double radius = 1e-3;
        assertThat(ONE.isTelling(Interval.of(1 - radius / 2, 1 + radius / 2))).isTrue();
        assertThat(ONE.isTelling(Interval.of(1 - 1.01 * radius, 1 + 1.01 * radius))).isFalse();
        assertThat(ONE.reachable(1.001, List.of(Interval.of(0.99, 1.01)))).isEqualTo(Verdict.UNDECIDED);
        assertThat(ONE.reachable(1.2, List.of(Interval.of(0.99, 1.01)))).isEqualTo(Verdict.WRONG);
        assertThat(ONE.reachable(1e10, List.of(Interval.ENTIRE))).isEqualTo(Verdict.UNDECIDED);
        assertThat(ONE.reachable(1, List.of(Interval.ENTIRE))).as("the truth itself").isEqualTo(Verdict.RIGHT);
    }

    @Test
    void infinitiesAreRightBeyondTheFormatOnly() {
        Decision beyond = new Decision(Format.F64, Interval.of(Double.MAX_VALUE).scale(1));
        assertThat(beyond.reachable(Double.POSITIVE_INFINITY, List.of())).isEqualTo(Verdict.RIGHT);
        assertThat(beyond.reachable(Double.NEGATIVE_INFINITY, List.of())).isEqualTo(Verdict.WRONG);
        assertThat(beyond.reachable(Double.NaN, List.of())).isEqualTo(Verdict.WRONG);
        assertThat(ONE.reachable(Double.POSITIVE_INFINITY, List.of())).isEqualTo(Verdict.WRONG);
        Decision nearly = new Decision(Format.F64, Interval.of(Math.nextDown(Double.MAX_VALUE)));
        assertThat(nearly.relative(Double.POSITIVE_INFINITY, 1)).isEqualTo(Verdict.UNDECIDED);
        Decision small = new Decision(Format.F32, Interval.of(1e39));
        assertThat(small.ulps(Double.POSITIVE_INFINITY, 1)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aDerivativeNearbyIsRightWhereInputsAreRounded() {
        Interval over = Interval.of(0.9999, 1.0001);
        Decision single = new Decision(Format.F32, Interval.ONE);
        assertThat(single.within(1.0001, over)).isEqualTo(Verdict.RIGHT);
        assertThat(single.within(1.001, over)).isEqualTo(Verdict.WRONG);
        assertThat(single.within(1.001, Interval.of(0.5, 2))).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void withoutSetsUlpsDecide() {
        assertThat(ONE.near(1 + 64 * ULP)).isEqualTo(Verdict.RIGHT);
        assertThat(ONE.near(1 + 65 * ULP)).isEqualTo(Verdict.UNDECIDED);
        assertThat(ONE.near(1 + 0x1p20 * ULP)).isEqualTo(Verdict.UNDECIDED);
        assertThat(ONE.near(1 + (0x1p20 + 1) * ULP)).isEqualTo(Verdict.WRONG);
    }
}
