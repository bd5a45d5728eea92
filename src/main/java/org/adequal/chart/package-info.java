/**
 * Pictures as values, and their rendering: SVG, PNG, terminal, HTML.
 *
 * <p>A {@link org.adequal.chart.Picture} says what is to be seen; it is drawn on a {@link org.adequal.chart.Canvas}. This
 * room knows nothing of formulas; what is drawn of them is decided in {@code plot}.
 */
@NullMarked
package org.adequal.chart;

import org.jspecify.annotations.NullMarked;
