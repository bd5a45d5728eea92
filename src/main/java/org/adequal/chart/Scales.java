package org.adequal.chart;

import java.util.ArrayList;
import java.util.List;

/** From the units of a chart's axes to those of a canvas. */
record Scales(Clip frame, Axis.Scale xScale, Range xRange, Axis.Scale yScale, Range yRange) {
    /** Places farther off than this are moved here: nobody sees them, and they stay finite. */
    private static final double FAR = 1e7;

    double x(double value) {
        return frame.left() + share(xScale, xRange, value) * (frame.right() - frame.left());
    }

    double y(double value) {
        return frame.bottom() - share(yScale, yRange, value) * (frame.bottom() - frame.top());
    }

    private static double share(Axis.Scale scale, Range range, double value) {
        double from = scale.length(range.from());
        double to = scale.length(range.to());
        return Math.clamp((scale.length(value) / 2 - from / 2) / (to / 2 - from / 2), -FAR, FAR);
    }

    boolean shows(Point point) {
        return xScale.shows(point.x()) && yScale.shows(point.y());
    }

    Point place(Point point) {
        return new Point(x(point.x()), y(point.y()));
    }

    /** The parts of a line that are inside the frame, on the canvas. */
    List<List<Point>> line(List<Point> line) {
        List<List<Point>> parts = new ArrayList<>();
        List<Point> part = new ArrayList<>();
        for (Point point : line) {
            if (shows(point)) {
                part.add(place(point));
            } else {
                parts.addAll(frame.line(part));
                part = new ArrayList<>();
            }
        }
        parts.addAll(frame.line(part));
        return parts;
    }

    /** The part of an area that is inside the frame, on the canvas; perhaps empty. */
    List<Point> area(List<Point> outline) {
        return frame.area(outline.stream().filter(this::shows).map(this::place).toList());
    }
}
