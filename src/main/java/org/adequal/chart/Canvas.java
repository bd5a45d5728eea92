package org.adequal.chart;

import java.util.List;

/**
 * What a picture is drawn on. Lengths are in the canvas' own units, y grows downwards, the origin is the upper left
 * corner.
 */
public interface Canvas extends Metrics {

    double width();

    double height();

    /** What follows until the matching {@link #end} belongs together. */
    void begin(String role, String name);

    void end();

    /** A line through the points. */
    void line(List<Point> points, Pen pen);

    /** The area inside closed outlines. */
    void area(List<List<Point>> outlines, Ink ink, double opacity);

    void marker(Point at, Marker marker, Ink ink);

    /** An arrow with a head; only a dot where it has no length to speak of. */
    void arrow(Point from, Point to, Ink ink);

    /** A text in one line, its middle height at the place. */
    void text(Point at, String text, Anchor anchor, Ink ink, boolean strong);
}
