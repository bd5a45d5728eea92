package org.adequal.expr;

import java.util.List;

/** {@code [a, b, c]}: values of one shape, one after the other along a new first axis. */
public final class Stack extends ArrayNode {

    private Stack(List<? extends Node> elements) {
        super("stack", elements, elements.getFirst().shape().stacked(elements.size()));
    }

    /** At least one element, all of one shape. */
    public static Stack of(List<? extends Node> elements) {
        if (elements.stream().map(Node::shape).distinct().count() != 1) {
            throw new IllegalArgumentException("an array has at least one element, and elements of one shape");
        }
        return Pool.intern(new Stack(elements));
    }

    public List<Expr> elements() {
        return arguments().stream().map(Expr.class::cast).toList();
    }

    @Override
    public Stack with(List<? extends Node> newArguments) {
        return of(newArguments);
    }

    @Override
    public String toString() {
        return "stack";
    }
}
