package org.adequal.chart;

import java.util.ArrayList;
import java.util.List;

/** Outlines of small shapes, the same on all canvases with pixels. */
final class Markers {
    private static final double SHORTEST_ARROW = 1.2;
    private static final double HEAD = 5;
    private static final double HALF_ANGLE = Math.toRadians(27);

    private Markers() {}

    static List<Point> square(Point at, double r) {
        return List.of(new Point(at.x() - r, at.y() - r), new Point(at.x() + r, at.y() - r),
                new Point(at.x() + r, at.y() + r), new Point(at.x() - r, at.y() + r));
    }

    static List<Point> diamond(Point at, double r) {
        return List.of(new Point(at.x(), at.y() - r), new Point(at.x() + r, at.y()), new Point(at.x(), at.y() + r),
                new Point(at.x() - r, at.y()));
    }

    static List<Point> star(Point at, double r) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI * i / 5 - Math.PI / 2;
            double radius = i % 2 == 0 ? r : r * 0.42;
            corners.add(new Point(at.x() + radius * Math.cos(angle), at.y() + radius * Math.sin(angle)));
        }
        return corners;
    }

    /** Whether an arrow is so short that it has no direction to be seen. */
    static boolean isDot(Point from, Point to) {
        return Math.hypot(to.x() - from.x(), to.y() - from.y()) < SHORTEST_ARROW;
    }

    /** The line of an arrow's head, tip in the middle. */
    static List<Point> arrowHead(Point from, Point to) {
        double length = Math.min(HEAD, 0.45 * Math.hypot(to.x() - from.x(), to.y() - from.y()));
        double angle = Math.atan2(from.y() - to.y(), from.x() - to.x());
        return List.of(barb(to, angle + HALF_ANGLE, length), to, barb(to, angle - HALF_ANGLE, length));
    }

    private static Point barb(Point tip, double angle, double length) {
        return new Point(tip.x() + length * Math.cos(angle), tip.y() + length * Math.sin(angle));
    }
}
