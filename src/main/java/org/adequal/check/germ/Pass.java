package org.adequal.check.germ;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Rules;
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
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a graph as germs, each once and only where it counts: of a choice the branch that is taken, of
 * {@code and} and {@code or} the right side only where the left one does not decide.
 *
 * <p>With constants for the variables this is evaluation at a point; with one variable moving it is one side of it.
 */
final class Pass {
    private static final int LONGEST_TEXT = 80;

    private final Expansions expansions;
    private final Functions functions;
    private final Map<Variable, Germ> environment;
    private final @Nullable Pass atPoint;
    private final Set<Node> moving;
    private final boolean lastStep;
    private final Map<Node, Outcome> done = new IdentityHashMap<>();
    private final FunctionSignatures signatures;

    private Pass(Expansions expansions, Map<Variable, Germ> environment, @Nullable Pass atPoint, Set<Node> moving,
            boolean lastStep) {
        this.expansions = expansions;
        this.environment = environment;
        this.atPoint = atPoint;
        this.moving = moving;
        this.lastStep = lastStep;
        functions = new Functions(expansions, lastStep);
        signatures = new FunctionSignatures(expansions);
    }

    /** Everything evaluated anew from these meanings of the variables. */
    static Pass over(Expansions expansions, Map<Variable, Germ> environment, boolean lastStep) {
        return new Pass(expansions, environment, null, Set.of(), lastStep);
    }

    /**
     * One side of a point along a variable.
     *
     * @param atPoint the pass at the point, over the same numbers
     * @param sign    1 above the point, -1 below
     * @param moving  the nodes that move with the variable
     */
    static Pass beside(Pass atPoint, Expansions expansions, Variable axis, int sign, Set<Node> moving,
            boolean lastStep) {
        return beside(atPoint, expansions, Map.of(axis, Germ.of(Coefficient.of(sign), Monomial.T)), moving, lastStep);
    }

    /** A curve that starts at the point for t = 0: by how much each variable that moves is off. */
    static Pass beside(Pass atPoint, Expansions expansions, Map<Variable, Germ> curve, Set<Node> moving,
            boolean lastStep) {
        Map<Variable, Germ> environment = new HashMap<>(atPoint.environment);
        curve.forEach((axis, offset) -> environment.put(axis, expansions.plus(atPoint.meaning(axis), offset)));
        return new Pass(expansions, environment, atPoint, moving, lastStep);
    }

