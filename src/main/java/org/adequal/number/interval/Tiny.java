package org.adequal.number.interval;

/**
 * Functions near 0 that are their argument, or 1, up to a factor between 1 and 1 ± x^2: where x^2 is below 2^-bits no more
 * need be computed, and the side is kept, so that rounding gives the neighbour on that side.
 */
final class Tiny {

    private Tiny() {}

    /** Whether 4 x^2 &lt;= 2^-bits. */
    static boolean is(Dyadic x, int bits) {
        return 2 * (x.top() + 2) <= -bits;
    }

    /** x [1, 1 + 2^-bits]: for functions between x and x (1 + 4x^2) on the far side from 0. */
    static Interval outside(Dyadic x, int bits) {
        return times(x, new Interval(Dyadic.ONE, Dyadic.ONE.plus(Dyadic.powerOfTwo(-bits))), bits);
    }

    /** x [1 - 2^-bits, 1]: for functions between x (1 - 4x^2) and x. */
    static Interval inside(Dyadic x, int bits) {
        return times(x, justBelowOne(bits), bits);
    }

    /** [1 - 2^-bits, 1]. */
    static Interval justBelowOne(int bits) {
        return new Interval(Dyadic.ONE.minus(Dyadic.powerOfTwo(-bits)), Dyadic.ONE);
    }

    private static Interval times(Dyadic x, Interval factor, int bits) {
        return Arithmetic.of(bits + 2).times(Interval.of(x), factor);
    }
}
