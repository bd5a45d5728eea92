package org.adequal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Places the boxes of a diagram in layers: each box one layer below the lowest of those with an arrow to it, in an order
 * that makes arrows cross little (barycentres, after Sugiyama, Tagawa, Toda, 1981).
 */
final class DiagramLayout {
    private static final int SWEEPS = 8;

    private final Diagram diagram;
    private final Metrics metrics;
    private final double gap;
    private final double between;
    private final int[] layer;
    private final List<List<Integer>> layers = new ArrayList<>();
    private final double[] width;
    private final double[] height;
    private final double[] centre;
    private final double[] top;
    private double right;
    private double bottom;

    private DiagramLayout(Diagram diagram, Metrics metrics) {
        this.diagram = diagram;
        this.metrics = metrics;
        double line = metrics.lineHeight();
        gap = metrics.isCoarse() ? 4 : line * 1.2;
        between = metrics.isCoarse() ? 3 * line : line * 3;
        int count = diagram.boxes().size();
        layer = new int[count];
        width = new double[count];
        height = new double[count];
        centre = new double[count];
        top = new double[count];
    }

    static DiagramLayout of(Diagram diagram, Metrics metrics) {
        DiagramLayout layout = new DiagramLayout(diagram, metrics);
        layout.layers();
        layout.order();
        layout.place();
        return layout;
    }

    Size size() {
        double line = metrics.lineHeight();
        double titleWidth = metrics.textWidth(diagram.title()) * 1.1 + 2 * gap;
        return new Size(Math.max(right + gap, titleWidth), bottom + (metrics.isCoarse() ? 0 : line));
    }

    /** The longest way from a box without arrows to it; arrows back are not followed. */
    private void layers() {
        boolean changed = true;
        for (int round = 0; changed && round <= layer.length; round++) {
            changed = false;
            for (Diagram.Edge edge : diagram.edges()) {
                if (!edge.back() && layer[edge.to()] <= layer[edge.from()]) {
                    layer[edge.to()] = layer[edge.from()] + 1;
                    changed = true;
                }
            }
        }
        // what nothing leads to moves down to where it is needed
        for (int box = layer.length - 1; box >= 0; box--) {
            int own = box;
            if (diagram.edges().stream().noneMatch(edge -> !edge.back() && edge.to() == own)) {
                layer[box] = diagram.edges().stream().filter(edge -> !edge.back() && edge.from() == own)
                        .mapToInt(edge -> layer[edge.to()] - 1).min().orElse(layer[box]);
            }
        }
        int last = Arrays.stream(layer).max().orElse(0);
        for (int i = 0; i <= last; i++) {
            layers.add(new ArrayList<>());
        }
        for (int box = 0; box < layer.length; box++) {
            layers.get(layer[box]).add(box);
        }
    }

