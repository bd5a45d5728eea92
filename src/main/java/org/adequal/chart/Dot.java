package org.adequal.chart;

import java.util.stream.Collectors;

/** Diagrams in the language of Graphviz. */
public final class Dot {
    private Dot() {}

    /** A file for {@code dot}. */
    public static String file(Diagram diagram) {
        StringBuilder text = new StringBuilder("// " + Svg.GENERATOR + "\n// " + oneLine(diagram.description())
                + "\ndigraph {\n  label=" + quoted(diagram.title()) + "; labelloc=t;\n  node [shape=box];\n");
        for (int i = 0; i < diagram.boxes().size(); i++) {
            text.append("  n").append(i).append(" [label=")
                    .append(quoted(diagram.boxes().get(i).lines().stream().collect(Collectors.joining("\n"))))
                    .append("];\n");
        }
        for (Diagram.Edge edge : diagram.edges()) {
            text.append("  n").append(edge.from()).append(" -> n").append(edge.to());
            if (!edge.text().isEmpty() || edge.back()) {
                text.append(" [label=").append(quoted(edge.text()))
                        .append(edge.back() ? ", style=dashed, constraint=false]" : "]");
            }
            text.append(";\n");
        }
        return text.append("}\n").toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
