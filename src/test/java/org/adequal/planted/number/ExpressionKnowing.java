package org.adequal.planted.number;

import org.adequal.planted.expr.Leaf;

/** Breaks the arrows: numbers have never heard of an expression. */
public final class ExpressionKnowing {
    Object leaf() {
        return new Leaf();
    }
}
