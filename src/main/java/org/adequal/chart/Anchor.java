package org.adequal.chart;

/** Which part of a text stands at its place; in height it is always the middle. */
public enum Anchor {
    START,
    MIDDLE,
    END
}
