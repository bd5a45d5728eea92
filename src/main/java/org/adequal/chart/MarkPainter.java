package org.adequal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the marks of a chart inside its frame. */
final class MarkPainter {
    private static final int CONTOUR_LABEL_PLACES = 16;
    private static final int CONTOUR_LABEL_DIGITS = 3;

    private final Canvas canvas;
    private final Scales scales;
    private final Labels labels;

    MarkPainter(Canvas canvas, Scales scales) {
        this.canvas = canvas;
        this.scales = scales;
        labels = new Labels(canvas, scales.frame());
    }

    /** What lies behind the grid. */
    void behind(Mark mark) {
        switch (mark) {
            case Mark.Region region -> area(List.of(region.outline()), region.ink(), region.opacity());
            case Mark.Contours contours -> contours.bands()
                    .forEach(band -> area(band.outlines(), new Ink.Shade(band.shade()), 0.55));
            case Mark.Curve _,Mark.Points _,Mark.Arrows _,Mark.Path _,Mark.Guide _,Mark.Note _ -> {
            }
        }
    }

    private void area(List<List<Point>> outlines, Ink ink, double opacity) {
        List<List<Point>> visible = outlines.stream().map(scales::area).filter(outline -> outline.size() > 2).toList();
        if (!visible.isEmpty()) {
            canvas.area(visible, ink, opacity);
        }
    }

    void draw(Mark mark) {
        canvas.begin(role(mark), mark.name());
        switch (mark) {
            case Mark.Curve curve -> curve.pieces().forEach(piece -> {
                if (piece.size() == 1) {
                    marker(piece.getFirst(), Marker.DOT, curve.pen().ink());
                }
                line(piece, curve.pen());
            });
            case Mark.Points points -> points.points().forEach(point -> marker(point, points.marker(), points.ink()));
            case Mark.Arrows arrows -> arrows.arrows().stream().filter(arrow -> inside(arrow.at()))
                    .forEach(arrow -> canvas.arrow(scales.place(arrow.at()), scales.place(arrow.tip()), arrows.ink()));
            case Mark.Contours contours -> contours.levels().forEach(level -> level.lines()
                    .forEach(line -> line(line, new Pen(Ink.Tone.MUTED, 1, Dash.SOLID))));
            case Mark.Path path -> path(path);
            case Mark.Guide guide -> guide(guide);
            case Mark.Region _,Mark.Note _ -> {
            }
        }
        canvas.end();
    }

    private static String role(Mark mark) {
        return switch (mark) {
            case Mark.Curve _ -> "curve";
            case Mark.Points _ -> "points";
            case Mark.Arrows _ -> "arrows";
            case Mark.Contours _ -> "contours";
            case Mark.Path _ -> "path";
            case Mark.Guide _ -> "guide";
            case Mark.Region _ -> "region";
            case Mark.Note _ -> "note";
        };
    }

    private boolean inside(Point point) {
        return scales.shows(point) && scales.xRange().contains(point.x()) && scales.yRange().contains(point.y());
    }

    private void line(List<Point> points, Pen pen) {
        scales.line(points).forEach(part -> canvas.line(part, pen));
    }

    private void marker(Point point, Marker marker, Ink ink) {
        if (inside(point)) {
            Point place = scales.place(point);
            canvas.marker(place, marker, ink);
            labels.avoid(place, canvas.lineHeight() / 4);
        }
    }

    private void path(Mark.Path path) {
        line(path.points(), new Pen(path.ink(), 1.5, Dash.SOLID));
        int last = path.points().size() - 1;
        for (int i = 1; i < last; i++) {
            marker(path.points().get(i), Marker.DOT, path.ink());
        }
        if (last >= 0) {
            marker(path.points().getFirst(), Marker.SQUARE, path.ink());
            marker(path.points().getLast(), Marker.STAR, path.ink());
        }
    }

