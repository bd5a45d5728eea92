package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {

    private static final Interval STRADDLING = Interval.of(-1.0, 2.0);

    @Test
    void endsMustBeInOrder() {
        assertThatThrownBy(() -> Interval.of(2.0, 1.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Interval.EMPTY.isEmpty()).isTrue();
        assertThat(Interval.EMPTY).hasToString("empty");
        assertThat(STRADDLING).hasToString("[-1, 2]");
    }

    @Test
    void certainAndPossibleSigns() {
        assertThat(STRADDLING.certainlyNotZero()).isFalse();
        assertThat(STRADDLING.mayBeZero() && STRADDLING.mayBePositive() && STRADDLING.mayBeNegative()).isTrue();
        assertThat(Interval.ZERO.certainlyZero() && Interval.ZERO.mayBeZero()).isTrue();
        assertThat(Interval.ZERO.mayBePositive() || Interval.ZERO.mayBeNegative()).isFalse();
        assertThat(Interval.UNIT.certainlyPositive()).isFalse();
        assertThat(Interval.UNIT.certainlyNotNegative()).isTrue();
        assertThat(Interval.UNIT.negate().certainlyNotPositive()).isTrue();
        assertThat(Interval.ONE.certainlyPositive() && Interval.ONE.certainlyNotZero()).isTrue();
        assertThat(Interval.MINUS_ONE.certainlyNegative()).isTrue();
    }

    @Test
    void nothingIsCertainNorPossibleOfTheEmptyInterval() {
        Interval empty = Interval.EMPTY;
        assertThat(empty.certainlyPositive() || empty.certainlyNegative() || empty.certainlyZero()
                || empty.certainlyNotZero()
                || empty.certainlyNotNegative() || empty.certainlyNotPositive() || empty.certainlyInteger()
                || empty.certainlyLess(Interval.ONE) || empty.certainlyEqual(empty)).isFalse();
        assertThat(empty.mayBeZero() || empty.mayBePositive() || empty.mayBeNegative() || empty.mayBeInteger()
                || empty.mayBeLess(Interval.ONE) || empty.mayBeEqual(Interval.ENTIRE)).isFalse();
        assertThat(empty.isBounded()).isFalse();
        assertThat(empty.contains(0.0)).isFalse();
    }

    @Test
    void comparisonsAreThreeValued() {
        assertThat(Interval.UNIT.certainlyLess(Interval.TWO)).isTrue();
        assertThat(Interval.UNIT.certainlyLess(Interval.ONE)).isFalse();
        assertThat(Interval.UNIT.mayBeLess(Interval.ONE)).isTrue();
        assertThat(Interval.ONE.mayBeLess(Interval.UNIT)).isFalse();
        assertThat(Interval.ONE.certainlyEqual(Interval.of(1))).isTrue();
        assertThat(Interval.UNIT.certainlyEqual(Interval.UNIT)).isFalse();
        assertThat(Interval.UNIT.mayBeEqual(Interval.ONE)).isTrue();
        assertThat(Interval.UNIT.mayBeEqual(Interval.TWO)).isFalse();
    }

    @Test
    void integersInside() {
        assertThat(Interval.of(3).certainlyInteger()).isTrue();
        assertThat(Interval.of(0.5).certainlyInteger() || Interval.of(0.5).mayBeInteger()).isFalse();
        assertThat(Interval.of(0.5, 0.75).mayBeInteger()).isFalse();
        assertThat(Interval.of(0.5, 1.0).mayBeInteger()).isTrue();
        assertThat(Interval.of(-1.0, -0.5).mayBeInteger()).isTrue();
        assertThat(Interval.of(-1.0, -0.5).certainlyInteger()).isFalse();
        assertThat(Interval.ENTIRE.mayBeInteger()).isTrue();
    }

    @Test
    void sets() {
        assertThat(STRADDLING.intersection(Interval.of(1.0, 5.0))).isEqualTo(Interval.of(1.0, 2.0));
        assertThat(STRADDLING.intersection(Interval.of(3.0, 5.0))).isEqualTo(Interval.EMPTY);
        assertThat(STRADDLING.intersection(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
        assertThat(STRADDLING.hull(Interval.of(3.0, 5.0))).isEqualTo(Interval.of(-1.0, 5.0));
        assertThat(STRADDLING.hull(Interval.EMPTY)).isEqualTo(STRADDLING);
        assertThat(Interval.ENTIRE.contains(STRADDLING) && STRADDLING.contains(Interval.EMPTY)).isTrue();
        assertThat(STRADDLING.contains(Interval.ENTIRE)).isFalse();
        assertThat(STRADDLING.width()).isEqualTo(Dyadic.of(3));
        assertThat(STRADDLING.magnitude()).isEqualTo(Dyadic.TWO);
        assertThat(STRADDLING.mignitude()).isEqualTo(Dyadic.ZERO);
        assertThat(Interval.of(-3.0, -2.0).mignitude()).isEqualTo(Dyadic.TWO);
        assertThat(STRADDLING.middle(53)).isEqualTo(Dyadic.HALF);
    }

    @Test
    void doublesAround() {
        Interval tenth = Arithmetic.of(100).divide(Interval.ONE, Interval.of(10));
        assertThat(tenth.doubleHigh()).isEqualTo(0.1);
        assertThat(tenth.doubleLow()).isEqualTo(Math.nextDown(0.1));
    }

    @Test
    void tightMeansNeighbours() {
        Dyadic step = Dyadic.powerOfTwo(-9);
        assertThat(new Interval(Dyadic.ONE, Dyadic.ONE.plus(step)).isTight(10)).isTrue();
        assertThat(new Interval(Dyadic.ONE, Dyadic.ONE.plus(step)).isTight(11)).isFalse();
        assertThat(new Interval(Dyadic.ONE.minus(step), Dyadic.ONE).isTight(10)).isFalse();
        assertThat(new Interval(Dyadic.ONE.minus(step.scale(-1)), Dyadic.ONE).isTight(10)).isTrue();
        assertThat(STRADDLING.isTight(2)).isFalse();
    }

    @Test
    void roundedMiddlesStayInside() {
        Interval narrow = Interval.of(1.25, 1.375);
        assertThat(narrow.contains(narrow.middle(2))).isTrue();
        Interval below = Interval.of(-1.375, -1.25);
        assertThat(below.contains(below.middle(2))).isTrue();
    }

    @Test
    void widthsAndMignitudesAreOnTheSafeSide() {
        Interval wide = new Interval(Dyadic.powerOfTwo(-100).negate(), Dyadic.ONE);
        assertThat(wide.width()).isGreaterThan(Dyadic.ONE);
        assertThat(Interval.of(2.0, 3.0).mignitude()).isEqualTo(Dyadic.TWO);
        assertThat(Interval.of(-3.0, 2.0).magnitude()).isEqualTo(Dyadic.of(3));
    }
}
