package org.adequal.simplify.polynomial;

import static org.adequal.simplify.polynomial.RandomPolynomials.X;
import static org.adequal.simplify.polynomial.RandomPolynomials.Y;
import static org.adequal.simplify.polynomial.RandomPolynomials.number;
import static org.adequal.simplify.polynomial.RandomPolynomials.plus;
import static org.adequal.simplify.polynomial.RandomPolynomials.power;
import static org.adequal.simplify.polynomial.RandomPolynomials.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.adequal.number.Rational;
import org.adequal.simplify.polynomial.LimitReached.Limit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LimitsTest {

    private final Budget budget = Budget.standard();

    @Provide
    Arbitrary<Polynomial> polynomials() {
        return RandomPolynomials.sparse(6, 3);
    }

    private static void assertReached(Limit limit, ThrowingCallable operation) {
        assertThat(catchThrowableOfType(LimitReached.class, operation)).isNotNull()
                .extracting(LimitReached::limit).isEqualTo(limit);
    }

    @Test
    void eachLimitByItsName() throws LimitReached {
        Polynomial sum = number(1);
        for (int i = 0; i < 6; i++) {
            sum = plus(sum, Polynomial.generator(i));
        }
        Polynomial seven = sum;
        assertReached(Limit.TERMS, () -> seven.pow(8, budget));
        assertReached(Limit.POWER, () -> plus(X, Y).pow(9, budget));
        assertReached(Limit.DEGREE, () -> power(X, 9_000).times(power(X, 1_001), budget));
        assertReached(Limit.DEGREE, () -> X.pow(Integer.MAX_VALUE, budget));
        assertReached(Limit.BITS, () -> number(3).pow(5_000, budget));
        assertReached(Limit.BITS, () -> number(2).pow(Integer.MAX_VALUE, budget));
        assertReached(Limit.GENERATORS, () -> Polynomial.generator(30).plus(X, budget));
        assertReached(Limit.NUMERATOR_TERMS,
                () -> budget.admitNumerator(power(seven, 4).plus(power(seven, 5), budget)));
        assertReached(Limit.STEPS, () -> seven.pow(3, new Budget(Limits.DEFAULT.withSteps(50))));
    }

    @Test
    void justInsideIsAllowed() throws LimitReached {
        assertThat(plus(X, Y).pow(8, budget).size()).isEqualTo(9);
        assertThat(power(X, 9_000).times(power(X, 1_000), budget).degree()).isEqualTo(10_000);
        assertThat(number(-1).pow(1_000_001, budget)).isEqualTo(number(-1));
        assertThat(Polynomial.generator(29).plus(X, budget).size()).isEqualTo(2);
    }

    @Test
    void anEmptyBudgetStaysEmpty() {
        Budget small = new Budget(Limits.DEFAULT.withSteps(3));
        assertReached(Limit.STEPS, () -> plus(X, Y).times(plus(X, Y), small));
        assertReached(Limit.STEPS, () -> X.plus(Y, small));
    }

    /** A division whose quotient would have a million terms, a divisor of high powers: given up, not waited for. */
    @Test
    void hugeGapsDoNotHang() throws LimitReached {
        Polynomial p = plus(power(X, 9_999), number(-1));
        assertReached(Limit.TERMS, () -> p.dividedBy(plus(X, number(-1)), Budget.standard()));
        Polynomial q = plus(power(X, 9_998), number(-2));
        assertReached(Limit.STEPS, () -> p.gcd(q, Budget.standard()));
    }

    /** Whatever the number of steps: the full result or none, and the same each time. */
    @Property(tries = 300)
    void givingUpIsDeterministic(@ForAll("polynomials") Polynomial a, @ForAll("polynomials") Polynomial b,
            @ForAll @IntRange(min = 1, max = 3_000) int steps) throws LimitReached {
        Polynomial p = times(a, plus(a, X));
        Polynomial q = times(b, plus(a, X));
        Object first = outcome(p, q, steps);
        assertThat(outcome(p, q, steps)).isEqualTo(first);
        assertThat(first).isIn(Limit.STEPS, outcome(p, q, Limits.DEFAULT.steps()));
    }

    private static Object outcome(Polynomial p, Polynomial q, long steps) {
        try {
            return p.gcd(q, new Budget(Limits.DEFAULT.withSteps(steps)));
        } catch (LimitReached reached) {
            return reached.limit();
        }
    }

    @Test
    void smallerLimits() throws LimitReached {
        assertReached(Limit.BITS, () -> X.times(Rational.of(1, 1_000), new Budget(Limits.DEFAULT.withBits(8))));
        assertReached(Limit.TERMS, () -> X.plus(Y, new Budget(Limits.DEFAULT.withTerms(1))));
    }
}
