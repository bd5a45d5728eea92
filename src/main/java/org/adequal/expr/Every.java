package org.adequal.expr;

import java.util.List;

/** Holds where a condition on the elements of an array holds for every element. */
public final class Every extends Condition {

    private Every(Condition condition) {
        super("every", List.of(condition), Shape.SCALAR, condition.decided());
    }

    /** Of a condition on an array. */
    public static Every of(Condition condition) {
        return Pool.intern(new Every(condition));
    }

    public Condition condition() {
        return (Condition) arguments().getFirst();
    }

    @Override
    public Every with(List<? extends Node> newArguments) {
        return of((Condition) newArguments.getFirst());
    }

    @Override
    public String toString() {
        return "every";
    }
}
