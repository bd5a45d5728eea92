package org.adequal.simplify.polynomial;

import java.math.BigInteger;
import java.util.Arrays;

/** Divisors and multiples of several integers. */
final class Integers {

    private Integers() {}

    static BigInteger commonDivisor(BigInteger start, BigInteger[] numbers) {
        BigInteger common = start;
        for (int i = 0; i < numbers.length && !common.equals(BigInteger.ONE); i++) {
            common = common.gcd(numbers[i]);
        }
        return common;
    }

    static BigInteger[] quotients(BigInteger[] numbers, BigInteger divisor) {
        BigInteger[] quotients = new BigInteger[numbers.length];
        Arrays.setAll(quotients, i -> numbers[i].divide(divisor));
        return quotients;
    }

    static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.equals(b) ? a : a.multiply(b.divide(a.gcd(b)));
    }
}
