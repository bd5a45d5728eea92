package org.adequal.number.interval;

import java.math.BigInteger;
import org.adequal.number.Rational;

/** Bernoulli numbers, exactly, kept for the largest index asked for so far. Safe for concurrent use. */
public final class Bernoulli {

    private static volatile Rational[] known = new Rational[0];

    private Bernoulli() {}

    /** B_(2k) for k &gt;= 1: 1/6, -1/30, 1/42, ... */
    public static Rational even(int k) {
        Rational[] numbers = known;
        if (numbers.length < k) {
            numbers = compute(Math.max(64, k + k / 2));
            known = numbers;
        }
        return numbers[k - 1];
    }

    /**
     * B_(2k) = (-1)^(k-1) 2k T_k/(4^k (4^k - 1)) with the tangent numbers T_k, by the recurrence of Knuth and Buckholtz
     * in integers (Brent and Harvey, "Fast computation of Bernoulli, tangent and secant numbers", algorithm TangentNumbers).
     */
    private static Rational[] compute(int n) {
        BigInteger[] tangent = new BigInteger[n + 1];
        tangent[1] = BigInteger.ONE;
        for (int k = 2; k <= n; k++) {
            tangent[k] = tangent[k - 1].multiply(BigInteger.valueOf(k - 1L));
        }
        for (int k = 2; k <= n; k++) {
            for (int j = k; j <= n; j++) {
                tangent[j] = tangent[j - 1].multiply(BigInteger.valueOf(j - k))
                        .add(tangent[j].multiply(BigInteger.valueOf(j - k + 2L)));
            }
        }
        Rational[] result = new Rational[n];
        for (int k = 1; k <= n; k++) {
            BigInteger power = BigInteger.ONE.shiftLeft(2 * k);
            BigInteger numerator = tangent[k].multiply(BigInteger.valueOf(k % 2 == 1 ? 2L * k : -2L * k));
            result[k - 1] = new Rational(numerator, power.multiply(power.subtract(BigInteger.ONE)));
        }
        return result;
    }
}
