package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Intervals as arguments: extrema, poles, ends of domains, unbounded ends. */
class ArithmeticTest {

    private static final Arithmetic A = Arithmetic.of(64);
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Interval of(double lo, double hi) {
        return Interval.of(lo, hi);
    }

    /** The hull of the function at numbers that are known to be extreme. */
    private static Interval hull(UnaryOperator<Interval> f, double... at) {
        Interval result = Interval.EMPTY;
        for (double x : at) {
            result = result.hull(f.apply(Interval.of(x)));
        }
        return result;
    }

    @Test
    void precisionIsChecked() {
        assertThatThrownBy(() -> Arithmetic.of(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> A.root(Interval.ONE, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> A.polygamma(-1, Interval.ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void productsTakeTheRightEnds() {
        Interval[] all = {of(1, 2), of(-2, -1), of(-1, 2), of(0, 3), of(-3, 0), Interval.ZERO};
        for (Interval x : all) {
            for (Interval y : all) {
                Interval expected = Interval.EMPTY;
                for (Dyadic a : new Dyadic[]{x.lo(), x.hi()}) {
                    expected = expected.hull(Interval.of(a.times(y.lo()))).hull(Interval.of(a.times(y.hi())));
                }
                assertThat(A.times(x, y)).as("%s * %s", x, y).isEqualTo(expected);
            }
        }
        assertThat(A.times(Interval.ENTIRE, Interval.ZERO)).isEqualTo(Interval.ZERO);
        assertThat(A.times(of(1, INF), of(-1, 2))).isEqualTo(Interval.ENTIRE);
        assertThat(A.times(Interval.EMPTY, Interval.ONE)).isEqualTo(Interval.EMPTY);
        assertThat(A.square(of(-2, 1))).isEqualTo(of(0, 4));
        assertThat(A.minus(of(1, 2), of(-1, 5))).isEqualTo(of(-4, 3));
        assertThat(A.plus(of(-INF, 2), of(1, INF))).isEqualTo(Interval.ENTIRE);
    }

    @Test
    void divisionKnowsItsPole() {
        assertThat(A.divide(of(1, 2), of(2, 4))).isEqualTo(of(0.25, 1));
        assertThat(A.divide(of(-1, 2), of(2, 4))).isEqualTo(of(-0.5, 1));
        assertThat(A.divide(of(1, 2), of(-4, -2))).isEqualTo(of(-1, -0.25));
        assertThat(A.divide(Interval.ONE, Interval.ZERO)).isEqualTo(Interval.EMPTY);
        assertThat(A.divide(Interval.ONE, of(-1, 1))).isEqualTo(Interval.ENTIRE);
        assertThat(A.divide(Interval.ZERO, of(-1, 1))).isEqualTo(Interval.ZERO);
        assertThat(A.divide(of(1, 2), of(0, 4))).isEqualTo(of(0.25, INF));
        assertThat(A.divide(of(1, 2), of(-4, 0))).isEqualTo(of(-INF, -0.25));
        assertThat(A.divide(of(0, 2), of(0, 4))).isEqualTo(of(0, INF));
        assertThat(A.divide(of(-1, 2), of(0, 4))).isEqualTo(Interval.ENTIRE);
        assertThat(A.divide(of(1, INF), of(2, INF))).isEqualTo(of(0, INF));
    }

    @Test
    void wavesHaveTopsAndBottoms() {
        assertThat(A.sin(of(0, 3))).isEqualTo(hull(A::sin, 0, 3).hull(Interval.ONE));
        assertThat(A.sin(of(2, 4))).isEqualTo(hull(A::sin, 2, 4));
        assertThat(A.sin(of(-2, -1))).isEqualTo(hull(A::sin, -1).hull(Interval.MINUS_ONE));
        assertThat(A.sin(of(4, 8))).isEqualTo(Interval.MINUS_ONE_TO_ONE);
        assertThat(A.sin(of(-1, 1))).isEqualTo(hull(A::sin, -1, 1));
        assertThat(A.cos(of(-1, 2))).isEqualTo(hull(A::cos, 2).hull(Interval.ONE));
        assertThat(A.cos(of(0, 1))).isEqualTo(hull(A::cos, 1).hull(Interval.ONE));
        assertThat(A.cos(of(3, 3.5))).isEqualTo(hull(A::cos, 3.5).hull(Interval.MINUS_ONE));
        assertThat(A.cos(of(1, 2))).isEqualTo(hull(A::cos, 1, 2));
        assertThat(A.cos(of(1e22, Math.nextUp(1e22)))).isEqualTo(Interval.MINUS_ONE_TO_ONE);
        assertThat(A.sin(of(1, INF))).isEqualTo(Interval.MINUS_ONE_TO_ONE);
        assertThat(A.sin(Interval.of(Dyadic.powerOfTwo(70_000)))).isEqualTo(Interval.MINUS_ONE_TO_ONE);
        // the double nearest to pi/2 is below it, the next above
        double below = Math.PI / 2;
        assertThat(A.sin(of(1.5, below)).hi()).isLessThanOrEqualTo(Dyadic.ONE);
        assertThat(Arithmetic.of(200).sin(of(1.5, below)).hi()).isLessThan(Dyadic.ONE);
        assertThat(Arithmetic.of(200).sin(of(1.5, Math.nextUp(below))).hi()).isEqualTo(Dyadic.ONE);
    }

    @Test
    void polesOfCircularFunctions() {
        double below = Math.PI / 2;
        assertThat(A.tan(of(1, below)).isBounded()).isTrue();
        assertThat(A.tan(of(1, Math.nextUp(below)))).isEqualTo(Interval.ENTIRE);
        assertThat(A.tan(of(-1, 1))).isEqualTo(hull(A::tan, -1, 1));
        assertThat(A.tan(of(2, 4))).isEqualTo(hull(A::tan, 2, 4));
        assertThat(A.cot(Interval.ZERO)).isEqualTo(Interval.EMPTY);
        assertThat(A.cot(of(1, 3))).isEqualTo(hull(A::cot, 1, 3));
        assertThat(A.cot(of(0, 1)).isBounded()).isFalse();
        assertThat(A.cot(of(3, 4))).isEqualTo(Interval.ENTIRE);
        assertThat(A.csc(Interval.ZERO)).isEqualTo(Interval.EMPTY);
        assertThat(A.csc(of(0, 1))).isEqualTo(new Interval(A.csc(Interval.ONE).lo(), Dyadic.POSITIVE_INFINITY));
        assertThat(A.csc(of(-1, 1))).isEqualTo(Interval.ENTIRE);
        assertThat(A.sec(of(-1, 1))).isEqualTo(hull(A::sec, 1).hull(Interval.ONE));
        assertThat(A.sec(of(1, 2))).isEqualTo(Interval.ENTIRE);
    }

    @Test
    void domainsAreCutOff() {
        assertThat(A.sqrt(of(-4, 9))).isEqualTo(of(0, 3));
        assertThat(A.sqrt(of(-4, -1))).isEqualTo(Interval.EMPTY);
        assertThat(A.log(of(-1, 1))).isEqualTo(of(-INF, 0));
        assertThat(A.log(of(-1, 0))).isEqualTo(Interval.EMPTY);
        assertThat(A.log1p(of(-3, 0))).isEqualTo(of(-INF, 0));
        assertThat(A.log1p(of(-3, -1))).isEqualTo(Interval.EMPTY);
        assertThat(A.log2(of(0.5, 8))).isEqualTo(of(-1, 3));
        assertThat(A.log(Interval.of(8), Interval.of(-2))).isEqualTo(Interval.EMPTY);
        assertThat(A.log(Interval.of(8), Interval.ONE)).isEqualTo(Interval.EMPTY);
        assertThat(A.log(Interval.of(8), of(0.5, 2))).isEqualTo(Interval.ENTIRE);
        assertThat(A.asin(of(-3, 0))).isEqualTo(hull(A::asin, -1, 0));
        assertThat(A.acos(of(2, 3))).isEqualTo(Interval.EMPTY);
        assertThat(A.acosh(of(-2, 3))).isEqualTo(hull(A::acosh, 1, 3));
        assertThat(A.atanh(of(0, 1)).hi()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(A.atanh(Interval.ONE)).isEqualTo(Interval.EMPTY);
        assertThat(A.atanh(of(2, 3))).isEqualTo(Interval.EMPTY);
        assertThat(A.asec(of(-0.5, 0.5))).isEqualTo(Interval.EMPTY);
        assertThat(A.asec(of(-2, 3))).isEqualTo(new Interval(Dyadic.ZERO, A.pi().hi()));
        assertThat(A.asec(of(2, 3))).isEqualTo(hull(A::asec, 2, 3));
        assertThat(A.acsc(of(-3, -2))).isEqualTo(hull(A::acsc, -2, -3));
        assertThat(A.csch(Interval.ZERO)).isEqualTo(Interval.EMPTY);
        assertThat(A.coth(of(0, 1))).isEqualTo(new Interval(A.coth(Interval.ONE).lo(), Dyadic.POSITIVE_INFINITY));
        assertThat(A.exp(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
    }

    @Test
    void limitsAtInfinity() {
        assertThat(A.exp(of(-INF, 0))).isEqualTo(of(0, 1));
        assertThat(A.tanh(Interval.ENTIRE)).isEqualTo(Interval.MINUS_ONE_TO_ONE);
        assertThat(A.atan(Interval.ENTIRE)).isEqualTo(A.pi().hull(A.pi().negate()).scale(-1));
        assertThat(A.erfc(Interval.ENTIRE)).isEqualTo(of(0, 2));
        assertThat(A.cosh(Interval.ENTIRE)).isEqualTo(of(1, INF));
        assertThat(A.sech(Interval.ENTIRE)).isEqualTo(Interval.UNIT);
        assertThat(A.cbrt(of(-8, INF))).isEqualTo(of(-2, INF));
    }

    @Test
    void numbersBeyondTheRangeNeitherHangNorOverflow() {
        Interval large = Interval.of(1e300);
        assertThat(A.exp(large)).isEqualTo(new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY));
        assertThat(A.exp(large.negate())).isEqualTo(new Interval(Dyadic.ZERO, Dyadic.TINY));
        assertThat(A.gamma(large).lo()).isEqualTo(Dyadic.HUGE);
        assertThat(A.erfc(large)).isEqualTo(new Interval(Dyadic.ZERO, Dyadic.TINY));
        assertThat(A.pow(Interval.TWO, Interval.of(1e9))).isEqualTo(Interval.of(Dyadic.powerOfTwo(1_000_000_000)));
        assertThat(A.pow(Interval.of(9), Interval.of(1e300)).lo()).isEqualTo(Dyadic.HUGE);
        assertThat(A.pow(Interval.of(0.3), Interval.of(1e300)).hi()).isEqualTo(Dyadic.TINY);
        assertThat(A.softplus(large)).isEqualTo(large.hull(A.softplus(large)));
        Interval tiny = Interval.of(Dyadic.TINY);
        assertThat(A.exp(tiny)).isEqualTo(new Interval(Dyadic.ONE, Dyadic.ONE.plus(Dyadic.powerOfTwo(-63))));
        assertThat(A.sin(tiny).contains(Dyadic.TINY)).isTrue();
        assertThat(A.lgamma(tiny).isTight(64)).isTrue();
        assertThat(A.log1p(Interval.of(Dyadic.HUGE)).isTight(64)).isTrue();
        assertThat(A.times(tiny, tiny)).isEqualTo(new Interval(Dyadic.ZERO, Dyadic.TINY));
    }

    @Test
    void powers() {
        assertThat(A.power(of(-2, 3), 2)).isEqualTo(of(0, 9));
        assertThat(A.power(of(-2, 3), 3)).isEqualTo(of(-8, 27));
        assertThat(A.power(of(-2, 3), 0)).isEqualTo(Interval.ONE);
        assertThat(A.power(of(-2, 4), -2)).isEqualTo(of(0.0625, INF));
        assertThat(A.power(of(-2, 4), -1)).isEqualTo(Interval.ENTIRE);
        assertThat(A.power(Interval.ZERO, -1)).isEqualTo(Interval.EMPTY);
        assertThat(A.power(Interval.of(-1), 1_000_000_007)).isEqualTo(Interval.MINUS_ONE);
        assertThat(A.pow(of(-8, -8), Interval.of(0.5))).isEqualTo(Interval.EMPTY);
        assertThat(A.pow(Interval.of(-3), Interval.of(3))).isEqualTo(Interval.of(-27));
        assertThat(A.pow(of(-3, -2), of(1.5, 2.5)).contains(of(4, 9))).isTrue();
        assertThat(A.pow(Interval.ZERO, Interval.of(1.5))).isEqualTo(Interval.ZERO);
        assertThat(A.pow(Interval.ZERO, Interval.of(-1.5))).isEqualTo(Interval.EMPTY);
        assertThat(A.pow(Interval.ZERO, Interval.ZERO)).isEqualTo(Interval.ONE);
        assertThat(A.pow(of(0, 4), Interval.of(0.5))).isEqualTo(of(0, 2));
        assertThat(A.pow(of(0, 4), Interval.of(-0.5))).isEqualTo(of(0.5, INF));
        assertThat(A.pow(of(0.25, 4), of(-0.5, 0.5))).isEqualTo(of(0.5, 2));
        assertThat(A.pow(of(0, 0.25), of(-0.5, 0.5))).isEqualTo(of(0, INF));
        assertThat(A.pow(Interval.of(3), Interval.of(2e9))).satisfies(x -> assertThat(x.isTight(64)).isTrue());
        assertThat(A.root(of(-32, 243), 5)).isEqualTo(of(-2, 3));
        assertThat(A.root(of(-16, 81), 4)).isEqualTo(of(0, 3));
    }

    @Test
    void gammaTurnsAtItsMinimum() {
        Interval around = A.gamma(of(1, 2));
        assertThat(around.hi()).isEqualTo(Dyadic.ONE);
        // gamma(1.4616...) = 0.885603194410888700278815900582588733...
        assertThat(around.lo()).isLessThanOrEqualTo(Dyadic.of(0.8856031944108887)).isGreaterThan(Dyadic.of(0.88560319));
        assertThat(A.lgamma(of(1, 2)).lo()).isLessThan(Dyadic.of(-0.1214862905358496))
                .isGreaterThan(Dyadic.of(-0.12148630));
        assertThat(A.gamma(of(2, 4))).isEqualTo(of(1, 6));
        assertThat(A.gamma(of(0.25, 0.5))).isEqualTo(hull(A::gamma, 0.25, 0.5));
        assertThat(A.gamma(of(0, 4)).hi()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(A.gamma(of(0, 0.5)).lo()).isEqualTo(A.gamma(Interval.HALF).lo());
        for (Interval x : new Interval[]{of(0, 4), of(0, INF), of(0.5, INF), of(1.25, INF), of(0, 1.5)}) {
            assertThat(A.gamma(x).lo()).isLessThan(Dyadic.of(0.8863));
            assertThat(A.lgamma(x).lo()).isLessThan(Dyadic.of(-0.1207));
            assertThat(A.gamma(x).hi()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        }
        assertThat(A.gamma(Interval.of(Dyadic.powerOfTwo(50)))).isEqualTo(
                new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY));
        assertThat(A.gamma(of(3, INF))).isEqualTo(of(2, INF));
        // between -1 and 0 the largest value is -3.544643611155005..., between -2 and -1 the smallest 2.302407258339680...
        assertThat(A.gamma(of(-0.9, -0.1)).hi()).isGreaterThan(Dyadic.of(-3.544643611155006))
                .isLessThan(Dyadic.of(-3.5446435));
        assertThat(A.gamma(of(-1.9, -1.1)).lo()).isLessThan(Dyadic.of(2.302407258339681))
                .isGreaterThan(Dyadic.of(2.3024072));
        assertThat(A.gamma(Interval.of(-3))).isEqualTo(Interval.EMPTY);
        assertThat(A.gamma(of(-1.5, -0.5))).isEqualTo(Interval.ENTIRE);
        assertThat(A.lgamma(of(-1.5, -1)).isBounded()).isFalse();
        assertThat(A.digamma(of(-0.75, -0.25))).isEqualTo(hull(A::digamma, -0.75, -0.25));
        assertThat(A.digamma(of(0, 1)).lo()).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        assertThat(A.polygamma(1, of(-1, 1))).isEqualTo(Interval.NOT_NEGATIVE);
        assertThat(A.polygamma(1, of(1, 2))).isEqualTo(hull(x -> A.polygamma(1, x), 1, 2));
        // trigamma between -1 and 0 is pi^2-like at its lowest, about 8.9: below its ends
        Interval trigamma = A.polygamma(1, of(-0.75, -0.25));
        assertThat(trigamma.lo()).isLessThan(A.polygamma(1, Interval.of(-0.5)).hi());
        assertThat(trigamma.hi()).isEqualTo(hull(x -> A.polygamma(1, x), -0.75, -0.25).hi());
        assertThat(A.polygamma(5000, Interval.ONE)).isEqualTo(Interval.ENTIRE);
    }

    @Test
    void anglesOfBoxes() {
        Interval pi = A.pi();
        assertThat(A.atan2(Interval.ZERO, Interval.ZERO)).isEqualTo(Interval.EMPTY);
        assertThat(A.atan2(of(-1, 1), of(1, 2))).isEqualTo(hull(x -> A.atan2(x, Interval.ONE), -1, 1));
        assertThat(A.atan2(of(1, 2), of(-1, 1))).isEqualTo(hull(x -> A.atan2(Interval.ONE, x), -1, 1));
        assertThat(A.atan2(of(-1, 1), of(-2, -1))).isEqualTo(pi.hull(pi.negate()));
        assertThat(A.atan2(of(0, 1), of(-2, -1)).hi()).isEqualTo(pi.hi());
        assertThat(A.atan2(of(0, 1), of(-2, -1)).lo()).isEqualTo(A.atan2(Interval.ONE, Interval.MINUS_ONE).lo());
        assertThat(A.atan2(of(-1, 0), of(-2, -1))).isEqualTo(pi.hull(pi.negate()));
        assertThat(A.atan2(of(0, 1), of(0, 1)).contains(new Interval(Dyadic.ZERO, pi.lo().scale(-1)))).isTrue();
        assertThat(A.atan2(of(0, 1), of(0, 1)).lo()).isEqualTo(Dyadic.ZERO);
        assertThat(A.atan2(of(-1, 1), of(-1, 1))).isEqualTo(pi.hull(pi.negate()));
        assertThat(A.atan2(of(-2, -1), of(-1, 1)).hi().signum()).isNegative();
        assertThat(A.hypot(of(-3, 1), of(-4, 2))).isEqualTo(of(0, 5));
    }

    @Test
    void steps() {
        assertThat(A.sign(of(-2, 0))).isEqualTo(of(-1, 0));
        assertThat(A.step(of(0, 0))).isEqualTo(Interval.ZERO);
        assertThat(A.step(of(0, 1))).isEqualTo(Interval.UNIT);
        assertThat(A.step(of(0.5, 1))).isEqualTo(Interval.ONE);
        assertThat(A.floor(of(-0.5, 1.5))).isEqualTo(of(-1, 1));
        assertThat(A.ceil(of(-0.5, 1.5))).isEqualTo(of(0, 2));
        assertThat(A.round(of(0.5, 1.5))).isEqualTo(of(0, 2));
        assertThat(A.abs(of(-3, 2))).isEqualTo(of(0, 3));
        assertThat(A.abs(of(-3, -2))).isEqualTo(of(2, 3));
        assertThat(A.min(of(1, 4), of(2, 3))).isEqualTo(of(1, 3));
        assertThat(A.max(of(1, 4), of(2, 3))).isEqualTo(of(2, 4));
        assertThat(A.relu(of(-1, 2))).isEqualTo(of(0, 2));
        assertThat(A.clamp(of(-1, 5), Interval.ZERO, Interval.of(3))).isEqualTo(of(0, 3));
        assertThat(A.mod(of(7, 8), Interval.of(3))).isEqualTo(of(1, 2));
        assertThat(A.mod(of(8, 10), Interval.of(3))).isEqualTo(of(0, 3));
        assertThat(A.mod(of(-2, -1), Interval.of(-3))).isEqualTo(of(-2, -1));
        assertThat(A.mod(of(8, 10), of(-1, 3))).isEqualTo(of(-1, 3));
        assertThat(A.mod(Interval.ONE, Interval.ZERO)).isEqualTo(Interval.EMPTY);
        assertThat(A.mod(Interval.of(Dyadic.HUGE), Interval.of(3)).certainlyEqual(Interval.ONE)).isTrue();
    }

    /** 3 * 2^(2^40 - 10) to powers that no exponent holds: bounds, no exception. */
    @Test
    void powersBeyondTheExponentsAreBounds() {
        Interval large = Interval.of(Dyadic.of(java.math.BigInteger.valueOf(3), (1L << 40) - 10));
        Arithmetic fine = Arithmetic.of(512);
        for (Interval power : new Interval[]{fine.power(large, 1100), fine.pow(large, Interval.of(1100)),
                fine.pow(large, Interval.of(1100.5)), fine.power(large, 1025)}) {
            assertThat(power).isEqualTo(new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY));
        }
        assertThat(fine.power(large.negate(), 1101)).isEqualTo(new Interval(Dyadic.NEGATIVE_INFINITY,
                Dyadic.HUGE.negate()));
        Interval small = Interval.of(Dyadic.of(java.math.BigInteger.valueOf(3), 10 - (1L << 40)));
        assertThat(fine.power(small, 1100).lo()).isEqualTo(Dyadic.ZERO);
        assertThat(fine.power(small, 1100).hi()).isBetween(Dyadic.TINY, Dyadic.TINY.scale(1));
    }

    /** Over a wide interval the kernels may be wide, but not wrong. */
    @Test
    void logarithmsOfWideIntervalsHoldTheirMembers() {
        Interval log = Exponential.log(of(0.25, 8), 64);
        Interval logOnePlus = Exponential.logOnePlus(of(-0.5, 3), 64);
        Arithmetic fine = Arithmetic.of(128);
        for (double x : new double[]{-0.5, -0.25, 0, 0.001, 1, 2.5, 3}) {
            assertThat(logOnePlus.contains(fine.log1p(Interval.of(x)))).isTrue();
            assertThat(log.contains(fine.log(Interval.of(2 * x + 1.25)))).isTrue();
        }
        assertThat(log.contains(hull(fine::log, 0.25, 8))).isTrue();
        assertThat(Exponential.exp(of(-3, 4), 64).contains(hull(fine::exp, -3, 4))).isTrue();
        assertThat(Exponential.log1p(of(-0.5, -0.3), 64).contains(hull(fine::log1p, -0.5, -0.3))).isTrue();
        assertThat(Exponential.log(of(-1, 1), 64)).isEqualTo(Interval.ENTIRE);
        assertThat(Exponential.logOnePlus(of(-2, 1), 64)).isEqualTo(Interval.ENTIRE);
    }

    /** Angles of a box that reaches across the half line to the right, given without a useful hint. */
    @Test
    void anglesOfThickBoxesAcrossTheRightHalfLine() {
        Interval angle = Arc.angle(of(-0.5, 1), of(0.5, 1), 64);
        assertThat(angle.contains(hull(y -> A.atan2(y, Interval.HALF), -0.5, 1))).isTrue();
        assertThat(angle.contains(Interval.ZERO)).isTrue();
    }

    /** The squares of repeated squaring are intervals, not their lower ends; odd powers keep the sign. */
    @Test
    void integerPowersOfLongNumbers() {
        Dyadic third = Dyadic.quotient(Dyadic.ONE, Dyadic.of(3), 300, Direction.DOWN);
        for (long n : new long[]{3, 17, 100, 1023, -5, -17, 1025, 3001}) {
            for (Dyadic x : new Dyadic[]{third, third.negate()}) {
                Interval coarse = IntegerPower.at(x, n, 40);
                Interval fine = IntegerPower.at(x, n, 2000);
                assertThat(coarse.contains(fine)).as("%s: %s, %s", n, coarse, fine).isTrue();
                assertThat(coarse.certainlyNegative()).isEqualTo(x.signum() < 0 && n % 2 != 0);
            }
        }
    }

    @Test
    void powersWhereBaseAndExponentMayVanish() {
        assertThat(A.pow(of(0, 0.25), of(0, 2))).isEqualTo(of(0, 1));
        assertThat(A.pow(of(0, 0.25), of(-0.5, 0)).contains(Interval.ONE)).isTrue();
        assertThat(A.pow(of(0, 0.25), of(0.5, 2)).contains(Interval.ONE)).isFalse();
        assertThat(A.power(of(-2, 3), Long.MIN_VALUE).contains(Interval.of(1).hull(A.power(Interval.of(3), -64))))
                .isTrue();
    }

    /** x - 1 is rounded at both ends. */
    @Test
    void inverseHyperbolicCosineOfLongNumbers() {
        Dyadic x = Dyadic.of(5).plus(Dyadic.quotient(Dyadic.ONE, Dyadic.of(3), 300, Direction.UP));
        assertThat(Hyperbolic.acosh(x, 20).contains(Hyperbolic.acosh(x, 600))).isTrue();
        Dyadic y = Dyadic.of(5).plus(Dyadic.quotient(Dyadic.ONE, Dyadic.of(3), 300, Direction.DOWN).scale(-30));
        assertThat(Hyperbolic.acosh(y, 20).contains(Hyperbolic.acosh(y, 600))).isTrue();
    }

    @Test
    void boxesAroundTheOriginHaveAllAnglesOfTheirQuadrants() {
        Interval pi = A.pi();
        assertThat(A.atan2(of(0, 1), of(-1, 1))).isEqualTo(new Interval(Dyadic.ZERO, pi.hi()));
        assertThat(A.atan2(of(-1, 0), of(0, 1)).contains(of(-1.5, 0))).isTrue();
        assertThat(A.atan2(of(0, 0), of(-1, 1)).contains(of(0, 3))).isTrue();
        assertThat(A.atan2(of(0, 1), of(0, 1)).contains(of(0, 1.5))).isTrue();
        assertThat(A.atan2(of(0, 1), of(0, 0)).contains(of(1.5, 1.57))).isTrue();
    }
}
