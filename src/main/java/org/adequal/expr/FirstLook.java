package org.adequal.expr;

import org.adequal.number.interval.DoubleInterval;

/** A function on intervals of doubles: quick, and content to know nothing. */
@FunctionalInterface
public interface FirstLook {
    /** Knows nothing. */
    FirstLook UNKNOWN = (result, _) -> result.setEntire();

    /** Makes the result an enclosure of the function at the arguments, which it may be one of. */
    void set(DoubleInterval result, DoubleInterval[] arguments);

    /** A function of one interval. */
    @FunctionalInterface
    interface Unary {
        void set(DoubleInterval result, DoubleInterval x);
    }

    /** A function of two intervals. */
    @FunctionalInterface
    interface Binary {
        void set(DoubleInterval result, DoubleInterval x, DoubleInterval y);
    }

    /** x^n for a small integer n. */
    static void integerPower(DoubleInterval result, DoubleInterval x, DoubleInterval n) {
        int exponent = (int) n.lo();
        if (n.lo() == exponent && n.hi() == exponent) {
            result.setPower(x, exponent);
        } else {
            result.setEntire();
        }
    }

    /** x^y for x &gt; 0. */
    static void power(DoubleInterval result, DoubleInterval x, DoubleInterval y) {
        if (x.certainlyPositive()) {
            DoubleInterval logarithm = new DoubleInterval().setLog(x);
            result.setExp(logarithm.setProduct(logarithm, y));
        } else {
            result.setEntire();
        }
    }
}
