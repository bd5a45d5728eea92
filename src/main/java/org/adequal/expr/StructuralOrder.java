package org.adequal.expr;

import java.util.Comparator;
import java.util.List;

/**
 * An order of expressions by what they are, the same in every run and however they were built. It follows the first
 * difference down, and stops at identical nodes, so it costs no more than the graph is deep.
 */
enum StructuralOrder implements Comparator<Node> {
    INSTANCE;

    /** Differences that lie deeper than this are not looked for. */
    private static final int DEPTH = 1000;

    @Override
    public int compare(Node first, Node second) {
        Node a = first;
        Node b = second;
        for (int depth = 0; a != b && depth < DEPTH; depth++) {
            int order = Integer.compare(kind(a), kind(b));
            if (order == 0) {
                order = compareLabels(a, b);
            }
            if (order == 0) {
                order = Integer.compare(a.arguments().size(), b.arguments().size());
            }
            if (order != 0) {
                return order;
            }
            int difference = firstDifference(a.arguments(), b.arguments());
            a = a.arguments().get(difference);
            b = b.arguments().get(difference);
        }
        return 0;
    }

    private static int firstDifference(List<Node> a, List<Node> b) {
        int i = 0;
        while (a.get(i) == b.get(i)) {
            i++;
        }
        return i;
    }

    private static int kind(Node node) {
        return switch (node) {
            case Constant _ -> 0;
            case Variable _ -> 1;
            case Application _ -> 2;
            case Choice _ -> 3;
            case Guard _ -> 4;
            case Derivative _ -> 5;
            case Stack _ -> 6;
            case View _ -> 11;
            case Reduce _ -> 12;
            case Window _ -> 13;
            case Range _ -> 14;
            case Every _ -> 15;
            case Truth _ -> 7;
            case Comparison _ -> 8;
            case Junction _ -> 9;
            case Negation _ -> 10;
        };
    }

    /** Compares what nodes of one kind are besides their arguments. */
    private static int compareLabels(Node a, Node b) {
        return switch (a) {
            case Constant x when b instanceof Constant y -> x.value().compareTo(y.value());
            case Variable x when b instanceof Variable y -> Variable.NATURAL_ORDER.compare(x, y);
            case Derivative x when b instanceof Derivative y ->
                Variable.NATURAL_ORDER.compare(x.variable(), y.variable());
            case Application x when b instanceof Application y -> x.primitive().compareTo(y.primitive());
            case Comparison x when b instanceof Comparison y -> x.relation().compareTo(y.relation());
            case Junction x when b instanceof Junction y -> x.kind().compareTo(y.kind());
            case Truth x when b instanceof Truth -> x == Truth.TRUE ? 1 : -1;
            case View x when b instanceof View y -> x.label().toString().compareTo(y.label().toString());
            case Reduce x when b instanceof Reduce y -> x.toString().compareTo(y.toString());
            case Window x when b instanceof Window y -> x.toString().compareTo(y.toString());
            case Range x when b instanceof Range y -> x.toString().compareTo(y.toString());
            case View _,Reduce _,Window _,Range _,Every _,Choice _,Guard _,Stack _,Negation _,Constant _,Variable _,Derivative _,Application _,Comparison _,Junction _,Truth _ ->
                0;
        };
    }
}
