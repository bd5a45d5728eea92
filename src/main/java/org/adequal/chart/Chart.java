package org.adequal.chart;

import java.util.List;

/**
 * A picture with two axes.
 *
 * @param description the alternative text
 * @param sameScale   whether a unit is as long on one axis as on the other, so that angles are true
 */
public record Chart(String title, String description, Axis x, Axis y, List<Mark> marks, boolean sameScale)
        implements
            Picture {

    public Chart {
        marks = List.copyOf(marks);
    }

    public Chart(String title, String description, Axis x, Axis y, List<Mark> marks) {
        this(title, description, x, y, marks, false);
    }

    @Override
    public Size size(Metrics metrics, Size offered) {
        return offered;
    }

    @Override
    public void draw(Canvas canvas) {
        new ChartLayout(this, canvas).draw();
    }
}
