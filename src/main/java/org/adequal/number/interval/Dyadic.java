package org.adequal.number.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.adequal.number.Rational;

/**
 * A dyadic number {@code significand * 2^exponent}, exactly, or one of the two infinities that end unbounded intervals.
 *
 * <p>Equality and order are those of the numbers, whatever the representation. Sums, differences and products without a
 * precision are exact; the operations with a precision round to that many significant bits, in the direction asked for,
 * correctly: the result is the nearest number of so many bits on that side.
 *
 * <p>Rounded results have magnitudes between {@link #TINY} and {@link #HUGE}: beyond, rounding toward zero gives HUGE
 * or 0 and rounding away from zero an infinity or TINY. So no exponent ever leads to a large allocation.
 */
public final class Dyadic implements Comparable<Dyadic> {

    /** The largest magnitude of a binary exponent that rounding leaves. */
    static final long EXPONENT_LIMIT = 1L << 40;

    /** Exact sums of numbers further apart than this many places are refused. */
    private static final int WIDEST_EXACT_SUM = 1 << 26;

    public static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);
    public static final Dyadic ONE = new Dyadic(BigInteger.ONE, 0);
    public static final Dyadic TWO = new Dyadic(BigInteger.ONE, 1);
    public static final Dyadic HALF = new Dyadic(BigInteger.ONE, -1);
    public static final Dyadic MINUS_ONE = new Dyadic(BigInteger.ONE.negate(), 0);
    /** 2^(2^40): what lies above is [HUGE, infinity]. */
    public static final Dyadic HUGE = new Dyadic(BigInteger.ONE, EXPONENT_LIMIT);
    /** 2^(-2^40): what lies below is [0, TINY]. */
    public static final Dyadic TINY = new Dyadic(BigInteger.ONE, -EXPONENT_LIMIT);

    private static final long INFINITE = Long.MAX_VALUE;
    public static final Dyadic POSITIVE_INFINITY = new Dyadic(BigInteger.ONE, INFINITE);
    public static final Dyadic NEGATIVE_INFINITY = new Dyadic(BigInteger.ONE.negate(), INFINITE);

    private final BigInteger significand;
    private final long exponent;

    private Dyadic(BigInteger significand, long exponent) {
        this.significand = significand;
        this.exponent = exponent;
    }

    /** significand * 2^exponent, exactly; refuses exponents beyond 2^50 in magnitude. */
    public static Dyadic of(BigInteger significand, long exponent) {
        if (Math.abs(exponent) > 1L << 50) {
            throw new IllegalArgumentException("exponent out of range: " + exponent);
        }
        return significand.signum() == 0 ? ZERO : new Dyadic(significand, exponent);
    }

    public static Dyadic of(long value) {
        return of(BigInteger.valueOf(value), 0);
    }

    /** The number that a double is, exactly; -0.0 is 0; refuses NaN. */
    public static Dyadic of(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN is no number");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
        }
        if (value == 0) {
            return ZERO;
        }
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & (1L << 52) - 1;
        long magnitude = biased == 0 ? fraction : fraction | 1L << 52;
        int zeros = Long.numberOfTrailingZeros(magnitude);
        magnitude >>= zeros;
        return new Dyadic(BigInteger.valueOf(bits < 0 ? -magnitude : magnitude), Math.max(biased, 1) - 1075 + zeros);
    }

    /** 2^exponent. */
    static Dyadic powerOfTwo(long exponent) {
        return new Dyadic(BigInteger.ONE, exponent);
    }

    public BigInteger significand() {
        return significand;
    }

    public long exponent() {
        return exponent;
    }

    public int signum() {
        return significand.signum();
    }

    public boolean isZero() {
        return significand.signum() == 0;
    }

    public boolean isFinite() {
        return exponent != INFINITE;
    }

    /** Whether this is a finite number without fractional part. */
    public boolean isInteger() {
        return isFinite() && (isZero() || exponent >= 0 || significand.getLowestSetBit() >= -exponent);
    }

    /** floor(log2 |this|): the place of the leading bit; refuses zero and the infinities. */
    public long top() {
        if (isZero() || !isFinite()) {
            throw new ArithmeticException("no leading bit: " + this);
        }
        return leadingBit();
    }

    /** {@link #top} without the check; an infinity has a larger one than every number. */
    private long leadingBit() {
        if (exponent == INFINITE) {
            return INFINITE;
        }
        int length = significand.bitLength();
        // the bit length of -2^k is k, that of 2^k is k + 1
        boolean negativePower = significand.signum() < 0 && significand.getLowestSetBit() == length;
        return exponent + (negativePower ? length : length - 1);
    }

    /** The same number with an odd significand, so that its bits are as few as possible. */
    Dyadic stripped() {
        int zeros = isFinite() && !isZero() ? significand.getLowestSetBit() : 0;
        return zeros == 0 ? this : new Dyadic(significand.shiftRight(zeros), exponent + zeros);
    }

    public Dyadic negate() {
        return isZero() ? this : new Dyadic(significand.negate(), exponent);
    }

    public Dyadic abs() {
        return signum() < 0 ? negate() : this;
    }

    /** this * 2^places, exactly. */
    public Dyadic scale(long places) {
        return isZero() || !isFinite() ? this : new Dyadic(significand, Math.addExact(exponent, places));
    }

    /** The exact sum; refuses opposite infinities, and finite terms so far apart that the sum would be huge. */
    public Dyadic plus(Dyadic other) {
        if (!isFinite() || !other.isFinite()) {
            return infiniteSum(this, other);
        }
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        long distance = exponent - other.exponent;
        if (Math.abs(distance) > WIDEST_EXACT_SUM) {
            throw new ArithmeticException("terms of an exact sum are too far apart");
        }
        return distance >= 0
                ? of(significand.shiftLeft((int) distance).add(other.significand), other.exponent)
                : of(other.significand.shiftLeft((int) -distance).add(significand), exponent);
    }

    private static Dyadic infiniteSum(Dyadic a, Dyadic b) {
        if (!a.isFinite() && !b.isFinite() && a.signum() != b.signum()) {
            throw new ArithmeticException("sum of opposite infinities");
        }
        return a.isFinite() ? b : a;
    }

    /** The exact difference, under the conditions of {@link #plus(Dyadic)}. */
    public Dyadic minus(Dyadic other) {
        return plus(other.negate());
    }

    /** The exact product; zero times an infinity is zero, as ends of intervals need it. */
    public Dyadic times(Dyadic other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        if (!isFinite() || !other.isFinite()) {
            return signum() == other.signum() ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
        }
        return new Dyadic(significand.multiply(other.significand), Math.addExact(exponent, other.exponent));
    }

    /**
     * The sum rounded to so many bits; no allocation is larger than the operands and the precision ask for.
     *
     * <p>Proof for far terms: let E = min(exponent of the larger, its top - bits). The larger term, and all numbers of so
     * many bits near it (also one binade lower, where cancellation may lead), are multiples of 2^E. If the smaller term
     * is less than 2^E in magnitude, then between it and 2^(E-1) of the same sign there is no such multiple, so the sum
     * with 2^(E-1) rounds to the same number. Otherwise top(smaller) &gt;= E bounds the distance to be shifted.
     */
    public static Dyadic sum(Dyadic a, Dyadic b, int bits, Direction direction) {
        if (!a.isFinite() || !b.isFinite()) {
            return infiniteSum(a, b);
        }
        if (a.isZero()) {
            return b.rounded(bits, direction);
        }
        if (b.isZero()) {
            return a.rounded(bits, direction);
        }
        long distance = a.exponent - b.exponent;
        if (Math.abs(distance) > 2L * bits) {
            boolean firstIsLarger = a.leadingBit() >= b.leadingBit();
            Dyadic larger = firstIsLarger ? a : b;
            Dyadic smaller = firstIsLarger ? b : a;
            long place = Math.min(larger.exponent, larger.leadingBit() - bits);
            if (smaller.leadingBit() < place) {
                Dyadic sticky = powerOfTwo(place - 1);
                return larger.plus(smaller.signum() < 0 ? sticky.negate() : sticky).rounded(bits, direction);
            }
        }
        BigInteger exact = distance >= 0
                ? a.significand.shiftLeft((int) distance).add(b.significand)
                : b.significand.shiftLeft((int) -distance).add(a.significand);
        return rounded(exact, Math.min(a.exponent, b.exponent), bits, direction);
    }

    /** This number rounded to so many significant bits. */
    public Dyadic rounded(int bits, Direction direction) {
        if (isZero() || !isFinite()) {
            return this;
        }
        if (significand.bitLength() <= bits && Math.abs(exponent) < EXPONENT_LIMIT / 2) {
            return this;
        }
        return rounded(significand, exponent, bits, direction);
    }

    /** Proof: shiftRight is the floor for both signs; the ceiling is one more unless only zeros were dropped. */
    private static Dyadic rounded(BigInteger significand, long exponent, int bits, Direction direction) {
        if (significand.signum() == 0) {
            return ZERO;
        }
        int excess = significand.bitLength() - bits;
        if (excess > 0) {
            BigInteger kept = significand.shiftRight(excess);
            if (direction == Direction.UP && significand.getLowestSetBit() < excess) {
                kept = kept.add(BigInteger.ONE);
            }
            // the ceiling of a negative number keeps at least -1, as bits >= 2
            return within(new Dyadic(kept, exponent + excess), direction);
        }
        return within(new Dyadic(significand, exponent), direction);
    }

    /** Replaces a magnitude beyond HUGE or below TINY by the bound on the proper side. */
    private static Dyadic within(Dyadic value, Direction direction) {
        if (Math.abs(value.exponent) < EXPONENT_LIMIT / 2) {
            return value; // significands are far shorter than 2^39 bits
        }
        boolean up = direction == Direction.UP;
        boolean positive = value.signum() > 0;
        long top = value.leadingBit();
        if (top > EXPONENT_LIMIT) {
            if (up == positive) {
                return positive ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
            }
            return positive ? HUGE : HUGE.negate();
        }
        if (top < -EXPONENT_LIMIT) {
            if (up == positive) {
                return positive ? TINY : TINY.negate();
            }
            return ZERO;
        }
        return value;
    }

    /**
     * The quotient rounded to so many bits; refuses the divisor zero; a finite number through an infinite one is 0.
     *
     * <p>Proof: the dividend is shifted so that the integer quotient has more bits than asked for, so the grid of results
     * is coarser than the integers, and rounding the integer floor (or ceiling) is rounding the quotient.
     */
    public static Dyadic quotient(Dyadic a, Dyadic b, int bits, Direction direction) {
        return quotients(a, b, bits, direction)[0];
    }

    /** The quotient rounded down and up, for the price of one division. */
    static Interval quotient(Dyadic a, Dyadic b, int bits) {
        Dyadic[] both = quotients(a, b, bits, Direction.DOWN, Direction.UP);
        return new Interval(both[0], both[1]);
    }

    private static Dyadic[] quotients(Dyadic a, Dyadic b, int bits, Direction... directions) {
        if (b.isZero()) {
            throw new ArithmeticException("division by zero");
        }
        Dyadic[] results = new Dyadic[directions.length];
        if (a.isZero() || !a.isFinite() || !b.isFinite()) {
            Dyadic limit = a.isZero() || !b.isFinite() ? ZERO : b.signum() > 0 ? a : a.negate();
            java.util.Arrays.fill(results, limit);
            return results;
        }
        int shift = Math.max(0, bits + 2 + b.significand.bitLength() - a.significand.bitLength());
        BigInteger[] parts = a.significand.shiftLeft(shift).divideAndRemainder(b.significand);
        BigInteger floor = parts[0];
        boolean exact = parts[1].signum() == 0;
        if (!exact && a.signum() != b.signum()) {
            floor = floor.subtract(BigInteger.ONE);
        }
        long exponent = a.exponent - b.exponent - shift;
        for (int i = 0; i < results.length; i++) {
            BigInteger end = exact || directions[i] == Direction.DOWN ? floor : floor.add(BigInteger.ONE);
            results[i] = rounded(end, exponent, bits, directions[i]);
        }
        return results;
    }

    /**
     * The n-th root of a number that is not negative, rounded to so many bits; the root of infinity is infinity.
     *
     * <p>Proof: the significand is shifted so that the exponent is a multiple of n and the integer root has more bits
     * than asked for; then as for the quotient.
     */
    static Dyadic root(Dyadic a, int n, int bits, Direction direction) {
        if (a.isZero() || !a.isFinite()) {
            return a;
        }
        long shift = Math.max(0, (long) n * (bits + 2) - a.significand.bitLength());
        shift += Math.floorMod(a.exponent - shift, n);
        BigInteger shifted = a.significand.shiftLeft(Math.toIntExact(shift));
        BigInteger floor = IntegerRoot.floor(shifted, n);
        boolean exact = floor.pow(n).equals(shifted);
        BigInteger end = exact || direction == Direction.DOWN ? floor : floor.add(BigInteger.ONE);
        return rounded(end, (a.exponent - shift) / n, bits, direction);
    }

    /** The largest integer not above this number; an infinity stays. */
    public Dyadic floor() {
        if (isInteger() || !isFinite()) {
            return this;
        }
        if (-exponent > significand.bitLength()) {
            return signum() < 0 ? MINUS_ONE : ZERO;
        }
        return of(significand.shiftRight((int) -exponent), 0);
    }

    /** The nearest integer, ties to the even one; an infinity stays. */
    public Dyadic round() {
        if (isInteger() || !isFinite()) {
            return this;
        }
        if (leadingBit() < -1) {
            return ZERO;
        }
        Dyadic below = floor();
        int half = minus(below).compareTo(HALF);
        boolean odd = !below.scale(-1).isInteger();
        return half > 0 || (half == 0 && odd) ? below.plus(ONE) : below;
    }

    /** Whether this is an odd integer. */
    boolean isOddInteger() {
        return !isZero() && isInteger() && !scale(-1).isInteger();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a shortcut: the ends of a point are often one object
    public int compareTo(Dyadic other) {
        if (this == other) {
            return 0;
        }
        int sign = signum();
        if (sign != other.signum() || sign == 0) {
            return Integer.compare(sign, other.signum());
        }
        if (exponent == other.exponent) {
            return significand.compareTo(other.significand);
        }
        int byMagnitude = Long.compare(leadingBit(), other.leadingBit());
        if (byMagnitude != 0) {
            return sign * byMagnitude;
        }
        // equal leading bits: the exponents differ by no more than the lengths of the significands
        long distance = exponent - other.exponent;
        return distance > 0
                ? significand.shiftLeft((int) distance).compareTo(other.significand)
                : significand.compareTo(other.significand.shiftLeft((int) -distance));
    }

    public static Dyadic min(Dyadic a, Dyadic b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    public static Dyadic max(Dyadic a, Dyadic b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The nearest double, ties to even; an infinity from 2^1024 - 2^970 on; never -0.0. */
    public double doubleValue() {
        double below = doubleDown();
        double above = doubleUp();
        if (below == above) {
            return below;
        }
        // an infinite neighbour stands for 2^1024 here, where the next double would be
        Dyadic lower = below == Double.NEGATIVE_INFINITY ? powerOfTwo(1024).negate() : of(below);
        Dyadic upper = above == Double.POSITIVE_INFINITY ? powerOfTwo(1024) : of(above);
        if (leadingBit() > 1024) {
            return signum() > 0 ? above : below;
        }
        // below the smallest subnormal only the halfway point matters, and no aligned sum is wanted
        if (leadingBit() < -1080) {
            return 0;
        }
        int side = scale(1).compareTo(lower.plus(upper));
        boolean lowerIsEven = below == Double.NEGATIVE_INFINITY || (Double.doubleToRawLongBits(below) & 1) == 0;
        return side < 0 || (side == 0 && lowerIsEven) ? below : above;
    }

    /** The largest double not above this number; never -0.0. */
    public double doubleDown() {
        if (!isFinite()) {
            return signum() > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (isZero()) {
            return 0;
        }
        long top = leadingBit();
        if (top > 1023) {
            return signum() > 0 ? Double.MAX_VALUE : Double.NEGATIVE_INFINITY;
        }
        if (top < -1074) {
            return signum() > 0 ? 0 : -Double.MIN_VALUE;
        }
        long lastPlace = Math.max(top - 52, -1074);
        long distance = exponent - lastPlace;
        BigInteger floor = distance >= 0
                ? significand.shiftLeft((int) distance)
                : significand.shiftRight((int) -distance);
        // a floor of -2^1024 overflows to the infinity, as it should
        return Math.scalb((double) floor.longValueExact(), (int) lastPlace);
    }

    /** The smallest double not below this number; never -0.0. */
    public double doubleUp() {
        return 0 - negate().doubleDown();
    }

    /** This number as an exact fraction; refuses infinities and exponents beyond a million places. */
    public Rational toRational() {
        if (!isFinite() || Math.abs(exponent) > 1_000_000) {
            throw new ArithmeticException("no fraction of reasonable size: " + this);
        }
        return exponent >= 0
                ? Rational.of(significand.shiftLeft((int) exponent))
                : new Rational(significand, BigInteger.ONE.shiftLeft((int) -exponent));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dyadic dyadic && compareTo(dyadic) == 0;
    }

    @Override
    public int hashCode() {
        Dyadic canonical = stripped();
        return 31 * canonical.significand.hashCode() + Long.hashCode(canonical.exponent);
    }

    /** The decimal where it is short, else {@code significand*2^exponent}. */
    @Override
    public String toString() {
        if (!isFinite()) {
            return signum() > 0 ? "inf" : "-inf";
        }
        Dyadic canonical = stripped();
        if (Math.abs(canonical.exponent) <= 64 && canonical.significand.bitLength() <= 64) {
            BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft((int) Math.abs(canonical.exponent)));
            BigDecimal decimal = new BigDecimal(canonical.significand);
            return (canonical.exponent >= 0 ? decimal.multiply(power) : decimal.divide(power)).toPlainString();
        }
        return canonical.significand + "*2^" + canonical.exponent;
    }
}
