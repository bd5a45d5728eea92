package org.adequal.expr;

import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;

/**
 * A function on intervals: an enclosure of its values at all members of the arguments that lie in its domain, empty
 * where none does.
 */
@FunctionalInterface
public interface Enclosure {
    /** Encloses anything, and so says nothing. */
    Enclosure UNKNOWN = (_, _) -> Interval.ENTIRE;

    Interval of(Arithmetic arithmetic, Interval[] arguments);

    /** A constant at any precision. */
    @FunctionalInterface
    interface Constant {
        Interval of(Arithmetic arithmetic);
    }

    /** A function of one interval. */
    @FunctionalInterface
    interface Unary {
        Interval of(Arithmetic arithmetic, Interval x);
    }

    /** A function of two intervals. */
    @FunctionalInterface
    interface Binary {
        Interval of(Arithmetic arithmetic, Interval x, Interval y);
    }

    /** A function of three intervals. */
    @FunctionalInterface
    interface Ternary {
        Interval of(Arithmetic arithmetic, Interval x, Interval y, Interval z);
    }

    /** x^n for the integer n; where n is no such point or too large to power exactly, exp(n log x) by cases. */
    static Interval integerPower(Arithmetic arithmetic, Interval x, Interval n) {
        if (n.isPoint() && n.lo().isInteger() && n.lo().abs().compareTo(Dyadic.of(1L << 40)) < 0) {
            return arithmetic.power(x, n.lo().significand().shiftLeft((int) n.lo().exponent()).longValueExact());
        }
        return x.certainlyPositive() ? arithmetic.pow(x, n) : Interval.ENTIRE;
    }

    /** polygamma of the order n, where n is a point within what is served. */
    static Interval polygamma(Arithmetic arithmetic, Interval n, Interval x) {
        boolean served = n.isPoint() && n.lo().isInteger() && n.lo().signum() >= 0
                && n.lo().compareTo(Dyadic.of(1000)) <= 0;
        return served
                ? arithmetic.polygamma(n.lo().significand().shiftLeft((int) n.lo().exponent()).intValueExact(), x)
                : Interval.ENTIRE;
    }
}
