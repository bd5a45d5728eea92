package org.adequal.check.germ;

import java.math.BigInteger;

import org.adequal.number.ExactArithmetic;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** Rational powers of fractions that are fractions themselves. */
final class Roots {
    private static final int LARGEST_ROOT = 64;

    private Roots() {}

    /** base^exponent if it is a fraction of no more bits; null otherwise. The base is positive, or the exponent whole. */
    static @Nullable Rational exactPower(Rational base, Rational exponent, int bits) {
        Rational root = base;
        if (!exponent.isInteger()) {
            if (base.signum() <= 0 || exponent.denominator().bitLength() > 7
                    || exponent.denominator().intValueExact() > LARGEST_ROOT) {
                return null;
            }
            int n = exponent.denominator().intValueExact();
            BigInteger above = root(base.numerator(), n);
            BigInteger below = root(base.denominator(), n);
            if (above == null || below == null) {
                return null;
            }
            root = new Rational(above, below);
        }
        Rational power = ExactArithmetic.power(new Rational[]{root, Rational.of(exponent.numerator())});
        return power == null || power.bits() > bits ? null : power;
    }

    /** The n-th root of a perfect power; null for others. */
    private static @Nullable BigInteger root(BigInteger value, int n) {
        // Newton's method from above falls until it reaches the floor of the root
        BigInteger x = BigInteger.ONE.shiftLeft((value.bitLength() + n - 1) / n);
        while (true) {
            BigInteger next = x.multiply(BigInteger.valueOf(n - 1L)).add(value.divide(x.pow(n - 1)))
                    .divide(BigInteger.valueOf(n));
            if (next.compareTo(x) >= 0) {
                return x.pow(n).equals(value) ? x : null;
            }
            x = next;
        }
    }
}
