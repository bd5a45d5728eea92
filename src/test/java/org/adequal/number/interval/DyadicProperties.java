package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.adequal.number.Rational;

/** Against exact fractions. */
class DyadicProperties {

    @Provide
    Arbitrary<Dyadic> dyadics() {
        Arbitrary<BigInteger> significands = Arbitraries.bigIntegers()
                .between(BigInteger.ONE.shiftLeft(200).negate(), BigInteger.ONE.shiftLeft(200));
        Arbitrary<BigInteger> short_ = Arbitraries.bigIntegers().between(BigInteger.valueOf(-20),
                BigInteger.valueOf(20));
        return Combinators.combine(Arbitraries.oneOf(significands, short_), Arbitraries.longs().between(-400, 400))
                .as(Dyadic::of);
    }

    @Property(tries = 300)
    void sumsAndProductsAreExact(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b) {
        assertThat(a.plus(b).toRational()).isEqualTo(a.toRational().plus(b.toRational()));
        assertThat(a.minus(b).toRational()).isEqualTo(a.toRational().minus(b.toRational()));
        assertThat(a.times(b).toRational()).isEqualTo(a.toRational().times(b.toRational()));
        assertThat(a.compareTo(b)).isEqualTo(a.toRational().compareTo(b.toRational()));
    }

    @Property(tries = 300)
    void roundingGivesTheNeighbours(@ForAll("dyadics") Dyadic a, @ForAll @IntRange(min = 2, max = 250) int bits) {
        assertNeighbours(a.rounded(bits, Direction.DOWN), a.toRational(), a.rounded(bits, Direction.UP), bits);
    }

    @Property(tries = 300)
    void roundedSumsAreTheNeighbours(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b,
            @ForAll @IntRange(min = 2, max = 250) int bits) {
        assertNeighbours(Dyadic.sum(a, b, bits, Direction.DOWN), a.toRational().plus(b.toRational()),
                Dyadic.sum(a, b, bits, Direction.UP), bits);
    }

    @Property(tries = 300)
    void roundedQuotientsAreTheNeighbours(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b,
            @ForAll @IntRange(min = 2, max = 250) int bits) {
        if (!b.isZero()) {
            Rational exact = a.toRational().dividedBy(b.toRational());
            assertNeighbours(Dyadic.quotient(a, b, bits, Direction.DOWN), exact,
                    Dyadic.quotient(a, b, bits, Direction.UP), bits);
            assertThat(Dyadic.quotient(a, b, bits)).isEqualTo(new Interval(Dyadic.quotient(a, b, bits, Direction.DOWN),
                    Dyadic.quotient(a, b, bits, Direction.UP)));
        }
    }

    @Property(tries = 300)
    void rootsAreTheNeighbours(@ForAll("dyadics") Dyadic a, @ForAll @IntRange(min = 2, max = 7) int n,
            @ForAll @IntRange(min = 2, max = 200) int bits) {
        Dyadic size = a.abs();
        Dyadic low = Dyadic.root(size, n, bits, Direction.DOWN);
        Dyadic high = Dyadic.root(size, n, bits, Direction.UP);
        assertThat(low.toRational().pow(n)).isLessThanOrEqualTo(size.toRational());
        assertThat(high.toRational().pow(n)).isGreaterThanOrEqualTo(size.toRational());
        assertThat(new Interval(low, high).isTight(bits)).isTrue();
        assertThat(low.stripped().significand().bitLength()).isLessThanOrEqualTo(bits);
        assertThat(Dyadic.root(power(size, n), n, 250, Direction.DOWN)).isEqualTo(size);
        assertThat(Dyadic.root(power(size, n), n, 250, Direction.UP)).isEqualTo(size);
    }

    private static Dyadic power(Dyadic a, int n) {
        Dyadic result = Dyadic.ONE;
        for (int i = 0; i < n; i++) {
            result = result.times(a);
        }
        return result;
    }

    private static void assertNeighbours(Dyadic low, Rational exact, Dyadic high, int bits) {
        assertThat(low.toRational()).isLessThanOrEqualTo(exact);
        assertThat(high.toRational()).isGreaterThanOrEqualTo(exact);
        assertThat(low.stripped().significand().bitLength()).isLessThanOrEqualTo(bits);
        assertThat(high.stripped().significand().bitLength()).isLessThanOrEqualTo(bits);
        // neighbours, or equal exactly when the number fits
        assertThat(new Interval(low, high).isTight(bits)).isTrue();
        if (low.equals(high)) {
            assertThat(low.toRational()).isEqualTo(exact);
        }
    }

    @Property(tries = 300)
    void doublesAreTheNeighboursAndTheNearest(@ForAll double x, @ForAll @IntRange(min = -3, max = 3) int eighths) {
        // x and numbers a few eighths of an ulp beside it
        Dyadic near = Dyadic.of(x).plus(Dyadic.of(Math.ulp(x)).times(Dyadic.of(eighths)).scale(-3));
        Rational exact = near.toRational();
        assertThat(near.doubleValue()).isEqualTo(exact.doubleValue() + 0.0);
        assertThat(Dyadic.of(near.doubleDown())).isLessThanOrEqualTo(near);
        assertThat(Dyadic.of(near.doubleUp())).isGreaterThanOrEqualTo(near);
        if (eighths == 0) {
            assertThat(near.doubleDown()).isEqualTo(x + 0.0);
            assertThat(near.doubleUp()).isEqualTo(x + 0.0);
        } else {
            assertThat(near.doubleUp()).isEqualTo(Math.nextUp(near.doubleDown()));
        }
    }

    @Property(tries = 300)
    void floorAndRoundAreThoseOfFractions(@ForAll("dyadics") Dyadic a) {
        assertThat(a.floor().toRational()).isEqualTo(a.toRational().floor());
        Rational distance = a.round().toRational().minus(a.toRational()).abs();
        assertThat(distance).isLessThanOrEqualTo(Rational.of(1, 2));
        if (distance.equals(Rational.of(1, 2))) {
            assertThat(a.round().isOddInteger()).isFalse();
        }
    }
}
