package org.adequal.chart;

import java.util.List;

/**
 * Boxes with texts, in layers, and arrows between them.
 *
 * @param description the alternative text
 */
public record Diagram(String title, String description, List<Box> boxes, List<Edge> edges) implements Picture {

    /**
     * A box.
     *
     * @param lines its texts, at least one, one below the other
     * @param kind  its colour: a series, or a tone for what matters less
     */
    public record Box(List<String> lines, Ink kind) {
        public Box {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An arrow from a box to another, by their places in the list.
     *
     * @param text  what is written at it, perhaps empty
     * @param back  whether it goes against the order of the layers, and is left out when they are made
     */
    public record Edge(int from, int to, String text, boolean back) {}

    /** Refuses edges to boxes that are not there. */
    public Diagram {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
        for (Edge edge : edges) {
            java.util.Objects.checkIndex(edge.from, boxes.size());
            java.util.Objects.checkIndex(edge.to, boxes.size());
        }
    }

    @Override
    public Size size(Metrics metrics, Size offered) {
        return DiagramLayout.of(this, metrics).size();
    }

    @Override
    public void draw(Canvas canvas) {
        DiagramLayout.of(this, canvas).draw(canvas);
    }
}
