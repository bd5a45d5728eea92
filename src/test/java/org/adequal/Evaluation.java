package org.adequal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Row;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;

/**
 * A double evaluation with a bound on what rounding may have done to it: each argument of each node is moved by its own
 * bound, and what that does to the node's value is added up. It needs no derivative, so it is a fair judge of them, and
 * it sees the jumps and ties that a small error may step over.
 */
record Evaluation(double value, double error) {
    /** What a function of the table may be wrong by itself. */
    private static final double ULPS = 64;

    /** The value of an expression without derivative operators, at coordinates in the order of the variables. */
    static Evaluation of(Expr expression, List<Variable> variables, double... point) {
        List<Node> order = Graph.nodes(expression);
        Program.Evaluation values = Program.of(order, variables).evaluate(point);
        Map<Node, Double> errors = new IdentityHashMap<>();
        for (Node node : order) {
            errors.put(node, error(node, values, errors));
        }
        return new Evaluation(values.of(expression), errors.getOrDefault(expression, Double.POSITIVE_INFINITY));
    }

    /** Whether the value is known to within this part of its size (or of 1, if it is smaller). */
    boolean isKnownWithin(double tolerance) {
        return Double.isFinite(value) && error <= tolerance * Math.max(1, Math.abs(value));
    }

    /** Whether both can be evaluations of one number. */
    boolean agreesWith(Evaluation other) {
        return Math.abs(value - other.value) <= 4 * (error + other.error);
    }

    private static double error(Node node, Program.Evaluation values, Map<Node, Double> errors) {
        double value = values.of(node);
        if (node instanceof Expr expression && expression.exactValue() instanceof Rational exact) {
            return Double.isFinite(value) && exact.equals(Rational.of(value)) ? 0 : Math.ulp(value);
        }
        return switch (node) {
            case Application application -> {
                double[] at = new double[application.arguments().size()];
                for (int i = 0; i < at.length; i++) {
                    at[i] = values.of(application.argument(i));
                }
                double error = ULPS * Math.ulp(value);
                for (int i = 0; i < at.length; i++) {
                    double own = errors.getOrDefault(application.argument(i), 0.0);
                    if (own > 0) {
                        error += Math.max(moved(application, at, i, own, value),
                                moved(application, at, i, -own, value));
                    }
                }
                yield Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            }
            case Choice choice -> values.of(choice.condition()) == 1
                    ? errors.get(choice.condition()) + errors.get(choice.then())
                    : errors.get(choice.condition()) + errors.get(choice.otherwise());
            case Guard guard -> errors.get(guard.condition()) + errors.get(guard.value());
            case Comparison comparison -> {
                double gap = Math.abs(values.of(comparison.left()) - values.of(comparison.right()));
                double error = errors.get(comparison.left()) + errors.get(comparison.right());
                yield error == 0 || gap > error ? 0 : Double.POSITIVE_INFINITY;
            }
            case Junction junction -> {
                boolean decides = values.of(junction.left()) == (junction.kind() == Junction.Kind.AND ? 0 : 1);
                yield errors.get(junction.left()) + (decides ? 0 : errors.get(junction.right()));
            }
            case Negation negation -> errors.get(negation.condition());
            default -> 0;
        };
    }

    private static double moved(Application application, double[] at, int argument, double by, double value) {
        double[] there = at.clone();
        there[argument] += by;
        return Math.abs(apply(application.primitive().value(), there) - value);
    }

    static double apply(Row.Value function, double... x) {
        return switch (function) {
            case Row.Nullary constant -> constant.value();
            case Row.Unary unary -> unary.function().applyAsDouble(x[0]);
            case Row.Binary binary -> binary.function().applyAsDouble(x[0], x[1]);
            case Row.Ternary ternary -> ternary.function().applyAsDouble(x[0], x[1], x[2]);
        };
    }

    /** Whether a condition holds at a point, for sure and whatever rounding did. */
    static boolean holds(Condition condition, List<Variable> variables, double... point) {
        List<Node> order = new ArrayList<>(Graph.nodes(condition));
        Program.Evaluation values = Program.of(order, variables).evaluate(point);
        Map<Node, Double> errors = new IdentityHashMap<>();
        for (Node node : order) {
            errors.put(node, error(node, values, errors));
        }
        return values.of(condition) == 1 && errors.getOrDefault(condition, Double.POSITIVE_INFINITY) == 0;
    }
}
