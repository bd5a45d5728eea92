package org.adequal.plot;

import org.adequal.expr.Expr;

/** A formula and what it is called in legends and titles. */
public record Titled(String name, Expr formula) {}
