package org.adequal.simplify.polynomial;

import static org.adequal.simplify.polynomial.RandomPolynomials.X;
import static org.adequal.simplify.polynomial.RandomPolynomials.Y;
import static org.adequal.simplify.polynomial.RandomPolynomials.number;
import static org.adequal.simplify.polynomial.RandomPolynomials.plus;
import static org.adequal.simplify.polynomial.RandomPolynomials.power;
import static org.adequal.simplify.polynomial.RandomPolynomials.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.adequal.number.Rational;
import org.junit.jupiter.api.Test;

class PolynomialTest {

    @Test
    void text() throws LimitReached {
        Polynomial half = Polynomial.constant(Rational.of(1, 2));
        assertThat(plus(times(half, X, X, Y), times(number(-3), Y), number(1))).hasToString("1/2*g0^2*g1 - 3*g1 + 1");
        assertThat(plus(X.negate(), number(-1))).hasToString("-g0 - 1");
        assertThat(Polynomial.ZERO).hasToString("0");
    }

    @Test
    void oneFormOnly() throws LimitReached {
        Polynomial sixth = Polynomial.constant(Rational.of(1, 6));
        Polynomial p = plus(times(sixth, X), times(number(3), sixth, Y));
        assertThat(p.times(Rational.of(6), Budget.standard())).isEqualTo(plus(X, times(number(3), Y)));
        assertThat(plus(X, Y, X.negate(), Y.negate())).isEqualTo(Polynomial.ZERO);
        assertThat(p.content()).isEqualTo(Rational.of(1, 6));
        assertThat(p.negate().content()).isEqualTo(Rational.of(-1, 6));
        assertThat(p.negate().primitivePart()).isEqualTo(p.primitivePart());
    }

    @Test
    void leadingTermDependsOnTheOrder() throws LimitReached {
        Polynomial p = plus(X, times(number(5), Y, Y));
        assertThat(p.leadingTerm(Monomial::compareTo))
                .isEqualTo(new Polynomial.Term(Monomial.of(0, 2), Rational.of(5)));
        assertThat(p.leadingTerm(Monomial.LEXICOGRAPHIC))
                .isEqualTo(new Polynomial.Term(Monomial.of(1), Rational.ONE));
        assertThatThrownBy(() -> Polynomial.ZERO.leadingTerm(Monomial.LEXICOGRAPHIC))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void zeroHasDegreeMinusOne() {
        assertThat(Polynomial.ZERO.degree()).isEqualTo(-1);
        assertThat(Polynomial.ZERO.degree(0)).isEqualTo(-1);
        assertThat(Polynomial.ZERO.isConstant()).isTrue();
        assertThat(Polynomial.ZERO.content()).isEqualTo(Rational.ZERO);
    }

    @Test
    void binomialCoefficients() throws LimitReached {
        Polynomial p = power(plus(X, Y), 8);
        assertThat(p.size()).isEqualTo(9);
        assertThat(p.evaluate(List.of(Rational.ONE, Rational.ONE))).isEqualTo(Rational.of(256));
        assertThat(p.terms().get(4).coefficient()).isEqualTo(Rational.of(70));
    }
}
