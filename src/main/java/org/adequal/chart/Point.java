package org.adequal.chart;

/** A place, in the units of the axes or of a canvas; both coordinates finite, so no picture holds a NaN. */
public record Point(double x, double y) {
    /** Refuses what is not finite. */
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("no place: " + x + ", " + y);
        }
    }
}
