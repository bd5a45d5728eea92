package org.adequal.expr;

import java.util.List;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** {@code if(condition, then, otherwise)}: only the chosen branch counts, in values, domains and derivatives. */
public final class Choice extends Expr {

    private Choice(Condition condition, Expr then, Expr otherwise) {
        super("if", List.of(condition, then, otherwise), Shape.common(List.of(condition, then, otherwise)),
                exact(condition, then, otherwise));
    }

    public static Choice of(Condition condition, Expr then, Expr otherwise) {
        return Pool.intern(new Choice(condition, then, otherwise));
    }

    private static @Nullable Rational exact(Condition condition, Expr then, Expr otherwise) {
        Boolean decided = condition.decided();
        return decided == null ? null : (decided ? then : otherwise).exactValue();
    }

    public Condition condition() {
        return (Condition) arguments().get(0);
    }

    public Expr then() {
        return (Expr) arguments().get(1);
    }

    public Expr otherwise() {
        return (Expr) arguments().get(2);
    }

    @Override
    public Choice with(List<? extends Node> newArguments) {
        return of((Condition) newArguments.get(0), (Expr) newArguments.get(1), (Expr) newArguments.get(2));
    }

    @Override
    public String toString() {
        return "if";
    }
}
