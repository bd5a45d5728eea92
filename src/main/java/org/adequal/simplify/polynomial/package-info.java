/**
 * Exact sparse polynomials in several generators over the rationals: sums, products, division, greatest common
 * divisors, square-free factors.
 *
 * <p>Generators are the numbers 0, 1, 2, ...; what they stand for is the caller's business. Whatever can grow spends
 * from a {@link org.adequal.simplify.polynomial.Budget} and gives up by
 * {@link org.adequal.simplify.polynomial.LimitReached}; steps are counted, time is not, so that results never depend on
 * the machine.
 */
@NullMarked
package org.adequal.simplify.polynomial;

import org.jspecify.annotations.NullMarked;
