package org.adequal.expr;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A condition on values: it holds or not where its values are defined, and is no number. */
public abstract sealed class Condition extends Node permits Truth, Comparison, Junction, Negation {
    private final @Nullable Boolean decided;

    Condition(Object label, List<? extends Node> arguments, @Nullable Boolean decided) {
        super(label, arguments);
        this.decided = decided;
    }

    /** Whether it holds, where exact numbers alone decide it; null otherwise. */
    public final @Nullable Boolean decided() {
        return decided;
    }

    @Override
    public final Shape shape() {
        return Shape.SCALAR;
    }

    @Override
    public abstract Condition with(List<? extends Node> newArguments);
}
