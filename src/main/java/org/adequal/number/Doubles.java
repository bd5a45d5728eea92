package org.adequal.number;

/** What is particular to double arithmetic. */
final class Doubles {

    /** The distance from 1 to the next double, 2^-52. */
    static final double EPSILON = 0x1p-52;

    /** The largest relative error of one rounding, 2^-53. */
    static final double UNIT_ROUNDOFF = 0x1p-53;

    private Doubles() {}

    /** (a + b) - fl(a + b), exactly (Knuth's TwoSum), unless the sum overflows. */
    static double sumError(double a, double b) {
        double sum = a + b;
        double bPart = sum - a;
        double aPart = sum - bPart;
        return (a - aPart) + (b - bPart);
    }

    /** The largest power of two that is at most the absolute value; 0 of 0. */
    static double powerOfTwoBelow(double value) {
        return value == 0 ? 0 : Math.scalb(1.0, Math.max(Math.getExponent(value), Double.MIN_EXPONENT));
    }
}
