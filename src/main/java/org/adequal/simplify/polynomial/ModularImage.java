package org.adequal.simplify.polynomial;

import java.math.BigInteger;

/**
 * Polynomials in one generator modulo a prime, the other generators replaced by fixed numbers: what is coprime nearly
 * always looks coprime there already, and that is a proof.
 */
final class ModularImage {

    private static final long PRIME = (1L << 31) - 1;
    private static final BigInteger BIG_PRIME = BigInteger.valueOf(PRIME);
    private static final int ATTEMPTS = 3;
    /** Images are dense arrays, and their Euclidean algorithm takes the square of this. */
    private static final int MOST_DEGREE = 1_000;

    private ModularImage() {}

    /**
     * An upper bound, nearly always sharp, of the degree of the greatest common divisor of two whole polynomials in a
     * generator.
     *
     * <p>A common divisor g maps to a common divisor of the images. If the leading coefficient of one polynomial does
     * not vanish in the image, then neither does that of g, which divides it; so the image of g keeps its degree.
     */
    static int divisorDegreeBound(Polynomial a, Polynomial b, int generator, Budget budget) throws LimitReached {
        int degreeA = a.degree(generator);
        int degreeB = b.degree(generator);
        int bound = Math.min(degreeA, degreeB);
        if (Math.max(degreeA, degreeB) > MOST_DEGREE) {
            return bound;
        }
        for (int attempt = 0; bound > 0 && attempt < ATTEMPTS; attempt++) {
            long[] imageA = image(a, generator, degreeA, attempt, budget);
            long[] imageB = image(b, generator, degreeB, attempt, budget);
            if (imageA[degreeA] != 0 || imageB[degreeB] != 0) {
                return Math.min(bound, divisorDegree(imageA, imageB, budget));
            }
        }
        return bound;
    }

    private static long[] image(Polynomial polynomial, int generator, int degree, int attempt, Budget budget)
            throws LimitReached {
        budget.spend(polynomial.size());
        long[] image = new long[degree + 1];
        for (int i = 0; i < polynomial.size(); i++) {
            Monomial monomial = polynomial.monomial(i);
            long product = residue(polynomial.wholeCoefficient(i));
            for (int other = 0; other < monomial.generatorBound(); other++) {
                if (other != generator && monomial.exponent(other) > 0) {
                    product = product * power(point(other, attempt), monomial.exponent(other)) % PRIME;
                }
            }
            int exponent = monomial.exponent(generator);
            image[exponent] = (image[exponent] + product) % PRIME;
        }
        return image;
    }

    private static long residue(BigInteger number) {
        return number.bitLength() < 63 ? Math.floorMod(number.longValue(), PRIME) : number.mod(BIG_PRIME).longValue();
    }

    /** A fixed number that looks random (the mixing step of SplitMix64, Steele, Lea and Flood 2014). */
    static long point(int generator, int attempt) {
        long mixed = 0x9e3779b97f4a7c15L * (generator + 1 + 1_000L * attempt);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return 2 + ((mixed ^ (mixed >>> 31)) >>> 1) % (PRIME - 2);
    }

    private static long power(long base, int exponent) {
        long power = 1;
        long square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power = power * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return power;
    }

    /** The degree of the greatest common divisor by Euclid's algorithm; one of both is not zero. Overwrites both. */
    private static int divisorDegree(long[] first, long[] second, Budget budget) throws LimitReached {
        long[] a = first;
        long[] b = second;
        int degreeA = degree(a);
        int degreeB = degree(b);
        while (degreeB >= 0) {
            long inverse = power(b[degreeB], (int) (PRIME - 2));
            budget.spend(1 + (long) Math.max(0, degreeA - degreeB + 1) * degreeB / 16);
            for (; degreeA >= degreeB; degreeA = degree(a, degreeA)) {
                long factor = a[degreeA] * inverse % PRIME;
                for (int i = 0; i <= degreeB; i++) {
                    int place = degreeA - degreeB + i;
                    a[place] = Math.floorMod(a[place] - factor * b[i] % PRIME, PRIME);
                }
            }
            long[] remainder = a;
            a = b;
            b = remainder;
            int degree = degreeA;
            degreeA = degreeB;
            degreeB = degree;
        }
        return degreeA;
    }

    private static int degree(long[] image) {
        return degree(image, image.length - 1);
    }

    private static int degree(long[] image, int from) {
        int degree = from;
        while (degree >= 0 && image[degree] == 0) {
            degree--;
        }
        return degree;
    }
}
