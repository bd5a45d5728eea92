/**
 * What kind of point it is: one-sided expansions of a formula at a point, along one variable.
 *
 * <p>Every node is expanded for t -&gt; 0 from above along a + t and along a - t, as a truncated generalised power series
 * with logarithms ({@link org.adequal.check.germ.Germ}) over numbers that are exact or enclosed
 * ({@link org.adequal.check.germ.Coefficient}). Switches and domains are decided by leading terms;
 * {@link org.adequal.check.germ.GermAnalysis} reads the kind of point off both sides.
 */
@NullMarked
package org.adequal.check.germ;

import org.jspecify.annotations.NullMarked;
