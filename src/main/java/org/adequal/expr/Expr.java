package org.adequal.expr;

import java.util.List;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A value: a partial function of its free variables, on the reals.
 *
 * <p>What is written is what is built: {@code x + 0} and {@code x} are two expressions.
 */
public abstract sealed class Expr extends Node
        permits Constant, Variable, Application, Choice, Guard, Derivative, ArrayNode {
    private final Shape shape;
    private final @Nullable Rational exact;

    Expr(Object label, List<? extends Node> arguments, Shape shape, @Nullable Rational exact) {
        super(label, arguments);
        this.shape = shape;
        this.exact = exact;
    }

    @Override
    public final Shape shape() {
        return shape;
    }

    /**
     * The number that this expression is wherever it is defined, if it is made of exact numbers, arithmetic and
     * decided choices only and is no larger than the limit on exact numbers; null otherwise.
     */
    public final @Nullable Rational exactValue() {
        return exact;
    }

    @Override
    public abstract Expr with(List<? extends Node> newArguments);
}
