package org.adequal.syntax;

import org.adequal.expr.Expr;
import org.jspecify.annotations.Nullable;

/**
 * What names mean inside a function body, a {@code let} or a derivative; a linked list, innermost first.
 *
 * @param parameter whether the name is a variable of its function, and so one to differentiate by
 */
record Scope(String name, Expr meaning, boolean parameter, @Nullable Scope outer) {

    static @Nullable Scope find(@Nullable Scope scope, String name) {
        Scope next = scope;
        while (next != null && !next.name.equals(name)) {
            next = next.outer;
        }
        return next;
    }
}
