package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RationalTest {

    @Test
    void decimalsAreExact() {
        assertThat(Rational.parse("0.1").plus(Rational.parse("0.2"))).isEqualTo(Rational.of(3, 10));
        assertThat(Rational.parse("1e-7")).isEqualTo(Rational.of(1, 10_000_000));
        assertThat(Rational.parse("1e3")).isEqualTo(Rational.of(1000));
        assertThat(Rational.of(6, -4)).hasToString("-3/2");
        assertThat(Rational.of(-0.0)).isEqualTo(Rational.ZERO);
    }

    @Test
    void zeroIsNoDivisor() {
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.ZERO.pow(-1)).isInstanceOf(ArithmeticException.class);
        assertThat(Rational.ZERO.pow(0)).isEqualTo(Rational.ONE);
    }

    @Test
    void floorOfNegatives() {
        assertThat(Rational.of(-3, 2).floor()).isEqualTo(Rational.of(-2));
        assertThat(Rational.of(-4, 2).floor()).isEqualTo(Rational.of(-2));
        assertThat(Rational.of(3, 2).floor()).isEqualTo(Rational.of(1));
    }

    @Test
    void finiteDecimals() {
        assertThat(Rational.of(3, 40).isDecimal()).isTrue();
        assertThat(Rational.of(1, 3).isDecimal()).isFalse();
        assertThat(Rational.of(7).isDecimal()).isTrue();
    }

    @Property
    void everyFiniteDoubleComesBack(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Rational.of(value).doubleValue()).isEqualTo(value == 0 ? 0.0 : value);
        }
    }

    /** Half way between two neighbours goes to the even one, a little more or less to its own side. */
    @Property
    void roundsToNearestEven(@ForAll long bits) {
        double low = Math.abs(Double.longBitsToDouble(bits));
        double high = Math.nextUp(low);
        if (Double.isFinite(high)) {
            Rational middle = Rational.of(low).plus(Rational.of(high)).dividedBy(Rational.TWO);
            Rational little = Rational.of(1, 3).times(Rational.of(Double.MIN_VALUE)).pow(2);
            boolean evenLow = (Double.doubleToRawLongBits(low) & 1) == 0;
            assertThat(middle.doubleValue()).isEqualTo(evenLow ? low : high);
            assertThat(middle.minus(little).doubleValue()).isEqualTo(low);
            assertThat(middle.plus(little).negate().doubleValue()).isEqualTo(-high);
        }
    }

    @Property
    void decimalTextsRoundAsJavaDoes(@ForAll BigDecimal decimal) {
        assertThat(Rational.of(decimal).doubleValue())
                .isEqualTo(decimal.doubleValue() == 0 ? 0.0 : decimal.doubleValue());
    }

    @Test
    void beyondTheRangeOfDoubles() {
        assertThat(Rational.of(BigInteger.TEN.pow(400)).negate().doubleValue()).isNegative().isInfinite();
        assertThat(Rational.of(BigInteger.TEN.pow(400)).reciprocal().doubleValue()).isZero();
        assertThat(Rational.of(BigInteger.TEN.pow(309)).doubleValue()).isInfinite();
    }
}
