/**
 * The expression graph and the table of primitives.
 *
 * <p>Nodes are immutable and interned: two nodes are equal exactly when they are the same object, so a shared part is
 * one node however often it occurs, and every pass costs as much as there are distinct nodes. Building a node never
 * rewrites it; {@link org.adequal.expr.Algebra} holds the constructors that tidy. Everything particular to a function
 * stands in its row of {@link org.adequal.expr.Primitive}, and nowhere else.
 *
 * <p>This room does not know how expressions are written, differentiated or evaluated.
 */
@NullMarked
package org.adequal.expr;

import org.jspecify.annotations.NullMarked;
