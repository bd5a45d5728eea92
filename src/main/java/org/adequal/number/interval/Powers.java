package org.adequal.number.interval;

/** Powers on intervals. */
final class Powers {

    private Powers() {}

    /** x^n: odd powers increase, even ones are those of |x|; negative ones are reciprocals. */
    static Interval integer(Interval x, long n, int bits) {
        if (x.isEmpty()) {
            return x;
        }
        if (n == 0) {
            return Interval.ONE;
        }
        if (n < 0) {
            if (x.isPoint() && !x.lo().isZero()) {
                return Evaluation.at(x.lo(), bits, (t, working) -> atPoint(t, n, working));
            }
            Interval positive = n == Long.MIN_VALUE ? Interval.NOT_NEGATIVE : integer(x, -n, bits + 8);
            return Arithmetic.of(bits).divide(Interval.ONE, positive);
        }
        Interval limit = new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY);
        Interval base = n % 2 == 0 ? Arithmetic.of(bits).abs(x) : x;
        return Evaluation.increasing(base, bits, (t, working) -> atPoint(t, n, working), limit.negate(), limit);
    }

    private static Interval atPoint(Dyadic x, long n, int bits) {
        return x.isZero() ? Interval.ZERO : IntegerPower.at(x, n, bits);
    }

    /** The real power; the part of x below 0 counts where y may be an integer. */
    static Interval real(Interval x, Interval y, int bits) {
        if (x.isEmpty() || y.isEmpty()) {
            return Interval.EMPTY;
        }
        if (y.certainlyInteger() && y.magnitude().compareTo(Dyadic.powerOfTwo(62)) < 0) {
            return integer(x, Exponential.floor(y.lo(), 0).longValueExact(), bits);
        }
        Interval result = ofNotNegative(x.intersection(Interval.NOT_NEGATIVE), y, bits);
        Interval below = x.intersection(Interval.NOT_NEGATIVE.negate());
        if (below.mayBeNegative() && y.mayBeInteger()) {
            Interval magnitude = ofNotNegative(below.negate(), y, bits);
            // integers of 2^62 and more that are numbers here are even or not: both signs
            result = result.hull(magnitude).hull(magnitude.negate());
        }
        return result;
    }

    /**
     * For x &gt;= 0 the power is monotone in each argument, so its range is spanned by the values at the corners, where
     * those at x = 0 and at infinities are limits.
     */
    private static Interval ofNotNegative(Interval x, Interval y, int bits) {
        if (x.isEmpty()) {
            return x;
        }
        if (x.certainlyZero()) {
            Interval zero = y.mayBePositive() ? Interval.ZERO : Interval.EMPTY;
            return y.mayBeZero() ? zero.hull(Interval.ONE) : zero;
        }
        Interval result = corner(x.lo(), y.lo(), bits);
        result = x.isPoint() ? result : result.hull(corner(x.hi(), y.lo(), bits));
        if (!y.isPoint()) {
            result = result.hull(corner(x.lo(), y.hi(), bits)).hull(corner(x.hi(), y.hi(), bits));
        }
        return x.lo().isZero() && y.mayBeZero() ? result.hull(Interval.ONE) : result;
    }

    private static Interval corner(Dyadic x, Dyadic y, int bits) {
        if (y.isZero() || x.equals(Dyadic.ONE)) {
            return Interval.ONE;
        }
        if (x.isZero() || !x.isFinite() || !y.isFinite()) {
            boolean grows = x.compareTo(Dyadic.ONE) > 0 == y.signum() > 0;
            return grows ? new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY) : Interval.ZERO;
        }
        return Evaluation.at(x, bits, (t, working) -> Exponential.pow(t, y, working));
    }
}
