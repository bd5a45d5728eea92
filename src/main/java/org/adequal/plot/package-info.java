/**
 * From formulas to pictures: what is drawn of a function rests on what is proven of it, so that no line crosses a pole, a
 * jump or a stretch without values.
 */
@NullMarked
package org.adequal.plot;

import org.jspecify.annotations.NullMarked;
