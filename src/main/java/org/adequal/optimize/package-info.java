/**
 * Searching for the least value of a function with its exact gradient, Jacobian and Hessian, and saying what was found.
 *
 * <p>Knows nothing of statements, files or terminals. An {@link org.adequal.optimize.Objective} is a function of a flat
 * vector; a {@link org.adequal.optimize.Method} takes one and a starting point and gives a
 * {@link org.adequal.optimize.Search}; a {@link org.adequal.optimize.Finding} names the point reached and what went wrong
 * on the way.
 */
@NullMarked
package org.adequal.optimize;

import org.jspecify.annotations.NullMarked;
