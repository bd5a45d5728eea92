package org.adequal.number;

/** From which side of x a difference takes its samples. */
enum Side {
    BOTH("both sides"),
    RIGHT("the right"),
    LEFT("the left");

    private final String text;

    Side(String text) {
        this.text = text;
    }

    /** Of a single side, the other one. */
    Side opposite() {
        return switch (this) {
            case BOTH -> BOTH;
            case RIGHT -> LEFT;
            case LEFT -> RIGHT;
        };
    }

    /** The sign of the step towards this side; that of the right for both. */
    double sign() {
        return this == LEFT ? -1 : 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
