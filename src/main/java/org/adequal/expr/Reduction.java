package org.adequal.expr;

import java.util.Locale;

/**
 * The ways to make one number of the numbers along an axis. {@link #SUM} takes any number of axes at once, the others one
 * at a time, the last axis first where several are meant.
 */
public enum Reduction {
    SUM,
    PROD,
    MAX,
    MIN,
    /** log(exp(x0) + exp(x1) + …), without overflow. */
    LOGSUMEXP,
    /** The position of the first of the largest elements, counted from 0. */
    ARGMAX;

    /** The function's name in the language. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
