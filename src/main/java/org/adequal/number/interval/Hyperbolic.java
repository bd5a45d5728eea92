package org.adequal.number.interval;

/** Hyperbolic functions and their inverses at numbers, from exponential and logarithm. */
final class Hyperbolic {

    private Hyperbolic() {}

    /** So many more bits as the differences of exponentials cancel for small arguments. */
    private static int working(Dyadic x, int bits) {
        return bits + 8 + (int) Math.max(-x.top(), 0);
    }

    /** (e^x - e^-x)/2; for tiny x &gt; 0: x &lt; sinh x &lt; x (1 + x^2). Odd. */
    static Interval sinh(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        if (Tiny.is(x, bits)) {
            return Tiny.outside(x, bits);
        }
        Arithmetic arithmetic = Arithmetic.of(working(x, bits));
        Interval e = Exponential.exp(x.abs(), arithmetic.bits());
        Interval result = arithmetic.minus(e, arithmetic.divide(Interval.ONE, e)).scale(-1);
        return x.signum() < 0 ? result.negate() : result;
    }

    /** (e^x + e^-x)/2. */
    static Interval cosh(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ONE;
        }
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        if (Tiny.is(x, bits)) {
            // 1 <= cosh x <= 1 + x^2
            return Tiny.outside(Dyadic.ONE, bits);
        }
        Interval e = Exponential.exp(x.abs(), arithmetic.bits());
        return arithmetic.plus(e, arithmetic.divide(Interval.ONE, e)).scale(-1);
    }

    /** 1 - 2/(e^2x + 1) for x &gt; 0; for tiny x &gt; 0: x (1 - x^2) &lt; tanh x &lt; x. Odd. */
    static Interval tanh(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        if (Tiny.is(x, bits)) {
            return Tiny.inside(x, bits);
        }
        Arithmetic arithmetic = Arithmetic.of(working(x, bits));
        Interval e = Exponential.exp(x.abs().scale(1), arithmetic.bits());
        Interval result = arithmetic.minus(Interval.ONE,
                arithmetic.divide(Interval.TWO, arithmetic.plus(e, Interval.ONE)));
        return x.signum() < 0 ? result.negate() : result;
    }

    /** log(1 + z) with z = x + x^2/(1 + sqrt(1 + x^2)) for x &gt; 0: nothing cancels. Odd. */
    static Interval asinh(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        if (Tiny.is(x, bits)) {
            return Tiny.inside(x, bits); // x - x^3/6 < asinh x < x for x > 0
        }
        Arithmetic arithmetic = Arithmetic.of(bits + 16);
        Interval a = Interval.of(x.abs());
        Interval square = arithmetic.square(a);
        Interval root = arithmetic.sqrt(arithmetic.plus(Interval.ONE, square));
        Interval z = arithmetic.plus(a, arithmetic.divide(square, arithmetic.plus(Interval.ONE, root)));
        Interval result = Exponential.logOnePlus(z, bits);
        return x.signum() < 0 ? result.negate() : result;
    }

    /** log(1 + z) with d = x - 1 (a single rounding) and z = d + sqrt(d (d + 2)), for x &gt;= 1: nothing cancels. */
    static Interval acosh(Dyadic x, int bits) {
        if (x.equals(Dyadic.ONE)) {
            return Interval.ZERO;
        }
        Arithmetic arithmetic = Arithmetic.of(bits + 16);
        Interval d = arithmetic.minus(Interval.of(x), Interval.ONE);
        Interval z = arithmetic.plus(d, arithmetic.sqrt(arithmetic.times(d, arithmetic.plus(d, Interval.TWO))));
        return Exponential.logOnePlus(z, bits);
    }

    /** log(1 + 2x/(1 - x))/2 for 0 &lt; x &lt; 1. Odd. */
    static Interval atanh(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        if (Tiny.is(x, bits)) {
            return Tiny.outside(x, bits); // x < atanh x < x + x^3 for 0 < x < 1/2
        }
        Arithmetic arithmetic = Arithmetic.of(bits + 16);
        Interval a = Interval.of(x.abs());
        Interval z = arithmetic.divide(a.scale(1), arithmetic.minus(Interval.ONE, a));
        Interval result = Exponential.logOnePlus(z, bits).scale(-1);
        return x.signum() < 0 ? result.negate() : result;
    }

    /** 1/(1 + e^-x). */
    static Interval sigmoid(Dyadic x, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        return arithmetic.divide(Interval.ONE,
                arithmetic.plus(Interval.ONE, Exponential.exp(x.negate(), arithmetic.bits())));
    }

    /** log(1 + e^x), for x &gt; 0 as x + log(1 + e^-x). */
    static Interval softplus(Dyadic x, int bits) {
        Interval small = Exponential.logOnePlus(Exponential.exp(x.abs().negate(), bits + 16), bits + 8);
        return x.signum() > 0 ? Arithmetic.of(bits + 8).plus(Interval.of(x), small) : small;
    }
}
