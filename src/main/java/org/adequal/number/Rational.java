package org.adequal.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact rational number p/q in lowest terms with q &gt; 0; there is one zero, and it has no sign.
 *
 * <p>{@code Rational.parse("0.1").plus(Rational.parse("0.2"))} is exactly 3/10.
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);
    public static final Rational TWO = of(2);
    public static final Rational MINUS_ONE = of(-1);

    /** Reduces to lowest terms; refuses the denominator 0. */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        int twos = powerOfTwo(denominator);
        if (twos > 0) {
            int common = numerator.signum() == 0 ? twos : Math.min(twos, numerator.getLowestSetBit());
            numerator = numerator.shiftRight(common);
            denominator = denominator.shiftRight(common);
        } else if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                divisor = divisor.negate();
            }
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    /** k where the number is 2^k; -1 where it is no such power. Doubles and their sums and products have these below. */
    private static int powerOfTwo(BigInteger n) {
        int twos = n.getLowestSetBit();
        return n.signum() > 0 && n.bitLength() == twos + 1 ? twos : -1;
    }

    public static Rational of(long value) {
        return of(BigInteger.valueOf(value));
    }

    public static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The number a decimal means, exactly. */
    public static Rational of(BigDecimal decimal) {
        BigDecimal plain = decimal.stripTrailingZeros();
        return plain.scale() <= 0
                ? of(plain.toBigIntegerExact())
                : new Rational(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    /** The number that a finite double is, exactly; -0.0 is 0. */
    public static Rational of(double value) {
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("no number: " + value);
        }
        long bits = Double.doubleToLongBits(value);
        long fraction = bits & (1L << 52) - 1;
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        long significand = Math.abs(value) < Double.MIN_NORMAL ? fraction : fraction | 1L << 52;
        BigInteger numerator = BigInteger.valueOf(value < 0 ? -significand : significand);
        return exponent >= 0
                ? of(numerator.shiftLeft(exponent))
                : new Rational(numerator, BigInteger.ONE.shiftLeft(-exponent));
    }

    /** The number that a decimal literal such as {@code 12}, {@code .5} or {@code 1e-7} means, exactly. */
    public static Rational parse(String decimal) {
        return of(new BigDecimal(decimal));
    }

    public Rational plus(Rational other) {
        int own = powerOfTwo(denominator);
        int others = powerOfTwo(other.denominator);
        if (own >= 0 && others >= 0) {
            BigInteger sum = own >= others
                    ? numerator.add(other.numerator.shiftLeft(own - others))
                    : numerator.shiftLeft(others - own).add(other.numerator);
            return new Rational(sum, own >= others ? denominator : other.denominator);
        }
        return new Rational(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Refuses the divisor 0 with an {@link ArithmeticException}. */
    public Rational dividedBy(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /** 1/this; refuses 0. */
    public Rational reciprocal() {
        return new Rational(denominator, numerator);
    }

    /** this^n, with 0^0 = 1; refuses 0 to a negative power. The size of the result is the caller's care. */
    public Rational pow(int n) {
        return n >= 0
                ? new Rational(numerator.pow(n), denominator.pow(n))
                : new Rational(denominator.pow(-n), numerator.pow(-n));
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    public boolean isOne() {
        return equals(ONE);
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The largest integer not above this number. */
    public Rational floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return of(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** How many bits numerator and denominator take together: the measure by which sizes are limited. */
    public long bits() {
        return (long) numerator.bitLength() + denominator.bitLength();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The nearest double, ties to even; an infinity where the number is beyond the largest double. */
    public double doubleValue() {
        if (isZero()) {
            return 0;
        }
        BigInteger n = numerator.abs();
        int exponent = n.bitLength() - denominator.bitLength();
        if (exponent > 1100) {
            return signum() * Double.POSITIVE_INFINITY;
        }
        if (exponent < -1100) {
            return 0;
        }
        // exponent becomes floor(log2(n/d)), then the last place of the double that will hold it
        if (shifted(n, -exponent).compareTo(shifted(denominator, exponent)) < 0) {
            exponent--;
        }
        int lastPlace = Math.max(exponent - 52, -1074);
        BigInteger[] parts = shifted(n, -lastPlace).divideAndRemainder(shifted(denominator, lastPlace));
        int half = parts[1].shiftLeft(1).compareTo(shifted(denominator, lastPlace));
        long significand = parts[0].longValueExact();
        if (half > 0 || (half == 0 && (significand & 1) == 1)) {
            significand++;
        }
        return signum() * Math.scalb((double) significand, lastPlace);
    }

    /** Multiplies by a power of two, but only upwards: n/(d 2^k) is shifted(n, -k)/shifted(d, k). */
    private static BigInteger shifted(BigInteger value, int places) {
        return places > 0 ? value.shiftLeft(places) : value;
    }

    /** Whether this number is finite as a decimal, so that it can be printed as one without loss. */
    public boolean isDecimal() {
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        BigInteger five = BigInteger.valueOf(5);
        while (rest.bitLength() > 1) {
            BigInteger[] parts = rest.divideAndRemainder(five);
            if (parts[1].signum() != 0) {
                return false;
            }
            rest = parts[0];
        }
        return true;
    }

    /** This number as a decimal; refuses a number that has none. */
    public BigDecimal toDecimal() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator)).stripTrailingZeros();
    }

    /** {@code 3}, {@code -1/2}. */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
