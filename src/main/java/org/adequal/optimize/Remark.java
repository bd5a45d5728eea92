package org.adequal.optimize;

import java.util.Locale;

/**
 * Something about a search that should not pass in silence.
 *
 * @param text in words, with figures
 */
public record Remark(Cause cause, String text) {

    /** What there is to remark. */
    public enum Cause {
        /** It went away from where it began, upwards. */
        DIVERGENCE,
        /** The value falls without end. */
        UNBOUNDED,
        /** A step led where the function has no value. */
        OUTSIDE,
        /** Steps go to and fro without getting nearer. */
        OSCILLATION,
        /** It hardly moved. */
        CREEPING,
        /** It ended before it was there. */
        UNFINISHED,
        /** The numeric gradient it followed is not the gradient. */
        NUMERIC_GRADIENT,
        /** Curved downwards: lower points are near. */
        NOT_LOWEST,
        /** It passed through a lower point. */
        PASSED_LOWER;

        /** The name in machine-readable output. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
