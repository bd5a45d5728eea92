package org.adequal.simplify;

/**
 * A step limit is reached, or an expression has no value anywhere. No failure: the expression stays as it is, or a
 * candidate is not built.
 */
final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GaveUp(String why) {
        // no stack trace: giving up is common and must be cheap
        super(why, null, false, false);
    }
}
