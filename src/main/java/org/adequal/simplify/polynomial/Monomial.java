package org.adequal.simplify.polynomial;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A product of powers of generators with exponents 0, 1, 2, ...
 *
 * <p>The natural order is graded lexicographic: by total degree, then by the exponent of generator 0, then of generator
 * 1, and so on. It is compatible with multiplication.
 */
public final class Monomial implements Comparable<Monomial> {

    /** The empty product. */
    public static final Monomial ONE = new Monomial(new int[0]);

    /** By the exponent of generator 0, then of generator 1, and so on; compatible with multiplication. */
    public static final Comparator<Monomial> LEXICOGRAPHIC = Monomial::compareExponents;

    /** Without zeros at the end, so that equal monomials have equal arrays however many generators are about. */
    private final int[] exponents;
    private final int degree;
    private final int hash;

    private Monomial(int[] exponents) {
        this.exponents = exponents;
        int sum = 0;
        for (int exponent : exponents) {
            sum = Math.addExact(sum, exponent);
        }
        this.degree = sum;
        this.hash = Arrays.hashCode(exponents);
    }

    /** The monomial with the exponents of generators 0, 1, 2, ...; refuses negative ones. */
    public static Monomial of(int... exponents) {
        for (int exponent : exponents) {
            if (exponent < 0) {
                throw new IllegalArgumentException("negative exponent " + exponent);
            }
        }
        return trimmed(exponents.clone());
    }

    /** The generator to a power that is not negative. */
    public static Monomial power(int generator, int exponent) {
        int[] exponents = new int[generator + 1];
        exponents[generator] = exponent;
        return of(exponents);
    }

    private static Monomial trimmed(int[] exponents) {
        int length = exponents.length;
        while (length > 0 && exponents[length - 1] == 0) {
            length--;
        }
        return length == 0
                ? ONE
                : new Monomial(length == exponents.length ? exponents : Arrays.copyOf(exponents, length));
    }

    /** The exponent of a generator, 0 where it does not occur. */
    public int exponent(int generator) {
        return generator < exponents.length ? exponents[generator] : 0;
    }

    /** The sum of all exponents. */
    public int degree() {
        return degree;
    }

    /** One more than the highest generator that occurs. */
    public int generatorBound() {
        return exponents.length;
    }

    public Monomial times(Monomial other) {
        if (exponents.length < other.exponents.length) {
            return other.times(this);
        }
        int[] sum = exponents.clone();
        for (int i = 0; i < other.exponents.length; i++) {
            sum[i] += other.exponents[i];
        }
        return new Monomial(sum);
    }

    public boolean isDivisibleBy(Monomial other) {
        if (other.exponents.length > exponents.length) {
            return false;
        }
        for (int i = 0; i < other.exponents.length; i++) {
            if (exponents[i] < other.exponents[i]) {
                return false;
            }
        }
        return true;
    }

    /** The quotient; refuses a monomial that is no divisor. */
    public Monomial dividedBy(Monomial other) {
        if (!isDivisibleBy(other)) {
            throw new IllegalArgumentException(other + " does not divide " + this);
        }
        int[] difference = exponents.clone();
        for (int i = 0; i < other.exponents.length; i++) {
            difference[i] -= other.exponents[i];
        }
        return trimmed(difference);
    }

    /** The greatest common divisor. */
    public Monomial gcd(Monomial other) {
        int[] smaller = Arrays.copyOf(exponents, Math.min(exponents.length, other.exponents.length));
        for (int i = 0; i < smaller.length; i++) {
            smaller[i] = Math.min(smaller[i], other.exponents[i]);
        }
        return trimmed(smaller);
    }

    /** This monomial with one exponent replaced. */
    public Monomial with(int generator, int exponent) {
        if (exponent(generator) == exponent) {
            return this;
        }
        int[] changed = Arrays.copyOf(exponents, Math.max(exponents.length, generator + 1));
        changed[generator] = exponent;
        return of(changed);
    }

    @Override
    public int compareTo(Monomial other) {
        int byDegree = Integer.compare(degree, other.degree);
        return byDegree != 0 ? byDegree : compareExponents(other);
    }

    private int compareExponents(Monomial other) {
        // trimmed arrays: where one is the beginning of the other, the longer one has more
        return Arrays.compare(exponents, other.exponents);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial monomial
                && hash == monomial.hash
                && Arrays.equals(exponents, monomial.exponents);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@code g0^2*g3}, {@code 1}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < exponents.length; i++) {
            if (exponents[i] > 0) {
                text.append(text.isEmpty() ? "g" : "*g").append(i);
                if (exponents[i] > 1) {
                    text.append('^').append(exponents[i]);
                }
            }
        }
        return text.isEmpty() ? "1" : text.toString();
    }
}
