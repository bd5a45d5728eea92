package org.adequal.check.germ;

import java.math.BigInteger;

import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.adequal.number.interval.Bernoulli;

/**
 * Gamma, its logarithm and the derivatives of that for an argument that grows without bound, by Stirling's asymptotic
 * series (Abramowitz and Stegun 6.1.40, 6.3.18, 6.4.11): each partial sum is off by the order of the next term.
 */
record Stirling(Expansions expansions) {
    private static final int MOST_TERMS = 14;

    /** @param order that of the polygamma function */
    Germ of(Primitive primitive, int order, Germ u) {
        Field field = expansions.field();
        Germ inverse = expansions.reciprocal(u);
        if (primitive == Primitive.DIGAMMA) {
            return expansions.plus(expansions.log(u), derivative(0, inverse));
        }
        if (primitive == Primitive.POLYGAMMA && order > 0) {
            return derivative(order, inverse);
        }
        if (primitive == Primitive.POLYGAMMA) {
            return of(Primitive.DIGAMMA, 0, u);
        }
        // (u - 1/2) log u - u + log(2 pi)/2 + sum of B(2k)/(2k (2k - 1) u^(2k - 1))
        Coefficient half = Coefficient.of(Rational.of(1, 2));
        Coefficient turn = field.times(Coefficient.of(2), field.apply(Primitive.PI));
        Coefficient constant = field.times(half, field.apply(Primitive.LOG, turn));
        Germ leading = expansions.minus(
                expansions.times(expansions.minus(u, Germ.constant(half)), expansions.log(u)), u);
        Germ tail = expansions.series(k -> k == 0
                ? constant
                : k % 2 == 0
                        ? Coefficient.ZERO
                        : Coefficient.of(bernoulli(k + 1).dividedBy(Rational.of(k * (k + 1L)))),
                inverse, MOST_TERMS);
        Germ logarithm = expansions.plus(leading, tail);
        return primitive == Primitive.LGAMMA ? logarithm : expansions.exp(logarithm);
    }

    /**
     * The m-th derivative of digamma(u) - log u for m = 0, of digamma for m &gt; 0: (-1)^(m+1) ((m-1)!/u^m + m!/(2
     * u^(m+1)) + sum of B(j) (j+m-1)!/(j! u^(j+m)) over even j), the first term missing for m = 0.
     */
    private Germ derivative(int m, Germ inverse) {
        Rational sign = m % 2 == 0 ? Rational.MINUS_ONE : Rational.ONE;
        return expansions.series(power -> {
            int j = power - m;
            if (j < 0 || (j == 0 && m == 0)) {
                return Coefficient.ZERO;
            }
            Rational b = j == 0 ? Rational.ONE : j == 1 ? Rational.of(1, 2) : bernoulli(j);
            return Coefficient.of(
                    sign.times(b).times(Rational.of(factorial(j + m - 1))).dividedBy(Rational.of(factorial(j))));
        }, inverse, m + MOST_TERMS);
    }

    private static BigInteger factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }

    private static Rational bernoulli(int n) {
        return n % 2 == 0 ? Bernoulli.even(n / 2) : Rational.ZERO;
    }
}
