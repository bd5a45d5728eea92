package org.adequal.number;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;

/** Functions that take exact rationals to exact rationals, within a limit on the size of the numbers. */
public final class ExactArithmetic {
    /** Numerator and denominator together take no more bits than this: enough for every constant that people write. */
    public static final int LIMIT_IN_BITS = 4096;

    /** A function of exact numbers; it may answer null or throw {@link ArithmeticException} where it has no value. */
    @FunctionalInterface
    public interface Operation {
        @Nullable
        Rational apply(Rational[] arguments);
    }

    private ExactArithmetic() {}

    /** The operation's value, or null where it has none, or where an argument or the value is beyond the limit. */
    public static @Nullable Rational bounded(Operation operation, Rational[] arguments) {
        for (Rational argument : arguments) {
            if (argument.bits() > LIMIT_IN_BITS) {
                return null;
            }
        }
        try {
            Rational value = operation.apply(arguments);
            return value == null || value.bits() > LIMIT_IN_BITS ? null : value;
        } catch (ArithmeticException noValue) {
            return null;
        }
    }

    /** x^n for an integer n; null for other exponents, and where the power would be beyond the limit. */
    public static @Nullable Rational power(Rational[] xn) {
        Rational x = xn[0];
        Rational n = xn[1];
        if (!n.isInteger()) {
            return null;
        }
        if (x.abs().isOne() || x.isZero() && n.signum() > 0) {
            return n.numerator().testBit(0) ? x : x.abs();
        }
        BigInteger size = n.numerator().abs().multiply(BigInteger.valueOf(x.bits() - 1));
        return size.bitLength() > 31 || size.intValueExact() > LIMIT_IN_BITS
                ? null
                : x.pow(n.numerator().intValueExact());
    }

    public static Rational sign(Rational x) {
        return Rational.of(x.signum());
    }

    /** 1 above 0, else 0. */
    public static Rational step(Rational x) {
        return Rational.of(Math.max(x.signum(), 0));
    }

    public static Rational ceil(Rational x) {
        return x.negate().floor().negate();
    }

    /** The nearest integer, halves to the even one. */
    public static Rational round(Rational x) {
        Rational below = x.floor();
        int order = x.minus(below).compareTo(Rational.of(1, 2));
        boolean up = order > 0 || order == 0 && below.numerator().testBit(0);
        return up ? below.plus(Rational.ONE) : below;
    }

    /** x - y floor(x/y); refuses y = 0. */
    public static Rational mod(Rational x, Rational y) {
        return x.minus(y.times(x.dividedBy(y).floor()));
    }

    public static Rational min(Rational x, Rational y) {
        return x.compareTo(y) <= 0 ? x : y;
    }

    public static Rational max(Rational x, Rational y) {
        return x.compareTo(y) >= 0 ? x : y;
    }

    /** min(max(x, lo), hi). */
    public static Rational clamp(Rational[] xLoHi) {
        return min(max(xLoHi[0], xLoHi[1]), xLoHi[2]);
    }

    public static Rational relu(Rational x) {
        return max(x, Rational.ZERO);
    }
}
