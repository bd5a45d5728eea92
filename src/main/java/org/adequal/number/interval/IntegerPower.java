package org.adequal.number.interval;

/** Integer powers of numbers. */
final class IntegerPower {

    private IntegerPower() {}

    /**
     * x^n where it is a dyadic number that is cheap to find and within the exponents that are represented: of a power of
     * two, and of others where it takes at most a few times so many bits; else empty.
     */
    static Interval exact(Dyadic x, long n, int bits) {
        Dyadic base = x.stripped();
        int length = base.significand().bitLength();
        boolean unit = base.abs().significand().bitLength() == 1;
        if (Math.abs((double) base.exponent() * n) > Dyadic.EXPONENT_LIMIT) {
            return Interval.EMPTY;
        }
        if (unit) {
            Dyadic power = Dyadic.powerOfTwo(base.exponent() * n);
            return Interval.of(base.signum() < 0 && n % 2 != 0 ? power.negate() : power);
        }
        if (n < 0 || (double) length * n > 4.0 * bits + 256) {
            return Interval.EMPTY;
        }
        return Interval.of(Dyadic.of(base.significand().pow((int) n), base.exponent() * n));
    }

    /**
     * An enclosure of x^n for x != 0, by repeated squaring with outward rounding for small n (about 2 log2 n roundings,
     * each error doubled by the squarings that follow), else as exp(n log|x|).
     */
    static Interval at(Dyadic x, long n, int bits) {
        Interval exact = exact(x, n, bits);
        if (!exact.isEmpty()) {
            return exact;
        }
        if (Math.abs((double) n) > 1024) {
            Interval magnitude = Exponential.pow(x.abs(), Dyadic.of(n), bits);
            return x.signum() < 0 && n % 2 != 0 ? magnitude.negate() : magnitude;
        }
        Arithmetic arithmetic = Arithmetic.of(bits + 16);
        Interval result = Interval.ONE;
        Interval square = Interval.of(x);
        for (long rest = Math.abs(n); rest != 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = arithmetic.times(result, square);
            }
            if (rest > 1) {
                square = arithmetic.times(square, square);
            }
        }
        return n < 0 ? arithmetic.divide(Interval.ONE, result) : result;
    }
}
