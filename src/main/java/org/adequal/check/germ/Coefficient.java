package org.adequal.check.germ;

import org.adequal.number.Rational;
import org.adequal.number.interval.Interval;

/** A real number, exact where it can be; {@link Field} computes with them. */
sealed interface Coefficient {
    Coefficient ZERO = new Exact(Rational.ZERO);
    Coefficient ONE = new Exact(Rational.ONE);
    Coefficient MINUS_ONE = new Exact(Rational.MINUS_ONE);

    static Coefficient of(Rational value) {
        return new Exact(value);
    }

    static Coefficient of(long value) {
        return new Exact(Rational.of(value));
    }

    /** Whether this is 0 by its form alone. */
    default boolean isZero() {
        return this instanceof Exact(Rational value) && value.isZero();
    }

    default boolean isOne() {
        return this instanceof Exact(Rational value) && value.isOne();
    }

    /** A fraction. */
    record Exact(Rational value) implements Coefficient {}

    /** A multiple of pi, not zero. */
    record OfPi(Rational multiple) implements Coefficient {}

    /** e to an exponent that is not zero. */
    record PowerOfE(Rational exponent) implements Coefficient {}

    /** A number between two bounds, and its image under homomorphisms. */
    record Enclosed(Interval interval, Signature signature) implements Coefficient {}
}
