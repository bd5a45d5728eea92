package org.adequal.expr;

import java.util.List;

/**
 * What arrays need besides functions applied element by element: other places of the same elements ({@link View},
 * {@link Window}), axes put together ({@link Reduce}), positions ({@link Range}), and lists ({@link Stack}).
 *
 * <p>Each has a meaning in scalars, element by element; {@link Expansion} is that meaning.
 */
public abstract sealed class ArrayNode extends Expr permits View, Reduce, Window, Range, Stack {

    ArrayNode(Object label, List<? extends Node> arguments, Shape shape) {
        super(label, arguments, shape, null);
    }
}
