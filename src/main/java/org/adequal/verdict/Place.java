package org.adequal.verdict;

import org.adequal.syntax.Position;
import org.jspecify.annotations.Nullable;

/**
 * A part of the formula.
 *
 * @param text the part as a printer writes it
 * @param position where it stands in the text of the formula; null where that is not known
 */
public record Place(String text, @Nullable Position position) {}
