package org.adequal.verdict;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.adequal.calculus.Rules;
import org.adequal.check.Format;
import org.adequal.eval.Certainty;
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
import org.adequal.expr.Primitive;
import org.adequal.expr.ArrayNode;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.adequal.number.interval.Direction;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What honest implementations can answer: the values that a graph and its derivatives can take when each operation is
 * rounded to a format, in any order of sums and products, by reverse or forward accumulation.
 *
 * <p>Leaves count: a constant that is no number of the format is one rounding, and so is a coordinate. Where rounding
 * may turn a switch, both branches are reachable.
 */
final class Reach {
    /** Where the table does not give a number of roundings at once. */
    private static final double MANY = 64;

    private final Rounding rounding;
    private final Map<Variable, Interval> inputs = new IdentityHashMap<>();
    private final Map<Node, Interval> values = new IdentityHashMap<>();
    private final Map<Node, Certainty> truths = new IdentityHashMap<>();
    private final Map<List<Node>, Boolean> evaluated = new IdentityHashMap<>();
    private final Map<Node, Sum> sums = new IdentityHashMap<>();

    /** A sum not yet rounded, and the magnitudes of its terms. */
    private record Sum(Interval exact, Dyadic magnitudes, int terms) {}

    /** What is reachable at the point that the doubles are, rounded to the format first. */
    Reach(Format format, List<Variable> variables, double[] point) {
        rounding = Rounding.of(format);
        for (int i = 0; i < point.length; i++) {
            Interval exact = Interval.of(point[i] + 0.0);
            inputs.put(variables.get(i), format.nearest(point[i]) == point[i] ? exact : rounding.rounded(exact, 1));
        }
    }

    /** The values that an expression can take, as it is written. */
    Interval of(Expr expression) {
        evaluate(Graph.nodes(expression));
        return value(expression);
    }

    /** The values that a node which is evaluated can take. */
    Interval value(Expr expression) {
        Interval value = values.get(expression);
        if (value == null) {
            throw new IllegalArgumentException("not evaluated");
        }
        return value;
    }

    /** The partial derivatives that reverse accumulation can answer; with {@code others}, by any wording of the rules. */
    List<Interval> reverse(Tape tape, boolean others) {
        evaluate(tape.order());
        Map<Node, Sum> adjoints = new IdentityHashMap<>();
        adjoints.put(tape.root(), new Sum(Interval.ONE, Dyadic.ONE, 1));
        for (Tape.Edge edge : tape.edges()) {
            Sum sum = adjoints.get(edge.parent());
            if (sum != null) {
                Interval share = along(edge, finished(sum), others);
                if (share != null) {
                    adjoints.merge(edge.child(), term(share), this::plus);
                }
            }
        }
        return tape.wrt().stream().map(variable -> adjoints.containsKey(variable)
                ? finished(adjoints.get(variable))
                : Interval.ZERO).toList();
    }

    /** The partial derivative that forward accumulation can answer. */
    Interval forward(Tape tape, Variable variable, boolean others) {
        evaluate(tape.order());
        Map<Node, Sum> slopes = new IdentityHashMap<>();
        slopes.put(variable, new Sum(Interval.ONE, Dyadic.ONE, 1));
        for (Tape.Edge edge : tape.edges().reversed()) {
            Sum inner = slopes.get(edge.child());
            if (inner != null) {
                Interval share = along(edge, finished(inner), others);
                if (share != null) {
                    slopes.merge(edge.parent(), term(share), this::plus);
                }
            }
        }
        Sum sum = slopes.get(tape.root());
        return sum == null ? Interval.ZERO : finished(sum);
    }

    private @Nullable Interval along(Tape.Edge edge, Interval amount, boolean others) {
        if (amount.certainlyZero()) {
            return null;
        }
        if (edge.when() != null) {
            Certainty certainty = truth(edge.when());
            return certainty == Certainty.UNKNOWN
                    ? amount.hull(Interval.ZERO)
                    : certainty == Certainty.of(edge.taken()) ? amount : null;
        }
        Interval slope = value(edge.slope());
        if (others) {
            for (Expr other : edge.others()) {
                slope = slope.hull(value(other));
            }
        }
        return product(amount, slope);
    }

