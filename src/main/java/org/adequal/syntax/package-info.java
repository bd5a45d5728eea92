/**
 * Text to syntax tree: the grammar, the statements, and diagnostics that point at the text.
 *
 * <p>{@code text -> Parser -> Ast or Statement}, or a {@link org.adequal.syntax.DiagnosticException}. The tree says
 * what was written and where; what names mean is not decided here.
 */
@NullMarked
package org.adequal.syntax;

import org.jspecify.annotations.NullMarked;
