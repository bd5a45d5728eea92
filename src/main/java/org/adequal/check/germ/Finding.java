package org.adequal.check.germ;

/**
 * What a function of one variable is at a point.
 *
 * @param left       below the point
 * @param right      above the point
 * @param smooth     whether both slopes exist and are the same
 * @param proven     false where it rests on a number that was taken to be zero because hundreds of digits of it are
 */
public record Finding(Side left, Side right, boolean smooth, boolean proven) {}
