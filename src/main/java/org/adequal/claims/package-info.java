/**
 * Claimed gradients, many at a time: from files, from programs that are driven, and what judging them finds.
 *
 * <p>A {@link org.adequal.claims.ClaimSource} gives one entry after the other, {@link org.adequal.claims.Census} judges
 * and counts them as they come: nothing is held but the worst. Files and processes stand behind interfaces that the
 * command line implements.
 */
@NullMarked
package org.adequal.claims;

import org.jspecify.annotations.NullMarked;
