package org.adequal.verdict;

import java.util.Locale;

/** How a verdict is known; the weakest first. */
public enum Evidence {
    /** By running error bounds in doubles, or by one-sided expansions. */
    ESTIMATED,
    /** By enclosures of the derivative, where the function is proven to be differentiable, or proven not to be. */
    PROVEN;

    /** {@code proven}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
