package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.IntStream;
import org.adequal.number.Rational;
import org.junit.jupiter.api.Test;

class ConstantsTest {

    private static final String PI = "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798215";
    private static final String LN2 = "0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605863326996418687542001";
    private static final String E = "2.718281828459045235360287471352662497757247093699959574966967627724076630353547594571382178525166427";

    @Test
    void integersAreAtMostTwoBelow() {
        for (int bits : new int[]{0, 1, 8, 53, 128, 300}) {
            assertBelow(Constants.pi(bits), PI, bits);
            assertBelow(Constants.ln2(bits), LN2, bits);
        }
    }

    private static void assertBelow(BigInteger value, String digits, int bits) {
        BigDecimal scaled = new BigDecimal(digits).multiply(new BigDecimal(BigInteger.ONE.shiftLeft(bits)));
        assertThat(new BigDecimal(value)).isLessThanOrEqualTo(scaled);
        assertThat(new BigDecimal(value.add(BigInteger.TWO))).isGreaterThan(scaled);
    }

    @Test
    void intervalsAreTheNeighbours() {
        for (int bits : new int[]{2, 24, 53, 113, 200, 300}) {
            assertNeighbours(Arithmetic.of(bits).pi(), PI, bits);
            assertNeighbours(Arithmetic.of(bits).e(), E, bits);
            assertNeighbours(Arithmetic.of(bits).log(Interval.TWO), LN2, bits);
        }
    }

    private static void assertNeighbours(Interval found, String digits, int bits) {
        Rational truth = Rational.parse(digits);
        assertThat(found.lo().toRational()).isLessThan(truth);
        assertThat(found.hi().toRational()).isGreaterThan(truth);
        assertThat(found.isTight(bits)).isTrue();
    }

    @Test
    void longerConstantsAgreeWithShorterOnes() {
        BigInteger pi = Constants.pi(20_000);
        BigInteger ln2 = Constants.ln2(20_000);
        for (int bits : new int[]{100, 1_000, 5_000, 19_999}) {
            assertThat(pi.shiftRight(20_000 - bits).subtract(Constants.pi(bits)).abs())
                    .isLessThanOrEqualTo(BigInteger.TWO);
            assertThat(ln2.shiftRight(20_000 - bits).subtract(Constants.ln2(bits)).abs())
                    .isLessThanOrEqualTo(BigInteger.TWO);
        }
        // sin(pi) from the same digits: off by what pi is off
        Interval sine = Arithmetic.of(64).sin(Interval.of(Dyadic.of(pi, -20_000)));
        assertThat(sine.certainlyPositive()).isTrue();
        assertThat(sine.hi()).isLessThan(Dyadic.powerOfTwo(-19_998));
    }

    @Test
    void concurrentUseAgrees() {
        BigInteger expected = Constants.pi(777);
        assertThat(IntStream.range(0, 200).parallel()
                .mapToObj(i -> Constants.pi(777 + i % 40 * 100).shiftRight(i % 40 * 100)))
                .allMatch(found -> found.subtract(expected).abs().compareTo(BigInteger.ONE) <= 0);
    }

    @Test
    void bernoulliNumbers() {
        assertThat(Bernoulli.even(1)).isEqualTo(Rational.of(1, 6));
        assertThat(Bernoulli.even(2)).isEqualTo(Rational.of(-1, 30));
        assertThat(Bernoulli.even(6)).isEqualTo(Rational.of(-691, 2730));
        assertThat(Bernoulli.even(10)).isEqualTo(Rational.of(-174611, 330));
        // von Staudt and Clausen: the denominator of B_200 is the product of the primes p with p - 1 dividing 200
        assertThat(Bernoulli.even(100).denominator()).isEqualTo(BigInteger.valueOf(2L * 3 * 5 * 11 * 41 * 101));
    }

    /** Asked for at the very length that was computed, nothing is dropped: a cut series or a short guard shows. */
    @Test
    void theirLastPlacesHold() {
        Constants.pi(40_000);
        Constants.ln2(40_000);
        BigInteger pi = Constants.pi(50_000);
        BigInteger ln2 = Constants.ln2(50_000);
        assertThat(Constants.pi(80_000).shiftRight(30_000).subtract(pi)).isBetween(BigInteger.ONE.negate(),
                BigInteger.TWO);
        assertThat(Constants.ln2(80_000).shiftRight(30_000).subtract(ln2)).isBetween(BigInteger.ONE.negate(),
                BigInteger.TWO);
    }
}
