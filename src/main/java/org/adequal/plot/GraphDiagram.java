package org.adequal.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Rules;
import org.adequal.chart.Diagram;
import org.adequal.chart.Ink;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.ArrayNode;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.jspecify.annotations.Nullable;

/**
 * A formula as the graph that it is, and the sweep back through it: what each part is worth, and how much of the result
 * hangs on it (its adjoint, the sum over the arrows back of the local derivative times the adjoint at their beginning).
 */
public final class GraphDiagram {
    /** More boxes than this are no picture. */
    public static final int MOST_BOXES = 150;
    private static final int LONGEST_TEXT = 28;

    private final List<Node> nodes;
    private final Map<Node, Integer> index = new IdentityHashMap<>();
    private final Map<Node, Map<Integer, Expr>> locals = new IdentityHashMap<>();
    private final List<Variable> variables;

    private GraphDiagram(Expr value, List<Variable> variables) {
        nodes = Graph.nodes(value);
        this.variables = variables;
        for (Node node : nodes) {
            // a formula that is nothing but a constant is a box all the same
            if (!(node instanceof Constant) || node == value) {
                index.put(node, index.size());
            }
        }
        var dependents = Graph.dependents(nodes, variables);
        for (Node node : nodes) {
            Map<Integer, Expr> derivatives = new HashMap<>();
            if (node instanceof Application application) {
                for (int i = 0; i < application.arguments().size(); i++) {
                    if (dependents.contains(application.argument(i))) {
                        derivatives.put(i, Rules.derivative(application, i));
                    }
                }
            }
            locals.put(node, derivatives);
        }
    }

    /** How many boxes the diagram of a formula has. */
    public static int size(Expr formula) {
        return Graph.nodes(Analysis.expanded(formula)).size();
    }

    /**
     * The diagram.
     *
     * @param variables those that are differentiated by
     * @param point     a coordinate for each variable, where the values and adjoints are wanted; null for formulas
     */
    public static Diagram of(Titled formula, List<Variable> variables, double @Nullable [] point) {
        Expr value = Analysis.expanded(formula.formula());
        GraphDiagram diagram = new GraphDiagram(value, variables);
        return point == null ? diagram.symbolic(formula.name()) : diagram.numeric(formula.name(), value, point);
    }

