package org.adequal.number.interval;

/** Inverse circular functions: all are angles of points of the plane. */
final class Arc {

    /** Below this ratio (a power of two) the series is used without a hint. */
    private static final int SMALL = -8;

    private Arc() {}

    static Interval halfPi(int bits) {
        return Constants.piInterval(bits).scale(-1);
    }

    /**
     * The angle in (-pi, pi] of the points (x, y) of a thin box that does not touch the origin nor, unless y is exactly 0,
     * the half line x &lt;= 0 = y.
     *
     * <p>Near an axis: atan(y/x), that plus or minus pi, or plus or minus pi/2 - atan(x/y), with a ratio below 2^-8.
     * Elsewhere, turning the plane by any angle -h gives the point (x cos h + y sin h, y cos h - x sin h); when its first
     * coordinate is positive its angle is atan(d) with d the ratio, so the angle sought is h + atan(d) up to whole turns.
     * h is the double's answer as hint, with the sign of y; h + atan(d) and the angle then both lie in (-0.1, 3.3) or
     * both in (-3.3, 0.1), less than a turn, so they are equal. A hint for which this is not so is not used.
     */
    static Interval angle(Interval y, Interval x, int bits) {
        Dyadic size = x.magnitude();
        boolean scalable = !size.isZero() && size.isFinite();
        return scalable ? angleOfScaled(y.scale(-size.top()), x.scale(-size.top()), bits) : angleOfScaled(y, x, bits);
    }

    /** The same for x of the order of 1, or 0, so that products stay within the exponents that are kept. */
    private static Interval angleOfScaled(Interval y, Interval x, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        if (y.certainlyZero()) {
            return x.certainlyPositive() ? Interval.ZERO : Constants.piInterval(bits);
        }
        if (y.mayBeZero() && !x.certainlyPositive()) {
            Interval pi = Constants.piInterval(bits);
            return pi.hull(pi.negate());
        }
        boolean up = !y.mayBeNegative();
        if (x.certainlyNotZero()) {
            Interval ratio = arithmetic.divide(y, x);
            if (isBelow(ratio, SMALL)) {
                Interval angle = series(ratio, bits);
                Interval half = x.certainlyPositive() ? Interval.ZERO : Constants.piInterval(bits + 8);
                return arithmetic.plus(angle, up ? half : half.negate());
            }
        }
        Interval ratio = arithmetic.divide(x, y);
        if (isBelow(ratio, SMALL)) {
            Interval quarter = halfPi(bits + 8);
            return arithmetic.minus(up ? quarter : quarter.negate(), series(ratio, bits));
        }
        double hint = StrictMath.atan2(middle(y), middle(x));
        if (Math.abs(hint) > 3.15 || hint < 0 == up) {
            return halfPlanes(y, bits);
        }
        Angle turn = Angle.of(Dyadic.of(hint), bits + 16);
        Interval sin = turn.sin();
        Interval cos = turn.cos();
        Interval first = arithmetic.plus(arithmetic.times(x, cos), arithmetic.times(y, sin));
        Interval second = arithmetic.minus(arithmetic.times(y, cos), arithmetic.times(x, sin));
        Interval d = arithmetic.divide(second, first);
        if (!first.certainlyPositive() || !isBelow(d, SMALL)) {
            return halfPlanes(y, bits);
        }
        return arithmetic.plus(Interval.of(hint), series(d, bits));
    }

    /** The angles of all points on the same sides of the horizontal axis. */
    private static Interval halfPlanes(Interval y, int bits) {
        Interval above = Interval.ZERO.hull(Constants.piInterval(bits));
        if (!y.mayBeNegative()) {
            return above;
        }
        return y.mayBePositive() ? above.hull(above.negate()) : above.negate();
    }

    private static double middle(Interval x) {
        return x.middle(64).doubleValue();
    }

    private static boolean isBelow(Interval x, int power) {
        return x.magnitude().compareTo(Dyadic.powerOfTwo(power)) < 0;
    }

    /**
     * atan d = d (1 - d^2/3 + d^4/5 - ... ± d^(2n-2)/(2n-1)) for |d| &lt; 2^-8; as the terms alternate and fall, what is
     * left out has the sign of the first omitted one, (-1)^n d d^(2n)/(2n+1), and is at most that, so it is less than d
     * M^(2n) with M the magnitude of the interval.
     */
    private static Interval series(Interval d, int bits) {
        if (d.certainlyZero()) {
            return Interval.ZERO;
        }
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        long size = Math.min(-d.magnitude().top() - 1, Dyadic.EXPONENT_LIMIT / 4);
        int n = (int) Math.max(1, bits / (2 * size) + 1);
        Interval square = arithmetic.square(d);
        Interval factor = arithmetic.divide(Interval.ONE, Interval.of(2L * n - 1));
        for (int j = n - 1; j >= 1; j--) {
            factor = arithmetic.minus(arithmetic.divide(Interval.ONE, Interval.of(2L * j - 1)),
                    arithmetic.times(square, factor));
        }
        Dyadic left = Dyadic.powerOfTwo(Math.max(-Dyadic.EXPONENT_LIMIT, -2 * size * n));
        Interval omitted = Interval.ZERO.hull(Interval.of(n % 2 == 0 ? left : left.negate()));
        return arithmetic.times(d, arithmetic.plus(factor, omitted));
    }

