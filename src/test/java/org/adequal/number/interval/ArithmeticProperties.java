package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.adequal.number.Rational;

/** Inclusion in every direction, and identities between functions. */
class ArithmeticProperties {

    private static final Arithmetic A = Arithmetic.of(53);
    private static final Arithmetic FINE = Arithmetic.of(128);

    @Provide
    Arbitrary<Dyadic> dyadics() {
        Arbitrary<BigInteger> significands = Arbitraries.bigIntegers()
                .between(BigInteger.ONE.shiftLeft(70).negate(), BigInteger.ONE.shiftLeft(70));
        return Combinators.combine(significands, Arbitraries.longs().between(-90, -62)).as(Dyadic::of);
    }

    @Provide
    Arbitrary<Interval> intervals() {
        return Combinators.combine(dyadics(), dyadics()).as((a, b) -> Interval.of(a).hull(Interval.of(b)));
    }

    @Property(tries = 30)
    void partsStayInsideTheWhole(@ForAll("intervals") Interval x, @ForAll("dyadics") Dyadic other) {
        Interval whole = x.hull(Interval.of(other));
        References.unary(A).forEach((name, f) -> {
            Interval around = f.apply(whole);
            assertThat(around.contains(f.apply(x))).as("%s on %s in %s", name, x, whole).isTrue();
            assertThat(around.contains(f.apply(Interval.of(other)))).as("%s at %s in %s", name, other, whole).isTrue();
        });
    }

    @Property(tries = 30)
    void moreBitsStayInside(@ForAll("intervals") Interval x, @ForAll("dyadics") Dyadic point) {
        Map<String, UnaryOperator<Interval>> fine = References.unary(FINE);
        References.unary(A).forEach((name, f) -> {
            assertThat(f.apply(x).contains(apply(fine, name, x))).as("%s on %s", name, x).isTrue();
            Interval value = apply(fine, name, Interval.of(point));
            assertThat(f.apply(Interval.of(point)).contains(value)).as("%s at %s", name, point).isTrue();
            assertThat(value.isEmpty() || value.isTight(128)).as("%s at %s: %s", name, point, value).isTrue();
        });
    }

    @SuppressWarnings("NullAway") // the maps have the same keys
    private static Interval apply(Map<String, UnaryOperator<Interval>> functions, String name, Interval x) {
        return functions.get(name).apply(x);
    }

    @Property(tries = 100)
    void partsOfBoxesStayInside(@ForAll("intervals") Interval x, @ForAll("intervals") Interval y,
            @ForAll("dyadics") Dyadic a,
            @ForAll("dyadics") Dyadic b) {
        Interval wideX = x.hull(Interval.of(a));
        Interval wideY = y.hull(Interval.of(b));
        Map<String, BinaryOperator<Interval>> all = References.binary(A);
        all.forEach((name, f) -> {
            Interval around = f.apply(wideX, wideY);
            assertThat(around.contains(f.apply(x, y))).as("%s on %s, %s in %s, %s", name, x, y, wideX, wideY).isTrue();
            assertThat(around.contains(f.apply(Interval.of(a), Interval.of(b))))
                    .as("%s at %s, %s in %s, %s", name, a, b, wideX, wideY).isTrue();
        });
        for (BinaryOperator<Interval> f : List.<BinaryOperator<Interval>>of(A::plus, A::minus, A::times, A::divide,
                A::min, A::max)) {
            assertThat(f.apply(wideX, wideY).contains(f.apply(x, y))).isTrue();
            assertThat(f.apply(wideX, wideY).contains(f.apply(Interval.of(a), Interval.of(b)))).isTrue();
        }
    }

    @Property
    void arithmeticEnclosesTheFraction(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b) {
        Rational x = a.toRational();
        Rational y = b.toRational();
        assertHolds(A.plus(Interval.of(a), Interval.of(b)), x.plus(y));
        assertHolds(A.minus(Interval.of(a), Interval.of(b)), x.minus(y));
        assertHolds(A.times(Interval.of(a), Interval.of(b)), x.times(y));
        assertHolds(A.power(Interval.of(a), 5), x.pow(5));
        assertHolds(A.of(x), x);
        if (!y.isZero()) {
            assertHolds(A.divide(Interval.of(a), Interval.of(b)), x.dividedBy(y));
            assertHolds(A.power(Interval.of(b), -3), y.pow(-3));
            assertHolds(FINE.mod(Interval.of(a), Interval.of(b)), x.minus(y.times(x.dividedBy(y).floor())));
        }
    }

    private static void assertHolds(Interval found, Rational truth) {
        assertThat(found.lo().toRational()).isLessThanOrEqualTo(truth);
        assertThat(found.hi().toRational()).isGreaterThanOrEqualTo(truth);
        assertThat(found.isPoint() || found.isTight(found.lo().significand().bitLength() > 60 ? 128 : 53)).isTrue();
    }

