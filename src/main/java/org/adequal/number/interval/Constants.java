package org.adequal.number.interval;

import java.math.BigInteger;

/** pi and log 2 as integers of any length, kept for the largest length asked for so far. Safe for concurrent use. */
final class Constants {

    /** floor-like value with so many fractional bits: value &lt;= constant * 2^bits &lt; value + 2. */
    private record FixedPoint(int bits, BigInteger value) {

        /** Dropping d &gt;= 1 places keeps the contract: the error is below 2/2^d + 1 &lt;= 2. */
        BigInteger at(int fewer) {
            return value.shiftRight(bits - fewer);
        }
    }

    private static final int GUARD = 32;
    private static final int LONGEST = 1 << 22;

    private static volatile FixedPoint pi = new FixedPoint(0, BigInteger.valueOf(2));
    private static volatile FixedPoint ln2 = new FixedPoint(0, BigInteger.ZERO);

    private Constants() {}

    /** The integer v with v &lt;= pi * 2^bits &lt; v + 2, from pi = 16 atan(1/5) - 4 atan(1/239) (Machin). */
    static BigInteger pi(int bits) {
        FixedPoint known = pi;
        if (known.bits < bits) {
            int length = withReserve(bits);
            BigInteger sum = inverseTangent(5, length + GUARD, true).shiftLeft(4)
                    .subtract(inverseTangent(239, length + GUARD, true).shiftLeft(2));
            known = new FixedPoint(length, withoutGuard(sum));
            pi = known;
        }
        return known.at(bits);
    }

    /** The integer v with v &lt;= log 2 * 2^bits &lt; v + 2, from 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). */
    static BigInteger ln2(int bits) {
        FixedPoint known = ln2;
        if (known.bits < bits) {
            int length = withReserve(bits);
            BigInteger sum = inverseTangent(26, length + GUARD, false).multiply(BigInteger.valueOf(18))
                    .subtract(inverseTangent(4801, length + GUARD, false).shiftLeft(1))
                    .add(inverseTangent(8749, length + GUARD, false).shiftLeft(3));
            known = new FixedPoint(length, withoutGuard(sum));
            ln2 = known;
        }
        return known.at(bits);
    }

    /** Refuses lengths for which {@link #withoutGuard} is not proven. */
    private static int withReserve(int bits) {
        int length = Math.max(512, bits + bits / 4);
        if (length + GUARD > LONGEST) {
            throw new ArithmeticException("more digits of a constant than are served");
        }
        return length;
    }

    /**
     * Drops the guard bits of a combination of series. Each series is off by at most 2n + 1 units with n &lt;= length/4
     * terms (25^n &gt; 2^(4n)), the combination (weights 28 and less) by at most 28 (2n + 1) &lt; 2^27 units as lengths are at
     * most 2^22. Less 2^27 the sum is not above the constant, and not more than 2^28 units below; after 32 places are
     * dropped, below by less than 2^-4 + 1 units.
     */
    private static BigInteger withoutGuard(BigInteger sum) {
        return sum.subtract(BigInteger.ONE.shiftLeft(27)).shiftRight(GUARD);
    }

    /**
     * atan(1/q) (alternating) or atanh(1/q) times 2^bits, off by at most 2n + 1 units after n terms; q &gt;= 5.
     *
     * <p>Proof: the powers 2^bits/q^(2k+1) are floored one from another; each is low by less than 1/q^2 times what the one
     * before is low by, plus 1, so by less than 2. The terms power/(2k+1) then are low by less than 1 for k = 0 and less
     * than 2/3 + 1 for others, all below 2. The loop ends when the power is 0, so below 2 in truth; what is left out adds
     * up to less than 2 (1 + 1/q^2 + ...)/(2n+1) &lt; 1, as n &gt;= 1.
     */
    private static BigInteger inverseTangent(int q, int bits, boolean alternating) {
        BigInteger square = BigInteger.valueOf((long) q * q);
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(q));
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; power.signum() != 0; k++) {
            BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
            sum = alternating && k % 2 == 1 ? sum.subtract(term) : sum.add(term);
            power = power.divide(square);
        }
        return sum;
    }

    /** An enclosure of pi of relative width below 2^-bits. */
    static Interval piInterval(int bits) {
        return enclosure(pi(bits + 2), bits + 2);
    }

    /** An enclosure of log 2 of relative width below 2^-bits. */
    static Interval ln2Interval(int bits) {
        return enclosure(ln2(bits + 4), bits + 4);
    }

    private static Interval enclosure(BigInteger value, int bits) {
        return new Interval(Dyadic.of(value, -bits), Dyadic.of(value.add(BigInteger.TWO), -bits));
    }
}
