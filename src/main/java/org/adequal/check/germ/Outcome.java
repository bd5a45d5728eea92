package org.adequal.check.germ;

/** What a node is near a point on one side, or at it. */
sealed interface Outcome permits Germ, Outcome.Nowhere, Outcome.Holds {

    /** It has no value, because of this. */
    record Nowhere(String why) implements Outcome {}

    /**
     * Whether a condition holds.
     *
     * @param strict whether it does so on both sides and at the point for certain
     */
    record Holds(boolean holds, boolean strict) implements Outcome {}
}
