package org.adequal.expr;

import java.util.List;

import org.adequal.number.Rational;

/**
 * An exact number. A literal is one ({@code 0.1} is 1/10); a constant that is no integer was typed as a decimal, or
 * comes from one, and is shown as a decimal where it is finite.
 */
public final class Constant extends Expr {
    public static final Constant ZERO = of(Rational.ZERO);
    public static final Constant ONE = of(Rational.ONE);
    public static final Constant TWO = of(Rational.TWO);

    private final Rational value;

    private Constant(Rational value) {
        super(value, List.of(), Shape.SCALAR, value);
        this.value = value;
    }

    public static Constant of(Rational value) {
        return Pool.intern(new Constant(value));
    }

    public static Constant of(long value) {
        return of(Rational.of(value));
    }

    public Rational value() {
        return value;
    }

    @Override
    public Constant with(List<? extends Node> newArguments) {
        return this;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
