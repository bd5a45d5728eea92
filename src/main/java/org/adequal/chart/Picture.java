package org.adequal.chart;

/** Something to look at, as a value. */
public sealed interface Picture permits Chart, Diagram {

    /** One line. */
    String title();

    /** What is to be seen, in words: the alternative text for who cannot see it. */
    String description();

    /** The size it needs on a canvas with these measures, where this one is offered. */
    Size size(Metrics metrics, Size offered);

    /** Draws all of it; where things stand depends on nothing but the picture and the canvas. */
    void draw(Canvas canvas);
}
