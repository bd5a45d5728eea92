package org.adequal.number.interval;

import java.math.BigInteger;

/** The derivatives of log gamma: digamma (order 0) and the polygamma functions. */
final class Polygamma {

    /** Higher orders are not computed: their enclosure is everything. */
    private static final int HIGHEST_ORDER = 1000;

    private Polygamma() {}

    static Evaluation.Kernel kernel(int order) {
        return (x, bits) -> at(order, x, bits);
    }

    /**
     * At a number that is no pole; for x &lt; 0 by reflection: psi_n(x) = (-1)^n psi_n(1 - x) - pi^(n+1) P_n(cot pi x), which
     * is the n-th derivative of psi(1 - x) - psi(x) = pi cot(pi x), with P_0(c) = c and P_(k+1) = -(1 + c^2) P_k'.
     */
    static Interval at(int order, Dyadic x, int bits) {
        int working = bits + 16;
        if (x.signum() > 0) {
            return signed(order, ofPositive(order, Interval.of(x), working));
        }
        Arithmetic arithmetic = Arithmetic.of(working + 2 * order);
        Interval mirrored = arithmetic.minus(Interval.ONE, Interval.of(x));
        // (-1)^n psi_n = -(-1)^(n+1) psi_n
        Interval reflected = ofPositive(order, mirrored, arithmetic.bits()).negate();
        Interval cot = Gamma.cotOfPiTimes(x, arithmetic.bits());
        Interval power = Interval.ONE;
        for (int i = 0; i <= order; i++) {
            power = arithmetic.times(power, Constants.piInterval(arithmetic.bits()));
        }
        return arithmetic.minus(reflected, arithmetic.times(power, polynomial(order, cot, arithmetic)));
    }

    private static Interval signed(int order, Interval x) {
        return order % 2 == 0 ? x.negate() : x;
    }

    /** P_n at a thin interval, by Horner in c^2: all its coefficients have one sign and one parity, so nothing cancels. */
    private static Interval polynomial(int order, Interval c, Arithmetic arithmetic) {
        BigInteger[] coefficients = {BigInteger.ZERO, BigInteger.ONE};
        for (int k = 0; k < order; k++) {
            BigInteger[] next = new BigInteger[coefficients.length + 1];
            java.util.Arrays.fill(next, BigInteger.ZERO);
            for (int i = 1; i < coefficients.length; i++) {
                BigInteger slope = coefficients[i].multiply(BigInteger.valueOf(i));
                next[i - 1] = next[i - 1].subtract(slope);
                next[i + 1] = next[i + 1].subtract(slope);
            }
            coefficients = next;
        }
        Interval square = arithmetic.square(c);
        Interval result = Interval.ZERO;
        int highest = coefficients.length - 1;
        for (int i = highest; i >= 0; i -= 2) {
            result = arithmetic.plus(arithmetic.times(result, square), Interval.of(Dyadic.of(coefficients[i], 0)));
        }
        return highest % 2 == 0 ? result : arithmetic.times(result, c);
    }

    /**
     * (-1)^(n+1) psi_n over a thin interval of positive numbers: n! times the sum of 1/(x + j)^(n+1) for j &lt; N, and the
     * asymptotic series at z = x + N: (n-1)!/z^n (for n = 0: -log z) + n!/(2 z^(n+1)) + sum of B_(2k) (2k+n-1)!/((2k)!
     * z^(2k+n)). What is left out lies between 0 and the first omitted term: differentiating Binet's integral (see
     * {@link Gamma}) n + 1 times only brings the positive factor t^(n+1) under it.
     */
    private static Interval ofPositive(int n, Interval x, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        int shift = Gamma.shift(x, bits, n);
        Interval sum = Interval.ZERO;
        for (int j = 0; j < shift; j++) {
            sum = arithmetic.plus(sum,
                    arithmetic.divide(Interval.ONE, power(arithmetic.plus(x, Interval.of(j)), n + 1, arithmetic)));
        }
        Interval factorial = factorial(n, arithmetic);
        Interval z = arithmetic.plus(x, Interval.of(shift));
        Interval reciprocal = arithmetic.divide(Interval.ONE, z);
        Interval power = power(reciprocal, n, arithmetic);
        Interval leading = n == 0
                ? Exponential.log(z, bits).negate()
                : arithmetic.divide(arithmetic.times(factorial, power), Interval.of(n));
        Interval first = arithmetic.plus(leading,
                arithmetic.times(arithmetic.times(factorial, power), reciprocal).scale(-1));
        Interval result = arithmetic.plus(arithmetic.times(sum, factorial), first);
        return arithmetic.plus(result, tail(n, power, reciprocal, first, arithmetic));
    }

