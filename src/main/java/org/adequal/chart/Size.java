package org.adequal.chart;

/** How large a canvas is, in its own units. */
public record Size(double width, double height) {
    /** A good size for a chart in a file, in pixels. */
    public static final Size STANDARD = new Size(760, 500);
}
