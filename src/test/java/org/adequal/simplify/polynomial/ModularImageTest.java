package org.adequal.simplify.polynomial;

import static org.adequal.simplify.polynomial.RandomPolynomials.X;
import static org.adequal.simplify.polynomial.RandomPolynomials.Y;
import static org.adequal.simplify.polynomial.RandomPolynomials.number;
import static org.adequal.simplify.polynomial.RandomPolynomials.plus;
import static org.adequal.simplify.polynomial.RandomPolynomials.power;
import static org.adequal.simplify.polynomial.RandomPolynomials.times;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ModularImageTest {

    private final Budget budget = Budget.standard();

    @Provide
    Arbitrary<Polynomial> polynomials() {
        return RandomPolynomials.sparse(6, 3);
    }

    @Property(tries = 300)
    void neverBelowTheDegreeOfACommonFactor(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b,
            @ForAll("polynomials") Polynomial g) throws LimitReached {
        Assume.that(!a.isZero() && !b.isZero() && !g.isZero());
        Polynomial p = times(a, g).primitivePart();
        Polynomial q = times(b, g).primitivePart();
        for (int generator = 0; generator < 4; generator++) {
            int bound = ModularImage.divisorDegreeBound(p, q, generator, budget);
            assertThat(bound).isBetween(g.degree(generator), Math.min(p.degree(generator), q.degree(generator)));
        }
    }

    @Test
    void coprimeIsSeen() throws LimitReached {
        Polynomial p = plus(power(X, 3), times(X, Y), number(-7));
        Polynomial q = plus(power(X, 2), times(number(3), Y), number(2));
        assertThat(ModularImage.divisorDegreeBound(p, q, 0, budget)).isZero();
        assertThat(ModularImage.divisorDegreeBound(p, q, 1, budget)).isZero();
    }

    /** Planted misfortune: the fixed number is a zero of the leading coefficients, so the image shows no common factor. */
    @Test
    void vanishingLeadingCoefficientsProveNothing() throws LimitReached {
        Polynomial vanishing = plus(Y, number(-ModularImage.point(1, 0)));
        Polynomial g = plus(times(vanishing, X), number(1));
        Polynomial p = times(g, plus(times(vanishing, X), number(2)));
        Polynomial q = times(g, plus(times(vanishing, X), number(5)));
        assertThat(ModularImage.divisorDegreeBound(p, q, 0, budget)).isEqualTo(1);
        assertThat(p.gcd(q, budget)).isEqualTo(g);
    }

    /** Modulo the prime these are equal, so the bound is not sharp; the divisor is right all the same. */
    @Test
    void unluckyPrime() throws LimitReached {
        Polynomial p = plus(X, number(1));
        Polynomial q = plus(X, number(1L << 31));
        assertThat(ModularImage.divisorDegreeBound(p, q, 0, budget)).isEqualTo(1);
        assertThat(p.gcd(q, budget)).isEqualTo(Polynomial.ONE);
        Polynomial g = plus(times(X, X), Y);
        assertThat(times(p, g, p).gcd(times(q, g), budget)).isEqualTo(g);
    }
}
