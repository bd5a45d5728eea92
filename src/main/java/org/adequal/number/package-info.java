/**
 * Numbers: exact rationals, doubles and their neighbours, special functions, numeric differentiation, estimates with
 * their errors.
 *
 * <p>This room has never heard of an expression: it knows Java functions and numbers only.
 */
@NullMarked
package org.adequal.number;

import org.jspecify.annotations.NullMarked;
