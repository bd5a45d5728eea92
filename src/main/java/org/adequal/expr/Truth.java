package org.adequal.expr;

import java.util.List;

/** The condition that always holds, and the one that never does. */
public final class Truth extends Condition {
    public static final Truth TRUE = Pool.intern(new Truth(true));
    public static final Truth FALSE = Pool.intern(new Truth(false));

    private Truth(boolean value) {
        super(value, List.of(), value);
    }

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public Truth with(List<? extends Node> newArguments) {
        return this;
    }

    @Override
    public String toString() {
        return this == TRUE ? "true" : "false";
    }
}