    private void order() {
        double[] place = new double[layer.length];
        layers.forEach(boxes -> number(boxes, place));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (List<Integer> boxes : down ? layers : layers.reversed()) {
                double[] wanted = new double[layer.length];
                for (int box : boxes) {
                    wanted[box] = barycentre(box, down, place);
                }
                boxes.sort(Comparator.comparingDouble(box -> wanted[box]));
                number(boxes, place);
            }
        }
    }

    private static void number(List<Integer> boxes, double[] place) {
        for (int i = 0; i < boxes.size(); i++) {
            place[boxes.get(i)] = i - (boxes.size() - 1) / 2.0;
        }
    }

    /** The mean place of the boxes above (or below); its own where there are none. */
    private double barycentre(int box, boolean above, double[] place) {
        return diagram.edges().stream().filter(edge -> !edge.back() && (above ? edge.to() : edge.from()) == box)
                .mapToDouble(edge -> place[above ? edge.from() : edge.to()]).average().orElse(place[box]);
    }

    private void place() {
        double line = metrics.lineHeight();
        for (int box = 0; box < width.length; box++) {
            List<String> lines = diagram.boxes().get(box).lines();
            width[box] = lines.stream().mapToDouble(metrics::textWidth).max().orElse(0)
                    + (metrics.isCoarse() ? 4 : line);
            height[box] = lines.size() * line + (metrics.isCoarse() ? 0 : line / 2);
        }
        double at = diagram.title().isEmpty() ? gap : gap + line * 1.5;
        if (metrics.isCoarse()) {
            at = line * 2;
        }
        for (List<Integer> boxes : layers) {
            double x = gap;
            double tallest = 0;
            for (int box : boxes) {
                centre[box] = x + width[box] / 2;
                top[box] = at;
                x += width[box] + gap;
                tallest = Math.max(tallest, height[box]);
            }
            right = Math.max(right, x - gap);
            at += tallest + between;
        }
        bottom = at - between;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (List<Integer> boxes : down ? layers : layers.reversed()) {
                settle(boxes, down);
            }
        }
        double left = Double.POSITIVE_INFINITY;
        for (int box = 0; box < width.length; box++) {
            left = Math.min(left, centre[box] - width[box] / 2);
        }
        right = 0;
        for (int box = 0; box < width.length; box++) {
            centre[box] += gap - left;
            right = Math.max(right, centre[box] + width[box] / 2);
        }
    }

    /** Moves the boxes of a layer towards their neighbours in the other, without changing their order. */
    private void settle(List<Integer> boxes, boolean down) {
        double[] wanted = new double[layer.length];
        for (int box : boxes) {
            wanted[box] = barycentre(box, down, centre);
        }
        double fromLeft = Double.NEGATIVE_INFINITY;
        double[] low = new double[layer.length];
        for (int box : boxes) {
            low[box] = Math.max(wanted[box], fromLeft + width[box] / 2);
            fromLeft = low[box] + width[box] / 2 + gap;
        }
        double fromRight = Double.POSITIVE_INFINITY;
        double[] high = new double[layer.length];
        for (int box : boxes.reversed()) {
            high[box] = Math.min(wanted[box], fromRight - width[box] / 2);
            fromRight = high[box] - width[box] / 2 - gap;
        }
        double edge = Double.NEGATIVE_INFINITY;
        for (int box : boxes) {
            centre[box] = Math.max((low[box] + high[box]) / 2, edge + width[box] / 2);
            edge = centre[box] + width[box] / 2 + gap;
        }
    }

    void draw(Canvas canvas) {
        double line = canvas.lineHeight();
        canvas.begin("title", "");
        canvas.text(new Point(canvas.isCoarse() ? 0 : gap, canvas.isCoarse() ? line / 2 : gap + line / 4),
                diagram.title(), Anchor.START, Ink.Tone.TEXT, true);
        canvas.end();
        canvas.begin("edges", "");
        for (Diagram.Edge edge : diagram.edges()) {
            edge(canvas, edge);
        }
        canvas.end();
        for (int box = 0; box < width.length; box++) {
            box(canvas, box);
        }
        Labels labels = new Labels(canvas, new Clip(0, 0, canvas.width(), canvas.height()));
        for (int box = 0; box < width.length; box++) {
            // texts at arrows keep off the boxes
            labels.avoid(new Clip(centre[box] - width[box] / 2, top[box], centre[box] + width[box] / 2,
                    top[box] + height[box]));
        }
        canvas.begin("labels", "");
        for (Diagram.Edge edge : diagram.edges()) {
            if (!edge.text().isEmpty()) {
                Point from = end(edge.from(), edge, true);
                Point to = end(edge.to(), edge, false);
                List<Point> places = new ArrayList<>();
                for (double share : new double[]{0.5, 0.4, 0.6, 0.3, 0.7}) {
                    places.add(new Point(from.x() + (to.x() - from.x()) * share,
                            from.y() + (to.y() - from.y()) * share));
                }
                labels.write(places, Anchor.MIDDLE, edge.text(), Ink.Tone.MUTED);
            }
        }
        canvas.end();
    }

    /** Where an arrow leaves or meets a box; arrows back run beside those they answer. */
    private Point end(int box, Diagram.Edge edge, boolean leaving) {
        boolean below = leaving != edge.back();
        double aside = edge.back() ? Math.min(width[box] / 4, metrics.isCoarse() ? 2 : 8) : 0;
        return new Point(centre[box] + aside, below ? top[box] + height[box] : top[box]);
    }

    private void edge(Canvas canvas, Diagram.Edge edge) {
        canvas.arrow(end(edge.from(), edge, true), end(edge.to(), edge, false),
                edge.back() ? new Ink.Series(1) : Ink.Tone.MUTED);
    }

    private void box(Canvas canvas, int index) {
        Diagram.Box box = diagram.boxes().get(index);
        double line = canvas.lineHeight();
        double left = centre[index] - width[index] / 2;
        double edgeRight = centre[index] + width[index] / 2;
        canvas.begin("box", box.lines().getFirst());
        double low = top[index] + height[index];
        if (!canvas.isCoarse()) {
            List<Point> outline = List.of(new Point(left, top[index]), new Point(edgeRight, top[index]),
                    new Point(edgeRight, low), new Point(left, low));
            canvas.area(List.of(outline), Ink.Tone.BACKGROUND, 1);
            List<Point> closed = new ArrayList<>(outline);
            closed.add(outline.getFirst());
            canvas.line(closed, new Pen(box.kind(), 1.5, Dash.SOLID));
        }
        double row = top[index] + (canvas.isCoarse() ? 0 : line / 4) + line / 2;
        for (int i = 0; i < box.lines().size(); i++) {
            String text = canvas.isCoarse() ? "[" + box.lines().get(i) + "]" : box.lines().get(i);
            canvas.text(new Point(centre[index], row), text, Anchor.MIDDLE,
                    i == 0 ? Ink.Tone.TEXT : Ink.Tone.MUTED, false);
            row += line;
        }
        canvas.end();
    }
}
