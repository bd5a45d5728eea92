package org.adequal.chart;

/** The shape of a single point. */
public enum Marker {
    DOT,
    /** A circle that is not filled: the end of a curve that does not belong to it. */
    RING,
    CROSS,
    SQUARE,
    DIAMOND,
    STAR
}
