package org.adequal.simplify;

import java.util.Map;
import java.util.TreeMap;

import org.adequal.simplify.polynomial.Polynomial;

/**
 * A polynomial over powers of generators and of known polynomials.
 *
 * @param numerator the polynomial above
 * @param generators exponents of generators below, all positive
 * @param factors exponents of known polynomials below, by their number, all positive
 */
record Fraction(Polynomial numerator, Map<Integer, Integer> generators, Map<Integer, Integer> factors) {
    static final Fraction ONE = of(Polynomial.ONE);
    static final Fraction ZERO = of(Polynomial.ZERO);

    static Fraction of(Polynomial polynomial) {
        return new Fraction(polynomial, Map.of(), Map.of());
    }

    boolean isPolynomial() {
        return generators.isEmpty() && factors.isEmpty();
    }

    /** The larger of the exponents in both. */
    static Map<Integer, Integer> larger(Map<Integer, Integer> a, Map<Integer, Integer> b) {
        Map<Integer, Integer> merged = new TreeMap<>(a);
        b.forEach((i, e) -> merged.merge(i, e, Math::max));
        return merged;
    }

    static Map<Integer, Integer> added(Map<Integer, Integer> a, Map<Integer, Integer> b) {
        Map<Integer, Integer> merged = new TreeMap<>(a);
        b.forEach((i, e) -> merged.merge(i, e, Integer::sum));
        return merged;
    }
}
