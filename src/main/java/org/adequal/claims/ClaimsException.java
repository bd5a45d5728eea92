package org.adequal.claims;

import org.jspecify.annotations.Nullable;

/** There are no claims to be had from a source at all. */
public final class ClaimsException extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a string
    private final @Nullable String hint;

    /** The reason, and what helps where something is known to. */
    public ClaimsException(String message, @Nullable String hint) {
        super(message);
        this.hint = hint;
    }

    public @Nullable String hint() {
        return hint;
    }
}
