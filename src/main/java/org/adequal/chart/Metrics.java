package org.adequal.chart;

/** How much room texts take on a canvas, in its own units. */
public interface Metrics {

    /** The distance of two lines of text. */
    double lineHeight();

    double textWidth(String text);

    /** Whether there are so few dots that detail would only be noise. */
    boolean isCoarse();
}
