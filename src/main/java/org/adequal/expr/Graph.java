package org.adequal.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;

/** Walks over graphs of any depth: no recursion, every distinct node once. */
public final class Graph {

    private Graph() {}

    /**
     * All nodes that the roots are made of, each once, arguments before what is made of them. Ends with a
     * {@link CancellationException} where the thread is interrupted, so that every long pass can be stopped.
     */
    public static List<Node> nodes(Collection<? extends Node> roots) {
        List<Node> order = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> open = new ArrayDeque<>();
        for (Node root : roots) {
            if (seen.add(root)) {
                open.push(new Visit(root));
            }
            while (!open.isEmpty()) {
                if (Thread.interrupted()) {
                    throw new CancellationException();
                }
                Visit visit = open.peek();
                if (visit.next == visit.node.arguments().size()) {
                    order.add(visit.node);
                    open.pop();
                } else {
                    Node argument = visit.node.arguments().get(visit.next++);
                    if (seen.add(argument)) {
                        open.push(new Visit(argument));
                    }
                }
            }
        }
        return order;
    }

    public static List<Node> nodes(Node root) {
        return nodes(List.of(root));
    }

    private static final class Visit {
        private final Node node;
        private int next;

        Visit(Node node) {
            this.node = node;
        }
    }

    /** The free variables, in natural order of their names; what derivatives bind is not free. */
    public static List<Variable> variables(Node root) {
        TreeSet<Variable> found = new TreeSet<>(Variable.NATURAL_ORDER);
        for (Node node : nodes(root)) {
            if (node instanceof Variable variable && variable.level() == 0) {
                found.add(variable);
            }
        }
        return new ArrayList<>(found);
    }

    /** The nodes (of those in the order given) whose value can move with one of the variables. */
    public static Set<Node> dependents(List<Node> order, Collection<Variable> variables) {
        Set<Node> dependents = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Variable> moving = new HashSet<>(variables);
        for (Node node : order) {
            if (node instanceof Variable variable ? moving.contains(variable) : anyOf(node, dependents)) {
                dependents.add(node);
            }
        }
        return dependents;
    }

    private static boolean anyOf(Node node, Set<Node> dependents) {
        for (Node argument : node.arguments()) {
            if (dependents.contains(argument)) {
                return true;
            }
        }
        return false;
    }

    /** The same graph with nodes replaced and everything above them built anew as it was. */
    public static Node substitute(Node root, Map<? extends Node, ? extends Node> replacements) {
        return rewrite(root, replacements, Node::with);
    }

    /** The same, and what is built anew is tidied on the way. */
    public static Node substituteTidily(Node root, Map<? extends Node, ? extends Node> replacements) {
        return rewrite(root, replacements, Algebra::rebuild);
    }

    /** The graph built anew by the tidying constructors; who calls keeps the domain beside. */
    public static Node tidied(Node root) {
        Map<Node, Node> done = new IdentityHashMap<>();
        for (Node node : nodes(root)) {
            done.put(node, Algebra.rebuild(node, node.arguments().stream().map(done::get).toList()));
        }
        return done.getOrDefault(root, root);
    }

    private static Node rewrite(Node root, Map<? extends Node, ? extends Node> replacements,
            BiFunction<Node, List<Node>, Node> build) {
        Map<Node, Node> done = new IdentityHashMap<>();
        for (Node node : nodes(root)) {
            Node replacement = replacements.get(node);
            if (replacement == null) {
                List<Node> arguments = node.arguments().stream().map(done::get).toList();
                replacement = arguments.equals(node.arguments()) ? node : build.apply(node, arguments);
            }
            done.put(node, replacement);
        }
        return done.getOrDefault(root, root);
    }
}
