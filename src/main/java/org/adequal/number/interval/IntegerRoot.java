package org.adequal.number.interval;

import java.math.BigInteger;

/** Integer roots of integers. */
final class IntegerRoot {

    private IntegerRoot() {}

    /**
     * The largest integer whose n-th power is not above the given number, which is not negative.
     *
     * <p>Proof: for y &gt; 0 the mean of n - 1 times y and once a/y^(n-1) is at least the root of a (means), so every
     * iterate is at least floor(root); while y exceeds the root the iterates fall strictly; the first that does not fall
     * therefore is floor(root).
     */
    static BigInteger floor(BigInteger a, int n) {
        if (n == 2) {
            return a.sqrt();
        }
        if (a.signum() == 0) {
            return a;
        }
        BigInteger y = start(a, n);
        BigInteger degree = BigInteger.valueOf(n);
        BigInteger lessOne = BigInteger.valueOf(n - 1L);
        while (true) {
            BigInteger next = y.multiply(lessOne).add(a.divide(y.pow(n - 1))).divide(degree);
            if (next.compareTo(y) >= 0) {
                return y;
            }
            y = next;
        }
    }

    /** A number not below the root: the root of half as many leading bits, plus one, or a power of two. */
    private static BigInteger start(BigInteger a, int n) {
        int length = a.bitLength();
        int drop = length / (2 * n);
        if (drop < 8) {
            return BigInteger.ONE.shiftLeft((length + n - 1) / n);
        }
        return floor(a.shiftRight(n * drop), n).add(BigInteger.ONE).shiftLeft(drop);
    }
}
