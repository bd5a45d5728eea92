package org.adequal.simplify.polynomial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.adequal.number.Rational;

/**
 * What is known of a generator: its power is a polynomial in others. For a root t = u^(1/q) it says t^q = u, for a sine
 * s^2 = 1 - c^2.
 *
 * @param exponent at least 1
 * @param value free of the generator
 */
public record SideRelation(int generator, int exponent, Polynomial value) {

    public SideRelation {
        if (exponent < 1 || value.degree(generator) > 0) {
            throw new IllegalArgumentException("no relation: g" + generator + "^" + exponent + " = " + value);
        }
    }

    /** s^2 = 1 - c^2. */
    public static SideRelation squaresAddToOne(int s, int c) {
        Map<Monomial, Rational> value = Map.of(Monomial.ONE, Rational.ONE, Monomial.power(c, 2), Rational.MINUS_ONE);
        return new SideRelation(s, 2, Polynomial.of(value));
    }

    /** The equal polynomial whose degree in the generator is below the exponent. */
    public Polynomial applyTo(Polynomial polynomial, Budget budget) throws LimitReached {
        budget.spend(polynomial.size());
        if (polynomial.degree(generator) < exponent) {
            return polynomial;
        }
        TreeMap<Integer, Map<Monomial, Rational>> byPower = new TreeMap<>();
        for (Polynomial.Term term : polynomial.terms()) {
            int e = term.monomial().exponent(generator);
            byPower.computeIfAbsent(e / exponent, _ -> new HashMap<>())
                    .put(term.monomial().with(generator, e % exponent), term.coefficient());
        }
        Polynomial sum = Polynomial.ZERO;
        for (Map.Entry<Integer, Map<Monomial, Rational>> part : byPower.entrySet()) {
            Polynomial rest = Polynomial.of(part.getValue());
            sum = sum.plus(rest.times(value.pow(part.getKey(), budget), budget), budget);
        }
        return sum;
    }

    /** Applies relations in turn until none changes anything: a value may contain the generator of another relation. */
    public static Polynomial reduce(Polynomial polynomial, List<SideRelation> relations, Budget budget)
            throws LimitReached {
        Polynomial before;
        Polynomial after = polynomial;
        do {
            before = after;
            for (SideRelation relation : relations) {
                after = relation.applyTo(after, budget);
            }
        } while (!after.equals(before));
        return after;
    }
}
