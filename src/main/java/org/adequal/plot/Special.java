package org.adequal.plot;

import org.jspecify.annotations.Nullable;

/**
 * A place where a curve is not smooth.
 *
 * @param left  where the curve comes from the left: its limit, null where it has none
 * @param right the same from the right
 * @param value the function's value there; null where it has none or the place is no double
 */
record Special(Kind kind, double x, @Nullable Double left, @Nullable Double right, @Nullable Double value) {

    enum Kind {
        /** Continuous with two slopes, or with an infinite one. */
        KINK,
        JUMP,
        /** Unbounded on at least one side. */
        POLE,
        /** No value, but one would continue the curve. */
        HOLE,
        /** The curve ends. */
        EDGE,
        /** Bounded, without a limit. */
        OSCILLATION
    }
}
