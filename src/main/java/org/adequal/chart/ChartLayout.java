package org.adequal.chart;

import java.util.ArrayList;
import java.util.List;

/** Where the parts of a chart stand on a canvas: title, legend, axes with their numbers, and the frame with the marks. */
final class ChartLayout {
    /** At most as many times longer or shorter may a side become to keep the axes' scales the same. */
    private static final double MOST_SHRUNK = 4;

    private final Chart chart;
    private final Canvas canvas;
    private final double line;
    private final double edge;
    private final Range x;
    private final Range y;

    ChartLayout(Chart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        line = canvas.lineHeight();
        edge = canvas.isCoarse() ? 0 : line / 2;
        x = Extent.of(chart, false);
        y = Extent.of(chart, true);
    }

    void draw() {
        double top = title(edge);
        top = legend(top);
        if (!chart.y().label().isEmpty()) {
            canvas.text(new Point(edge, top + line / 2), chart.y().label(), Anchor.START, Ink.Tone.MUTED, false);
            top += canvas.isCoarse() ? line : line * 1.5;
        }
        // on a coarse canvas the axis is the last row of dots above the numbers
        double bottom = canvas.isCoarse() ? canvas.height() - 2 * line - 1 : canvas.height() - edge - line * 2.7;
        if (bottom - top < line) {
            top = bottom - line;
        }
        List<Tick> rows = Tick.of(chart.y().scale(), y, Math.max(2, (int) ((bottom - top) / (line * 2.2))));
        double widest = rows.stream().mapToDouble(tick -> canvas.textWidth(tick.label())).max().orElse(0);
        double left = edge + widest + (canvas.isCoarse() ? 2 : line / 2);
        // the last number below the axis may stand out by half its width
        double right = canvas.width() - edge - (canvas.isCoarse() ? 4 : line * 1.5);
        Clip frame = chart.sameScale() ? sameScale(left, top, right, bottom) : new Clip(left, top, right, bottom);
        Scales scales = new Scales(frame, chart.x().scale(), x, chart.y().scale(), y);
        List<Tick> columns = columns(frame, scales);
        MarkPainter painter = new MarkPainter(canvas, scales);
        canvas.begin("background", "");
        chart.marks().forEach(painter::behind);
        canvas.end();
        axes(scales, columns, rows);
        for (Mark mark : chart.marks()) {
            painter.draw(mark);
        }
        chart.marks().forEach(painter::label);
    }

    private double title(double top) {
        double at = top;
        if (!chart.title().isEmpty()) {
            canvas.begin("title", "");
            for (String part : Labels.wrapped(canvas, chart.title(), canvas.width() - 2 * edge)) {
                canvas.text(new Point(edge, at + line / 2), part, Anchor.START, Ink.Tone.TEXT, true);
                at += canvas.isCoarse() ? line : line * 1.25;
            }
            canvas.end();
        }
        return at;
    }

    /** Samples of lines with their names, one after the other, in as many rows as it takes. */
    private double legend(double top) {
        List<Mark> named = chart.marks().stream().filter(mark -> !mark.name().isEmpty()).toList();
        if (named.isEmpty()) {
            return top;
        }
        canvas.begin("legend", "");
        double sample = canvas.isCoarse() ? 6 : line * 2;
        double gap = canvas.isCoarse() ? 4 : line / 2;
        double at = edge;
        double row = top + line / 2;
        for (Mark mark : named) {
            String name = Labels.shorten(canvas, mark.name(), canvas.width() - 2 * edge - sample - gap);
            double width = sample + gap + canvas.textWidth(name);
            if (at > edge && at + width > canvas.width() - edge) {
                at = edge;
                row += line * (canvas.isCoarse() ? 1 : 1.15);
            }
            MarkPainter.sample(canvas, mark, new Point(at, row), new Point(at + sample, row));
            canvas.text(new Point(at + sample + gap, row), name, Anchor.START, Ink.Tone.TEXT, false);
            at += width + 2 * gap;
        }
        canvas.end();
        return row + line / 2 + (canvas.isCoarse() ? 0 : line / 3);
    }