    /** atan x: the angle of (1, x). For tiny x &gt; 0: x - x^3/3 &lt; atan x &lt; x. */
    static Interval atan(Dyadic x, int bits) {
        if (!x.isZero() && Tiny.is(x, bits)) {
            return Tiny.inside(x, bits);
        }
        return angle(Interval.of(x), Interval.ONE, bits);
    }

    /** acot x = pi/2 - atan x: the angle of (x, 1). */
    static Interval acot(Dyadic x, int bits) {
        return angle(Interval.ONE, Interval.of(x), bits);
    }

    /** sqrt(1 - x^2), of full relative precision also near 1, as the square is exact and the difference rounded once. */
    private static Interval leg(Dyadic x, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        return arithmetic.sqrt(arithmetic.minus(Interval.ONE, Interval.of(x.times(x))));
    }

    /** sqrt(x^2 - 1); see {@link #leg}. */
    private static Interval outerLeg(Dyadic x, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        return arithmetic.sqrt(arithmetic.minus(Interval.of(x.times(x)), Interval.ONE));
    }

    /** asin x for |x| &lt;= 1: the angle of (sqrt(1 - x^2), x). For tiny x &gt; 0: x &lt; asin x &lt; x + x^3. */
    static Interval asin(Dyadic x, int bits) {
        if (!x.isZero() && Tiny.is(x, bits)) {
            return Tiny.outside(x, bits);
        }
        return angle(Interval.of(x), leg(x, bits), bits);
    }

    /** acos x for |x| &lt;= 1: the angle of (x, sqrt(1 - x^2)). */
    static Interval acos(Dyadic x, int bits) {
        return angle(leg(x, bits), Interval.of(x), bits);
    }

    /** asec x = acos(1/x) for |x| &gt;= 1: the angle of (1, sqrt(x^2 - 1)), mirrored for x &lt; 0. */
    static Interval asec(Dyadic x, int bits) {
        return angle(outerLeg(x, bits), Interval.of(x.signum()), bits);
    }

    /** acsc x = asin(1/x) for |x| &gt;= 1: the angle of (sqrt(x^2 - 1), 1), mirrored for x &lt; 0. */
    static Interval acsc(Dyadic x, int bits) {
        return angle(Interval.of(x.signum()), outerLeg(x, bits), bits);
    }

    /**
     * The angles of all points (x, y) of a box without the origin. The angle of a box away from the half line x &lt; 0 = y
     * is extreme at corners, as it is monotone along each edge.
     */
    static Interval atan2(Interval y, Interval x, int bits) {
        if (x.isEmpty() || y.isEmpty() || (x.certainlyZero() && y.certainlyZero())) {
            return Interval.EMPTY;
        }
        if (x.isPoint() && y.isPoint()) {
            return angleAt(y.lo(), x.lo(), bits);
        }
        boolean holdsOrigin = x.mayBeZero() && y.mayBeZero();
        boolean touchesCut = y.mayBeZero() && x.mayBeNegative() && !y.certainlyNotNegative();
        if (holdsOrigin || touchesCut || !x.isBounded() || !y.isBounded()) {
            return coarse(y, x, bits);
        }
        return angleAt(y.lo(), x.lo(), bits).hull(angleAt(y.lo(), x.hi(), bits))
                .hull(angleAt(y.hi(), x.lo(), bits)).hull(angleAt(y.hi(), x.hi(), bits));
    }

    private static Interval angleAt(Dyadic y, Dyadic x, int bits) {
        return Evaluation.refined(bits, working -> angle(Interval.of(y), Interval.of(x), working));
    }

    /** The half planes that the box lies in, as angles. */
    private static Interval coarse(Interval y, Interval x, int bits) {
        Interval pi = Evaluation.refined(bits, Constants::piInterval);
        Interval result = new Interval(y.certainlyNotNegative() ? Dyadic.ZERO : pi.hi().negate(),
                y.certainlyNegative() ? Dyadic.ZERO : pi.hi());
        Dyadic half = pi.hi().scale(-1);
        return x.certainlyNotNegative() ? result.intersection(new Interval(half.negate(), half)) : result;
    }
}
