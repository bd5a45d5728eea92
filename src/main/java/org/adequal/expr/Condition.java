package org.adequal.expr;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A condition on values: it holds or not where its values are defined, and is no number. */
public abstract sealed class Condition extends Node permits Truth, Comparison, Junction, Negation, Every {
    private final Shape shape;
    private final @Nullable Boolean decided;

    /** A condition of the shape that its arguments have in common. */
    Condition(Object label, List<? extends Node> arguments, @Nullable Boolean decided) {
        this(label, arguments, Shape.common(arguments), decided);
    }

    Condition(Object label, List<? extends Node> arguments, Shape shape, @Nullable Boolean decided) {
        super(label, arguments);
        this.shape = shape;
        this.decided = decided;
    }

    /** Whether it holds, where exact numbers alone decide it; null otherwise. */
    public final @Nullable Boolean decided() {
        return decided;
    }

    /** On the elements of an array it is one condition per element. */
    @Override
    public final Shape shape() {
        return shape;
    }

    @Override
    public abstract Condition with(List<? extends Node> newArguments);
}
