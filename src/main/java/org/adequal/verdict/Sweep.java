package org.adequal.verdict;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.eval.Program;
import org.adequal.expr.Choice;
import org.adequal.expr.Expr;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;

/**
 * The chain rule in doubles at one point, with any edge's slope replaced: what a program with that fault would answer.
 */
final class Sweep {
    private final Tape tape;
    private final Program.Evaluation evaluation;
    private final int[] parents;
    private final int[] children;
    private final double[] slopes;
    private final int[] inputs;
    private final double[] adjoints;

    /** The numbers at a point. */
    Sweep(Tape tape, Program program, double[] point) {
        this.tape = tape;
        evaluation = program.evaluate(point);
        int count = tape.edges().size();
        parents = new int[count];
        children = new int[count];
        slopes = new double[count];
        for (int i = 0; i < count; i++) {
            Tape.Edge edge = tape.edges().get(i);
            parents[i] = tape.slot(edge.parent());
            children[i] = tape.slot(edge.child());
            slopes[i] = edge.when() == null
                    ? evaluation.of(edge.slope())
                    : evaluation.of(edge.when()) == (edge.taken() ? 1 : 0) ? 1 : 0;
        }
        inputs = tape.wrt().stream().mapToInt(variable -> tape.slots().getOrDefault(variable, -1)).toArray();
        adjoints = adjoints(slopes);
    }

    /** A slope for an edge instead of its own. */
    @FunctionalInterface
    interface Slope {
        double of(int edge, double own);
    }

    double value(Node node) {
        return evaluation.of(node);
    }

    double slope(int edge) {
        return slopes[edge];
    }

    double adjoint(int edge) {
        return adjoints[parents[edge]];
    }

    /** The gradient by reverse accumulation with these slopes. */
    double[] gradient(Slope slope) {
        double[] changed = slopes.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = slope.of(i, slopes[i]);
        }
        return atInputs(adjoints(changed));
    }

    private double[] atInputs(double[] all) {
        double[] gradient = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            gradient[i] = inputs[i] < 0 ? 0 : all[inputs[i]];
        }
        return gradient;
    }

    private double[] adjoints(double[] local) {
        double[] all = new double[tape.order().size()];
        all[tape.slot(tape.root())] = 1;
        for (int i = 0; i < local.length; i++) {
            double adjoint = all[parents[i]];
            if (adjoint != 0 && local[i] != 0) {
                all[children[i]] += adjoint * local[i];
            }
        }
        return all;
    }

    /** Which of the contributions to a node are kept where there are several. */
    @FunctionalInterface
    interface Kept {
        /** The index of the one that is kept, or -1 for the sum. */
        int of(Node node, int count);
    }

    /** The gradient when contributions to a node replace each other instead of being added. */
    double[] overwriting(Kept kept) {
        Map<Node, List<Double>> shares = new IdentityHashMap<>();
        double[] all = new double[tape.order().size()];
        all[tape.slot(tape.root())] = 1;
        Node current = tape.root();
        for (int i = 0; i < slopes.length; i++) {
            Node parent = tape.edges().get(i).parent();
            if (parent != current) {
                finish(parent, shares, all, kept);
                current = parent;
            }
            double adjoint = all[parents[i]];
            boolean live = !(parent instanceof Choice) || slopes[i] != 0;
            if (adjoint != 0 && live) {
                shares.computeIfAbsent(tape.edges().get(i).child(), _ -> new ArrayList<>()).add(adjoint * slopes[i]);
            }
        }
        for (Variable variable : tape.wrt()) {
            finish(variable, shares, all, kept);
        }
        return atInputs(all);
    }

    private void finish(Node node, Map<Node, List<Double>> shares, double[] all, Kept kept) {
        List<Double> own = shares.remove(node);
        if (own != null) {
            int index = own.size() > 1 ? kept.of(node, own.size()) : -1;
            all[tape.slot(node)] = index >= 0
                    ? own.get(Math.min(index, own.size() - 1))
                    : own.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** What arrives at a node, edge by edge. */
    List<Double> contributions(Node node) {
        List<Double> arriving = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) {
            if (tape.edges().get(i).child() == node && adjoint(i) != 0 && slopes[i] != 0) {
                arriving.add(adjoint(i) * slopes[i]);
            }
        }
        return arriving;
    }

    /** The gradient of every node by the variables, by slot; null where it does not move. */
    double[][] forward() {
        double[][] gradients = new double[tape.order().size()][];
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] >= 0) {
                gradients[inputs[i]] = new double[inputs.length];
                gradients[inputs[i]][i] = 1;
            }
        }
        for (int i = slopes.length - 1; i >= 0; i--) {
            double[] inner = gradients[children[i]];
            if (inner == null) {
                continue;
            }
            double[] outer = gradients[parents[i]];
            if (outer == null) {
                outer = new double[inputs.length];
                gradients[parents[i]] = outer;
            }
            if (slopes[i] != 0) {
                for (int j = 0; j < inner.length; j++) {
                    outer[j] += slopes[i] * inner[j];
                }
            }
        }
        return gradients;
    }

    int slotOf(Expr node) {
        return tape.slot(node);
    }
}
