package org.adequal.simplify.polynomial;

import static org.adequal.simplify.polynomial.RandomPolynomials.X;
import static org.adequal.simplify.polynomial.RandomPolynomials.Y;
import static org.adequal.simplify.polynomial.RandomPolynomials.Z;
import static org.adequal.simplify.polynomial.RandomPolynomials.number;
import static org.adequal.simplify.polynomial.RandomPolynomials.plus;
import static org.adequal.simplify.polynomial.RandomPolynomials.power;
import static org.adequal.simplify.polynomial.RandomPolynomials.times;
import static org.adequal.simplify.polynomial.RandomPolynomials.univariate;
import static org.adequal.simplify.polynomial.RandomPolynomials.unlessLimitReached;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;

import org.adequal.number.Rational;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GreatestCommonDivisorTest {

    private final Budget budget = Budget.standard();

    @Provide
    Arbitrary<Polynomial> polynomials() {
        return RandomPolynomials.sparse(6, 3);
    }

    @Provide
    Arbitrary<Polynomial> small() {
        return RandomPolynomials.sparse(2, 3, 2);
    }

    @Property(tries = 500, maxDiscardRatio = 1)
    void commonFactorsAreFound(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b,
            @ForAll("polynomials") Polynomial g) {
        Assume.that(!a.isZero() && !b.isZero() && !g.isZero());
        unlessLimitReached(() -> checkCommonFactorsAreFound(a, b, g));
    }

    private void checkCommonFactorsAreFound(Polynomial a, Polynomial b,
            Polynomial g) throws LimitReached {
        Budget fresh = Budget.standard();
        Polynomial p = a.times(g, fresh);
        Polynomial q = b.times(g, fresh);
        Cofactors found = p.cofactors(q, fresh);
        requireCofactors(found, p, q);
        assertThat(found.divisor().dividedBy(g, fresh)).isPresent();
        assertThat(found.divisor()).isEqualTo(times(a.gcd(b, fresh), g.primitivePart()));
        assertThat(q.gcd(p, fresh)).isEqualTo(found.divisor());
    }

    @Provide
    Arbitrary<Polynomial> easy() {
        return RandomPolynomials.sparse(3, 5, 2).map(polynomial -> RandomPolynomials.sum(polynomial.terms().stream()
                .map(term -> new Polynomial.Term(term.monomial(),
                        Rational.of(term.coefficient().numerator().mod(BigInteger.TEN))))
                .toList()));
    }

    /** In three generators of low degrees no limit is met. */
    @Property(tries = 300)
    void easyOnesAreAlwaysFound(@ForAll("easy") Polynomial a, @ForAll("easy") Polynomial b,
            @ForAll("easy") Polynomial g)
            throws LimitReached {
        Assume.that(!a.isZero() && !b.isZero() && !g.isZero());
        checkCommonFactorsAreFound(a, b, g);
    }

    /** Euclid's algorithm shares nothing with the guesses but division. */
    @Property(tries = 300)
    void euclidAgrees(@ForAll("small") Polynomial a, @ForAll("small") Polynomial b, @ForAll("small") Polynomial g)
            throws LimitReached {
        Polynomial common = plus(g, times(X, X));
        Assume.that(!a.isZero() && !b.isZero() && common.degree(0) > 0);
        Polynomial p = times(a, common);
        Polynomial q = times(b, common);
        Polynomial euclid = EuclideanDivisor.of(p, q, 0, budget);
        assertThat(p.gcd(q, budget).dividedBy(euclid.primitivePart(), budget)).contains(Polynomial.ONE);
    }

    private static void requireCofactors(Cofactors found, Polynomial p, Polynomial q) throws LimitReached {
        assertThat(times(found.divisor(), found.first())).isEqualTo(p);
        assertThat(times(found.divisor(), found.second())).isEqualTo(q);
        assertThat(found.first().gcd(found.second(), Budget.standard())).isEqualTo(Polynomial.ONE);
    }

    /** Planted faults: the check of the properties above refuses a divisor that is not the greatest, and a wrong part. */
    @Test
    void theCheckCatchesWrongCofactors() throws LimitReached {
        Polynomial g = plus(X, Y);
        Polynomial p = times(g, X);
        Polynomial q = times(g, Y);
        requireCofactors(new Cofactors(g, X, Y), p, q);
        assertThatThrownBy(() -> requireCofactors(new Cofactors(Polynomial.ONE, p, q), p, q))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> requireCofactors(new Cofactors(g, Y, X), p, q)).isInstanceOf(AssertionError.class);
    }

    @Test
    void zerosAndNumbers() throws LimitReached {
        Polynomial p = times(number(-6), plus(X, Y));
        assertThat(p.gcd(Polynomial.ZERO, budget)).isEqualTo(plus(X, Y));
        assertThat(Polynomial.ZERO.gcd(p, budget)).isEqualTo(plus(X, Y));
        assertThat(Polynomial.ZERO.gcd(Polynomial.ZERO, budget)).isEqualTo(Polynomial.ZERO);
        assertThat(Polynomial.ZERO.cofactors(Polynomial.ZERO, budget).divisor()).isEqualTo(Polynomial.ONE);
        assertThat(p.gcd(number(4), budget)).isEqualTo(Polynomial.ONE);
    }

    /** Knuth, The Art of Computer Programming 2, section 4.6.1: remainders of coprime polynomials that explode. */
    @Test
    void coprimeWithExplodingRemainders() throws LimitReached {
        Polynomial p = univariate(1, 0, 1, 0, -3, -3, 8, 2, -5);
        Polynomial q = univariate(3, 0, 5, 0, -4, -9, 21);
        assertThat(p.gcd(q, budget)).isEqualTo(Polynomial.ONE);
        assertThat(EuclideanDivisor.of(p, q, 0, budget)).isEqualTo(Polynomial.ONE);
    }

    @Test
    void cyclotomic() throws LimitReached {
        assertThat(plus(power(X, 60), number(-1)).gcd(plus(power(X, 84), number(-1)), budget))
                .isEqualTo(plus(power(X, 12), number(-1)));
    }

    /** Both are nonzero but vanish together at small numbers, where values have divisors that polynomials lack. */
    @Test
    void commonZerosAreNoCommonFactors() throws LimitReached {
        Polynomial p = plus(times(X, X), Y.negate());
        Polynomial q = plus(times(X, Y), number(-1));
        assertThat(p.gcd(q, budget)).isEqualTo(Polynomial.ONE);
        Polynomial g = plus(times(X, Y), Z, number(2));
        assertThat(times(p, g).gcd(times(q, g), budget)).isEqualTo(g);
    }

    /** From Geddes, Czapor and Labahn, Algorithms for Computer Algebra, chapter 7, in spirit: dense and trivariate. */
    @Test
    void denseInThreeGenerators() throws LimitReached {
        Polynomial g = power(plus(X, Y, Z, number(1)), 3);
        Polynomial p = times(g, power(plus(X, Y.negate(), Z, number(-2)), 3));
        Polynomial q = times(g, power(plus(X, Y, Z.negate(), number(3)), 3));
        assertThat(p.gcd(q, budget)).isEqualTo(g);
    }

    @Test
    void largeCoefficients() throws LimitReached {
        Polynomial g = plus(X.times(Rational.parse("3183098861837907"), budget),
                Y.times(Rational.parse("0.577215664901532"), budget));
        Polynomial p = times(g, plus(X, Y.times(Rational.parse("2.718281828459045"), budget)));
        Polynomial q = times(g, plus(X, Y.times(Rational.parse("1.414213562373095"), budget), number(1)));
        requireCofactors(p.cofactors(q, budget), p, q);
        assertThat(p.gcd(q, budget)).isEqualTo(g.primitivePart());
    }

    /** Values at large numbers would need more bits than allowed: Euclid's algorithm takes over. */
    @Test
    void manyGenerators() throws LimitReached {
        Polynomial sum = number(1);
        Polynomial difference = number(3);
        for (int i = 0; i < 12; i++) {
            sum = plus(sum, Polynomial.generator(i));
            difference = plus(difference, Polynomial.generator(i).times(Rational.of(i % 2 == 0 ? 1 : -1), budget));
        }
        Polynomial p = times(sum, difference);
        Polynomial q = times(sum, plus(difference, number(1)));
        assertThat(p.gcd(q, budget)).isEqualTo(sum);
    }

    @Test
    void generatorsOfOneSideOnly() throws LimitReached {
        Polynomial g = plus(times(Z, Z), number(1));
        assertThat(times(g, plus(X, Z)).gcd(times(g, plus(Y, Z)), budget)).isEqualTo(g);
        assertThat(plus(X, Z).gcd(plus(Y, Z), budget)).isEqualTo(Polynomial.ONE);
    }
}
