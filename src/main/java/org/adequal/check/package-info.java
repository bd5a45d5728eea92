/**
 * A formula at a point: its value, its derivatives, what kind of point it is, and whether claims about it hold.
 *
 * <p>Formula (text read, derivatives made, program compiled) at a point gives {@link org.adequal.check.PointResult}:
 * numbers where they exist, and words where they do not. This room prints nothing.
 */
@NullMarked
package org.adequal.check;

import org.jspecify.annotations.NullMarked;
