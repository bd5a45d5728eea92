package org.adequal.check.germ;

/** What an expansion leaves out. */
sealed interface Remainder {

    /** The two remainders that no monomial bounds from below. */
    enum Small implements Remainder {
        /** Nothing: the sum is exact. */
        NONE,
        /** Smaller than every power of t. */
        FLAT
    }

    /** O(monomial). */
    record Order(Monomial monomial) implements Remainder {}
}
