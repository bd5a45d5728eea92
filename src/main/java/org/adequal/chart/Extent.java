package org.adequal.chart;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the axes of a chart show: what was asked for, or all there is with a little room around it. */
final class Extent {
    private static final double ROOM = 0.05;

    private final Axis.Scale scale;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private Extent(Axis.Scale scale) {
        this.scale = scale;
    }

    static Range of(Chart chart, boolean vertical) {
        Axis axis = vertical ? chart.y() : chart.x();
        @Nullable
        Range asked = axis.range();
        if (asked != null) {
            return asked;
        }
        Extent extent = new Extent(axis.scale());
        for (Mark mark : chart.marks()) {
            extent.add(mark, vertical);
        }
        return extent.range();
    }

    private void add(Mark mark, boolean vertical) {
        switch (mark) {
            case Mark.Curve curve -> curve.pieces().forEach(piece -> add(piece, vertical));
            case Mark.Points points -> add(points.points(), vertical);
            case Mark.Arrows arrows ->
                arrows.arrows().forEach(arrow -> add(List.of(arrow.at(), arrow.tip()), vertical));
            case Mark.Contours contours -> {
                contours.levels().forEach(level -> level.lines().forEach(line -> add(line, vertical)));
                contours.bands().forEach(band -> band.outlines().forEach(line -> add(line, vertical)));
            }
            case Mark.Region region -> add(region.outline(), vertical);
            case Mark.Path path -> add(path.points(), vertical);
            case Mark.Guide guide -> {
                if (guide.vertical() != vertical) {
                    add(guide.at());
                }
            }
            case Mark.Note note -> add(List.of(note.at()), vertical);
        }
    }

    private void add(List<Point> points, boolean vertical) {
        points.forEach(point -> add(vertical ? point.y() : point.x()));
    }

    private void add(double value) {
        if (scale.shows(value)) {
            low = Math.min(low, scale.length(value));
            high = Math.max(high, scale.length(value));
        }
    }

    private Range range() {
        if (low > high) {
            low = 0;
            high = 1;
        }
        double room = (high / 2 - low / 2) * 2 * ROOM;
        if (!(high - room > low + room) || room < Math.ulp(Math.max(Math.abs(low), Math.abs(high))) * 8) {
            room = Math.max(Math.abs(high) * 0.1, low == 0 && high == 0 ? 1 : Double.MIN_NORMAL);
        }
        double from = scale.value(low - room);
        double to = scale.value(high + room);
        return new Range(Math.max(from, scale == Axis.Scale.LINEAR ? -Double.MAX_VALUE / 4 : Double.MIN_NORMAL),
                Math.min(to, Double.MAX_VALUE / 4));
    }
}
