package org.adequal.simplify.polynomial;

/** An operation gave up: its result, or the way to it, is beyond one of the {@link Limits}. No failure, an outcome. */
public final class LimitReached extends Exception {

    private static final long serialVersionUID = 1;

    /** Which of the {@link Limits} was in the way. */
    public enum Limit {
        TERMS,
        NUMERATOR_TERMS,
        GENERATORS,
        POWER,
        DEGREE,
        BITS,
        STEPS
    }

    private final Limit limit;

    LimitReached(Limit limit) {
        // no stack trace: giving up is common and must be cheap
        super("limit reached: " + limit, null, false, false);
        this.limit = limit;
    }

    /** For limits that are checked outside of polynomials. */
    public static LimitReached of(Limit limit) {
        return new LimitReached(limit);
    }

    public Limit limit() {
        return limit;
    }
}