    private void guide(Mark.Guide guide) {
        Clip frame = scales.frame();
        boolean shown = guide.vertical()
                ? scales.xScale().shows(guide.at()) && scales.xRange().contains(guide.at())
                : scales.yScale().shows(guide.at()) && scales.yRange().contains(guide.at());
        if (shown) {
            double at = guide.vertical() ? scales.x(guide.at()) : scales.y(guide.at());
            canvas.line(guide.vertical()
                    ? List.of(new Point(at, frame.top()), new Point(at, frame.bottom()))
                    : List.of(new Point(frame.left(), at), new Point(frame.right(), at)), guide.pen());
        }
    }

    /** The texts inside the frame, after all else is drawn. */
    void label(Mark mark) {
        switch (mark) {
            case Mark.Contours contours when !canvas.isCoarse() -> {
                canvas.begin("labels", "");
                contours.levels().forEach(this::label);
                canvas.end();
            }
            case Mark.Note note when inside(note.at()) -> {
                canvas.begin("labels", "");
                note(note);
                canvas.end();
            }
            case Mark.Contours _,Mark.Note _,Mark.Curve _,Mark.Points _,Mark.Arrows _,Mark.Path _,Mark.Guide _,Mark.Region _ ->
                {
                }
        }
    }

    /** The height of a contour on its longest line, wherever there is room. */
    private void label(Mark.Level level) {
        level.lines().stream().flatMap(line -> scales.line(line).stream()).max(Comparator.comparingInt(List::size))
                .ifPresent(line -> {
                    List<Point> places = new ArrayList<>();
                    for (int i = 1; i < CONTOUR_LABEL_PLACES; i++) {
                        // in turns from the two halves of the line
                        int share = i % 2 == 0 ? CONTOUR_LABEL_PLACES / 2 - i / 2 : CONTOUR_LABEL_PLACES / 2 + i / 2;
                        places.add(line.get(line.size() * share / CONTOUR_LABEL_PLACES));
                    }
                    labels.write(places, Anchor.MIDDLE, Tick.label(level.height(), CONTOUR_LABEL_DIGITS),
                            Ink.Tone.TEXT);
                });
    }

    private void note(Mark.Note note) {
        Point at = scales.place(note.at());
        double step = canvas.lineHeight();
        for (int distance = 1; distance <= 4; distance++) {
            double d = step * distance;
            if (labels.write(List.of(new Point(at.x() + d * 0.6, at.y() - d * 0.8),
                    new Point(at.x() + d * 0.6, at.y() + d * 0.8)), Anchor.START, note.text(), Ink.Tone.TEXT)
                    || labels.write(List.of(new Point(at.x() - d * 0.6, at.y() - d * 0.8),
                            new Point(at.x() - d * 0.6, at.y() + d * 0.8)), Anchor.END, note.text(), Ink.Tone.TEXT)
                    || labels.write(List.of(new Point(at.x(), at.y() - d), new Point(at.x(), at.y() + d)),
                            Anchor.MIDDLE, note.text(), Ink.Tone.TEXT)) {
                return;
            }
        }
    }

    /** What the legend shows of a mark, between two places. */
    static void sample(Canvas canvas, Mark mark, Point from, Point to) {
        Point middle = new Point((from.x() + to.x()) / 2, from.y());
        switch (mark) {
            case Mark.Curve curve -> canvas.line(List.of(from, to), curve.pen());
            case Mark.Points points -> canvas.marker(middle, points.marker(), points.ink());
            case Mark.Arrows arrows -> canvas.arrow(from, to, arrows.ink());
            case Mark.Contours _ -> canvas.line(List.of(from, to), Pen.thin(Ink.Tone.MUTED));
            case Mark.Region region -> {
                double half = canvas.lineHeight() / 3;
                canvas.area(List.of(List.of(new Point(from.x(), from.y() - half), new Point(to.x(), to.y() - half),
                        new Point(to.x(), to.y() + half), new Point(from.x(), from.y() + half))), region.ink(),
                        region.opacity());
            }
            case Mark.Path path -> {
                canvas.line(List.of(from, to), new Pen(path.ink(), 1.5, Dash.SOLID));
                canvas.marker(from, Marker.SQUARE, path.ink());
                canvas.marker(to, Marker.STAR, path.ink());
            }
            case Mark.Guide guide -> canvas.line(List.of(from, to), guide.pen());
            case Mark.Note _ -> {
            }
        }
    }
}
