package org.adequal.expr;

import java.util.List;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** {@code left < right} and its kin. */
public final class Comparison extends Condition {

    private Comparison(Relation relation, Expr left, Expr right) {
        super(relation, List.of(left, right), decide(relation, left, right));
    }

    public static Comparison of(Relation relation, Expr left, Expr right) {
        return Pool.intern(new Comparison(relation, left, right));
    }

    private static @Nullable Boolean decide(Relation relation, Expr left, Expr right) {
        Rational l = left.exactValue();
        Rational r = right.exactValue();
        return l == null || r == null ? null : relation.holds(l.compareTo(r));
    }

    public Relation relation() {
        return (Relation) label();
    }

    public Expr left() {
        return (Expr) arguments().get(0);
    }

    public Expr right() {
        return (Expr) arguments().get(1);
    }

    @Override
    public Comparison with(List<? extends Node> newArguments) {
        return of(relation(), (Expr) newArguments.get(0), (Expr) newArguments.get(1));
    }

    @Override
    public String toString() {
        return relation().symbol();
    }
}
