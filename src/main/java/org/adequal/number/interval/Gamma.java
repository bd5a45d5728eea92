package org.adequal.number.interval;

import java.math.BigInteger;

/**
 * The gamma function and log|gamma|.
 *
 * <p>Between two neighbouring poles, and right of 0, log|gamma| is convex: its second derivative is the sum of 1/(x + k)^2
 * over k &gt;= 0. So |gamma| is convex there too.
 */
final class Gamma {

    /** From 2^41 on gamma exceeds 2^(2^40), as gamma(x) &gt; (x/e)^(x-1) for x &gt; 2. */
    private static final int SATURATION = 41;
    private static final int LARGEST_FACTORIAL = 256;

    private Gamma() {}

    /** How far the argument must be shifted up for the asymptotic series to reach so many bits. */
    static int shift(Interval x, int bits, int order) {
        double target = 0.25 * bits + order + 2;
        double start = x.lo().doubleDown();
        return start >= target ? 0 : (int) Math.ceil(target - start);
    }

    /**
     * log gamma(z) by Stirling's series for a thin interval z &gt;= 2, absolute error about 2^-bits.
     *
     * <p>log gamma(z) = (z - 1/2) log z - z + log(2 pi)/2 + sum of B_(2k)/(2k(2k-1) z^(2k-1)). What is left out after any
     * number of terms lies between 0 and the first omitted term. Proof: Binet's first formula gives the rest as the
     * integral of (1/(e^t - 1) - 1/t + 1/2) e^(-zt)/t over t &gt; 0, and 1/(e^t - 1) - 1/t + 1/2 = sum over j &gt;= 1 of
     * 2t/(t^2 + 4 pi^2 j^2); each summand is enclosed by the partial sums of its geometric series in -t^2/(4 pi^2 j^2), and
     * integrating those term by term against a positive weight gives the series.
     */
    private static Interval stirling(Interval z, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 8 + Math.clamp(z.lo().top() + 8, 0, 60));
        int working = arithmetic.bits();
        // grouped so that nothing cancels for large z
        Interval log = Exponential.log(z, working);
        Interval result = arithmetic.minus(arithmetic.times(z, arithmetic.minus(log, Interval.ONE)), log.scale(-1));
        Interval circle = Constants.piInterval(working + 2).scale(1);
        result = arithmetic.plus(result, Exponential.log(circle, working).scale(-1));
        Interval reciprocal = arithmetic.divide(Interval.ONE, z);
        Interval step = arithmetic.square(reciprocal);
        Interval power = reciprocal;
        for (int k = 1;; k++) {
            Interval coefficient = arithmetic.divide(arithmetic.of(Bernoulli.even(k)),
                    Interval.of(2L * k * (2L * k - 1)));
            Interval term = arithmetic.times(coefficient, power);
            if (term.magnitude().top() < -bits - 4 || k >= bits) {
                return arithmetic.plus(result, term.hull(Interval.ZERO));
            }
            result = arithmetic.plus(result, term);
            power = arithmetic.times(power, step);
        }
    }

    /** x (x + 1) ... (x + n - 1). */
    private static Interval rising(Interval x, int n, Arithmetic arithmetic) {
        Interval product = Interval.ONE;
        for (int j = 0; j < n; j++) {
            product = arithmetic.times(product, arithmetic.plus(x, Interval.of(j)));
        }
        return product;
    }

    /** log gamma over a thin interval of positive numbers: Stirling at x + n, less the log of the rising product. */
    private static Interval lgammaOfPositive(Interval x, int bits) {
        int working = bits + 24;
        Arithmetic arithmetic = Arithmetic.of(working);
        int n = shift(x, bits, 0);
        Interval shifted = stirling(arithmetic.plus(x, Interval.of(n)), working);
        return n == 0 ? shifted : arithmetic.minus(shifted, Exponential.log(rising(x, n, arithmetic), working));
    }

    /** gamma over a thin interval of positive numbers. */
    private static Interval gammaOfPositive(Interval x, int bits) {
        if (x.lo().top() >= SATURATION) {
            return new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY);
        }
        // the size of z log z, z < 2^42
        int working = bits + 24 + (int) Math.max(0, x.lo().top() + 6);
        Arithmetic arithmetic = Arithmetic.of(working);
        int n = shift(x, bits, 0);
        Interval shifted = stirling(arithmetic.plus(x, Interval.of(n)), working);
        return arithmetic.divide(Exponential.exp(shifted, working), rising(x, n, arithmetic));
    }

    /** gamma at a number that is no pole; for x &lt; 0 as pi/(sin(pi x) gamma(1 - x)). */
    static Interval gamma(Dyadic x, int bits) {
        if (x.signum() > 0) {
            return x.isInteger() && x.top() < 8
                    ? factorial((int) x.doubleValue() - 1)
                    : gammaOfPositive(Interval.of(x), bits);
        }
        int working = bits + 16;
        Arithmetic arithmetic = Arithmetic.of(working);
        int forReflection = working + Math.clamp(x.top() + 8, 0, 64);
        Interval mirrored = Arithmetic.of(forReflection).minus(Interval.ONE, Interval.of(x));
        return arithmetic.divide(Constants.piInterval(working),
                arithmetic.times(sinOfPiTimes(x, working), gammaOfPositive(mirrored, working)));
    }

    private static Interval factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= Math.min(n, LARGEST_FACTORIAL); i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return Interval.of(Dyadic.of(product, 0));
    }

    /** log|gamma| at a number that is no pole; for x &lt; 0 as log(pi/|sin(pi x)|) - log gamma(1 - x). */
    static Interval lgamma(Dyadic x, int bits) {
        if (x.equals(Dyadic.ONE) || x.equals(Dyadic.TWO)) {
            return Interval.ZERO;
        }
        if (x.signum() > 0) {
            return lgammaOfPositive(Interval.of(x), bits);
        }
        int working = bits + 16;
        Arithmetic arithmetic = Arithmetic.of(working);
        Interval mirrored = arithmetic.minus(Interval.ONE, Interval.of(x));
        Interval quotient = arithmetic.divide(Constants.piInterval(working), arithmetic.abs(sinOfPiTimes(x, working)));
        return arithmetic.minus(Exponential.log(quotient, working), lgammaOfPositive(mirrored, working));
    }

    /** sin(pi x) for x that is no integer; for tiny x: pi x (1 - 2 x^2) &lt;= sin(pi x) &lt;= pi x, as pi^2/6 &lt; 2. */
    private static Interval sinOfPiTimes(Dyadic x, int bits) {
        if (x.scale(1).isInteger()) {
            return Interval.of(x.scale(1).stripped().significand().shiftRight(1).testBit(0) ? -1 : 1);
        }
        if (Tiny.is(x, bits)) {
            return Arithmetic.of(bits).times(Constants.piInterval(bits), Tiny.inside(x, bits));
        }
        return Angle.ofPiTimes(x, bits).sin();
    }

    /** cot(pi x) for x that is no integer; for tiny x: 1 - 4 x^2 &lt;= pi x cot(pi x) &lt;= 1, as pi^2/3 &lt; 4. */
    static Interval cotOfPiTimes(Dyadic x, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits);
        if (x.scale(1).isInteger()) {
            return Interval.ZERO;
        }
        if (Tiny.is(x, bits)) {
            return arithmetic.divide(Tiny.justBelowOne(bits),
                    arithmetic.times(Constants.piInterval(bits), Interval.of(x)));
        }
        Angle angle = Angle.ofPiTimes(x, bits);
        return arithmetic.divide(angle.cos(), angle.sin());
    }

    /** Whether the numbers of the interval lie strictly between two neighbouring poles, or right of 0. */
    static boolean isBetweenPoles(Interval x) {
        return x.lo().signum() > 0
                || (x.isBounded() && !x.lo().isInteger() && x.lo().floor().equals(x.hi().floor()));
    }

    private static boolean isPole(Interval x) {
        return x.certainlyInteger() && x.hi().signum() <= 0;
    }

    /** log|gamma| on an interval; unbounded above where a pole lies inside, empty at a pole. */
    static Interval lgamma(Interval x, int bits) {
        if (x.isEmpty() || isPole(x)) {
            return Interval.EMPTY;
        }
        if (x.lo().signum() >= 0 && (x.lo().isZero() || !x.hi().isFinite())) {
            return rightBranch(x, bits, Gamma::lgamma, Polygamma.kernel(0));
        }
        return isBetweenPoles(x)
                ? Evaluation.convex(x, bits, Gamma::lgamma, Polygamma.kernel(0))
                : Interval.ENTIRE;
    }

    /** gamma on an interval; entire where a pole lies inside, empty at a pole. */
    static Interval gamma(Interval x, int bits) {
        if (x.isEmpty() || isPole(x)) {
            return Interval.EMPTY;
        }
        if (x.lo().signum() >= 0 && (x.lo().isZero() || !x.hi().isFinite())) {
            return rightBranch(x, bits, Gamma::gamma, Gamma::slope);
        }
        if (!isBetweenPoles(x)) {
            return Interval.ENTIRE;
        }
        // gamma is negative between -1 and 0, positive between -2 and -1, and so on
        if (x.lo().signum() > 0 || !x.lo().floor().isOddInteger()) {
            return Evaluation.convex(x, bits, Gamma::gamma, Gamma::slope);
        }
        return Evaluation.convex(x, bits, (t, p) -> gamma(t, p).negate(), (t, p) -> slope(t, p).negate()).negate();
    }

    /** gamma'(x) = gamma(x) digamma(x). */
    private static Interval slope(Dyadic x, int bits) {
        return Arithmetic.of(bits).times(gamma(x, bits), Polygamma.at(0, x, bits));
    }

    /** From 0 or up to infinity: unbounded above; below by the smallest value, which is not taken left of 1 or beyond 2. */
    private static Interval rightBranch(Interval x, int bits, Evaluation.Kernel f, Evaluation.Kernel derivative) {
        Dyadic from = Dyadic.max(x.lo(), Dyadic.min(x.hi(), Dyadic.ONE));
        Dyadic to = Dyadic.min(x.hi(), Dyadic.max(from, Dyadic.TWO));
        return new Interval(Evaluation.convex(new Interval(from, to), bits, f, derivative).lo(),
                Dyadic.POSITIVE_INFINITY);
    }
}
