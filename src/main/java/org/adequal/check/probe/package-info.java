/**
 * Points that are worth testing a gradient at: generic ones, which hide no mistake, and adversarial ones, which provoke
 * it; the same seed gives the same points.
 */
@NullMarked
package org.adequal.check.probe;

import org.jspecify.annotations.NullMarked;