    /** The boxes of the nodes, in their order; constants are left out. */
    private List<Diagram.Box> boxes(Function<Node, List<String>> lines) {
        return nodes.stream().filter(index::containsKey).map(node -> new Diagram.Box(lines.apply(node), ink(node)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A box for each use of a constant, beside where it is used: as one it would have arrows all over the picture. */
    private void addConstants(List<Diagram.Box> boxes, List<Diagram.Edge> edges) {
        for (Node node : nodes) {
            for (Node argument : node.arguments()) {
                if (!index.containsKey(argument)) {
                    edges.add(new Diagram.Edge(boxes.size(), place(node), "", false));
                    boxes.add(new Diagram.Box(List.of(label(argument)), ink(argument)));
                }
            }
        }
    }

    private Diagram symbolic(String name) {
        List<Diagram.Box> boxes = boxes(node -> List.of(label(node)));
        List<Diagram.Edge> edges = new ArrayList<>();
        for (Node node : nodes) {
            for (int i = 0; i < node.arguments().size(); i++) {
                if (!index.containsKey(node.arguments().get(i))) {
                    continue;
                }
                Expr local = local(node, i);
                edges.add(new Diagram.Edge(place(node.arguments().get(i)), place(node), "", false));
                if (local != null) {
                    edges.add(
                            new Diagram.Edge(place(node), place(node.arguments().get(i)), shorten(Printer.print(local)),
                                    true));
                }
            }
        }
        addConstants(boxes, edges);
        return new Diagram("Graph of " + name, nodes.size() + " parts of " + name
                + ", each below what it is made of; arrows back carry the local derivatives of the chain rule.", boxes,
                edges);
    }

    private Diagram numeric(String name, Expr value, double[] point) {
        List<Node> outputs = new ArrayList<>(nodes);
        locals.values().forEach(each -> outputs.addAll(each.values()));
        Program.Evaluation evaluation = Program.of(outputs, variables).evaluate(point);
        double[] adjoint = new double[nodes.size()];
        adjoint[place(value)] = 1;
        List<Diagram.Edge> edges = new ArrayList<>();
        for (Node node : nodes.reversed()) {
            for (int i = 0; i < node.arguments().size(); i++) {
                Node argument = node.arguments().get(i);
                if (!index.containsKey(argument)) {
                    continue;
                }
                edges.add(new Diagram.Edge(place(argument), place(node), "", false));
                double local = local(node, i, evaluation);
                // a branch that is not taken, or a part without variables, has no share whatever its derivative
                if (!Double.isNaN(local)) {
                    adjoint[place(argument)] += local * adjoint[place(node)];
                    edges.add(new Diagram.Edge(place(node), place(argument), "×" + FunctionChart.number(local), true));
                }
            }
        }
        List<Diagram.Box> boxes = boxes(node -> {
            List<String> lines = new ArrayList<>(List.of(label(node)));
            if (node instanceof Expr && Double.isFinite(evaluation.of(node))) {
                lines.add("value " + FunctionChart.number(evaluation.of(node)));
                if (Double.isFinite(adjoint[place(node)])) {
                    lines.add("adjoint " + FunctionChart.number(adjoint[place(node)]));
                }
            }
            return lines;
        });
        addConstants(boxes, edges);
        StringBuilder gradient = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            Integer place = index.get(variables.get(i));
            gradient.append(i == 0 ? "" : ", ").append(variables.get(i)).append(" ")
                    .append(place == null ? "0" : FunctionChart.number(adjoint[place]));
        }
        return new Diagram("Backward sweep through " + name, nodes.size() + " parts of " + name
                + " with their values; arrows back multiply the adjoint by the local derivative. Derivatives: "
                + gradient
                + ".", boxes, edges);
    }

    private int place(Node node) {
        Integer place = index.get(node);
        if (place == null) {
            throw new IllegalArgumentException("not part of the graph");
        }
        return place;
    }

    private @Nullable Expr local(Node node, int argument) {
        Map<Integer, Expr> known = locals.get(node);
        return known == null ? null : known.get(argument);
    }

    /** The local derivative; NaN where nothing flows back. */
    private double local(Node node, int argument, Program.Evaluation evaluation) {
        return switch (node) {
            case Application _ -> {
                Expr local = local(node, argument);
                yield local == null ? Double.NaN : evaluation.of(local);
            }
            case Choice choice -> argument == 0
                    ? Double.NaN
                    : evaluation.of(choice.condition()) == (argument == 1 ? 1 : 0) ? 1 : Double.NaN;
            case Guard _ -> argument == 0 ? 1 : Double.NaN;
            case ArrayNode _,Constant _,Variable _,Derivative _ -> Double.NaN;
            case Condition _ -> Double.NaN;
        };
    }

    private static Ink ink(Node node) {
        return switch (node) {
            case Variable _ -> new Ink.Series(0);
            case Constant _ -> Ink.Tone.GRID;
            case Condition _ -> Ink.Tone.MUTED;
            case Application _,Choice _,Guard _,ArrayNode _,Derivative _ -> Ink.Tone.TEXT;
        };
    }

    /** What a box does with what comes into it. */
    private static String label(Node node) {
        return switch (node) {
            case Constant _,Variable _ -> shorten(Printer.print(node));
            case Application application -> application.primitive().names().getFirst();
            case Choice _ -> "if";
            case Guard _ -> "for";
            case ArrayNode _ -> "list";
            case Derivative derivative -> derivative.toString();
            case Comparison comparison -> comparison.relation().symbol();
            case Junction junction -> junction.kind() == Junction.Kind.AND ? "and" : "or";
            case Negation _ -> "not";
            case Every _ -> "every";
            case Truth truth -> truth == Truth.TRUE ? "true" : "false";
        };
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
