package org.adequal.chart;

/** What a colour is for; a {@link Theme} says which it is. */
public sealed interface Ink {

    /** The colour of a curve: those of small numbers are told apart best. Counted from 0, round and round. */
    record Series(int index) implements Ink {}

    /** A colour that stands for a height: 0 the lowest, 1 the highest; its lightness rises or falls all the way. */
    record Shade(double height) implements Ink {
        public Shade {
            height = Math.clamp(height, 0, 1);
        }
    }

    /** All other colours. */
    enum Tone implements Ink {
        BACKGROUND,
        TEXT,
        MUTED,
        GRID,
        /** Where there is nothing. */
        VOID
    }
}
