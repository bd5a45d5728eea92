package org.adequal.check.germ;

import java.math.BigInteger;

import org.adequal.check.germ.Coefficient.Enclosed;
import org.adequal.check.germ.Coefficient.Exact;
import org.adequal.check.germ.Coefficient.OfPi;
import org.adequal.check.germ.Coefficient.PowerOfE;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;

/**
 * Arithmetic on coefficients at one precision, and the one place where a number is decided to be zero.
 *
 * <p>A number is told from zero by an enclosure that leaves zero out. It is zero by exact form, or by its signature.
 * What neither shows is asked again at a higher precision; at the highest it is <em>assumed</em> to be zero, but only if
 * it is smaller than every number that occurred by a factor of 2^300, and the assumption is counted.
 */
final class Field {
    /** Larger fractions become enclosures. */
    private static final int LARGEST_FRACTION_BITS = 4000;
    private static final int GUARD_BITS = 300;
    private static final int LONGEST_FACTORED_BITS = 200;
    private static final int LONGEST_ROOT_BITS = 64;

    private final Arithmetic arithmetic;
    private final boolean highest;
    private long smallest;
    private boolean assumed;

    /** @param highest whether small numbers may be assumed to be zero */
    Field(int bits, boolean highest) {
        arithmetic = Arithmetic.of(bits);
        this.highest = highest;
    }

