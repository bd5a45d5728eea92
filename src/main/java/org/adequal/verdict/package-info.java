/**
 * A claim against the evidence: right, wrong or undecided, proven where enclosures prove it, and the cause of what is
 * wrong.
 *
 * <p>{@link org.adequal.verdict.ClaimJudge} judges claimed gradients, Hessians and Jacobians, at one point or many.
 * What an honest implementation could have answered is a {@link org.adequal.verdict.Reach}; causes are the rows of
 * {@link org.adequal.verdict.Detector}.
 */
@NullMarked
package org.adequal.verdict;

import org.jspecify.annotations.NullMarked;
