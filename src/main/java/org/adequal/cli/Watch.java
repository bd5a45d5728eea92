package org.adequal.cli;

import java.io.PrintStream;

import org.adequal.check.Numbers;
import org.adequal.optimize.Monitor;

/** Shows a person how far a long search is, and stops it when the person has enough. */
final class Watch implements Monitor {
    private static final long RECENTLY = 2_000_000_000L;

    private final PrintStream err;
    private final boolean terminal;
    private volatile boolean stopped;
    private volatile long asked = System.nanoTime() - RECENTLY;

    Watch(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void progress(long step, double value) {
        if (terminal) {
            // over what says how long the search has been at work
            err.printf("\r%-40s%n", "step " + step + ": " + (Double.isNaN(value) ? "undefined" : Numbers.show(value)));
        }
    }

    @Override
    public boolean stopped() {
        asked = System.nanoTime();
        return stopped;
    }

    /** Whether the person had enough. */
    boolean isStopped() {
        return stopped;
    }

    /** Lets the next search run. */
    void goOn() {
        stopped = false;
    }

    /** Stops what runs; tells whether there is a search that will end because of it. */
    boolean stop() {
        stopped = true;
        return System.nanoTime() - asked < RECENTLY;
    }
}
