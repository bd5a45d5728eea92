/**
 * Rigorous arithmetic: dyadic numbers, and intervals with dyadic ends that are rounded outward at any precision.
 *
 * <p>Every operation of {@link org.adequal.number.interval.Arithmetic} answers an interval that provably holds all
 * values of the function on its arguments. No double computed by the platform is believed: where one is used, it is a
 * hint whose error is then enclosed. {@link org.adequal.number.interval.DoubleInterval} is the one exception: quick, not
 * proven for elementary functions, and says so.
 */
@NullMarked
package org.adequal.number.interval;

import org.jspecify.annotations.NullMarked;
