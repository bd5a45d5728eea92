package org.adequal.simplify.polynomial;

import static org.adequal.simplify.polynomial.RandomPolynomials.X;
import static org.adequal.simplify.polynomial.RandomPolynomials.Y;
import static org.adequal.simplify.polynomial.RandomPolynomials.number;
import static org.adequal.simplify.polynomial.RandomPolynomials.plus;
import static org.adequal.simplify.polynomial.RandomPolynomials.power;
import static org.adequal.simplify.polynomial.RandomPolynomials.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.adequal.number.Rational;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DivisionTest {

    private final Budget budget = Budget.standard();

    @Provide
    Arbitrary<Polynomial> polynomials() {
        return RandomPolynomials.sparse(8, 4);
    }

    @Test
    void differencesOfPowers() throws LimitReached {
        Polynomial difference = plus(power(X, 7), power(Y, 7).negate());
        Polynomial quotient = difference.dividedBy(plus(X, Y.negate()), budget).orElseThrow();
        assertThat(quotient.size()).isEqualTo(7);
        assertThat(difference.dividedBy(plus(X, Y), budget)).isEmpty();
    }

    /** Only the leading coefficients betray it: 3 is no multiple of 2. */
    @Test
    void leadingCoefficientsMustDivide() throws LimitReached {
        Polynomial p = plus(times(number(3), X), number(1));
        assertThat(p.dividedBy(plus(times(number(2), X), number(1)), budget)).isEmpty();
    }

    @Test
    void overTheRationalsNumbersDivide() throws LimitReached {
        Polynomial p = plus(X, number(1));
        assertThat(p.dividedBy(number(2), budget)).contains(p.times(Rational.of(1, 2), budget));
        assertThat(p.dividedBy(p.times(Rational.of(-3, 7), budget), budget))
                .contains(Polynomial.constant(Rational.of(-7, 3)));
        assertThat(Polynomial.ZERO.dividedBy(p, budget)).contains(Polynomial.ZERO);
        assertThatThrownBy(() -> p.dividedBy(Polynomial.ZERO, budget)).isInstanceOf(ArithmeticException.class);
    }

    @Property(tries = 500)
    void quotientsUndoProducts(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b)
            throws LimitReached {
        Assume.that(!b.isZero());
        assertThat(a.times(b, budget).dividedBy(b, budget)).contains(a);
    }

    /** Planted fault: a product with one term changed must not pass for a multiple. */
    @Property(tries = 500)
    void aWrongTermLeavesARemainder(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b,
            @ForAll("polynomials") Polynomial fault) throws LimitReached {
        Assume.that(!b.isConstant() && !fault.isZero() && fault.degree() < b.degree());
        assertThat(times(a, b).plus(fault, budget).dividedBy(b, budget)).isEmpty();
    }

    @Property(tries = 500)
    void whatDividesMultipliesBack(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b)
            throws LimitReached {
        Assume.that(!b.isZero());
        Polynomial quotient = a.dividedBy(b, budget).orElse(Polynomial.ZERO);
        assertThat(quotient.times(b, budget)).isIn(a, Polynomial.ZERO);
    }
}
