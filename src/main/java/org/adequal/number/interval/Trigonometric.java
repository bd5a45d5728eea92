package org.adequal.number.interval;

import java.math.BigInteger;

/** Sine, cosine, tangent and their reciprocals on intervals. */
final class Trigonometric {

    private Trigonometric() {}

    /**
     * sin x at a number. For tiny x: x (1 - x^2/6) &lt; sin x &lt; x (for x &gt; 0; odd). Beyond the reach of the reduction
     * [-1, 1].
     */
    static Interval sin(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        if (!Angle.isWithinReach(x)) {
            return Interval.MINUS_ONE_TO_ONE;
        }
        if (Tiny.is(x, bits)) {
            return Tiny.inside(x, bits);
        }
        return Angle.of(x, bits).sin();
    }

    /** cos x at a number. For tiny x: 1 - x^2/2 &lt;= cos x &lt;= 1. */
    static Interval cos(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ONE;
        }
        if (!Angle.isWithinReach(x)) {
            return Interval.MINUS_ONE_TO_ONE;
        }
        if (Tiny.is(x, bits)) {
            return Tiny.inside(Dyadic.ONE, bits);
        }
        return Angle.of(x, bits).cos();
    }

    /** tan x at a number. For tiny x &gt; 0: x &lt; tan x &lt; x (1 + x^2). */
    static Interval tan(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        if (!Angle.isWithinReach(x)) {
            return Interval.ENTIRE;
        }
        Arithmetic arithmetic = Arithmetic.of(bits);
        if (Tiny.is(x, bits)) {
            return Tiny.outside(x, bits);
        }
        Angle angle = Angle.of(x, bits);
        return arithmetic.divide(angle.sin(), angle.cos());
    }

    static Interval cot(Dyadic x, int bits) {
        return x.isZero() ? Interval.EMPTY : reciprocal(tan(x, bits), bits);
    }

    static Interval sec(Dyadic x, int bits) {
        return reciprocal(cos(x, bits), bits);
    }

    static Interval csc(Dyadic x, int bits) {
        return reciprocal(sin(x, bits), bits);
    }

    private static Interval reciprocal(Interval x, int bits) {
        return Arithmetic.of(bits).divide(Interval.ONE, x);
    }

    /** The sine on an interval: its ends, and 1 or -1 where a top or a bottom lies inside. */
    static Interval sin(Interval x, int bits) {
        return wave(x, bits, Trigonometric::sin, 1);
    }

    /** The cosine on an interval: its ends, and 1 or -1 where a top or a bottom lies inside. */
    static Interval cos(Interval x, int bits) {
        return wave(x, bits, Trigonometric::cos, 0);
    }

    /**
     * A sine wave that has its tops at the multiples j pi/2 with j = top (mod 4) and its bottoms two further on.
     *
     * <p>Between two neighbouring extrema the wave is monotone, so its range is spanned by the ends and the extrema inside.
     * j pi/2 lies in (lo, hi] exactly when quarter(lo) &lt; j &lt;= quarter(hi), and the quarters are exact ({@link Angle}).
     */
    private static Interval wave(Interval x, int bits, Evaluation.Kernel kernel, int top) {
        if (x.isEmpty()) {
            return x;
        }
        if (x.isPoint()) {
            return clipped(Evaluation.at(x.lo(), bits, kernel));
        }
        if (!Angle.isWithinReach(x.lo()) || !Angle.isWithinReach(x.hi())) {
            return Interval.MINUS_ONE_TO_ONE;
        }
        BigInteger first = quarter(x.lo()).add(BigInteger.ONE);
        BigInteger last = quarter(x.hi());
        Interval result = clipped(Evaluation.at(x.lo(), bits, kernel).hull(Evaluation.at(x.hi(), bits, kernel)));
        if (holdsResidue(first, last, top, 4)) {
            result = result.hull(Interval.ONE);
        }
        return holdsResidue(first, last, top + 2, 4) ? result.hull(Interval.MINUS_ONE) : result;
    }

    private static Interval clipped(Interval x) {
        return x.intersection(Interval.MINUS_ONE_TO_ONE);
    }

    /** The number of the quarter turn that a number lies in; zero begins quarter 0. Below 1 it is told by the sign. */
    private static BigInteger quarter(Dyadic x) {
        if (x.isZero() || x.top() < 0) {
            return BigInteger.valueOf(Math.min(0, x.signum()));
        }
        return Angle.of(x, 8).quarter();
    }

    /** Whether some integer of first..last leaves this residue. */
    private static boolean holdsResidue(BigInteger first, BigInteger last, int residue, int modulus) {
        BigInteger m = BigInteger.valueOf(modulus);
        BigInteger next = first.add(BigInteger.valueOf(residue).subtract(first).mod(m));
        return next.compareTo(last) <= 0;
    }

    /** Whether a multiple j pi/2 with j = residue (mod 2) lies in the interval, or may where that is beyond reach. */
    private static boolean mayHoldPole(Interval x, int residue) {
        if (!Angle.isWithinReach(x.lo()) || !Angle.isWithinReach(x.hi())) {
            return true;
        }
        if (residue == 0 && x.mayBeZero()) {
            return true;
        }
        return holdsResidue(quarter(x.lo()).add(BigInteger.ONE), quarter(x.hi()), residue, 2);
    }

    /** The tangent: increasing between poles; with a pole inside nothing is known. */
    static Interval tan(Interval x, int bits) {
        if (x.isEmpty()) {
            return x;
        }
        return mayHoldPole(x, 1)
                ? Interval.ENTIRE
                : Evaluation.increasing(x, bits, Trigonometric::tan, Interval.ENTIRE, Interval.ENTIRE);
    }

    /** The cotangent: decreasing between poles; empty at 0, unbounded with 0 at an end or a pole inside. */
    static Interval cot(Interval x, int bits) {
        if (x.isEmpty() || x.certainlyZero()) {
            return Interval.EMPTY;
        }
        return mayHoldPole(x, 0)
                ? Interval.ENTIRE
                : Evaluation.decreasing(x, bits, Trigonometric::cot, Interval.ENTIRE, Interval.ENTIRE);
    }

    /** The secant: the reciprocals of the cosine's range. */
    static Interval sec(Interval x, int bits) {
        return x.isPoint() && !x.isEmpty()
                ? Evaluation.at(x.lo(), bits, Trigonometric::sec)
                : reciprocal(cos(x, bits + 8), bits);
    }

    /** The cosecant: the reciprocals of the sine's range. */
    static Interval csc(Interval x, int bits) {
        return x.isPoint() && !x.isEmpty()
                ? Evaluation.at(x.lo(), bits, Trigonometric::csc)
                : reciprocal(sin(x, bits + 8), bits);
    }
}
