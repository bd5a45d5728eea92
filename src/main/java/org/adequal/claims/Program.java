package org.adequal.claims;

import java.time.Duration;

/** A program that runs beside: lines go to it, lines come from it. Closing it ends it and all that it started. */
public interface Program extends AutoCloseable {

    /** Hands a line to the program; returns at once, whether the program reads or not. */
    void send(String line);

    /** The program's next line, waited for as long as this. */
    Reply receive(Duration patience);

    /** Lets the program know that there is nothing more to read. */
    void finish();

    /** What the program said on its standard error so far, shortened. */
    String complaints();

    @Override
    void close();

    /** What came. */
    sealed interface Reply {
        /** A line. */
        record Line(String text) implements Reply {}

        /** The beginning of a line that is longer than any answer can be. */
        record TooLong(String beginning) implements Reply {}

        /** Nothing in time. */
        record Silence() implements Reply {}

        /** The end of the program's output, in words: it ended, or closed its output. */
        record Ended(String how) implements Reply {}
    }
}
