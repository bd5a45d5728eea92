package org.adequal.planted.cli;

/** Breaks no rule: the command line may print. */
public final class Terminal {
    void print() {
        System.out.println("value");
    }
}
