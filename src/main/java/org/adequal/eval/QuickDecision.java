package org.adequal.eval;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

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
import org.adequal.expr.Relation;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.adequal.number.interval.DoubleInterval;

/**
 * Decides a condition at a point in intervals of doubles, for a first look: what plain doubles decide by a rounding error
 * stays undecided here. No proof rests on it.
 */
public final class QuickDecision {
    private final List<Node> order;
    private final int[][] arguments;
    private final DoubleInterval[] constants;
    private final int[] inputs;

    private QuickDecision(Condition condition, List<Variable> variables) {
        order = Graph.nodes(condition);
        arguments = new int[order.size()][];
        constants = new DoubleInterval[order.size()];
        Map<Node, Integer> slots = new IdentityHashMap<>();
        for (Node node : order) {
            int slot = slots.size();
            arguments[slot] = node.arguments().stream().mapToInt(slots::get).toArray();
            constants[slot] = constant(node);
            slots.put(node, slot);
        }
        inputs = variables.stream().mapToInt(variable -> slots.getOrDefault(variable, -1)).toArray();
    }

    /** A decision of a condition without derivative operators in these variables. */
    public static QuickDecision of(Condition condition, List<Variable> variables) {
        return new QuickDecision(condition, variables);
    }

    /** The exact constants once, rounded outwards where they are no doubles; others are made anew at each point. */
    private static DoubleInterval constant(Node node) {
        DoubleInterval interval = new DoubleInterval();
        if (node instanceof Expr expression && expression.exactValue() instanceof Rational exact) {
            double nearest = exact.doubleValue();
            if (Double.isInfinite(nearest)) {
                return interval.setEntire();
            }
            return Rational.of(nearest).equals(exact)
                    ? interval.set(nearest)
                    : interval.set(Math.nextDown(nearest), Math.nextUp(nearest));
        }
        return interval;
    }

    /** Whether the condition holds at the point that the doubles are. */
    public Certainty at(double... point) {
        DoubleInterval[] values = new DoubleInterval[order.size()];
        Certainty[] truths = new Certainty[order.size()];
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] >= 0) {
                values[inputs[i]] = new DoubleInterval().set(point[i] + 0.0);
            }
        }
        for (int i = 0; i < values.length; i++) {
            int[] a = arguments[i];
            switch (order.get(i)) {
                case Expr expression -> {
                    if (values[i] == null) {
                        values[i] = expression.exactValue() != null
                                ? constants[i]
                                : value(expression, a, values, truths);
                    }
                }
                case Condition condition -> truths[i] = Certainty.of(condition, a, truths,
                        comparison -> compare(comparison.relation(), values[a[0]], values[a[1]]));
            }
        }
        return truths[truths.length - 1];
    }

    private static DoubleInterval value(Expr expression, int[] a, DoubleInterval[] values, Certainty[] truths) {
        DoubleInterval result = new DoubleInterval();
        switch (expression) {
            case Application application -> application.primitive().firstLook().set(result,
                    Arrays.stream(a).mapToObj(slot -> values[slot]).toArray(DoubleInterval[]::new));
            case Choice _ -> {
                return switch (truths[a[0]]) {
                    case TRUE -> values[a[1]];
                    case FALSE -> values[a[2]];
                    case UNKNOWN -> result.setEntire();
                };
            }
            case Guard _ -> {
                return values[a[0]];
            }
            case Variable variable -> throw new IllegalArgumentException("no value is given for " + variable);
            case Constant _ -> throw new AssertionError("a constant is exact");
            case Derivative _,ArrayNode _ ->
                throw new IllegalArgumentException("only scalars without derivative operators");
        }
        return result;
    }

    private static Certainty compare(Relation relation, DoubleInterval left, DoubleInterval right) {
        if (left.hi() < right.lo()) {
            return Certainty.of(relation.holds(-1));
        }
        if (left.lo() > right.hi()) {
            return Certainty.of(relation.holds(1));
        }
        return left.lo() == left.hi() && right.lo() == right.hi() && left.lo() == right.lo()
                ? Certainty.of(relation.holds(0))
                : Certainty.UNKNOWN;
    }
}
