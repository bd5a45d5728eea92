package org.adequal.check.germ;

import java.math.BigInteger;

import org.adequal.expr.Primitive;
import org.adequal.number.Rational;

/** Placeholder: knows nothing. */
record Signature() {
    private static final Signature VOID = new Signature();

    static Signature of(Rational value) {
        return VOID;
    }

    static Signature pi() {
        return VOID;
    }

    static Signature of(Primitive primitive, Signature... arguments) {
        return VOID;
    }

    boolean isZero() {
        return false;
    }

    Signature negate() {
        return this;
    }

    Signature plus(Signature other) {
        return this;
    }

    Signature times(Signature other) {
        return this;
    }

    Signature divide(Signature other) {
        return this;
    }

    Signature power(BigInteger exponent) {
        return this;
    }

    Signature power(Signature exponent, Coefficient exact) {
        return this;
    }
}
