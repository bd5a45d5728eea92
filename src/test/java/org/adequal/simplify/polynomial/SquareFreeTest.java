package org.adequal.simplify.polynomial;

import static org.adequal.simplify.polynomial.RandomPolynomials.X;
import static org.adequal.simplify.polynomial.RandomPolynomials.Y;
import static org.adequal.simplify.polynomial.RandomPolynomials.Z;
import static org.adequal.simplify.polynomial.RandomPolynomials.number;
import static org.adequal.simplify.polynomial.RandomPolynomials.plus;
import static org.adequal.simplify.polynomial.RandomPolynomials.power;
import static org.adequal.simplify.polynomial.RandomPolynomials.times;
import static org.adequal.simplify.polynomial.RandomPolynomials.unlessLimitReached;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.adequal.number.Rational;
import org.adequal.simplify.polynomial.SquareFree.Factor;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SquareFreeTest {

    private final Budget budget = Budget.standard();

    @Provide
    Arbitrary<Polynomial> polynomials() {
        return RandomPolynomials.sparse(4, 2);
    }

    @Test
    void squaresOfSums() throws LimitReached {
        Polynomial p = plus(times(X, X), times(number(2), X, Y), times(Y, Y));
        assertThat(p.squareFree(budget)).isEqualTo(new SquareFree(Rational.ONE, List.of(new Factor(plus(X, Y), 2))));
    }

    /** x^4*(a + b*x^2 + c*x^4)^2 as an integral table writes it. */
    @Test
    void contentAndMonomials() throws LimitReached {
        Polynomial inner = plus(Y, times(Z, X, X), power(X, 4));
        Polynomial p = times(number(-12), power(X, 4), power(inner, 2), power(plus(X, Y), 3));
        SquareFree found = p.squareFree(budget);
        assertThat(found.content()).isEqualTo(Rational.of(-12));
        assertThat(found.factors()).containsExactly(new Factor(inner, 2), new Factor(plus(X, Y), 3), new Factor(X, 4));
    }

    @Test
    void factorsInOtherGeneratorsAreSplit() throws LimitReached {
        Polynomial p = times(plus(X, number(1)), plus(Y, number(2)), plus(times(X, Z), Y));
        assertThat(p.squareFree(budget).factors()).extracting(Factor::base)
                .containsExactlyInAnyOrder(plus(X, number(1)), plus(Y, number(2)), plus(times(X, Z), Y));
    }

    @Test
    void numbersHaveNoFactors() throws LimitReached {
        assertThat(number(-5).squareFree(budget)).isEqualTo(new SquareFree(Rational.of(-5), List.of()));
        assertThatThrownBy(() -> Polynomial.ZERO.squareFree(budget)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300, maxDiscardRatio = 1)
    void factorsMultiplyBack(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b) {
        Assume.that(!a.isZero() && !b.isZero());
        unlessLimitReached(() -> checkFactorsMultiplyBack(a, b));
    }

    private void checkFactorsMultiplyBack(Polynomial a, Polynomial b) throws LimitReached {
        Polynomial p = times(a, b, b, b);
        requireSquareFree(p.squareFree(Budget.standard()), p);
    }

    private static void requireSquareFree(SquareFree found, Polynomial p) throws LimitReached {
        Polynomial product = Polynomial.constant(found.content());
        for (int i = 0; i < found.factors().size(); i++) {
            Factor factor = found.factors().get(i);
            product = times(product, power(factor.base(), factor.multiplicity()));
            assertThat(factor.base().primitivePart()).isEqualTo(factor.base());
            for (int generator = 0; generator < factor.base().generatorBound(); generator++) {
                Polynomial slope = factor.base().derivative(generator, Budget.standard());
                if (!slope.isZero()) {
                    assertThat(factor.base().gcd(slope, Budget.standard())).isEqualTo(Polynomial.ONE);
                }
            }
            for (Factor other : found.factors().subList(0, i)) {
                assertThat(factor.base().gcd(other.base(), Budget.standard())).isEqualTo(Polynomial.ONE);
            }
        }
        assertThat(product).isEqualTo(p);
    }

    /** Planted faults: the check of the property refuses a square left inside, a wrong multiplicity, a lost sign. */
    @Test
    void theCheckCatchesWrongFactors() throws LimitReached {
        Polynomial p = power(plus(X, Y), 2);
        requireSquareFree(new SquareFree(Rational.ONE, List.of(new Factor(plus(X, Y), 2))), p);
        for (SquareFree wrong : List.of(new SquareFree(Rational.ONE, List.of(new Factor(p, 1))),
                new SquareFree(Rational.ONE, List.of(new Factor(plus(X, Y), 3))),
                new SquareFree(Rational.MINUS_ONE, List.of(new Factor(plus(X, Y), 2))))) {
            assertThatThrownBy(() -> requireSquareFree(wrong, p)).isInstanceOf(AssertionError.class);
        }
    }
}
