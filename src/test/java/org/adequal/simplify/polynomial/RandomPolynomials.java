package org.adequal.simplify.polynomial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.adequal.number.Rational;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;

/** Random sparse polynomials and points, and short ways to write fixed ones. */
final class RandomPolynomials {

    static final Polynomial X = Polynomial.generator(0);
    static final Polynomial Y = Polynomial.generator(1);
    static final Polynomial Z = Polynomial.generator(2);

    private RandomPolynomials() {}

    /** In 1 to 4 generators, at most so many terms, exponents up to the degree; zero among them. */
    static Arbitrary<Polynomial> sparse(int terms, int degree) {
        return Arbitraries.integers().between(1, 4).flatMap(generators -> sparse(generators, terms, degree));
    }

    static Arbitrary<Polynomial> sparse(int generators, int terms, int degree) {
        Arbitrary<Monomial> monomials = Arbitraries.integers().between(0, degree).array(int[].class)
                .ofSize(generators).map(Monomial::of);
        return Combinators.combine(monomials, coefficients()).as(Polynomial.Term::new).list().ofMaxSize(terms)
                .map(RandomPolynomials::sum);
    }

    static Arbitrary<Rational> coefficients() {
        Arbitrary<Rational> whole = Arbitraries.integers().between(-9, 9).map(Rational::of);
        Arbitrary<Rational> fractions = Combinators
                .combine(Arbitraries.longs().between(-100_000, 100_000), Arbitraries.longs().between(1, 60))
                .as(Rational::of);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, whole), net.jqwik.api.Tuple.of(1, fractions));
    }

    static Arbitrary<List<Rational>> points() {
        return Combinators.combine(Arbitraries.longs().between(-7, 7), Arbitraries.longs().between(1, 5))
                .as(Rational::of).list().ofSize(4);
    }

    /** A check that may meet limits in its hardest cases: to give up is allowed there, to be wrong is not. */
    interface Check {
        void run() throws LimitReached;
    }

    /** Runs a check; a try in which a limit was reached does not count, and a property with too many of them fails. */
    static void unlessLimitReached(Check check) {
        try {
            check.run();
        } catch (LimitReached reached) {
            Assume.that(false);
        }
    }

    static Polynomial sum(List<Polynomial.Term> terms) {
        Map<Monomial, Rational> sums = new HashMap<>();
        terms.forEach(term -> sums.merge(term.monomial(), term.coefficient(), Rational::plus));
        return Polynomial.of(sums);
    }

    static Polynomial number(long value) {
        return Polynomial.constant(Rational.of(value));
    }

    static Polynomial plus(Polynomial... summands) {
        List<Polynomial.Term> terms = new ArrayList<>();
        for (Polynomial summand : summands) {
            terms.addAll(summand.terms());
        }
        return sum(terms);
    }

    static Polynomial times(Polynomial... factors) throws LimitReached {
        Polynomial product = Polynomial.ONE;
        for (Polynomial factor : factors) {
            product = product.times(factor, Budget.standard());
        }
        return product;
    }

    static Polynomial power(Polynomial base, int exponent) throws LimitReached {
        return base.pow(exponent, Budget.standard());
    }

    /** A polynomial in generator 0 from its coefficients, highest first. */
    static Polynomial univariate(long... coefficients) {
        return plus(IntStream.range(0, coefficients.length)
                .mapToObj(i -> Polynomial.term(Monomial.power(0, coefficients.length - 1 - i),
                        Rational.of(coefficients[i])))
                .toArray(Polynomial[]::new));
    }
}
