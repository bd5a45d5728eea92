package org.adequal.check.germ;

/** A function of one variable beside a point, seen from the point. */
public sealed interface Side {

    /**
     * A finite one-sided derivative.
     *
     * @param value the double nearest to it; an infinity where it is too large for a double
     */
    record Slope(double value) implements Side {}

    /** Continuous, and the one-sided derivative is infinite: 1 or -1. */
    record Infinite(int sign) implements Side {}

    /** The value at the point is not the limit. */
    record Jump() implements Side {}

    /** Continuous, and the slopes of its chords have no limit. */
    record Oscillating() implements Side {}

    /** The function has no values there. */
    record Absent(String why) implements Side {}

    /** Not decided. */
    record Hidden(String why) implements Side {}
}