    /** What the node is. */
    Outcome of(Node root) {
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            if (Thread.interrupted()) {
                throw new CancellationException();
            }
            Node node = open.peek();
            if (done.containsKey(node)) {
                open.pop();
            } else if (atPoint != null && !moving.contains(node)) {
                done.put(node, atPoint.of(node));
            } else if (missing(node) instanceof Node missing) {
                open.push(missing);
            } else {
                done.put(node, recognised(node, judge(node)));
            }
        }
        return known(root);
    }

    private Outcome known(Node node) {
        Outcome outcome = done.get(node);
        if (outcome == null) {
            throw new IllegalStateException("arguments come first");
        }
        return outcome;
    }

    /** What has to be known next for the node; null if nothing. */
    private @Nullable Node missing(Node node) {
        List<Node> wanted = switch (node) {
            case Choice choice -> done.get(choice.condition()) instanceof Outcome.Holds(boolean holds, boolean _)
                    ? List.of(holds ? choice.then() : choice.otherwise())
                    : List.of(choice.condition());
            case Guard guard -> done.get(guard.condition()) instanceof Outcome.Holds(boolean holds, boolean _) && holds
                    ? List.of(guard.value())
                    : List.of(guard.condition());
            case Junction junction -> done.get(junction.left()) instanceof Outcome.Holds(boolean holds, boolean _)
                    && holds == (junction.kind() == Junction.Kind.AND)
                            ? List.of(junction.right())
                            : List.of(junction.left());
            case Derivative derivative -> List.of(derivative.at());
            case Application _,Comparison _,Negation _,Every _,ArrayNode _,Constant _,Variable _,Truth _ ->
                node.arguments();
        };
        for (Node each : wanted) {
            if (!done.containsKey(each)) {
                return each;
            }
        }
        return null;
    }

    /** The expansion, without a remainder where the function itself is found to be the finite sum. */
    private Outcome recognised(Node node, Outcome outcome) {
        return atPoint != null && outcome instanceof Germ germ
                ? signatures.recognise((Expr) node, germ, done)
                : outcome;
    }

    private Outcome judge(Node node) {
        return switch (node) {
            case Constant constant -> Germ.constant(Coefficient.of(constant.value()));
            case Variable variable -> meaning(variable);
            case Application application -> apply(application);
            case Choice choice -> choose(choice);
            case Guard guard -> known(guard.condition()) instanceof Outcome.Holds(boolean holds, boolean strict)
                    ? holds ? loosened(known(guard.value()), true, strict) : outside(guard)
                    : known(guard.condition());
            case Comparison comparison -> compare(comparison);
            case Junction junction -> join(junction);
            case Negation negation ->
                known(negation.condition()) instanceof Outcome.Holds(boolean holds, boolean strict)
                        ? new Outcome.Holds(!holds, strict)
                        : known(negation.condition());
            case Truth truth -> new Outcome.Holds(truth == Truth.TRUE, true);
            case Derivative derivative -> known(derivative.at()) instanceof Germ at
                    ? atPoint == null ? derive(derivative, at) : deriveBeside(derivative)
                    : known(derivative.at());
            case ArrayNode _,Every _ -> throw new IllegalArgumentException("an array is looked at element by element");
        };
    }

    /** The derivative of the body at a number: its own two sides are looked at. */
    private Outcome derive(Derivative derivative, Germ at) {
        Map<Variable, Germ> inside = new HashMap<>(environment);
        inside.put(derivative.variable(), at);
        Pass there = over(expansions, inside, lastStep);
        Outcome value = there.of(derivative.body());
        if (!(value instanceof Germ)) {
            return value;
        }
        Slopes.Result result = new Slopes(there, expansions, lastStep).along(derivative.body(), derivative.variable());
        if (result.slope() != null) {
            return Germ.constant(result.slope());
        }
        for (Side side : List.of(result.finding().left(), result.finding().right())) {
            if (side instanceof Side.Hidden(String why)) {
                throw Undecided.never(why);
            }
        }
        return new Outcome.Nowhere(text(derivative.body()) + " has no derivative by " + derivative.variable());
    }

    /** The derivative of the body on this side, by the rules, where they surely hold there. */
    private Outcome deriveBeside(Derivative derivative) {
        Analysis analysis = Analysis.of(derivative, List.of());
        Condition certain = Logic.and(analysis.defined(), analysis.certain());
        List<Node> order = Graph.nodes(List.of(analysis.value(), certain, analysis.defined()));
        Set<Node> movingThere = Graph.dependents(order, movingVariables());
        Pass there = new Pass(expansions, environment, atPoint, movingThere, lastStep);
        if (there.of(analysis.defined()) instanceof Outcome.Holds(boolean defined, boolean _) && !defined) {
            return new Outcome.Nowhere(text(derivative.body()) + " has no values around");
        }
        if (!(there.of(certain) instanceof Outcome.Holds(boolean holds, boolean _)) || !holds) {
            throw Undecided.never("the rules do not tell " + text(derivative) + " near the point");
        }
        return loosened(there.of(analysis.value()), false, false);
    }

    private List<Variable> movingVariables() {
        return environment.entrySet().stream().filter(entry -> !Functions.isConstant(entry.getValue()))
                .map(Map.Entry::getKey).toList();
    }

    private Germ meaning(Variable variable) {
        Germ germ = environment.get(variable);
        if (germ == null) {
            throw new IllegalArgumentException("no value is given for " + variable);
        }
        return germ;
    }

    private static Outcome outside(Guard guard) {
        return new Outcome.Nowhere("it is given only for " + text(guard.condition()));
    }

    static String text(Node node) {
        String text = Printer.print(node);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }

    private static Outcome loosened(Outcome outcome, boolean continuous, boolean analytic) {
        return outcome instanceof Germ germ
                ? germ.flagged(germ.continuous() && continuous, germ.analytic() && analytic)
                : outcome;
    }

    private Outcome choose(Choice choice) {
        if (!(known(choice.condition()) instanceof Outcome.Holds(boolean holds, boolean strict))) {
            return known(choice.condition());
        }
        Outcome taken = known(holds ? choice.then() : choice.otherwise());
        boolean same = strict || (atPoint != null
                && atPoint.of(choice.condition()) instanceof Outcome.Holds(boolean there, boolean _) && there == holds);
        return loosened(taken, same, strict);
    }

    private Outcome join(Junction junction) {
        boolean open = junction.kind() == Junction.Kind.AND;
        if (!(known(junction.left()) instanceof Outcome.Holds(boolean left, boolean leftStrict)) || left != open) {
            return known(junction.left());
        }
        return known(junction.right()) instanceof Outcome.Holds(boolean right, boolean rightStrict)
                ? new Outcome.Holds(right, rightStrict && (leftStrict || right != open && rightStrict))
                : known(junction.right());
    }

    private Outcome compare(Comparison comparison) {
        if (!(known(comparison.left()) instanceof Germ left)) {
            return known(comparison.left());
        }
        if (!(known(comparison.right()) instanceof Germ right)) {
            return known(comparison.right());
        }
        Germ difference = expansions.lead(expansions.minus(left, right));
        int sign = expansions.sign(difference);
        boolean strict = difference.analytic() && (difference.isZero() || difference.exponent().isEmpty()
                && expansions.compare(difference.terms().getFirst().monomial(), Monomial.ONE) == 0);
        return new Outcome.Holds(comparison.relation().holds(sign), strict);
    }

    private Outcome apply(Application application) {
        List<Germ> arguments = new ArrayList<>();
        for (Node argument : application.arguments()) {
            if (!(known(argument) instanceof Germ germ)) {
                return known(argument);
            }
            arguments.add(germ);
        }
        Primitive primitive = application.primitive();
        Condition domain = RowTexts.of(primitive).domain();
        if (domain != Truth.TRUE && !holds(primitive, domain, arguments).holds()) {
            return new Outcome.Nowhere(text(application) + " needs " + needs(application));
        }
        List<Germ> there = new ArrayList<>();
        if (atPoint != null && Functions.asksThePoint(primitive)) {
            for (Node argument : application.arguments()) {
                if (atPoint.of(argument) instanceof Germ germ) {
                    there.add(germ);
                }
            }
        }
        return functions.apply(primitive, arguments,
                !there.isEmpty() && there.size() == arguments.size() ? there : null);
    }

    private static String needs(Application application) {
        return text(Rules.domainAsWritten(application));
    }

    private Outcome.Holds holds(Primitive primitive, Condition condition, List<Germ> arguments) {
        Pass pass = over(expansions, RowTexts.of(primitive).environment(arguments), lastStep);
        if (pass.of(condition) instanceof Outcome.Holds holds) {
            return holds;
        }
        throw new IllegalStateException("conditions of rows are decided everywhere");
    }
}
