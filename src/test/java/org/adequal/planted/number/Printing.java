package org.adequal.planted.number;

/** Breaks: only the command line prints. */
public final class Printing {
    void print() {
        System.err.println("warning");
    }
}
