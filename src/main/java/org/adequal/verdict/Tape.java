package org.adequal.verdict;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.calculus.Rules;
import org.adequal.expr.Application;
import org.adequal.expr.ArrayNode;
import org.adequal.expr.Choice;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A scalar as the chain rule sees it: its nodes, and for each edge from a node to an argument that moves the slope along
 * it. Nothing is multiplied out, so sweeps over the edges do what programs do.
 *
 * @param order what has to be evaluated, arguments first: the nodes of the root and those of the slopes
 * @param edges those of a node together, the root's first
 */
record Tape(Expr root, List<Variable> wrt, List<Node> order, Map<Node, Integer> slots, List<Edge> edges) {

    /**
     * A use of an argument that moves.
     *
     * @param slope  the local derivative; 1 on the way into a choice
     * @param others the same in other words
     * @param when   the condition under which a choice takes this way; null where the way is always taken
     * @param taken  what the condition has to come to
     */
    record Edge(Expr parent, int argument, Expr child, Expr slope, List<Expr> others, @Nullable Condition when,
            boolean taken) {}

    /** The tape of a scalar without derivative operators. */
    static Tape of(Expr root, List<Variable> wrt) {
        List<Node> own = Graph.nodes(root);
        Set<Node> moving = Graph.dependents(own, wrt);
        List<Edge> edges = new ArrayList<>();
        for (Node node : own.reversed()) {
            if (moving.contains(node)) {
                addEdges(node, moving, edges);
            }
        }
        List<Node> roots = new ArrayList<>(List.of(root));
        for (Edge edge : edges) {
            roots.add(edge.slope);
            roots.addAll(edge.others);
        }
        List<Node> order = Graph.nodes(roots);
        Map<Node, Integer> slots = new IdentityHashMap<>();
        for (Node node : order) {
            slots.put(node, slots.size());
        }
        return new Tape(root, List.copyOf(wrt), order, slots, List.copyOf(edges));
    }

    private static void addEdges(Node node, Set<Node> moving, List<Edge> edges) {
        switch (node) {
            case Application application -> {
                for (int i = 0; i < application.arguments().size(); i++) {
                    if (moving.contains(application.argument(i))) {
                        edges.add(new Edge(application, i, application.argument(i), Rules.derivative(application, i),
                                Rules.otherDerivatives(application), null, true));
                    }
                }
            }
            case Choice choice -> {
                for (int i = 1; i <= 2; i++) {
                    if (moving.contains(choice.arguments().get(i))) {
                        edges.add(new Edge(choice, i, (Expr) choice.arguments().get(i), Constant.ONE, List.of(),
                                choice.condition(), i == 1));
                    }
                }
            }
            case Guard guard -> edges.add(new Edge(guard, 0, guard.value(), Constant.ONE, List.of(), null, true));
            case Condition _ -> {
            }
            case Constant _,Variable _ -> {
            }
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
            case ArrayNode _ -> throw new IllegalArgumentException("an array is judged element by element");
        }
    }

    int slot(Node node) {
        Integer slot = slots.get(node);
        if (slot == null) {
            throw new IllegalArgumentException("not part of the tape");
        }
        return slot;
    }
}
