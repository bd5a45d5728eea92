package org.adequal.verdict;

import org.adequal.check.Format;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;

/**
 * What operations in a format may make of intervals: each result is widened by what its rounding may do, so that the
 * widened interval contains whatever an implementation with operations that accurate could have computed.
 *
 * <p>k roundings move a value v to at most |v| k u and an underflow unit; a sum of n terms added in any order is off by
 * at most (n - 1) u/(1 - (n - 1) u) times the sum of their magnitudes (Higham, Accuracy and Stability, 4.2). A value
 * beyond the format's largest number may also be an infinity.
 */
record Rounding(Format format, Arithmetic arithmetic) {
    /** Enough that the bounds' own rounding does not show beside that of doubles. */
    private static final int BITS = 64;

    static Rounding of(Format format) {
        return new Rounding(format, Arithmetic.of(BITS));
    }

    /** The value after so many roundings. */
    Interval rounded(Interval value, double roundings) {
        if (value.isEmpty() || value.certainlyZero() || roundings == 0) {
            return overflowing(value);
        }
        Interval wide = arithmetic.times(value, around(roundings * format.roundoff()));
        if (wide.mignitude().compareTo(Dyadic.of(format.smallestNormal())) < 0) {
            double unit = Math.max(1, roundings) * format.smallest();
            wide = arithmetic.plus(wide, Interval.of(-unit, unit));
        }
        return overflowing(wide);
    }

    private static Interval around(double relative) {
        return Interval.of(Math.nextDown(1 - relative), Math.nextUp(1 + relative));
    }

    /** A sum of so many terms whose magnitudes have this sum, in any order. */
    Interval summed(Interval sum, Dyadic magnitudes, int terms) {
        if (terms <= 2) {
            return rounded(sum, terms - 1);
        }
        if (!magnitudes.isFinite()) {
            return Interval.ENTIRE;
        }
        double moved = (terms - 1) * format.roundoff();
        Interval error = arithmetic.times(Interval.of(Math.nextUp(moved / (1 - moved))), Interval.of(magnitudes));
        return overflowing(arithmetic.plus(sum, new Interval(error.hi().negate(), error.hi())));
    }

    private Interval overflowing(Interval value) {
        if (value.isEmpty()) {
            return value;
        }
        Dyadic most = Dyadic.of(format.largest());
        return new Interval(value.lo().compareTo(most.negate()) < 0 ? Dyadic.NEGATIVE_INFINITY : value.lo(),
                value.hi().compareTo(most) > 0 ? Dyadic.POSITIVE_INFINITY : value.hi());
    }
}
