package org.adequal.expr;

import java.util.List;

/** {@code value for condition}: the value where the condition holds, undefined elsewhere. */
public final class Guard extends Expr {

    private Guard(Expr value, Condition condition) {
        super("for", List.of(value, condition), Shape.common(List.of(value, condition)),
                Boolean.TRUE.equals(condition.decided()) ? value.exactValue() : null);
    }

    public static Guard of(Expr value, Condition condition) {
        return Pool.intern(new Guard(value, condition));
    }

    public Expr value() {
        return (Expr) arguments().get(0);
    }

    public Condition condition() {
        return (Condition) arguments().get(1);
    }

    @Override
    public Guard with(List<? extends Node> newArguments) {
        return of((Expr) newArguments.get(0), (Condition) newArguments.get(1));
    }

    @Override
    public String toString() {
        return "for";
    }
}