    /** The sum over k; it ends with an omitted term that no longer counts beside the leading ones. */
    private static Interval tail(int n, Interval power, Interval reciprocal, Interval leading, Arithmetic arithmetic) {
        Interval step = arithmetic.square(reciprocal);
        Interval weight = arithmetic.times(power, step);
        // (2k+n-1)!/(2k)! for k = 1: (n+1)!/2
        Interval ratio = arithmetic.divide(factorial(n + 1, arithmetic), Interval.TWO);
        long needed = leading.magnitude().top() - arithmetic.bits();
        Interval sum = Interval.ZERO;
        for (int k = 1;; k++) {
            Interval term = arithmetic.times(arithmetic.times(arithmetic.of(Bernoulli.even(k)), ratio), weight);
            boolean vanishes = weight.magnitude().compareTo(Dyadic.TINY) <= 0 || term.magnitude().top() < needed;
            if (vanishes || k >= arithmetic.bits()) {
                return arithmetic.plus(sum, term.hull(Interval.ZERO));
            }
            sum = arithmetic.plus(sum, term);
            weight = arithmetic.times(weight, step);
            ratio = arithmetic.times(ratio, Interval.of((2L * k + n) * (2L * k + n + 1)));
            ratio = arithmetic.divide(ratio, Interval.of((2L * k + 1) * (2L * k + 2)));
        }
    }

    private static Interval factorial(int n, Arithmetic arithmetic) {
        Interval product = Interval.ONE;
        for (int i = 2; i <= n; i++) {
            product = arithmetic.times(product, Interval.of(i));
        }
        return product;
    }

    /** x^n of a positive interval by repeated squaring. */
    private static Interval power(Interval x, int n, Arithmetic arithmetic) {
        Interval result = Interval.ONE;
        Interval square = x;
        for (int rest = n; rest != 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = arithmetic.times(result, square);
            }
            if (rest > 1) {
                square = arithmetic.square(square);
            }
        }
        return result;
    }

    /**
     * On an interval. With the series n! times the sum of (-1)^(n+1)/(x + k)^(n+1): even orders increase between poles and
     * right of 0 (to 0 for n &gt; 0), odd orders are positive, decrease right of 0 to 0 and are convex between poles.
     */
    static Interval on(int order, Interval x, int bits) {
        if (x.isEmpty() || (x.certainlyInteger() && x.hi().signum() <= 0)) {
            return Interval.EMPTY;
        }
        boolean even = order % 2 == 0;
        Interval range = even ? Interval.ENTIRE : Interval.NOT_NEGATIVE;
        if (order > HIGHEST_ORDER) {
            return range;
        }
        if (x.lo().isZero() && x.hi().signum() > 0) {
            Interval end = x.hi().isFinite() ? Evaluation.at(x.hi(), bits, kernel(order)) : atInfinity(order);
            return even
                    ? new Interval(Dyadic.NEGATIVE_INFINITY, end.hi())
                    : new Interval(Dyadic.max(Dyadic.ZERO, end.lo()), Dyadic.POSITIVE_INFINITY);
        }
        if (!Gamma.isBetweenPoles(x)) {
            return range;
        }
        if (even) {
            return Evaluation.increasing(x, bits, kernel(order), Interval.ENTIRE, atInfinity(order));
        }
        Interval result = x.lo().signum() > 0
                ? Evaluation.decreasing(x, bits, kernel(order), Interval.ENTIRE, Interval.ZERO)
                : Evaluation.convex(x, bits, kernel(order), kernel(order + 1));
        return result.intersection(range);
    }

    private static Interval atInfinity(int order) {
        return order == 0 ? Interval.ENTIRE : Interval.ZERO;
    }
}
