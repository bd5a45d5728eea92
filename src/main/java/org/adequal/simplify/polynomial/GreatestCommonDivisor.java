package org.adequal.simplify.polynomial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The greatest common divisor: degrees bounded by modular images first, which settles most cases; then a guess that is
 * proven by division and by its degrees; then Euclid's algorithm.
 */
final class GreatestCommonDivisor {

    private static final int GUESSES = 4;

    private GreatestCommonDivisor() {}

    /** The divisor as a primitive part; 0 only of two zeros. */
    static Polynomial of(Polynomial a, Polynomial b, Budget budget) throws LimitReached {
        if (a.isZero() || b.isZero()) {
            return a.isZero() ? b.primitivePart() : a.primitivePart();
        }
        Monomial monomialA = a.monomialContent();
        Monomial monomialB = b.monomialContent();
        Polynomial p = a.primitivePart().dividedBy(monomialA);
        Polynomial q = b.primitivePart().dividedBy(monomialB);
        return ofPrimitive(p, q, budget).times(monomialA.gcd(monomialB));
    }

    /** The divisor of the coefficients of the powers of a generator: the content with respect to it. */
    static Polynomial ofCoefficients(Polynomial polynomial, int generator, Budget budget) throws LimitReached {
        return ofAll(new ArrayList<>(polynomial.coefficients(generator).values()), budget);
    }

    private static Polynomial ofAll(List<Polynomial> polynomials, Budget budget) throws LimitReached {
        polynomials.sort(Comparator.comparingInt(Polynomial::size));
        Polynomial divisor = Polynomial.ZERO;
        for (Polynomial polynomial : polynomials) {
            divisor = of(divisor, polynomial, budget);
            if (divisor.isConstant()) {
                break;
            }
        }
        return divisor;
    }

    /** Of polynomials that are not zero, without content and without monomial factors. */
    private static Polynomial ofPrimitive(Polynomial p, Polynomial q, Budget budget) throws LimitReached {
        if (p.isConstant() || q.isConstant()) {
            return Polynomial.ONE;
        }
        if (p.equals(q)) {
            return p;
        }
        int[] bounds = new int[Math.max(p.generatorBound(), q.generatorBound())];
        int absent = -1;
        boolean coprime = true;
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = ModularImage.divisorDegreeBound(p, q, i, budget);
            coprime &= bounds[i] == 0;
            if (bounds[i] == 0 && (p.degree(i) > 0 || q.degree(i) > 0)) {
                absent = i;
            }
        }
        if (coprime) {
            return Polynomial.ONE;
        }
        if (absent >= 0) {
            // a divisor without this generator divides all coefficients of its powers
            List<Polynomial> coefficients = new ArrayList<>(p.coefficients(absent).values());
            coefficients.addAll(q.coefficients(absent).values());
            return ofAll(coefficients, budget);
        }
        for (int i = 0; i < bounds.length; i++) {
            Optional<Polynomial> divisor = bounds[i] == q.degree(i)
                    ? ofPrimitivePart(p, q, i, budget)
                    : bounds[i] == p.degree(i) ? ofPrimitivePart(q, p, i, budget) : Optional.empty();
            if (divisor.isPresent()) {
                return divisor.get();
            }
        }
        for (int attempt = 0; attempt < GUESSES; attempt++) {
            Optional<Polynomial> guess = HeuristicDivisor.guess(p, q, bounds, attempt, budget);
            // a common divisor that reaches the bounds of all degrees is the greatest
            if (guess.isPresent()
                    && hasDegrees(guess.get(), bounds)
                    && divides(guess.get(), p, budget)
                    && divides(guess.get(), q, budget)) {
                return guess.get();
            }
        }
        return EuclideanDivisor.of(p, q, mainGenerator(p, q), budget).primitivePart();
    }

    /**
     * What is left of q beside the divisor seems free of a generator; then it is part of the content of q with respect
     * to that generator, and the primitive part of q divides p. If it does, the contents give the rest (Gauss).
     */
    private static Optional<Polynomial> ofPrimitivePart(Polynomial p, Polynomial q, int generator, Budget budget)
            throws LimitReached {
        if (q.degree(generator) <= 0) {
            return Optional.empty();
        }
        Polynomial contentQ = ofCoefficients(q, generator, budget);
        Polynomial primitive = Division.exact(q, contentQ, budget);
        if (!divides(primitive, p, budget)) {
            return Optional.empty();
        }
        if (contentQ.isConstant()) {
            return Optional.of(primitive);
        }
        Polynomial contentP = ofCoefficients(p, generator, budget);
        return Optional.of(primitive.times(of(contentP, contentQ, budget), budget).primitivePart());
    }

    private static boolean hasDegrees(Polynomial polynomial, int[] degrees) {
        for (int i = 0; i < degrees.length; i++) {
            if (polynomial.degree(i) != degrees[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean divides(Polynomial divisor, Polynomial dividend, Budget budget) throws LimitReached {
        return Division.divide(dividend, divisor, budget).isPresent();
    }

    /** The generator of the lowest degree: the fewest remainders. */
    private static int mainGenerator(Polynomial p, Polynomial q) {
        int main = -1;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < p.generatorBound(); i++) {
            int degree = Math.max(p.degree(i), q.degree(i));
            if (degree > 0 && degree < lowest) {
                lowest = degree;
                main = i;
            }
        }
        return main;
    }
}
