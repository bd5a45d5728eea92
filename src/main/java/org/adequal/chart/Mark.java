package org.adequal.chart;

import java.util.List;

/** Something drawn in a chart, in the units of its axes. */
public sealed interface Mark {

    /** What the legend calls it; empty for what needs no legend. */
    String name();

    /** A curve in pieces; nothing is drawn between one piece and the next. */
    record Curve(String name, List<List<Point>> pieces, Pen pen) implements Mark {
        public Curve {
            pieces = pieces.stream().map(List::copyOf).toList();
        }
    }

    /** Single points. */
    record Points(String name, List<Point> points, Marker marker, Ink ink) implements Mark {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** Arrows, each from its place by (dx, dy). */
    record Arrows(String name, List<Arrow> arrows, Ink ink) implements Mark {
        public Arrows {
            arrows = List.copyOf(arrows);
        }
    }

    /** An arrow; without a direction a dot. */
    record Arrow(Point at, double dx, double dy) {
        public Arrow {
            if (!Double.isFinite(dx) || !Double.isFinite(dy)) {
                throw new IllegalArgumentException("no arrow: " + dx + ", " + dy);
            }
        }

        Point tip() {
            return new Point(at.x() + dx, at.y() + dy);
        }
    }

    /** Lines of equal height, and the areas between them. */
    record Contours(String name, List<Level> levels, List<Band> bands) implements Mark {
        public Contours {
            levels = List.copyOf(levels);
            bands = List.copyOf(bands);
        }
    }

    /** The lines of one height. */
    record Level(double height, List<List<Point>> lines) {
        public Level {
            lines = lines.stream().map(List::copyOf).toList();
        }
    }

    /**
     * An area between two heights.
     *
     * @param shade how high it lies, from 0 to 1
     */
    record Band(double shade, List<List<Point>> outlines) {
        public Band {
            outlines = outlines.stream().map(List::copyOf).toList();
        }
    }

    /** A filled area. */
    record Region(String name, List<Point> outline, Ink ink, double opacity) implements Mark {
        public Region {
            outline = List.copyOf(outline);
        }
    }

    /** A way through points: first a square, last a star. */
    record Path(String name, List<Point> points, Ink ink) implements Mark {
        public Path {
            points = List.copyOf(points);
        }
    }

    /** A line right across the chart: where x (vertical) or y has a value. */
    record Guide(String name, boolean vertical, double at, Pen pen) implements Mark {}

    /** A text at a place; it moves aside for others, and gives way where there is no room. */
    record Note(Point at, String text) implements Mark {
        @Override
        public String name() {
            return "";
        }
    }
}
