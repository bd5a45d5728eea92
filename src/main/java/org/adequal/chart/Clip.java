package org.adequal.chart;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines and areas off at a rectangle, so that no canvas has to. */
record Clip(double left, double top, double right, double bottom) {

    boolean contains(Point p) {
        return left <= p.x() && p.x() <= right && top <= p.y() && p.y() <= bottom;
    }

    /** The parts of a line inside the rectangle (Liang, Barsky 1984, applied to each stretch). */
    List<List<Point>> line(List<Point> line) {
        List<List<Point>> parts = new ArrayList<>();
        List<Point> part = new ArrayList<>();
        for (int i = 0; i + 1 < line.size(); i++) {
            Point a = line.get(i);
            Point b = line.get(i + 1);
            double[] share = share(a, b);
            if (share == null) {
                finish(part, parts);
                part = new ArrayList<>();
                continue;
            }
            if (part.isEmpty() || share[0] > 0) {
                finish(part, parts);
                part = new ArrayList<>();
                part.add(between(a, b, share[0]));
            }
            part.add(between(a, b, share[1]));
            if (share[1] < 1) {
                finish(part, parts);
                part = new ArrayList<>();
            }
        }
        finish(part, parts);
        return parts;
    }

    private static void finish(List<Point> part, List<List<Point>> parts) {
        if (part.size() > 1) {
            parts.add(part);
        }
    }

    private static Point between(Point a, Point b, double share) {
        return share == 0 ? a : share == 1 ? b : new Point(mix(a.x(), b.x(), share), mix(a.y(), b.y(), share));
    }

    private static double mix(double a, double b, double share) {
        return a * (1 - share) + b * share;
    }

    private double @org.jspecify.annotations.Nullable [] share(Point a, Point b) {
        double[] share = {0, 1};
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        boolean inside = cut(share, -dx, a.x() - left) && cut(share, dx, right - a.x()) && cut(share, -dy, a.y() - top)
                && cut(share, dy, bottom - a.y());
        return inside ? share : null;
    }

    private static boolean cut(double[] share, double slope, double room) {
        if (slope == 0) {
            return room >= 0;
        }
        double at = room / slope;
        if (slope < 0) {
            share[0] = Math.max(share[0], at);
        } else {
            share[1] = Math.min(share[1], at);
        }
        return share[0] <= share[1];
    }

    /** The part of an area inside the rectangle (Sutherland, Hodgman 1974); perhaps empty. */
    List<Point> area(List<Point> outline) {
        List<Point> result = outline;
        for (int side = 0; side < 4; side++) {
            List<Point> next = new ArrayList<>();
            for (int i = 0; i < result.size(); i++) {
                Point a = result.get(i);
                Point b = result.get((i + 1) % result.size());
                double insideA = inside(a, side);
                double insideB = inside(b, side);
                if (insideA >= 0) {
                    next.add(a);
                }
                if (insideA >= 0 != insideB >= 0) {
                    next.add(between(a, b, insideA / (insideA - insideB)));
                }
            }
            result = next;
        }
        return result;
    }

    private double inside(Point p, int side) {
        return switch (side) {
            case 0 -> p.x() - left;
            case 1 -> right - p.x();
            case 2 -> p.y() - top;
            default -> bottom - p.y();
        };
    }
}
