package org.adequal.chart;

/**
 * How a line is drawn.
 *
 * @param width in units of the canvas' thinnest good line
 */
public record Pen(Ink ink, double width, Dash dash) {

    /** The pen of the n-th curve of a chart, counted from 0. */
    public static Pen ofSeries(int index) {
        return new Pen(new Ink.Series(index), 2, Dash.ofSeries(index));
    }

    /** A thin unbroken line. */
    public static Pen thin(Ink ink) {
        return new Pen(ink, 1, Dash.SOLID);
    }
}
