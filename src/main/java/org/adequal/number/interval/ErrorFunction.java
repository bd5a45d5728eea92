package org.adequal.number.interval;

import java.math.BigInteger;

/** The error function and its complement at numbers. */
final class ErrorFunction {

    private ErrorFunction() {}

    /** erf x; odd. For tiny x: 2x/sqrt(pi) (1 - x^2/3) &lt; erf x &lt; 2x/sqrt(pi); for large: 1 - e^(-x^2) &lt; erf x &lt; 1. */
    static Interval erf(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        Interval result = erfOfPositive(x.abs(), bits);
        return x.signum() < 0 ? result.negate() : result;
    }

    private static Interval erfOfPositive(Dyadic x, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        if (Tiny.is(x, bits)) {
            return arithmetic.times(twiceOver(arithmetic), Tiny.inside(x, bits));
        }
        // e^(-x^2) <= 2^-bits when x^2 >= bits, as log 2 < 1
        if (x.top() > 32 || x.times(x).compareTo(Dyadic.of(bits)) >= 0) {
            return Tiny.justBelowOne(bits);
        }
        return series(x, bits);
    }

    /** 2/sqrt(pi). */
    private static Interval twiceOver(Arithmetic arithmetic) {
        return arithmetic.divide(Interval.TWO, arithmetic.sqrt(Constants.piInterval(arithmetic.bits() + 4)));
    }

    /**
     * erf x = 2/sqrt(pi) e^(-x^2) x S, S the sum of 2^k x^(2k)/(2k+1)!! over k &gt;= 0 (all positive), for x &gt; 0.
     *
     * <p>The terms follow from one another by the factor 2x^2/(2k+1). The lower chain takes Q = floor(2x^2 2^f) and
     * floors, the upper Q + 1 and, with floor(floor(a)/d) = floor(a/d), one more than the floor: so lower &lt;= term &lt;=
     * upper. Once 2x^2/(2k+3) &lt;= 1/2 all terms after the k-th add up to at most the k-th, so counting the last upper term
     * twice bounds the sum.
     */
    private static Interval series(Dyadic x, int bits) {
        int f = bits + 24;
        BigInteger lowFactor = Exponential.floor(x.times(x).scale(1), f);
        BigInteger highFactor = lowFactor.add(BigInteger.ONE);
        BigInteger low = BigInteger.ONE.shiftLeft(f);
        BigInteger high = low;
        BigInteger lowSum = low;
        BigInteger highSum = high;
        for (int k = 1;; k++) {
            BigInteger divisor = BigInteger.valueOf(2L * k + 1);
            low = low.multiply(lowFactor).shiftRight(f).divide(divisor);
            high = high.multiply(highFactor).shiftRight(f).divide(divisor).add(BigInteger.ONE);
            lowSum = lowSum.add(low);
            highSum = highSum.add(high);
            boolean halving = highFactor.shiftLeft(1).compareTo(BigInteger.valueOf(2L * k + 3).shiftLeft(f)) <= 0;
            if (halving && low.signum() == 0) {
                highSum = highSum.add(high);
                break;
            }
        }
        Arithmetic arithmetic = Arithmetic.of(f);
        Interval sum = new Interval(Dyadic.of(lowSum, -f), Dyadic.of(highSum, -f));
        Interval weight = arithmetic.times(Exponential.exp(x.times(x).negate(), f), twiceOver(arithmetic));
        return arithmetic.times(arithmetic.times(sum, Interval.of(x)), weight);
    }

    /** erfc x: 1 - erf x with the bits that cancel, for larger x the continued fraction. */
    static Interval erfc(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ONE;
        }
        if (x.signum() < 0) {
            return Arithmetic.of(bits + 4).plus(Interval.ONE, erf(x.negate(), bits + 4));
        }
        if (x.top() >= 21) {
            // e^(-x^2) <= e^(-2^42) < TINY, and erfc x < e^(-x^2)
            return new Interval(Dyadic.ZERO, Dyadic.TINY);
        }
        double size = x.doubleValue();
        if (size > 0.5 * Math.sqrt(bits)) {
            return continuedFraction(x, size, bits);
        }
        int working = bits + 16 + (int) (1.45 * size * size);
        return Arithmetic.of(working).minus(Interval.ONE, erf(x, working));
    }

    /**
     * erfc x = e^(-x^2)/(sqrt(pi) r_1) with r_n = x + (n/2)/r_(n+1).
     *
     * <p>Proof: let I_(-1) = 2/sqrt(pi) e^(-x^2), I_0 = erfc x and I_n the integral of I_(n-1) from x to infinity, all
     * positive. Integration by parts gives I_(n-2) = 2x I_(n-1) + 2n I_n; so r_n = I_(n-2)/(2 I_(n-1)) satisfies the
     * recurrence and r_1 = I_(-1)/(2 erfc x). Each r_n exceeds x, so r_n lies in [x, x + n/(2x)] for whatever n one starts
     * with; interval evaluation down to r_1 encloses.
     */
    private static Interval continuedFraction(Dyadic x, double size, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 8);
        Interval point = Interval.of(x);
        double ratio = (bits + 8) * 0.35 / size;
        int n = (int) (ratio * ratio) + 2;
        Interval r = new Interval(x, arithmetic.plus(point, arithmetic.divide(Interval.of(n), point.scale(1))).hi());
        for (int k = n - 1; k >= 1; k--) {
            r = arithmetic.plus(point, arithmetic.divide(Interval.of(k), r.scale(1)));
        }
        Interval weight = Exponential.exp(x.times(x).negate(), bits + 8);
        return arithmetic.divide(weight, arithmetic.times(r, arithmetic.sqrt(Constants.piInterval(bits + 16))));
    }
}
