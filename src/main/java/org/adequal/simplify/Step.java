package org.adequal.simplify;

import org.adequal.expr.Expr;

/** One rewriting that was kept: what was done, and the part before and after. */
public record Step(Rule rule, Expr before, Expr after) {}
