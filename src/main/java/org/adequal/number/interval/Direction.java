package org.adequal.number.interval;

/** Which way an inexact result is rounded. */
public enum Direction {
    /** Toward minus infinity. */
    DOWN,
    /** Toward plus infinity. */
    UP
}
