package org.adequal.planted.number;

/** Breaks: only the command line ends the process. */
public final class Ending {
    void end() {
        System.exit(1);
    }
}
