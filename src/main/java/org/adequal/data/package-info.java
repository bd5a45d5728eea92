/**
 * Tables of numbers and classes: read from text, shuffled, split and standardised, column by column.
 *
 * <p>Knows nothing of expressions or files: a {@link org.adequal.data.Table} is read from a stream of characters.
 */
@NullMarked
package org.adequal.data;

import org.jspecify.annotations.NullMarked;
