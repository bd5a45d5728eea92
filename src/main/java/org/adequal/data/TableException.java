package org.adequal.data;

/** A text that is no table, with the place in it. */
public final class TableException extends Exception {
    private static final long serialVersionUID = 1;

    TableException(String message) {
        super(message);
    }
}
