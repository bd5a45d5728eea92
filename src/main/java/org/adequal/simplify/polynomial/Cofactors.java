package org.adequal.simplify.polynomial;

/**
 * A greatest common divisor and what is left: a = divisor * first, b = divisor * second, first and second coprime.
 *
 * @param divisor a primitive part; 1 for two zeros
 */
public record Cofactors(Polynomial divisor, Polynomial first, Polynomial second) {

    static Cofactors of(Polynomial a, Polynomial b, Budget budget) throws LimitReached {
        Polynomial divisor = GreatestCommonDivisor.of(a, b, budget);
        if (divisor.isZero()) {
            return new Cofactors(Polynomial.ONE, a, b);
        }
        return new Cofactors(divisor, Division.exact(a, divisor, budget), Division.exact(b, divisor, budget));
    }
}
