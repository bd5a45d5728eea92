/**
 * From an expression to an equal, shorter one that a person would write.
 *
 * <p>Knows nothing of derivatives, statements or files. The graph is read into canonical {@link
 * org.adequal.simplify.Form forms}; at every sum and product a few {@link org.adequal.simplify.Rule candidates} are
 * built and the {@link org.adequal.simplify.Cost cheapest} is taken; the {@link org.adequal.simplify.Writer} decides
 * order and spelling.
 */
@NullMarked
package org.adequal.simplify;

import org.jspecify.annotations.NullMarked;
