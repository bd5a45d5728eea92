/**
 * A claim against the evidence: right, wrong or undecided, proven where enclosures prove it, and the cause of what is
 * wrong.
 *
 * <p>{@link org.adequal.verdict.ClaimJudge} judges claimed gradients, Hessians and Jacobians, at one point or many.
 */
@NullMarked
package org.adequal.verdict;

import org.jspecify.annotations.NullMarked;
