package org.adequal.simplify.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.adequal.number.Rational;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolynomialProperties {

    private final Budget budget = Budget.standard();

    @Provide
    Arbitrary<Polynomial> polynomials() {
        return RandomPolynomials.sparse(8, 4);
    }

    @Provide
    Arbitrary<List<Rational>> points() {
        return RandomPolynomials.points();
    }

    @Property(tries = 300)
    void ringLaws(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b,
            @ForAll("polynomials") Polynomial c) throws LimitReached {
        assertThat(a.plus(b, budget)).isEqualTo(b.plus(a, budget)).hasSameHashCodeAs(b.plus(a, budget));
        assertThat(a.plus(b, budget).plus(c, budget)).isEqualTo(a.plus(b.plus(c, budget), budget));
        assertThat(a.times(b, budget)).isEqualTo(b.times(a, budget));
        assertThat(a.times(b, budget).times(c, budget)).isEqualTo(a.times(b.times(c, budget), budget));
        assertThat(a.times(b.plus(c, budget), budget)).isEqualTo(a.times(b, budget).plus(a.times(c, budget), budget));
        assertThat(a.minus(a, budget)).isEqualTo(Polynomial.ZERO);
        assertThat(a.times(Polynomial.ONE, budget)).isEqualTo(a).isEqualTo(a.plus(Polynomial.ZERO, budget));
        assertThat(a.times(Polynomial.ZERO, budget)).isEqualTo(Polynomial.ZERO);
        assertThat(a.negate()).isEqualTo(a.times(Rational.MINUS_ONE, budget));
        assertThat(a.pow(3, budget)).isEqualTo(a.times(a, budget).times(a, budget));
        assertThat(a.pow(0, budget)).isEqualTo(Polynomial.ONE);
    }

    @Property(tries = 300)
    void evaluationIsAHomomorphism(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b,
            @ForAll("points") List<Rational> point) throws LimitReached {
        Rational p = a.evaluate(point);
        Rational q = b.evaluate(point);
        assertThat(a.plus(b, budget).evaluate(point)).isEqualTo(p.plus(q));
        assertThat(a.minus(b, budget).evaluate(point)).isEqualTo(p.minus(q));
        assertThat(a.times(b, budget).evaluate(point)).isEqualTo(p.times(q));
        assertThat(a.pow(2, budget).evaluate(point)).isEqualTo(p.pow(2));
    }

    @Property(tries = 300)
    void derivativeIsADerivation(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b)
            throws LimitReached {
        Polynomial slopeA = a.derivative(1, budget);
        Polynomial slopeB = b.derivative(1, budget);
        assertThat(a.plus(b, budget).derivative(1, budget)).isEqualTo(slopeA.plus(slopeB, budget));
        assertThat(a.times(b, budget).derivative(1, budget))
                .isEqualTo(slopeA.times(b, budget).plus(a.times(slopeB, budget), budget));
    }

    @Property(tries = 300)
    void contentsMultiply(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b)
            throws LimitReached {
        assertThat(a.primitivePart().times(a.content(), budget)).isEqualTo(a);
        Polynomial product = a.times(b, budget);
        assertThat(product.content()).isEqualTo(a.content().times(b.content()));
        assertThat(product.primitivePart()).isEqualTo(a.primitivePart().times(b.primitivePart(), budget));
        if (!product.isZero()) {
            assertThat(product.degree()).isEqualTo(a.degree() + b.degree());
            assertThat(product.degree(2)).isEqualTo(a.degree(2) + b.degree(2));
            assertThat(product.monomialContent()).isEqualTo(a.monomialContent().times(b.monomialContent()));
            assertThat(product.leadingTerm(Monomial.LEXICOGRAPHIC).monomial())
                    .isEqualTo(a.leadingTerm(Monomial.LEXICOGRAPHIC).monomial()
                            .times(b.leadingTerm(Monomial.LEXICOGRAPHIC).monomial()));
        }
    }

    @Property(tries = 300)
    void theOrderOfConstructionDoesNotMatter(@ForAll("polynomials") Polynomial a, @ForAll long seed)
            throws LimitReached {
        List<Polynomial.Term> terms = new ArrayList<>(a.terms());
        Collections.shuffle(terms, new Random(seed));
        Polynomial summed = Polynomial.ZERO;
        for (Polynomial.Term term : terms) {
            summed = summed.plus(Polynomial.term(term.monomial(), term.coefficient()), budget);
        }
        assertThat(summed).isEqualTo(a).hasSameHashCodeAs(a).hasToString(a.toString());
        assertThat(RandomPolynomials.sum(terms)).isEqualTo(a);
    }

    @Property(tries = 300)
    void coefficientsOfAGenerator(@ForAll("polynomials") Polynomial a) throws LimitReached {
        Polynomial sum = Polynomial.ZERO;
        for (Map.Entry<Integer, Polynomial> part : a.coefficients(1).entrySet()) {
            assertThat(part.getValue().degree(1)).isZero();
            sum = sum.plus(part.getValue().times(Monomial.power(1, part.getKey())), budget);
        }
        assertThat(sum).isEqualTo(a);
    }
}