    private Clip sameScale(double left, double top, double right, double bottom) {
        double width = right - left;
        double height = bottom - top;
        double unit = Math.min(width / x.length(), height / y.length());
        double wide = Math.max(unit * x.length(), width / MOST_SHRUNK);
        double high = Math.max(unit * y.length(), height / MOST_SHRUNK);
        return new Clip(left + (width - wide) / 2, top, left + (width + wide) / 2, top + high);
    }

    /** As many numbers below the axis as have room beside each other. */
    private List<Tick> columns(Clip frame, Scales scales) {
        double space = canvas.isCoarse() ? 4 : line * 0.8;
        for (int most = Math.max(2, (int) ((frame.right() - frame.left()) / (line * 3)));; most--) {
            List<Tick> ticks = Tick.of(chart.x().scale(), x, most).stream()
                    .filter(tick -> isOnCanvas(scales.x(tick.value()), canvas.textWidth(tick.label()) / 2)).toList();
            boolean fits = true;
            double end = Double.NEGATIVE_INFINITY;
            for (Tick tick : ticks) {
                double half = canvas.textWidth(tick.label()) / 2;
                double at = scales.x(tick.value());
                fits &= at - half >= end;
                end = at + half + space;
            }
            if (fits || most <= 1) {
                return fits ? ticks : ticks.subList(0, Math.min(1, ticks.size()));
            }
        }
    }

    private boolean isOnCanvas(double middle, double half) {
        return middle - half >= 0 && middle + half <= canvas.width();
    }

    private void axes(Scales scales, List<Tick> columns, List<Tick> rows) {
        Clip frame = scales.frame();
        canvas.begin("axes", "");
        double tickLength = canvas.isCoarse() ? 0 : line / 4;
        if (!canvas.isCoarse()) {
            for (Tick tick : columns) {
                double at = scales.x(tick.value());
                upright(at, frame.top(), frame.bottom(), tick.value() == 0 ? Ink.Tone.MUTED : Ink.Tone.GRID);
                upright(at, frame.bottom(), frame.bottom() + tickLength, Ink.Tone.MUTED);
            }
            for (Tick tick : rows) {
                double at = scales.y(tick.value());
                level(at, frame.left(), frame.right(), tick.value() == 0 ? Ink.Tone.MUTED : Ink.Tone.GRID);
                level(at, frame.left() - tickLength, frame.left(), Ink.Tone.MUTED);
            }
        }
        upright(frame.left(), frame.top(), frame.bottom(), Ink.Tone.MUTED);
        level(frame.bottom(), frame.left(), frame.right(), Ink.Tone.MUTED);
        double below = frame.bottom() + tickLength + line / 2 + (canvas.isCoarse() ? 1 : 3);
        for (Tick tick : columns) {
            canvas.text(new Point(scales.x(tick.value()), below), tick.label(), Anchor.MIDDLE, Ink.Tone.MUTED, false);
        }
        for (Tick tick : spread(rows, scales)) {
            canvas.text(new Point(frame.left() - tickLength - (canvas.isCoarse() ? 2 : line / 6),
                    scales.y(tick.value())), tick.label(), Anchor.END, Ink.Tone.MUTED, false);
        }
        canvas.text(new Point((frame.left() + frame.right()) / 2, below + line * (canvas.isCoarse() ? 1 : 1.15)),
                chart.x().label(), Anchor.MIDDLE, Ink.Tone.MUTED, false);
        canvas.end();
    }

    /** The ticks that have a row of text for themselves. */
    private List<Tick> spread(List<Tick> rows, Scales scales) {
        List<Tick> kept = new ArrayList<>();
        double last = Double.POSITIVE_INFINITY;
        for (Tick tick : rows) {
            double at = scales.y(tick.value());
            if (last - at >= line) {
                kept.add(tick);
                last = at;
            }
        }
        return kept;
    }

    private void upright(double at, double from, double to, Ink ink) {
        canvas.line(List.of(new Point(at, from), new Point(at, to)), Pen.thin(ink));
    }

    private void level(double at, double from, double to, Ink ink) {
        canvas.line(List.of(new Point(from, at), new Point(to, at)), Pen.thin(ink));
    }
}
