/**
 * From an expression to its derivatives, as expressions.
 *
 * <p>{@link org.adequal.calculus.Forward} carries derivatives from variables to the root,
 * {@link org.adequal.calculus.Reverse} adjoints from the root to the variables; both are symbolic and each is the
 * other's witness. {@link org.adequal.calculus.Analysis} keeps beside them where the function has a value and where it
 * is surely smooth, so that nothing is lost when derivatives are tidied.
 *
 * <p>This room reads the derivative texts of the table; it does not know numbers, points or verdicts.
 */
@NullMarked
package org.adequal.calculus;

import org.jspecify.annotations.NullMarked;
