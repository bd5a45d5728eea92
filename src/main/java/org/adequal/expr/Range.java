package org.adequal.expr;

import java.util.List;

/** {@code arange(n)}: the numbers 0, 1, …, n - 1. */
public final class Range extends ArrayNode {

    private Range(Size size) {
        super(size, List.of(), Shape.of(size));
    }

    public static Range of(Size size) {
        return Pool.intern(new Range(size));
    }

    public Size size() {
        return (Size) label();
    }

    @Override
    public Range with(List<? extends Node> newArguments) {
        return this;
    }

    @Override
    public String toString() {
        return "arange(" + size() + ")";
    }
}
