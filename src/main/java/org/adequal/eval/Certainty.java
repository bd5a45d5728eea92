package org.adequal.eval;

/** Whether a condition holds, as far as enclosures tell. */
public enum Certainty {
    TRUE,
    FALSE,
    UNKNOWN;

    static Certainty of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Certainty and(Certainty other) {
        return this == FALSE || other == FALSE ? FALSE : this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    Certainty or(Certainty other) {
        return not().and(other.not()).not();
    }

    Certainty not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