    @Property(tries = 80)
    void identities(@ForAll("dyadics") Dyadic number) {
        Interval x = Interval.of(number);
        Interval sin = A.sin(x);
        Interval cos = A.cos(x);
        assertThat(A.plus(A.square(sin), A.square(cos)).contains(Dyadic.ONE)).isTrue();
        assertThat(A.divide(sin, cos).contains(A.tan(x))).isTrue();
        assertThat(A.log(A.exp(x)).contains(number)).isTrue();
        assertThat(A.atan(A.tan(A.atan(x))).contains(FINE.atan(x))).isTrue();
        assertThat(A.asinh(A.sinh(x)).contains(number)).isTrue();
        assertThat(A.minus(A.square(A.cosh(x)), A.square(A.sinh(x))).contains(Dyadic.ONE)).isTrue();
        assertThat(A.plus(A.erf(x), A.erfc(x)).contains(Dyadic.ONE)).isTrue();
        assertThat(A.plus(A.atan(x), A.acot(x)).contains(FINE.pi().scale(-1))).isTrue();
        assertThat(A.minus(A.softplus(x), A.softplus(x.negate())).contains(number)).isTrue();
        if (!number.isZero() && !number.isInteger()) {
            Interval next = Interval.of(number.plus(Dyadic.ONE));
            assertThat(A.times(x, A.gamma(x)).contains(FINE.gamma(next))).isTrue();
            assertThat(A.plus(A.lgamma(x), A.log(A.abs(x))).contains(FINE.lgamma(next))).isTrue();
            assertThat(A.plus(A.digamma(x), A.divide(Interval.ONE, x)).contains(FINE.digamma(next))).isTrue();
            assertThat(A.minus(A.polygamma(4, x), A.divide(Interval.of(-24), A.power(x, 5)))
                    .contains(FINE.polygamma(4, next))).isTrue();
        }
        if (number.signum() > 0) {
            assertThat(A.exp(A.log(x)).contains(number)).isTrue();
            assertThat(A.square(A.sqrt(x)).contains(number)).isTrue();
            assertThat(A.pow(x, Interval.of(0.75)).contains(FINE.sqrt(FINE.sqrt(FINE.power(x, 3))))).isTrue();
        }
    }

    /** All pairs of special numbers as ends: nothing is thrown, and the value at each special number inside is inside. */
    @Example
    void specialEnds() {
        Arithmetic coarse = Arithmetic.of(24);
        List<Dyadic> numbers = special();
        References.unary(coarse).forEach((name, f) -> {
            List<Interval> values = numbers.stream().map(x -> x.isFinite() ? f.apply(Interval.of(x)) : Interval.EMPTY)
                    .toList();
            for (int i = 0; i < numbers.size(); i++) {
                for (int j = i + 1; j < numbers.size(); j++) {
                    Interval around = f.apply(new Interval(numbers.get(i), numbers.get(j)));
                    for (int k = i; k <= j; k++) {
                        assertThat(around.contains(values.get(k)))
                                .as("%s at %s in [%s, %s]: %s in %s", name, numbers.get(k),
                                        numbers.get(i), numbers.get(j), values.get(k), around)
                                .isTrue();
                    }
                }
            }
        });
    }

    @Example
    void specialBoxes() {
        Arithmetic coarse = Arithmetic.of(24);
        List<Dyadic> numbers = special().stream().filter(Dyadic::isFinite).toList();
        References.binary(coarse).forEach((name, f) -> {
            for (Dyadic x : numbers) {
                for (Dyadic y : numbers) {
                    Interval value = f.apply(Interval.of(x), Interval.of(y));
                    for (Interval wideX : List.of(Interval.of(x), Interval.of(x).hull(Interval.ONE),
                            Interval.of(x).hull(Interval.of(-0.5)))) {
                        for (Interval wideY : List.of(Interval.of(y).hull(Interval.ONE),
                                Interval.of(y).hull(Interval.of(-0.5)))) {
                            assertThat(f.apply(wideX, wideY).contains(value))
                                    .as("%s at %s, %s in %s, %s", name, x, y, wideX, wideY).isTrue();
                        }
                    }
                }
            }
        });
    }

    private static List<Dyadic> special() {
        List<Dyadic> result = new ArrayList<>(List.of(Dyadic.NEGATIVE_INFINITY, Dyadic.HUGE.negate(), Dyadic.of(-1e300),
                Dyadic.of(-1e5),
                Dyadic.of(-20.5), Dyadic.of(-3), Dyadic.of(-2.5), Dyadic.of(-2), Dyadic.of(-Math.PI / 2), Dyadic.of(-1),
                Dyadic.of(-0.75),
                Dyadic.of(-0.5), Dyadic.of(-0.25), Dyadic.of(-Double.MIN_VALUE), Dyadic.TINY.negate(), Dyadic.ZERO));
        for (int i = result.size() - 2; i >= 0; i--) {
            result.add(result.get(i).negate());
        }
        return result;
    }
}
