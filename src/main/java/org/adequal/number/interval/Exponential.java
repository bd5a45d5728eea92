package org.adequal.number.interval;

import java.math.BigInteger;

/** Exponential and logarithm: the kernels that the functions of {@link Arithmetic} are built on. */
final class Exponential {

    /** From here on the exponential leaves the exponents that are represented: 2^41 > 2^40 log 2. */
    private static final int SATURATION = 41;

    private Exponential() {}

    /** An enclosure of exp(x) of relative width about 2^-bits. */
    static Interval exp(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ONE;
        }
        long top = x.top();
        if (top >= SATURATION) {
            return x.signum() > 0
                    ? new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY)
                    : new Interval(Dyadic.ZERO, Dyadic.TINY);
        }
        if (top < -bits - 2) {
            return nearOne(x, bits);
        }
        return series(x, (int) Math.max(top, 0), bits);
    }

    /** 1 &lt; e^x &lt; 1 + 2x for 0 &lt; x &lt;= 1 (convexity), and 1 + x &lt; e^x &lt; 1 for x &lt; 0; |x| &lt; 2^(-bits-2). */
    private static Interval nearOne(Dyadic x, int bits) {
        Dyadic distance = Dyadic.powerOfTwo(-bits);
        return x.signum() > 0
                ? new Interval(Dyadic.ONE, Dyadic.ONE.plus(distance))
                : new Interval(Dyadic.ONE.minus(distance), Dyadic.ONE);
    }

    /**
     * exp(x) = 2^k (e^a)^(2^s), with x = k log 2 + r and a = r/2^s, in integers of f fractional bits ("units" are 2^-f).
     *
     * <p>Reduction, with t = max(top(x), 0), g = f + t + 8: X = floor(x 2^g), L &lt;= 2^g log 2 &lt; L + 2, k = floor(X/L), R
     * = X - kL. Then r 2^g differs from R by at most 1 + 2|k|; |k| &lt;= 2^(t+1)/log 2 + 1 &lt;= 2^(t+2), so by less than
     * 9*2^t, which is less than 1/8 unit. So A = floor(R/2^(g-f+s)) is off from a 2^f by less than 2, and |a| &lt; 1/2 for
     * s &gt;= 1.
     *
     * <p>Terms T_0 = 2^f, T_j = floor(T_(j-1) A/(2^f j)), true terms t_j = 2^f a^j/j!, errors e_0 = 0 and e_j &lt;=
     * e_(j-1) A/2^f + 2 + 1 &lt;= e_(j-1)/2 + 3 &lt;= 6. The loop ends with T_n = 0, so |t_n| &lt;= 6, and what is left out
     * is at most 6 (1 + 1/2 + ...) = 12. The sum is off by at most 6n + 12.
     *
     * <p>Squaring V = v 2^f + d to floor(V^2/2^f): off by at most 2v|d| + d^2/2^f + 1 &lt;= 3|d| + 1, as v &lt;= e^(r/2)
     * &lt; 1.415 before every squaring and |d| &lt; 2^f/8.
     */
    private static Interval series(Dyadic x, int t, int bits) {
        int s = Math.clamp((long) (0.6 * Math.sqrt(bits)), 2, 24);
        int f = bits + 2 * s + 20;
        int g = f + t + 8;
        BigInteger scaled = floor(x, g);
        BigInteger ln2 = Constants.ln2(g);
        BigInteger[] parts = scaled.divideAndRemainder(ln2);
        long k = parts[0].longValueExact();
        BigInteger rest = parts[1];
        if (rest.signum() < 0) {
            k--;
            rest = rest.add(ln2);
        }
        BigInteger a = rest.shiftRight(g - f + s);
        BigInteger term = BigInteger.ONE.shiftLeft(f);
        BigInteger sum = term;
        int n = 1;
        while (true) {
            term = term.multiply(a).shiftRight(f).divide(BigInteger.valueOf(n));
            if (term.signum() == 0) {
                break;
            }
            sum = sum.add(term);
            n++;
        }
        long units = 6L * n + 12;
        for (int i = 0; i < s; i++) {
            sum = sum.multiply(sum).shiftRight(f);
            units = 3 * units + 1;
        }
        return around(sum, units, f).scale(k);
    }

    /** floor(x 2^places). */
    static BigInteger floor(Dyadic x, int places) {
        long shift = Math.addExact(x.exponent(), places);
        return shift >= 0
                ? x.significand().shiftLeft(Math.toIntExact(shift))
                : x.significand().shiftRight((int) Math.min(-shift, Integer.MAX_VALUE));
    }

    /** [(value - units) 2^-places, (value + units) 2^-places]. */
    static Interval around(BigInteger value, long units, int places) {
        BigInteger error = BigInteger.valueOf(units);
        return new Interval(Dyadic.of(value.subtract(error), -places), Dyadic.of(value.add(error), -places));
    }

    /**
     * exp over a thin interval for the price of one: exp(lo) [1, 1 + 2d] with d = hi - lo &lt;= 1, as e^d is convex and e
     * &lt; 3. A wide one by its ends.
     */
    static Interval exp(Interval x, int bits) {
        if (x.isPoint()) {
            return exp(x.lo(), bits);
        }
        Dyadic width = x.width();
        if (x.isBounded() && width.compareTo(Dyadic.ONE) <= 0) {
            Arithmetic arithmetic = Arithmetic.of(bits);
            Interval growth = arithmetic.plus(Interval.ONE, new Interval(Dyadic.ZERO, width.scale(1)));
            return arithmetic.times(exp(x.lo(), bits), growth);
        }
        Dyadic low = x.lo().isFinite() ? exp(x.lo(), bits).lo() : Dyadic.ZERO;
        Dyadic high = x.hi().isFinite() ? exp(x.hi(), bits).hi() : Dyadic.POSITIVE_INFINITY;
        return new Interval(Dyadic.max(low, Dyadic.ZERO), high);
    }

    /** exp(x) - 1 at a number; small arguments get the bits that cancel. */
    static Interval expm1(Dyadic x, int bits) {
        if (x.isZero()) {
            return Interval.ZERO;
        }
        Arithmetic arithmetic = Arithmetic.of(bits);
        long top = x.top();
        if (top < -bits - 2) {
            // x < e^x - 1 < x + x^2 for 0 < |x| < 1
            Interval factor = arithmetic.plus(Interval.ONE, new Interval(Dyadic.ZERO, Dyadic.powerOfTwo(-bits)));
            Interval result = arithmetic.times(Interval.of(x), factor);
            return x.signum() > 0
                    ? result
                    : arithmetic.times(Interval.of(x), arithmetic.minus(Interval.of(2), factor));
        }
        int working = bits + 2 + (int) Math.max(-top, 0);
        return Arithmetic.of(working).minus(exp(x, working), Interval.ONE);
    }

    /**
     * The logarithm over a thin interval of positive numbers, tight when it is thin; refused by nobody: where the hint
     * fails or the interval is wide the answer is wide, not wrong.
     *
     * <p>x = 2^k m with m about in [0.7, 1.42]. Near 1 the series for z = m - 1. Else log m = y + log(1 + z) for every y,
     * with z = m e^-y - 1 enclosed; the double logarithm y only makes z small.
     */
    static Interval log(Interval x, int bits) {
        if (!x.certainlyPositive()) {
            return Interval.ENTIRE;
        }
        if (!x.hi().isFinite()) {
            return new Interval(log(Interval.of(x.lo()), bits).lo(), Dyadic.POSITIVE_INFINITY);
        }
        long top = x.lo().top();
        double mantissa = x.lo().scale(-top).doubleValue();
        long k = mantissa > 1.4 ? top + 1 : top;
        double m = mantissa > 1.4 ? mantissa / 2 : mantissa;
        int working = bits + 16;
        Arithmetic arithmetic = Arithmetic.of(working);
        Interval scaled = x.scale(-k);
        Interval offset = arithmetic.minus(scaled, Interval.ONE);
        if (k == 0 && isBelow(offset, -12)) {
            return log1p(offset, bits);
        }
        Dyadic hint = Dyadic.of(StrictMath.log(m));
        Interval z = arithmetic.minus(arithmetic.times(scaled, exp(hint.negate(), working + 4)), Interval.ONE);
        Interval result = arithmetic.plus(Interval.of(hint), log1p(z, working));
        return k == 0
                ? result
                : arithmetic.plus(result, arithmetic.times(Constants.ln2Interval(working), Interval.of(k)));
    }

    private static boolean isBelow(Interval x, int power) {
        return x.magnitude().compareTo(Dyadic.powerOfTwo(power)) < 0;
    }

    /**
     * log(1 + z) over a thin interval, of relative width about 2^-bits also for tiny z.
     *
     * <p>For |z| &lt; 2^-8: z (1 - z/2 + z^2/3 - ... ± z^(n-1)/n), and what is left out is at most |z|^(n+1)/(n+1) (1 +
     * |z| + ...) &lt; |z|^(n+1), which is |z| times less than M^n with M the magnitude of the interval. Each number of the
     * interval satisfies this, so interval evaluation encloses.
     */
    static Interval log1p(Interval z, int bits) {
        if (z.certainlyZero()) {
            return Interval.ZERO;
        }
        if (!isBelow(z, -8)) {
            return log1pOfLarge(z, bits);
        }
        Arithmetic arithmetic = Arithmetic.of(bits + 4);
        long size = -z.magnitude().top() - 1;
        int n = (int) Math.max(1, bits / Math.max(1, size) + 1);
        Interval factor = arithmetic.divide(Interval.ONE, Interval.of(n));
        for (int j = n - 1; j >= 1; j--) {
            factor = arithmetic.minus(arithmetic.divide(Interval.ONE, Interval.of(j)), arithmetic.times(z, factor));
        }
        // M < 2^-size, so M^n < 2^(-size n); below the smallest number that is kept, that one
        Dyadic left = Dyadic.powerOfTwo(Math.max(-Dyadic.EXPONENT_LIMIT, -saturatedProduct(size, n)));
        return arithmetic.times(z, arithmetic.plus(factor, new Interval(left.negate(), left)));
    }

    private static long saturatedProduct(long size, int n) {
        return Math.min(size, Dyadic.EXPONENT_LIMIT) * n;
    }

    /** Never called for the z that a good hint leaves, so the bounds z/(1+z) &lt;= log(1+z) &lt;= z are good enough there. */
    private static Interval log1pOfLarge(Interval z, int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits + 4);
        Interval sum = arithmetic.plus(Interval.ONE, z);
        if (!sum.certainlyPositive() || !z.isBounded()) {
            return Interval.ENTIRE;
        }
        Interval low = arithmetic.divide(z, sum);
        return new Interval(Dyadic.min(low.lo(), z.lo()), z.hi());
    }

    /** log(1 + z) over a thin interval of any size above -1. */
    static Interval logOnePlus(Interval z, int bits) {
        if (isBelow(z, -12)) {
            return log1p(z, bits);
        }
        Interval sum = Arithmetic.of(bits + 16).plus(Interval.ONE, z);
        return sum.certainlyPositive() ? log(sum, bits) : Interval.ENTIRE;
    }

    /**
     * x^y for x &gt; 0 as exp(y log x), with as many bits more as the size of y log x takes.
     *
     * <p>Exact where the value is dyadic: x^(n/2^k) with odd n is dyadic only if x has an exact root of order 2^k (unique
     * factorisation), so k exact square roots are tried first.
     */
    static Interval pow(Dyadic x, Dyadic y, int bits) {
        Interval exact = exactPower(x, y, bits);
        if (!exact.isEmpty()) {
            return exact;
        }
        long sizeOfLog = 64L - Long.numberOfLeadingZeros(Math.abs(x.top()) + 2);
        int working = bits + 8 + Math.clamp(y.top() + sizeOfLog, 0, 64);
        Interval exponent = Arithmetic.of(working).times(log(Interval.of(x), working), Interval.of(y));
        return exp(exponent, bits + 4);
    }

    /** The power where it is found exactly with reasonable effort, else empty. */
    private static Interval exactPower(Dyadic x, Dyadic y, int bits) {
        if (x.equals(Dyadic.ONE) || y.isZero()) {
            return Interval.ONE;
        }
        Dyadic n = y.stripped();
        Dyadic base = x.stripped();
        long roots = Math.max(0, -n.exponent());
        if (roots > 16 || n.top() > 62) {
            return Interval.EMPTY;
        }
        for (int i = 0; i < roots; i++) {
            if (base.exponent() % 2 != 0) {
                return Interval.EMPTY;
            }
            BigInteger[] root = base.significand().sqrtAndRemainder();
            if (root[1].signum() != 0) {
                return Interval.EMPTY;
            }
            base = Dyadic.of(root[0], base.exponent() / 2);
        }
        long power = n.scale(roots).significand().longValueExact() << Math.max(0, n.exponent());
        return IntegerPower.exact(base, power, bits);
    }
}
