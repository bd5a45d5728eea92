/**
 * The protocol: one JSON object a line in, one JSON object a line out.
 *
 * <p>{@link org.adequal.oracle.Oracle} reads a line, {@link org.adequal.oracle.Request} its fields,
 * {@link org.adequal.oracle.Operation} answers it, {@link org.adequal.oracle.Answers} spells results. Nothing outlives
 * a request but a cache of formulas read before.
 */
@NullMarked
package org.adequal.oracle;

import org.jspecify.annotations.NullMarked;