    /** Whether some number was assumed to be zero. */
    boolean assumed() {
        return assumed;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    Interval interval(Coefficient c) {
        return switch (c) {
            case Exact(Rational value) -> {
                note(value);
                yield arithmetic.of(value);
            }
            case OfPi(Rational multiple) -> arithmetic.times(arithmetic.of(multiple), arithmetic.pi());
            case PowerOfE(Rational exponent) -> arithmetic.exp(arithmetic.of(exponent));
            case Enclosed(Interval interval, Signature _) -> interval;
        };
    }

    private void note(Rational value) {
        if (!value.isZero()) {
            smallest = Math.min(smallest, value.numerator().bitLength() - value.denominator().bitLength() - 1L);
        }
    }

    /** A number in this interval. */
    Coefficient enclosed(Interval interval, Signature signature) {
        if (interval.isEmpty()) {
            throw Undecided.precision(0);
        }
        if (interval.certainlyNotZero() && interval.mignitude().isFinite()) {
            smallest = Math.min(smallest, interval.mignitude().top());
        }
        return new Enclosed(interval, signature);
    }

    private Coefficient exact(Rational value) {
        return value.bits() > LARGEST_FRACTION_BITS
                ? enclosed(arithmetic.of(value), Signature.of(value))
                : new Exact(value);
    }

    private static Coefficient ofPi(Rational multiple) {
        return multiple.isZero() ? Coefficient.ZERO : new OfPi(multiple);
    }

    static Coefficient powerOfE(Rational exponent) {
        return exponent.isZero() ? Coefficient.ONE : new PowerOfE(exponent);
    }

    /** -1, 0 or 1. */
    int sign(Coefficient c) {
        return switch (c) {
            case Exact(Rational value) -> value.signum();
            case OfPi(Rational multiple) -> multiple.signum();
            case PowerOfE _ -> 1;
            case Enclosed(Interval interval, Signature signature) -> {
                if (interval.certainlyPositive()) {
                    yield 1;
                }
                if (interval.certainlyNegative()) {
                    yield -1;
                }
                if (!interval.certainlyZero() && !signature.isZero()) {
                    assumeZero(interval);
                }
                yield 0;
            }
        };
    }

    /** Whether the number is 0 by exact form or signature. */
    boolean isProvenZero(Coefficient c) {
        return c.isZero()
                || c instanceof Enclosed(Interval interval, Signature signature) && interval.mayBeZero()
                        && signature.isZero();
    }

    private void assumeZero(Interval interval) {
        Dyadic magnitude = interval.magnitude();
        if (!highest || !magnitude.isFinite()) {
            throw Undecided.precision(0);
        }
        long wanted = smallest - GUARD_BITS;
        if (magnitude.top() >= wanted) {
            throw Undecided.precision((int) Math.min(Integer.MAX_VALUE / 2,
                    arithmetic.bits() + magnitude.top() - wanted + 64));
        }
        assumed = true;
    }

    /** Zero itself where the number is decided to be zero. */
    Coefficient settled(Coefficient c) {
        return sign(c) == 0 ? Coefficient.ZERO : c;
    }

    int compare(Coefficient a, Coefficient b) {
        if (a instanceof Exact(Rational x) && b instanceof Exact(Rational y)) {
            return x.compareTo(y);
        }
        return sign(minus(a, b));
    }

    Coefficient negate(Coefficient c) {
        return switch (c) {
            case Exact(Rational value) -> new Exact(value.negate());
            case OfPi(Rational multiple) -> new OfPi(multiple.negate());
            case PowerOfE _ -> enclosed(interval(c).negate(), signature(c).negate());
            case Enclosed(Interval interval, Signature signature) ->
                new Enclosed(interval.negate(), signature.negate());
        };
    }

    Coefficient plus(Coefficient a, Coefficient b) {
        if (a.isZero()) {
            return b;
        }
        if (b.isZero()) {
            return a;
        }
        if (a instanceof Exact(Rational x) && b instanceof Exact(Rational y)) {
            return exact(x.plus(y));
        }
        if (a instanceof OfPi(Rational x) && b instanceof OfPi(Rational y)) {
            return ofPi(x.plus(y));
        }
        return enclosed(arithmetic.plus(interval(a), interval(b)), signature(a).plus(signature(b)));
    }

    @SuppressWarnings("ReferenceEquality") // the same number, whatever its enclosure
    Coefficient minus(Coefficient a, Coefficient b) {
        return a == b || (a instanceof PowerOfE && a.equals(b)) ? Coefficient.ZERO : plus(a, negate(b));
    }

    Coefficient times(Coefficient a, Coefficient b) {
        if (a.isZero() || b.isOne()) {
            return a;
        }
        if (b.isZero() || a.isOne()) {
            return b;
        }
        if (a instanceof Exact(Rational x)) {
            if (b instanceof Exact(Rational y)) {
                return exact(x.times(y));
            }
            if (b instanceof OfPi(Rational y)) {
                return ofPi(x.times(y));
            }
        }
        if (a instanceof OfPi(Rational x) && b instanceof Exact(Rational y)) {
            return ofPi(x.times(y));
        }
        if (a instanceof PowerOfE(Rational x) && b instanceof PowerOfE(Rational y)) {
            return powerOfE(x.plus(y));
        }
        return enclosed(arithmetic.times(interval(a), interval(b)), signature(a).times(signature(b)));
    }

    /** a/b; decides that b is not zero first. */
    Coefficient divide(Coefficient a, Coefficient b) {
        if (sign(b) == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (a.isZero() || b.isOne()) {
            return a;
        }
        if (b instanceof Exact(Rational y)) {
            return times(a, exact(y.reciprocal()));
        }
        if (a instanceof OfPi(Rational x) && b instanceof OfPi(Rational y)) {
            return new Exact(x.dividedBy(y));
        }
        if (b instanceof PowerOfE(Rational y)) {
            return times(a, powerOfE(y.negate()));
        }
        return enclosed(arithmetic.divide(interval(a), interval(b)), signature(a).divide(signature(b)));
    }

    /** base^exponent for a base that is positive, or not zero and an exact integer exponent. */
    Coefficient power(Coefficient base, Coefficient exponent) {
        if (exponent.isZero() || base.isOne()) {
            return Coefficient.ONE;
        }
        if (exponent.isOne()) {
            return base;
        }
        if (exponent instanceof Exact(Rational y)) {
            if (base instanceof PowerOfE(Rational x)) {
                return powerOfE(x.times(y));
            }
            if (base instanceof Exact(Rational x)) {
                Rational root = Roots.exactPower(x, y, LARGEST_FRACTION_BITS);
                if (root != null) {
                    return new Exact(root);
                }
            }
            if (y.isInteger() && y.numerator().bitLength() < 63) {
                long n = y.numerator().longValueExact();
                return enclosed(arithmetic.power(interval(base), n), signature(base).power(y, true));
            }
        }
        Signature signature = exponent instanceof Exact(Rational y) && y.bits() <= LONGEST_ROOT_BITS
                ? signature(base).power(y, base instanceof Exact)
                : signature(exponent).times(logarithm(base)).exp();
        return enclosed(arithmetic.pow(interval(base), interval(exponent)), signature);
    }

    /** The value of a row at numbers where it has one. */
    Coefficient apply(Primitive primitive, Coefficient... arguments) {
        Coefficient special = SpecialValues.of(primitive, arguments);
        if (special != null) {
            return special;
        }
        Interval[] intervals = new Interval[arguments.length];
        Signature[] signatures = new Signature[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            intervals[i] = interval(arguments[i]);
            signatures[i] = signature(arguments[i]);
        }
        Signature signature = switch (primitive) {
            case LOG -> logarithm(arguments[0]);
            case LOG2 -> logarithm(arguments[0]).divide(Signature.log(Rational.TWO));
            case LOG10 -> logarithm(arguments[0]).divide(Signature.log(Rational.of(10)));
            case LOG_BASE -> logarithm(arguments[0]).divide(logarithm(arguments[1]));
            case LOG1P -> logarithm(plus(arguments[0], Coefficient.ONE));
            default -> Signature.of(primitive, signatures);
        };
        return enclosed(primitive.enclosure().of(arithmetic, intervals), signature);
    }

    private Signature logarithm(Coefficient positive) {
        return positive instanceof Exact(Rational value) && value.bits() <= LONGEST_FACTORED_BITS
                ? Signature.log(value)
                : Signature.of(Primitive.LOG, signature(positive));
    }

    Signature signature(Coefficient c) {
        return switch (c) {
            case Exact(Rational value) -> Signature.of(value);
            case OfPi(Rational multiple) -> Signature.pi().times(Signature.of(multiple));
            case PowerOfE(Rational exponent) -> Signature.of(Primitive.EXP, Signature.of(exponent));
            case Enclosed(Interval _, Signature signature) -> signature;
        };
    }

    /** The exact integer that a number is, decided; null if it is none. */
    @org.jspecify.annotations.Nullable
    Rational integer(Coefficient c) {
        if (c instanceof Exact(Rational value)) {
            return value.isInteger() ? value : null;
        }
        Interval interval = interval(c);
        if (!interval.mayBeInteger()) {
            return null;
        }
        Rational nearest = nearest(interval);
        return sign(minus(c, new Exact(nearest))) == 0 ? nearest : null;
    }

    /** The largest integer not above a number. */
    Rational floor(Coefficient c) {
        if (c instanceof Exact(Rational value)) {
            return value.floor();
        }
        Rational nearest = nearest(interval(c));
        return sign(minus(c, new Exact(nearest))) < 0 ? nearest.minus(Rational.ONE) : nearest;
    }

    private Rational nearest(Interval interval) {
        if (!interval.isBounded() || interval.magnitude().compareTo(Dyadic.of(BigInteger.ONE, 1000)) > 0
                || interval.width().compareTo(Dyadic.HALF) > 0) {
            throw Undecided.precision(0);
        }
        return interval.middle(arithmetic.bits()).round().toRational();
    }
}