    private Interval product(Interval left, Interval right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Interval.ENTIRE; // a slope outside its domain: nothing is known
        }
        Interval product = rounding.arithmetic().times(left, right);
        return isUnit(left) || isUnit(right) ? product : rounding.rounded(product, 1);
    }

    private static boolean isUnit(Interval factor) {
        return factor.isPoint() && factor.magnitude().equals(Dyadic.ONE);
    }

    private static Sum term(Interval value) {
        return new Sum(value, value.magnitude(), 1);
    }

    private Sum plus(Sum left, Sum right) {
        return new Sum(rounding.arithmetic().plus(left.exact, right.exact),
                Dyadic.sum(left.magnitudes, right.magnitudes, rounding.arithmetic().bits(), Direction.UP),
                left.terms + right.terms);
    }

    private Interval finished(Sum sum) {
        return rounding.summed(sum.exact, sum.magnitudes, sum.terms);
    }

    // values

    private void evaluate(List<Node> order) {
        if (evaluated.put(order, true) != null) {
            return;
        }
        for (Node node : order) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            switch (node) {
                case Expr value -> {
                    if (!values.containsKey(value)) {
                        values.put(value, valueOf(value));
                    }
                }
                case Condition condition -> {
                    if (!truths.containsKey(condition)) {
                        truths.put(condition, truthOf(condition));
                    }
                }
            }
        }
    }

    private Certainty truth(Condition condition) {
        return truths.getOrDefault(condition, Certainty.UNKNOWN);
    }

    private Certainty truthOf(Condition condition) {
        int[] indices = new int[condition.arguments().size()];
        Certainty[] parts = new Certainty[indices.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
            parts[i] = condition.arguments().get(i) instanceof Condition part ? truth(part) : Certainty.UNKNOWN;
        }
        return Certainty.of(condition, indices, parts, comparison -> Certainty.of(comparison.relation(),
                value(comparison.left()), value(comparison.right())));
    }

    private Interval valueOf(Expr node) {
        Rational exact = node.exactValue();
        if (exact != null) {
            Interval value = rounding.arithmetic().of(exact);
            if (rounding.format().holds(exact)) {
                return value;
            }
            if (!(node instanceof Application)) {
                return rounding.rounded(value, 1);
            }
        }
        return switch (node) {
            case Variable variable -> {
                Interval input = inputs.get(variable);
                if (input == null) {
                    throw new IllegalArgumentException("no value is given for " + variable);
                }
                yield input;
            }
            case Application application -> applied(application);
            case Choice choice -> switch (truth(choice.condition())) {
                case TRUE -> value(choice.then());
                case FALSE -> value(choice.otherwise());
                case UNKNOWN -> value(choice.then()).hull(value(choice.otherwise()));
            };
            case Guard guard -> value(guard.value());
            case Constant constant -> rounding.arithmetic().of(constant.value());
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
            case ArrayNode _ -> throw new IllegalArgumentException("an array is judged element by element");
        };
    }

    private Interval applied(Application node) {
        Primitive primitive = node.primitive();
        if (primitive == Primitive.ADD || primitive == Primitive.SUBTRACT) {
            Sum right = sumOf(node.argument(1));
            Sum sum = plus(sumOf(node.argument(0)), primitive == Primitive.ADD
                    ? right
                    : new Sum(right.exact.negate(), right.magnitudes, right.terms));
            sums.put(node, sum);
            return finished(sum);
        }
        Interval[] arguments = new Interval[node.arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(node.argument(i));
            if (arguments[i].isEmpty()) {
                return Interval.EMPTY;
            }
            if (primitive.isRoundingArguments() && node.argument(i).exactValue() == null) {
                arguments[i] = rounding.rounded(arguments[i], 1);
            }
        }
        if (primitive == Primitive.MULTIPLY) {
            return product(arguments[0], arguments[1]);
        }
        return rounding.rounded(primitive.enclosure().of(rounding.arithmetic(), arguments), roundings(node));
    }

    private Sum sumOf(Expr argument) {
        Sum sum = sums.get(argument);
        return sum != null ? sum : term(value(argument));
    }

    private static double roundings(Application node) {
        Rational known = Rules.roundings(node).exactValue();
        return known != null ? known.doubleValue() : MANY;
    }
}
