/**
 * From expressions to numbers.
 *
 * <p>A {@link org.adequal.eval.Program} is the straight line of steps that computes many expressions and conditions at
 * once, each distinct node one time. It knows the table's rows by their columns only, and nothing of derivatives.
 */
@NullMarked
package org.adequal.eval;

import org.jspecify.annotations.NullMarked;
