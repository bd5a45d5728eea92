package org.adequal.number.interval;

import java.math.BigInteger;

/** Functions with jumps, and remainders: hulls of the values taken on intervals, exact at numbers. */
final class Steps {

    private Steps() {}

    /** -1, 0, 1. */
    static Interval sign(Interval x) {
        return x.isEmpty() ? x : new Interval(Dyadic.of(x.lo().signum()), Dyadic.of(x.hi().signum()));
    }

    /** 0 for x &lt;= 0, 1 for x &gt; 0. */
    static Interval step(Interval x) {
        return x.isEmpty()
                ? x
                : new Interval(Dyadic.of(Math.max(0, x.lo().signum())), Dyadic.of(Math.max(0, x.hi().signum())));
    }

    static Interval floor(Interval x) {
        return x.isEmpty() ? x : new Interval(x.lo().floor(), x.hi().floor());
    }

    static Interval ceil(Interval x) {
        return floor(x.negate()).negate();
    }

    /** To the nearest integer, ties to the even one; this does not decrease. */
    static Interval round(Interval x) {
        return x.isEmpty() ? x : new Interval(x.lo().round(), x.hi().round());
    }

    /**
     * x - y floor(x/y), for y != 0. Where floor(x/y) is the same for all members that difference is a box's, else the
     * result lies between 0 and y.
     */
    static Interval mod(Interval x, Interval y, Arithmetic arithmetic) {
        if (x.isEmpty() || y.isEmpty() || y.certainlyZero()) {
            return Interval.EMPTY;
        }
        Interval betweenZeroAndY = y.hull(Interval.ZERO);
        if (x.isPoint() && y.isPoint()) {
            return remainder(x.lo(), y.lo(), arithmetic.bits()).outward(arithmetic.bits())
                    .intersection(betweenZeroAndY);
        }
        if (y.mayBeZero() || !x.isBounded() || !y.isBounded()) {
            return betweenZeroAndY;
        }
        Interval quotient = floor(arithmetic.divide(x, y));
        if (!quotient.isPoint() || !quotient.isBounded()) {
            return betweenZeroAndY;
        }
        return arithmetic.minus(x, arithmetic.times(y, quotient)).intersection(betweenZeroAndY);
    }

    /**
     * The remainder of numbers, exactly where that is possible without a huge allocation.
     *
     * <p>With x = m 2^e, y = n 2^g: for e &gt;= g it is (m 2^(e-g) mod n) 2^g, by modular powers however large e - g is. For
     * e &lt; g and |x| &lt; |y| it is x or, when the signs differ, x + y; else g - e is less than the length of m.
     */
    private static Interval remainder(Dyadic x, Dyadic y, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        if (y.signum() < 0) {
            return remainder(x.negate(), y.negate(), bits).negate();
        }
        if (x.abs().compareTo(y) < 0) {
            return x.signum() > 0 ? Interval.of(x) : Arithmetic.of(bits).plus(Interval.of(x), Interval.of(y));
        }
        BigInteger m = x.significand();
        BigInteger n = y.significand();
        long distance = x.exponent() - y.exponent();
        if (distance >= 0) {
            BigInteger power = BigInteger.TWO.modPow(BigInteger.valueOf(distance), n);
            return Interval.of(Dyadic.of(m.multiply(power).mod(n), y.exponent()));
        }
        return Interval.of(Dyadic.of(m.mod(n.shiftLeft((int) -distance)), x.exponent()));
    }
}
