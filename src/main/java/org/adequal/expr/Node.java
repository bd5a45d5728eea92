package org.adequal.expr;

import java.util.List;

/**
 * A node of the graph: a value ({@link Expr}) or a condition ({@link Condition}).
 *
 * <p>Nodes are interned: there is at most one with a given kind, label and arguments, so equality is identity. The
 * interning looks one level deep, since the arguments are interned already.
 */
public abstract sealed class Node permits Expr, Condition {
    private final Object label;
    private final List<Node> arguments;
    private final int hash;

    Node(Object label, List<? extends Node> arguments) {
        this.label = label;
        this.arguments = List.copyOf(arguments);
        int h = getClass().hashCode() * 31 + label.hashCode();
        for (Node argument : this.arguments) {
            h = h * 31 + System.identityHashCode(argument);
        }
        this.hash = h * 0x9E3779B9;
    }

    /** What this node is made of, in order; a derivative's bound variable is no argument. */
    public final List<Node> arguments() {
        return arguments;
    }

    /** A node of the same kind over other arguments of the same types. */
    public abstract Node with(List<? extends Node> newArguments);

    /** The sizes of its axes. */
    public abstract Shape shape();

    final Object label() {
        return label;
    }

    final int structuralHash() {
        return hash;
    }

    final boolean sameAs(Node other) {
        if (getClass() != other.getClass() || hash != other.hash || arguments.size() != other.arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) != other.arguments.get(i)) {
                return false;
            }
        }
        return label.equals(other.label);
    }
}
