package org.adequal.verdict;

import java.util.Locale;

/** What kind of mistake it is. */
public enum Kind {
    /** The sign is wrong: of all components, or of one contribution. */
    SIGN,
    /** Off by a known factor: 2, 1/2, a unit. */
    FACTOR,
    /** Off by the number of terms of a reduction, or one over it. */
    MISSING_MEAN,
    /** The right numbers in the wrong order: swapped, transposed, shifted by one. */
    PERMUTED,
    /** A term is left out. */
    MISSING_TERM,
    /** A factor of the chain rule is left out. */
    MISSING_CHAIN_FACTOR,
    /** Wrong in double precision, right in single. */
    PRECISION,
    /** The slope of a branch that is not taken. */
    BRANCH,
    /** A function is differentiated by a wrong rule. */
    WRONG_RULE,
    /** A later contribution replaced an earlier one, instead of being added. */
    OVERWRITTEN,
    /** A difference quotient. */
    FINITE_DIFFERENCE,
    /** The derivative with respect to something else: the logarithm of the variable, its inverse. */
    REPARAMETRISED,
    /** The gradient at another point. */
    STALE_POINT,
    /** A number on the way is too large for the format. */
    OVERFLOW,
    /** At a kink: which convention the claim follows, or that it follows none. */
    CONVENTION,
    /** A number is claimed where no derivative exists. */
    UNDEFINED,
    /** NaN or an infinity is claimed where a derivative exists. */
    NOT_A_NUMBER,
    /** None of the known kinds. */
    UNEXPLAINED;

    /** {@code not-a-number}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
