package org.adequal.check.germ;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

import org.adequal.number.Rational;

/**
 * One modular image: the field of p elements for p = 120120 k - 1, with k and q = (p - 1)/2 prime.
 *
 * <p>Exponents of e live modulo q, since g = 4 has order q, angles modulo k, since w of norm 1 in F_p(i) has order k. As
 * p is -1 modulo 120120, the primes up to 13 are squares, every odd root is unique, and x^((p+1)/4) is a square root of
 * every square x that respects products (Gonnet's signatures).
 */
record Lane(long p, long q, long k, long cosine, long sine) {
    private static final long STEP = 120120;
    /** Primes k for which p and q are prime too, p just below 2^50. */
    private static final long[] FACTORS = {
            9373124329L, 9373124183L, 9373123117L, 9373122833L, 9373122613L,
            9373121911L, 9373121873L, 9373121339L, 9373120957L, 9373120321L,
            9373118819L, 9373118059L, 9373117283L, 9373117207L, 9373117099L,
            9373114787L, 9373113473L, 9373113427L, 9373113187L, 9373112407L,
            9373112321L, 9373111277L, 9373110529L, 9373107413L, 9373106767L,
            9373105883L, 9373102561L, 9373101779L, 9373099763L, 9373098871L,
            9373096793L, 9373094639L, 9373092343L, 9373092149L, 9373091081L,
            9373090877L, 9373090817L, 9373089953L, 9373087769L, 9373087469L};

    static final List<Lane> ALL = Arrays.stream(FACTORS).mapToObj(Lane::of).toList();

    private static Lane of(long k) {
        long p = STEP * k - 1;
        // conj(z)/z has norm 1; its power STEP has order k
        long real = 3;
        long imaginary = 7;
        long inverse = inverse(9 + 49, p);
        long[] unit = {times(real * real - imaginary * imaginary + p, inverse, p),
                p - times(2 * real * imaginary, inverse, p)};
        long[] generator = complexPower(unit, STEP, p);
        return new Lane(p, (p - 1) / 2, k, generator[0], generator[1]);
    }

    /** a b mod m for m below 2^50: the quotient in doubles is off by less than 1. */
    static long times(long a, long b, long m) {
        long quotient = (long) ((double) a * (double) b / (double) m);
        long rest = a * b - quotient * m;
        while (rest < 0) {
            rest += m;
        }
        while (rest >= m) {
            rest -= m;
        }
        return rest;
    }

    static long plus(long a, long b, long m) {
        long sum = a + b;
        return sum >= m ? sum - m : sum;
    }

    static long power(long a, long exponent, long m) {
        long result = 1;
        long square = a;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = times(result, square, m);
            }
            square = times(square, square, m);
        }
        return result;
    }

    static long inverse(long a, long m) {
        return power(a, m - 2, m);
    }

    private static long[] complexPower(long[] z, long exponent, long p) {
        long[] result = {1, 0};
        long[] square = z;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = complexTimes(result, square, p);
            }
            square = complexTimes(square, square, p);
        }
        return result;
    }

    private static long[] complexTimes(long[] a, long[] b, long p) {
        return new long[]{plus(times(a[0], b[0], p), p - times(a[1], b[1], p), p),
                plus(times(a[0], b[1], p), times(a[1], b[0], p), p)};
    }

    /** cos and sin of an angle modulo k. */
    long[] circle(long angle) {
        return complexPower(new long[]{cosine, sine}, angle, p);
    }

    /** e to an exponent modulo q. */
    long exp(long exponent) {
        return power(4, exponent, p);
    }

    /** The square root that respects products, or -1 where there is none. */
    long sqrt(long a) {
        long root = power(a, (p + 1) / 4, p);
        return times(root, root, p) == a ? root : -1;
    }

    /** 1/n modulo an even number to which the odd n is prime. */
    static long residueOfInverse(Rational n, long m) {
        return n.numerator().modInverse(BigInteger.valueOf(m)).longValueExact();
    }

    /** The residue of a fraction, or -1 where the denominator vanishes. */
    static long residue(Rational value, long m) {
        BigInteger modulus = BigInteger.valueOf(m);
        long below = value.denominator().mod(modulus).longValueExact();
        return below == 0 ? -1 : times(value.numerator().mod(modulus).longValueExact(), inverse(below, m), m);
    }
}
