package org.adequal.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.calculus.Rules;
import org.adequal.expr.Algebra;
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
import org.adequal.expr.Logic;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Relation;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;

/**
 * Running error bounds (Wilkinson) as expressions: how far a value computed in a format may lie from the true one, in
 * units of the format's roundoff u, slopes taken at the ends of what errors make possible.
 *
 * <p>bound(v) = sum |dv/d argument| bound(argument) + k |v|, with k from the table; a constant that is no number of the
 * format counts as one rounding, and so does a coordinate where the format is narrower than doubles. Underflow adds the
 * smallest number. Where rounding may turn a switch (a condition, a kink, the edge of a domain) nothing is known, and
 * the bound has no value. The bounds of a graph are linear in its size.
 */
final class RunningError {
    private final Format format;
    private final Expr unit;
    private final Expr underflow;
    private final Map<Variable, Variable> roundedInputs;
    private final Map<Node, Expr> bounds = new IdentityHashMap<>();
    private final Map<Node, Switch> switches = new IdentityHashMap<>();
    private final Map<Node, List<Share>> shares = new IdentityHashMap<>();

    /** What an argument's error contributes to that of a node. */
    record Share(Expr argument, Expr amount) {}

    /** The condition under which a condition surely holds, and surely fails, whatever rounding did. */
    private record Switch(Condition holds, Condition fails, boolean exact) {}

    /**
     * Bounds for a graph.
     *
     * @param roundedInputs for each variable that is rounded to the format, the variable that says by how much, in
     *                      units of the roundoff; the others are exact
     */
    RunningError(List<Expr> roots, Format format, Map<Variable, Variable> roundedInputs) {
        this.format = format;
        this.roundedInputs = roundedInputs;
        unit = Constant.of(Rational.of(format.roundoff()));
        underflow = Constant.of(Rational.of(format.smallest()).dividedBy(Rational.of(format.roundoff())));
        // arguments first: what is asked for nests only as deep as the texts of the table
        for (Node node : Graph.nodes(roots)) {
            switch (node) {
                case Expr value -> bound(value);
                case Condition condition -> switchOn(condition);
            }
        }
    }

    /** The bound of a node, in units of the format's roundoff. */
    Expr bound(Expr node) {
        Expr known = bounds.get(node);
        if (known == null) {
            known = boundOf(node);
            bounds.put(node, known);
        }
        return known;
    }

    /** What the arguments of a node contribute to its bound. */
    List<Share> shares(Expr node) {
        return shares.getOrDefault(node, List.of());
    }

    private Expr boundOf(Expr node) {
        Rational exact = node.exactValue();
        if (exact != null) {
            return format.holds(exact) ? Constant.ZERO : magnitude(node);
        }
        return switch (node) {
            case Variable variable -> roundedInputs.get(variable) instanceof Variable input ? input : Constant.ZERO;
            case Application application -> applied(application);
            case Choice choice -> {
                Expr then = bound(choice.then());
                Expr otherwise = bound(choice.otherwise());
                Switch decides = switchOn(choice.condition());
                Expr chosen = then == otherwise ? then : Choice.of(choice.condition(), then, otherwise);
                yield decides.exact ? chosen : Algebra.guard(chosen, Logic.or(decides.holds, decides.fails));
            }
            case Guard guard -> {
                Switch decides = switchOn(guard.condition());
                Expr bound = bound(guard.value());
                yield decides.exact ? bound : Algebra.guard(bound, decides.holds);
            }
            case Constant _ -> Constant.ZERO;
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
            case ArrayNode _ -> throw new IllegalArgumentException("an array is bounded element by element");
        };
    }

    private Expr applied(Application node) {
        List<Expr> slopes = new ArrayList<>();
        List<Expr> errors = new ArrayList<>();
        for (int i = 0; i < node.arguments().size(); i++) {
            Expr slope = Rules.derivative(node, i);
            slopes.add(slope);
            errors.add(isImmovable(slope) ? Constant.ZERO : errorOf(node, i));
        }
        List<Share> own = new ArrayList<>();
        Condition surely = Truth.TRUE;
        Application above = shifted(node, errors, Primitive.ADD);
        Application below = shifted(node, errors, Primitive.SUBTRACT);
        for (int i = 0; i < slopes.size(); i++) {
            Expr error = errors.get(i);
            if (error == Constant.ZERO) {
                continue;
            }
            if (slopes.size() == 1 && Algebra.isZero(slopes.get(i))) {
                own.add(new Share(node.argument(i), jump(above, below)));
                continue;
            }
            if (!node.primitive().isRoundingArguments()) {
                surely = Logic.and(surely, switchOn(Rules.smooth(node, i)).holds);
            }
            Expr slope = steepest(Rules.derivative(above, i), Rules.derivative(below, i));
            own.add(new Share(node.argument(i), product(slope, error, node.argument(i))));
        }
        shares.put(node, own);
        Expr total = roundings(node);
        for (Share share : own) {
            total = sum(total, share.amount);
        }
        return Algebra.guard(total, surely);
    }

