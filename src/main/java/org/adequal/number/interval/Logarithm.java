package org.adequal.number.interval;

import java.math.BigInteger;

/** Logarithms on intervals; at 0 the limit, nothing below. */
final class Logarithm {

    /** Exact logarithms are looked for among the multiples of 2^-FRACTION. */
    private static final int FRACTION = 5;

    private static final Interval MINUS_INFINITE = new Interval(Dyadic.NEGATIVE_INFINITY, Dyadic.HUGE.negate());
    private static final Interval INFINITE = new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY);

    private Logarithm() {}

    static Interval natural(Interval x, int bits) {
        return onPositive(x, bits, (t, working) -> Exponential.log(Interval.of(t), working));
    }

    private static Interval onPositive(Interval x, int bits, Evaluation.Kernel kernel) {
        Interval domain = x.intersection(Interval.NOT_NEGATIVE);
        return domain.isEmpty() || domain.certainlyZero()
                ? Interval.EMPTY
                : Evaluation.increasing(domain, bits, (t, p) -> t.isZero() ? MINUS_INFINITE : kernel.at(t, p),
                        MINUS_INFINITE, INFINITE);
    }

    static Interval ofOnePlus(Interval x, int bits) {
        Interval domain = x.intersection(new Interval(Dyadic.MINUS_ONE, Dyadic.POSITIVE_INFINITY));
        if (domain.isEmpty() || domain.hi().equals(Dyadic.MINUS_ONE)) {
            return Interval.EMPTY;
        }
        return Evaluation.increasing(domain, bits, Logarithm::ofOnePlus, MINUS_INFINITE, INFINITE);
    }

    private static Interval ofOnePlus(Dyadic x, int bits) {
        if (x.equals(Dyadic.MINUS_ONE)) {
            return MINUS_INFINITE;
        }
        return x.isZero() ? Interval.ZERO : Exponential.logOnePlus(Interval.of(x), bits);
    }

    /** To the base 2 or 10: powers of the base are found exactly, others divide by log 2 or log 10. */
    static Interval toBase(Interval x, int base, int bits) {
        return onPositive(x, bits, (t, working) -> toBase(t, base, working));
    }

    private static Interval toBase(Dyadic x, int base, int bits) {
        Dyadic stripped = x.stripped();
        if (base == 2 && stripped.significand().bitLength() == 1) {
            return Interval.of(stripped.exponent());
        }
        if (base == 10 && x.isInteger() && x.top() < 10_000) {
            // x = 10^n has n zero bits at its end
            int n = (int) stripped.exponent();
            if (n >= 0 && stripped.significand().equals(BigInteger.valueOf(5).pow(n))) {
                return Interval.of(n);
            }
        }
        Interval unit = base == 2 ? Constants.ln2Interval(bits + 8) : Exponential.log(Interval.of(base), bits + 8);
        return Arithmetic.of(bits + 4).divide(Exponential.log(Interval.of(x), bits + 4), unit);
    }

    /** log x / log b: each occurs once, so the quotient's range is the function's. */
    static Interval toBase(Interval x, Interval b, int bits) {
        if (x.isPoint() && b.isPoint() && x.certainlyPositive() && b.certainlyPositive()
                && !b.lo().equals(Dyadic.ONE)) {
            return Evaluation.refined(bits, working -> quotient(x.lo(), b.lo(), working));
        }
        Arithmetic arithmetic = Arithmetic.of(bits);
        return arithmetic.divide(natural(x, bits + 8), natural(b, bits + 8));
    }

    private static Interval quotient(Dyadic x, Dyadic b, int bits) {
        if (x.equals(Dyadic.ONE)) {
            return Interval.ZERO;
        }
        Interval result = Arithmetic.of(bits + 4).divide(Exponential.log(Interval.of(x), bits + 4),
                Exponential.log(Interval.of(b), bits + 4));
        return exactly(x, b, result);
    }

    /** Where a short number n/2^k lies in the enclosure and b^n = x^(2^k) proves it to be the value: that; else the enclosure. */
    private static Interval exactly(Dyadic x, Dyadic b, Interval enclosure) {
        Dyadic middle = enclosure.isBounded() ? enclosure.middle(64) : Dyadic.ZERO;
        Dyadic guess = middle.scale(FRACTION).round().scale(-FRACTION).stripped();
        if (guess.isZero() || !enclosure.contains(guess) || guess.top() > 10) {
            return enclosure;
        }
        int k = (int) Math.max(0, -guess.exponent());
        long n = Exponential.floor(guess, k).longValueExact();
        boolean proven = n < 0 ? reciprocalAgrees(b, -n, x, k) : powersAgree(b, n, x, 1L << k);
        return proven ? Interval.of(guess) : enclosure;
    }

    /** Whether b^-n = x^(2^k): only powers of two have dyadic reciprocals. */
    private static boolean reciprocalAgrees(Dyadic b, long n, Dyadic x, int k) {
        Dyadic first = b.stripped();
        Dyadic second = x.stripped();
        return first.significand().bitLength() == 1 && second.significand().bitLength() == 1
                && -n * first.exponent() == second.exponent() << k;
    }

    private static boolean powersAgree(Dyadic a, long m, Dyadic b, long n) {
        Interval first = IntegerPower.exact(a, m, 4096);
        Interval second = IntegerPower.exact(b, n, 4096);
        return !first.isEmpty() && !second.isEmpty() && first.lo().equals(second.lo());
    }
}
