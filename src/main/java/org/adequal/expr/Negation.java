package org.adequal.expr;

import java.util.List;

/** {@code not condition}. */
public final class Negation extends Condition {

    private Negation(Condition condition) {
        super("not", List.of(condition), condition.decided() == null ? null : !condition.decided());
    }

    public static Negation of(Condition condition) {
        return Pool.intern(new Negation(condition));
    }

    public Condition condition() {
        return (Condition) arguments().get(0);
    }

    @Override
    public Negation with(List<? extends Node> newArguments) {
        return of((Condition) newArguments.get(0));
    }

    @Override
    public String toString() {
        return "not";
    }
}
