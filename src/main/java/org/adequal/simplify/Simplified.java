package org.adequal.simplify;

import java.util.List;

import org.adequal.expr.Expr;

/**
 * An equal, shorter expression, and how it was found.
 *
 * @param expression equal to what was simplified wherever that is defined and the condition given with it holds
 * @param trace the rewritings that were kept, innermost first
 */
public record Simplified(Expr expression, List<Step> trace) {
    public Simplified {
        trace = List.copyOf(trace);
    }
}
