package org.adequal.simplify.polynomial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.adequal.number.Rational;

/**
 * A polynomial as content * factor1^multiplicity1 * factor2^multiplicity2 * ...
 *
 * @param factors primitive parts of positive degree, square-free and pairwise coprime; a factor that is a product of
 *     polynomials of which one lacks a generator of the other is split. By rising multiplicity, then size
 */
public record SquareFree(Rational content, List<Factor> factors) {

    /** A square-free factor and how often it occurs, at least once. */
    public record Factor(Polynomial base, int multiplicity) {}

    public SquareFree {
        factors = List.copyOf(factors);
    }

    static SquareFree of(Polynomial polynomial, Budget budget) throws LimitReached {
        if (polynomial.isZero()) {
            throw new IllegalArgumentException("zero has no square-free factors");
        }
        List<Factor> factors = new ArrayList<>();
        Monomial monomial = polynomial.monomialContent();
        for (int i = 0; i < monomial.generatorBound(); i++) {
            if (monomial.exponent(i) > 0) {
                factors.add(new Factor(Polynomial.generator(i), monomial.exponent(i)));
            }
        }
        split(polynomial.primitivePart().dividedBy(monomial), 0, factors, budget);
        factors.sort(Comparator.comparingInt(Factor::multiplicity).thenComparingInt(factor -> factor.base().size())
                .thenComparing(Factor::base, SquareFree::compareTerms));
        return new SquareFree(polynomial.content(), factors);
    }

    /** Takes away the content with respect to each generator; it is coprime to the rest, which contains the generator. */
    private static void split(Polynomial polynomial, int from, List<Factor> factors, Budget budget)
            throws LimitReached {
        Polynomial rest = polynomial;
        for (int i = from; i < polynomial.generatorBound(); i++) {
            if (rest.degree(i) > 0) {
                Polynomial content = GreatestCommonDivisor.ofCoefficients(rest, i, budget);
                if (!content.isConstant()) {
                    split(content, i + 1, factors, budget);
                    rest = Division.exact(rest, content, budget);
                }
            }
        }
        if (!rest.isConstant()) {
            yun(rest, factors, budget);
        }
    }

    /** Yun's algorithm (1976) for a polynomial that is primitive with respect to each generator. */
    private static void yun(Polynomial polynomial, List<Factor> factors, Budget budget) throws LimitReached {
        int main = mainGenerator(polynomial);
        Cofactors start = Cofactors.of(polynomial, polynomial.derivative(main, budget), budget);
        Polynomial product = start.first();
        Polynomial slope = start.second();
        for (int multiplicity = 1; !product.isConstant(); multiplicity++) {
            Polynomial difference = slope.minus(product.derivative(main, budget), budget);
            Cofactors next = Cofactors.of(product, difference, budget);
            if (!next.divisor().isConstant()) {
                factors.add(new Factor(next.divisor(), multiplicity));
            }
            product = next.first();
            slope = next.second();
        }
    }

    private static int mainGenerator(Polynomial polynomial) {
        int main = -1;
        for (int i = 0; i < polynomial.generatorBound(); i++) {
            int degree = polynomial.degree(i);
            if (degree > 0 && (main < 0 || degree < polynomial.degree(main))) {
                main = i;
            }
        }
        return main;
    }

    private static int compareTerms(Polynomial a, Polynomial b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = b.monomial(i).compareTo(a.monomial(i));
            if (order == 0) {
                order = a.wholeCoefficient(i).compareTo(b.wholeCoefficient(i));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
