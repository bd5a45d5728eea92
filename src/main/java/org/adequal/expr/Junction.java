package org.adequal.expr;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** {@code left and right}, {@code left or right}. */
public final class Junction extends Condition {

    /** The two ways to join conditions. */
    public enum Kind {
        AND,
        OR
    }

    private Junction(Kind kind, Condition left, Condition right) {
        super(kind, List.of(left, right), decide(kind, left.decided(), right.decided()));
    }

    public static Junction of(Kind kind, Condition left, Condition right) {
        return Pool.intern(new Junction(kind, left, right));
    }

    private static @Nullable Boolean decide(Kind kind, @Nullable Boolean left, @Nullable Boolean right) {
        Boolean absorbing = kind == Kind.OR;
        if (absorbing.equals(left) || absorbing.equals(right)) {
            return absorbing;
        }
        return left == null || right == null ? null : left;
    }

    public Kind kind() {
        return (Kind) label();
    }

    public Condition left() {
        return (Condition) arguments().get(0);
    }

    public Condition right() {
        return (Condition) arguments().get(1);
    }

    @Override
    public Junction with(List<? extends Node> newArguments) {
        return of(kind(), (Condition) newArguments.get(0), (Condition) newArguments.get(1));
    }

    @Override
    public String toString() {
        return kind() == Kind.AND ? "and" : "or";
    }
}
