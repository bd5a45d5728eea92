package org.adequal.verdict;

import java.util.List;

import org.adequal.expr.Expr;

/**
 * A fault that makes of the truth what is claimed.
 *
 * @param cost  the length of its description, in bits or so: of two faults that explain the same, the shorter one
 * @param text  in words
 * @param parts the parts of the formula that it may be in
 */
record Explanation(Kind kind, double cost, String text, List<Expr> parts) {

    Explanation {
        parts = List.copyOf(parts);
    }

    static Explanation of(Kind kind, double cost, String text) {
        return new Explanation(kind, cost, text, List.of());
    }
}
