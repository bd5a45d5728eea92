package org.adequal.simplify.polynomial;

import static org.adequal.simplify.polynomial.RandomPolynomials.X;
import static org.adequal.simplify.polynomial.RandomPolynomials.Y;
import static org.adequal.simplify.polynomial.RandomPolynomials.Z;
import static org.adequal.simplify.polynomial.RandomPolynomials.number;
import static org.adequal.simplify.polynomial.RandomPolynomials.plus;
import static org.adequal.simplify.polynomial.RandomPolynomials.power;
import static org.adequal.simplify.polynomial.RandomPolynomials.times;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the greatest common divisor does not show, since it would find its way without any guess. */
class HeuristicDivisorTest {

    private final Budget budget = Budget.standard();

    @Test
    void theFirstGuessIsRightInThreeGenerators() throws LimitReached {
        Polynomial g = plus(times(number(3), X, X, Y), times(number(-5), Z, Z), times(X, Z), number(-2));
        Polynomial p = times(g, plus(times(X, Y), times(number(4), power(Z, 3)), number(-1)));
        Polynomial q = times(g, plus(times(number(7), X, X), times(Y, Z).negate(), number(6)));
        assertThat(HeuristicDivisor.guess(p, q, new int[]{2, 1, 2}, 0, budget)).contains(g);
        assertThat(HeuristicDivisor.guess(p, q, new int[]{2, 1, 2}, 3, budget)).contains(g);
    }

    @Test
    void numbersInTheInnerDivisorsAreKept() throws LimitReached {
        // with a number for y the common factor is a multiple of x + 2, and that multiple carries y
        Polynomial g = times(plus(Y, number(1)), plus(X, number(2)));
        Polynomial p = times(g, plus(X, Y.negate(), number(11)));
        Polynomial q = times(g, plus(times(X, X), times(number(3), Y)));
        assertThat(HeuristicDivisor.guess(p, q, new int[]{1, 1}, 0, budget)).contains(g);
    }

    @Test
    void noGuessBeyondTheDegreesOrTheBits() throws LimitReached {
        Polynomial g = plus(times(X, X), Y);
        assertThat(HeuristicDivisor.guess(times(g, X), times(g, Y), new int[]{1, 1}, 0, budget)).isEmpty();
        Polynomial high = plus(power(X, 9_000), Y);
        assertThat(HeuristicDivisor.guess(high, times(high, X), new int[]{9_000, 1}, 0, budget)).isEmpty();
    }
}