    private Expr errorOf(Application node, int argument) {
        Expr error = bound(node.argument(argument));
        return node.primitive().isRoundingArguments() ? sum(error, magnitude(node.argument(argument))) : error;
    }

    /** The application where every argument is off by its error. */
    private Application shifted(Application node, List<Expr> errors, Primitive direction) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < errors.size(); i++) {
            Expr argument = node.argument(i);
            arguments.add(errors.get(i) == Constant.ZERO
                    ? argument
                    : Application.of(direction, argument, product(unit, errors.get(i))));
        }
        return node.with(arguments);
    }

    /** The larger magnitude of the slopes at both ends: at a zero of the slope the one in the middle would be none. */
    private static Expr steepest(Expr above, Expr below) {
        return above == below
                ? magnitude(above)
                : Application.of(Primitive.MAX, magnitude(above), magnitude(below));
    }

    private Expr roundings(Application node) {
        Expr roundings = Rules.roundings(node);
        return Algebra.isZero(roundings)
                ? Constant.ZERO
                : product(roundings, sum(magnitude(node), underflow));
    }

    /** A function that is constant but for its jumps, and rises: all it can do between the ends of the interval. */
    private Expr jump(Application above, Application below) {
        return Application.of(Primitive.DIVIDE, magnitude(Application.of(Primitive.SUBTRACT, above, below)), unit);
    }

    /** slope * amount; an argument that is exact at the point adds 0, however steep. */
    private static Expr product(Expr slope, Expr amount, Expr argument) {
        Expr product = product(slope, amount);
        return argument instanceof Variable
                ? Choice.of(Comparison.of(Relation.EQUAL, amount, Constant.ZERO), Constant.ZERO, product)
                : product;
    }

    /** Whether the table says that an argument can't move. */
    private static boolean isImmovable(Expr slope) {
        return slope instanceof Guard guard && Boolean.FALSE.equals(guard.condition().decided());
    }

    /** The switch of a condition, which may come from the table and be new to the graph. */
    private Switch switchOn(Condition condition) {
        Switch known = switches.get(condition);
        if (known == null) {
            known = switchOf(condition);
            switches.put(condition, known);
        }
        return known;
    }

    private Switch switchOf(Condition condition) {
        return switch (condition) {
            case Every _ -> throw new IllegalArgumentException("an array is bounded element by element");
            case Truth truth -> new Switch(truth, Logic.not(truth), true);
            case Negation negation -> {
                Switch inner = switchOn(negation.condition());
                yield new Switch(inner.fails, inner.holds, inner.exact);
            }
            case Junction junction -> {
                Switch left = switchOn(junction.left());
                Switch right = switchOn(junction.right());
                boolean exact = left.exact && right.exact;
                yield junction.kind() == Junction.Kind.AND
                        ? new Switch(Logic.and(left.holds, right.holds), Logic.or(left.fails, right.fails), exact)
                        : new Switch(Logic.or(left.holds, right.holds), Logic.and(left.fails, right.fails), exact);
            }
            case Comparison comparison -> {
                Expr error = sum(bound(comparison.left()), bound(comparison.right()));
                yield error == Constant.ZERO
                        ? new Switch(comparison, Logic.not(comparison), true)
                        : new Switch(surely(comparison.relation(), comparison, error),
                                surely(comparison.relation().negated(), comparison, error), false);
            }
        };
    }

    /** Where the relation holds by more than the error. */
    private Condition surely(Relation relation, Comparison sides, Expr error) {
        Expr distance = Application.of(Primitive.SUBTRACT, sides.left(), sides.right());
        Expr reach = product(unit, error);
        return switch (relation) {
            case LESS, LESS_OR_EQUAL ->
                Comparison.of(Relation.LESS, distance, Application.of(Primitive.NEGATE, reach));
            case GREATER, GREATER_OR_EQUAL -> Comparison.of(Relation.GREATER, distance, reach);
            case NOT_EQUAL -> Comparison.of(Relation.GREATER, magnitude(distance), reach);
            case EQUAL -> Truth.FALSE;
        };
    }

    private static Expr magnitude(Expr value) {
        return Application.of(Primitive.ABS, value);
    }

    private static Expr sum(Expr left, Expr right) {
        return left == Constant.ZERO
                ? right
                : right == Constant.ZERO ? left : Application.of(Primitive.ADD, left, right);
    }

    private static Expr product(Expr left, Expr right) {
        return Application.of(Primitive.MULTIPLY, left, right);
    }
}
