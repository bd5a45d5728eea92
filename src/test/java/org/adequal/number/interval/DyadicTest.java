package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class DyadicTest {

    private static final Dyadic FAR = Dyadic.powerOfTwo(-(1L << 40) + 5);

    @Test
    void representationsOfOneNumberAreEqual() {
        Dyadic four = Dyadic.of(BigInteger.ONE, 2);
        assertThat(Dyadic.of(4)).isEqualTo(four).hasSameHashCodeAs(four).isEqualByComparingTo(four);
        assertThat(Dyadic.of(BigInteger.ZERO, 77)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.of(-0.0)).isEqualTo(Dyadic.ZERO);
    }

    @Test
    void doublesAreTakenExactly() {
        assertThat(Dyadic.of(0.1).toRational().toString()).isEqualTo("3602879701896397/36028797018963968");
        assertThat(Dyadic.of(Double.MIN_VALUE)).isEqualTo(Dyadic.powerOfTwo(-1074));
        assertThat(Dyadic.of(-Double.MAX_VALUE))
                .isEqualTo(Dyadic.of(BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE), 971).negate());
        assertThat(Dyadic.of(Double.NEGATIVE_INFINITY)).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> Dyadic.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neighboursAtTheEdgesOfTheDoubles() {
        Dyadic half = Dyadic.powerOfTwo(-1075);
        assertThat(half.doubleValue()).isZero();
        assertThat(half.doubleUp()).isEqualTo(Double.MIN_VALUE);
        assertThat(half.doubleDown()).isZero();
        assertThat(half.times(Dyadic.of(3)).doubleValue()).isEqualTo(2 * Double.MIN_VALUE); // tie to even
        assertThat(half.plus(Dyadic.powerOfTwo(-1200)).doubleValue()).isEqualTo(Double.MIN_VALUE);
        assertThat(FAR.doubleValue()).isZero();
        assertThat(FAR.negate().doubleDown()).isEqualTo(-Double.MIN_VALUE);
        assertThat(Double.doubleToRawLongBits(FAR.negate().doubleUp())).isZero(); // no minus zero
        Dyadic tie = Dyadic.powerOfTwo(1024).minus(Dyadic.powerOfTwo(970));
        assertThat(tie.doubleValue()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(tie.minus(Dyadic.ONE).doubleValue()).isEqualTo(Double.MAX_VALUE);
        assertThat(tie.doubleDown()).isEqualTo(Double.MAX_VALUE);
        assertThat(tie.doubleUp()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Dyadic.HUGE.doubleValue()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Dyadic.HUGE.negate().doubleUp()).isEqualTo(-Double.MAX_VALUE);
        assertThat(Dyadic.of(1).plus(Dyadic.powerOfTwo(-53)).doubleValue()).isEqualTo(1);
        assertThat(Dyadic.of(1).plus(Dyadic.powerOfTwo(-53)).plus(Dyadic.powerOfTwo(-99)).doubleValue())
                .isEqualTo(Math.nextUp(1.0));
    }

    @Test
    void sumsOfFarTermsRoundOneStepWithoutAllocating() {
        Dyadic above = Dyadic.sum(Dyadic.ONE, FAR, 64, Direction.UP);
        assertThat(above).isEqualTo(Dyadic.ONE.plus(Dyadic.powerOfTwo(-63)));
        assertThat(Dyadic.sum(Dyadic.ONE, FAR, 64, Direction.DOWN)).isEqualTo(Dyadic.ONE);
        // below a power of two the numbers are twice as dense
        assertThat(Dyadic.sum(Dyadic.ONE, FAR.negate(), 64, Direction.DOWN))
                .isEqualTo(Dyadic.ONE.minus(Dyadic.powerOfTwo(-64)));
        assertThat(Dyadic.sum(FAR.negate(), Dyadic.ONE, 64, Direction.UP)).isEqualTo(Dyadic.ONE);
        assertThat(Dyadic.sum(Dyadic.MINUS_ONE, FAR, 64, Direction.UP))
                .isEqualTo(Dyadic.MINUS_ONE.plus(Dyadic.powerOfTwo(-64)));
        assertThatThrownBy(() -> Dyadic.ONE.plus(FAR)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void magnitudesBeyondTheRangeGiveBoundsOnTheProperSide() {
        Dyadic large = Dyadic.HUGE.times(Dyadic.of(3));
        assertThat(large.rounded(64, Direction.DOWN)).isEqualTo(Dyadic.HUGE);
        assertThat(large.rounded(64, Direction.UP)).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(large.negate().rounded(64, Direction.UP)).isEqualTo(Dyadic.HUGE.negate());
        assertThat(large.negate().rounded(64, Direction.DOWN)).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        Dyadic small = Dyadic.TINY.times(Dyadic.HALF);
        assertThat(small.rounded(64, Direction.DOWN)).isEqualTo(Dyadic.ZERO);
        assertThat(small.rounded(64, Direction.UP)).isEqualTo(Dyadic.TINY);
        assertThat(small.negate().rounded(64, Direction.DOWN)).isEqualTo(Dyadic.TINY.negate());
        assertThat(small.negate().rounded(64, Direction.UP)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.HUGE.rounded(64, Direction.UP)).isEqualTo(Dyadic.HUGE);
        assertThat(Dyadic.TINY.rounded(64, Direction.DOWN)).isEqualTo(Dyadic.TINY);
    }

    @Test
    void infinitiesOrderAndCombine() {
        assertThat(Dyadic.NEGATIVE_INFINITY).isLessThan(Dyadic.HUGE.negate());
        assertThat(Dyadic.POSITIVE_INFINITY).isGreaterThan(Dyadic.HUGE);
        assertThat(Dyadic.POSITIVE_INFINITY.times(Dyadic.ZERO)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.POSITIVE_INFINITY.times(Dyadic.MINUS_ONE)).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        assertThat(Dyadic.POSITIVE_INFINITY.plus(Dyadic.ONE)).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThatThrownBy(() -> Dyadic.POSITIVE_INFINITY.minus(Dyadic.POSITIVE_INFINITY))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Dyadic.quotient(Dyadic.ONE, Dyadic.NEGATIVE_INFINITY, 64, Direction.UP)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.quotient(Dyadic.NEGATIVE_INFINITY, Dyadic.of(-2), 64, Direction.UP))
                .isEqualTo(Dyadic.POSITIVE_INFINITY);
    }

    @Test
    void integersAreRecognisedAndRounded() {
        assertThat(Dyadic.of(BigInteger.valueOf(12), -2).isInteger()).isTrue();
        assertThat(Dyadic.of(BigInteger.valueOf(12), -3).isInteger()).isFalse();
        assertThat(Dyadic.of(BigInteger.valueOf(12), -2).isOddInteger()).isTrue();
        assertThat(Dyadic.HUGE.isInteger()).isTrue();
        assertThat(Dyadic.of(-2.5).floor()).isEqualTo(Dyadic.of(-3));
        assertThat(FAR.negate().floor()).isEqualTo(Dyadic.MINUS_ONE);
        assertThat(FAR.negate().round()).isEqualTo(Dyadic.ZERO);
        double[] values = {-2.5, -1.5, -0.5, -0.25, 0.5, 0.75, 1.5, 2.5, 3.49, 1e300, 0};
        for (double value : values) {
            assertThat(Dyadic.of(value).round()).isEqualTo(Dyadic.of(Math.rint(value)));
        }
    }

    @Test
    void printsShortNumbersAsDecimals() {
        assertThat(Dyadic.of(-0.375)).hasToString("-0.375");
        assertThat(Dyadic.powerOfTwo(100)).hasToString("1*2^100");
    }

    /** A long number whose last place is far below, and whose first is not: it is more than a nudge. */
    @Test
    void sumsWithLongSmallerTermsAreExactBeforeTheyAreRounded() {
        for (int top : new int[]{-40, -63, -64, -65, -66, -70}) {
            Dyadic small = Dyadic.of(BigInteger.ONE.shiftLeft(300).subtract(BigInteger.ONE), top - 299);
            Dyadic exact = Dyadic.of(BigInteger.ONE.shiftLeft(299 - top).add(small.significand()), top - 299);
            for (Direction direction : Direction.values()) {
                assertThat(Dyadic.sum(Dyadic.ONE, small, 64, direction)).isEqualTo(exact.rounded(64, direction));
                assertThat(Dyadic.sum(small.negate(), Dyadic.MINUS_ONE, 64, direction))
                        .isEqualTo(exact.negate().rounded(64, direction));
            }
        }
    }
}
