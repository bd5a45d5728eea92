package org.adequal.check.germ;

/** A question that this precision and order cannot answer; caught where both are raised. */
final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What would help. */
    enum Remedy {
        PRECISION,
        ORDER,
        /** Nothing that is known here. */
        NONE
    }

    private final Remedy remedy;
    private final int bits;

    private Undecided(Remedy remedy, int bits, String reason) {
        super(reason, null, false, false);
        this.remedy = remedy;
        this.bits = bits;
    }

    /** The sign of a number is hidden in its enclosure; so many bits may show it (0 where nothing is known). */
    static Undecided precision(int bits) {
        return new Undecided(Remedy.PRECISION, bits,
                "a number that decides it could not be told from 0 at the highest precision");
    }

    /** What decides is hidden in the remainder of an expansion. */
    static Undecided order() {
        return new Undecided(Remedy.ORDER, 0, "what decides it is hidden beyond the terms that were expanded");
    }

    static Undecided never(String reason) {
        return new Undecided(Remedy.NONE, 0, reason);
    }

    Remedy remedy() {
        return remedy;
    }

    int bits() {
        return bits;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
