package org.adequal.simplify.polynomial;

/**
 * How large polynomials may become before an operation gives up.
 *
 * @param terms terms of any polynomial
 * @param numeratorTerms terms of a numerator that is multiplied out
 * @param generators how many generators there may be
 * @param power the highest power of a sum that is multiplied out
 * @param degree the total degree of any polynomial
 * @param bits the bits of any coefficient's numerator or denominator
 * @param steps term operations in all, large numbers counting more than small ones
 */
public record Limits(int terms, int numeratorTerms, int generators, int power, int degree, int bits, long steps) {

    /** Enough for nearly every derivative that a person would read, and at most some tenths of a second. */
    public static final Limits DEFAULT = new Limits(600, 300, 30, 8, 10_000, 4_096, 1_000_000);

    public Limits withTerms(int most) {
        return new Limits(most, numeratorTerms, generators, power, degree, bits, steps);
    }

    public Limits withBits(int most) {
        return new Limits(terms, numeratorTerms, generators, power, degree, most, steps);
    }

    public Limits withSteps(long most) {
        return new Limits(terms, numeratorTerms, generators, power, degree, bits, most);
    }
}
