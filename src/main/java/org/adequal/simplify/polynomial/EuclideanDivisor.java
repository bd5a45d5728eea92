package org.adequal.simplify.polynomial;

import java.util.Map;

/** The greatest common divisor by Euclid's algorithm in a main generator with primitive remainders. */
final class EuclideanDivisor {

    private EuclideanDivisor() {}

    /** The divisor up to a number; both polynomials contain the main generator. */
    static Polynomial of(Polynomial p, Polynomial q, int main, Budget budget) throws LimitReached {
        Polynomial contentP = GreatestCommonDivisor.ofCoefficients(p, main, budget);
        Polynomial contentQ = GreatestCommonDivisor.ofCoefficients(q, main, budget);
        Polynomial content = GreatestCommonDivisor.of(contentP, contentQ, budget);
        Polynomial a = Division.exact(p, contentP, budget);
        Polynomial b = Division.exact(q, contentQ, budget);
        if (a.degree(main) < b.degree(main)) {
            Polynomial swapped = a;
            a = b;
            b = swapped;
        }
        while (true) {
            Polynomial remainder = remainder(a, b, main, budget).primitivePart();
            if (remainder.isZero()) {
                return b.times(content, budget);
            }
            if (remainder.degree(main) == 0) {
                return content;
            }
            a = b;
            b = Division.exact(remainder, GreatestCommonDivisor.ofCoefficients(remainder, main, budget), budget);
        }
    }

    /** A pseudo-remainder: f a - g b for some f free of the main generator, of a lower degree than b. */
    private static Polynomial remainder(Polynomial a, Polynomial b, int main, Budget budget) throws LimitReached {
        Map.Entry<Integer, Polynomial> leadB = b.coefficients(main).lastEntry();
        Polynomial rest = a;
        while (!rest.isZero() && rest.degree(main) >= leadB.getKey()) {
            Map.Entry<Integer, Polynomial> lead = rest.coefficients(main).lastEntry();
            Monomial shift = Monomial.power(main, lead.getKey() - leadB.getKey());
            budget.spendDivisor(rest.bits());
            rest = rest.times(leadB.getValue(), budget).minus(b.times(lead.getValue(), budget).times(shift), budget);
        }
        return rest;
    }
}
