package org.adequal.verdict;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

import org.adequal.expr.Application;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;

/**
 * Faults in the slope along one edge of the graph, or along all edges of a function's kind.
 *
 * <p>With the slope w instead of the true one, the gradient is off by (w - slope) times the adjoint of the parent times
 * the gradient of the child, exactly. So one sweep each way tells for all edges which w would explain the claim.
 */
final class EdgeFaults {
    /** Graphs of more edges times components than this are not searched edge by edge. */
    private static final long MOST = 20_000_000;

    private final Suspicion suspicion;
    private final List<double[][]> gradients;
    private final List<Explanation> found = new ArrayList<>();
    /** What one more of the slope of the present edge adds to the gradient, case by case. */
    private final List<double[]> directions = new ArrayList<>();
    private final Map<String, Found> classes = new LinkedHashMap<>();

    private record Found(Kind kind, double cost, String text, List<Expr> parts) {}

    private EdgeFaults(Suspicion suspicion) {
        this.suspicion = suspicion;
        gradients = suspicion.sweeps().stream().map(Sweep::forward).toList();
    }

    /** Faults of the kinds that an edge can have; empty where the graph is too large, or none fits. */
    static List<Explanation> of(Suspicion suspicion) {
        if (suspicion.tape() == null || (long) suspicion.edges().size() * suspicion.size() > MOST) {
            return List.of();
        }
        return new EdgeFaults(suspicion).run();
    }

    private List<Explanation> run() {
        List<Tape.Edge> edges = suspicion.edges();
        for (int i = 0; i < edges.size() && !suspicion.isOver(); i++) {
            edge(i, edges.get(i));
        }
        Map<Primitive, Integer> counts = new IdentityHashMap<>();
        for (Tape.Edge edge : edges) {
            if (edge.parent() instanceof Application application) {
                counts.merge(application.primitive(), 1, Integer::sum);
            }
        }
        counts.forEach((primitive, count) -> {
            if (count > primitive.arity() && isRule(primitive) && !suspicion.isOver()) {
                for (int argument = 0; argument < primitive.arity(); argument++) {
                    everywhere(primitive, argument);
                }
            }
        });
        classes.values().forEach(each -> found.add(new Explanation(each.kind, each.cost, each.text, each.parts)));
        return found;
    }

    /** Whether programs have a rule of their own for a function, rather than its slopes at hand. */
    private static boolean isRule(Primitive primitive) {
        return switch (primitive) {
            case ADD, SUBTRACT, MULTIPLY, NEGATE -> false;
            default -> true;
        };
    }

    /** What the slope would be, of the sweep and the edge. */
    private interface Slope extends ToDoubleBiFunction<Sweep, Integer> {}

    private void edge(int index, Tape.Edge edge) {
        directions.clear();
        for (int each = 0; each < suspicion.cases().size(); each++) {
            directions.add(direction(each, index));
        }
        if (!moves()) {
            return;
        }
        boolean inner = !(edge.child() instanceof Variable);
        Supplier<String> part = () -> Suspicion.show(edge.parent());
        Supplier<String> to = () -> Suspicion.show(edge.child());
        offer(index, edge, Kind.MISSING_TERM, isTerm(edge) ? 4 : 4.3,
                () -> "the contribution of " + to.get() + " in " + part.get() + " is missing", (_, _) -> 0);
        offer(index, edge, Kind.SIGN, 4,
                () -> "the sign of the contribution of " + to.get() + " in " + part.get() + " is wrong",
                (sweep, i) -> -sweep.slope(i));
        offer(index, edge, Kind.FACTOR, 4.6,
                () -> "the contribution of " + to.get() + " in " + part.get() + " is doubled",
                (sweep, i) -> 2 * sweep.slope(i));
        offer(index, edge, Kind.FACTOR, 4.6,
                () -> "the contribution of " + to.get() + " in " + part.get() + " is halved",
                (sweep, i) -> sweep.slope(i) / 2);
        if (!isTerm(edge) && edge.parent() instanceof Application) {
            offer(index, edge, Kind.MISSING_CHAIN_FACTOR, 4.2,
                    () -> "the derivative of " + part.get() + " by " + to.get()
                            + " is left out of the chain rule",
                    (_, _) -> 1);
        }
        if (inner) {
            offerWithoutInner(index, edge, to);
        }
        for (int n : suspicion.arities()) {
            offer(index, edge, Kind.MISSING_MEAN, 5.2, () -> "in " + part.get() + " a division by " + n + " is missing",
                    (sweep, i) -> n * sweep.slope(i));
            offer(index, edge, Kind.MISSING_MEAN, 5.2,
                    () -> "in " + part.get() + " there is a division by " + n + " too many",
                    (sweep, i) -> sweep.slope(i) / n);
        }
        if (edge.parent() instanceof Application application) {
            for (WrongRules.Wrong wrong : WrongRules.of(application.primitive(), edge.argument())) {
                offer(index, edge, Kind.WRONG_RULE, 4.5 + wrong.cost(),
                        () -> "the derivative of " + part.get() + " is taken to be " + meaning(application, wrong),
                        (sweep, _) -> wrong.at(arguments(application, sweep)));
            }
            free(index, edge, part);
        }
    }

    private static boolean isTerm(Tape.Edge edge) {
        return edge.parent() instanceof Application application && switch (application.primitive()) {
            case ADD, SUBTRACT, NEGATE -> true;
            default -> false;
        } || !(edge.parent() instanceof Application);
    }

    private static String meaning(Application application, WrongRules.Wrong wrong) {
        List<String> parameters = application.primitive().parameters();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            arguments.add(parameters.get(i) + " = " + Suspicion.show(application.argument(i)));
        }
        boolean plain = parameters.size() == 1 && application.argument(0) instanceof Variable variable
                && variable.name().equals(parameters.getFirst());
        return wrong.text() + (plain ? "" : " with " + String.join(", ", arguments));
    }

    private static double[] arguments(Application application, Sweep sweep) {
        return IntStream.range(0, application.arguments().size())
                .mapToDouble(i -> sweep.value(application.argument(i))).toArray();
    }

    /** What one more of the slope adds to the gradient. */
    private double[] direction(int each, int edge) {
        double[] inner = gradients.get(each)[suspicion.sweeps().get(each)
                .slotOf(suspicion.edges().get(edge).child())];
        double adjoint = suspicion.sweeps().get(each).adjoint(edge);
        double[] direction = new double[suspicion.size()];
        for (int i = 0; i < direction.length && inner != null && adjoint != 0; i++) {
            direction[i] = adjoint * inner[i];
        }
        return direction;
    }

    private boolean moves() {
        return IntStream.range(0, suspicion.cases().size())
                .anyMatch(each -> IntStream.range(0, suspicion.size()).anyMatch(
                        i -> suspicion.cases().get(each).isWrong()[i] && directions.get(each)[i] != 0));
    }

    private void offer(int index, Tape.Edge edge, Kind kind, double cost, Supplier<String> text, Slope slope) {
        boolean whole = true;
        boolean wrongOnes = true;
        for (int each = 0; each < suspicion.cases().size() && wrongOnes; each++) {
            Sweep sweep = suspicion.sweeps().get(each);
            double change = slope.applyAsDouble(sweep, index) - sweep.slope(index);
            if (change == 0 || !Double.isFinite(change)) {
                return;
            }
            double[] predicted = shifted(each, directions.get(each), change);
            whole &= suspicion.cases().get(each).fits(predicted);
            wrongOnes &= suspicion.cases().get(each).fitsWrongOnes(predicted);
        }
        if (whole || wrongOnes) {
            add(kind, whole ? cost : cost + 1.5, text.get(), edge.parent());
        }
    }

    private double[] shifted(int each, double[] direction, double change) {
        double[] predicted = suspicion.cases().get(each).truth().clone();
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] += change * direction[i];
        }
        return predicted;
    }

    /** The derivative of what is inside left out altogether, whatever it consists of. */
    private void offerWithoutInner(int index, Tape.Edge edge, Supplier<String> to) {
        boolean all = suspicion.inAll((each, sweep) -> {
            int number = suspicion.cases().indexOf(each);
            double[] inner = gradients.get(number)[sweep.slotOf(edge.child())];
            if (inner == null) {
                return false;
            }
            double[] predicted = each.truth().clone();
            double outer = sweep.adjoint(index) * sweep.slope(index);
            for (int i = 0; i < predicted.length; i++) {
                predicted[i] += inner[i] == 0 ? 0 : outer * (1 - inner[i]);
            }
            return each.fits(predicted) || each.fitsWrongOnes(predicted);
        });
        if (all) {
            add(Kind.MISSING_CHAIN_FACTOR, 4.4, "the inner derivative, that of " + to.get() + ", is missing",
                    edge.child());
        }
        boolean outerLost = suspicion.inAll((each, sweep) -> {
            int number = suspicion.cases().indexOf(each);
            double[] inner = gradients.get(number)[sweep.slotOf(edge.child())];
            if (inner == null) {
                return false;
            }
            double[] predicted = each.truth().clone();
            double outer = sweep.adjoint(index) * sweep.slope(index);
            for (int i = 0; i < predicted.length; i++) {
                predicted[i] += inner[i] * (1 - outer);
            }
            return each.fits(predicted);
        });
        if (outerLost) {
            add(Kind.MISSING_CHAIN_FACTOR, 5, "the derivatives outside of " + to.get() + " are missing", edge.child());
        }
    }

    /** A slope that nothing known explains, where several numbers agree on it. */
    private void free(int index, Tape.Edge edge, Supplier<String> part) {
        int numbers = 0;
        double factor = Double.NaN;
        for (int each = 0; each < suspicion.cases().size(); each++) {
            Case one = suspicion.cases().get(each);
            double[] direction = directions.get(each);
            double product = 0;
            double square = 0;
            for (int i = 0; i < direction.length; i++) {
                product += one.residual(i) * direction[i];
                square += direction[i] * direction[i];
                numbers += direction[i] != 0 ? 1 : 0;
            }
            double change = product / square;
            if (!(square > 0) || !one.fits(shifted(each, direction, change))) {
                return;
            }
            factor = 1 + change / suspicion.sweeps().get(each).slope(index);
        }
        if (numbers - suspicion.cases().size() >= 2) {
            add(Kind.WRONG_RULE, 9, "the derivative of " + part.get() + " by " + Suspicion.show(edge.child())
                    + " is wrong" + (suspicion.cases().size() == 1 && Double.isFinite(factor)
                            ? ", by the factor " + String.format(Locale.ROOT, "%.6g", factor)
                            : ""),
                    edge.parent());
        }
    }

    /** The same fault wherever a function occurs. */
    private void everywhere(Primitive primitive, int argument) {
        String name = primitive.names().getFirst();
        offerEverywhere(primitive, argument, Kind.SIGN, 3.9, "the sign of the derivative of " + name
                + " is wrong, everywhere", (sweep, i) -> -sweep.slope(i));
        offerEverywhere(primitive, argument, Kind.MISSING_TERM, 4.4, "nothing passes through " + name + ", anywhere",
                (_, _) -> 0);
        offerEverywhere(primitive, argument, Kind.FACTOR, 4.6, "the derivative of " + name + " is doubled, everywhere",
                (sweep, i) -> 2 * sweep.slope(i));
        offerEverywhere(primitive, argument, Kind.FACTOR, 4.6, "the derivative of " + name + " is halved, everywhere",
                (sweep, i) -> sweep.slope(i) / 2);
        offerEverywhere(primitive, argument, Kind.MISSING_CHAIN_FACTOR, 4.3,
                "the derivative of " + name + " is left out, everywhere", (_, _) -> 1);
        for (WrongRules.Wrong wrong : WrongRules.of(primitive, argument)) {
            offerEverywhere(primitive, argument, Kind.WRONG_RULE, 4.4 + wrong.cost(),
                    "the derivative of " + name + " is taken to be " + wrong.text() + ", everywhere",
                    (sweep, i) -> wrong.at(arguments((Application) suspicion.edges().get(i).parent(), sweep)));
        }
    }

    private void offerEverywhere(Primitive primitive, int argument, Kind kind, double cost, String text, Slope slope) {
        List<Tape.Edge> edges = suspicion.edges();
        boolean all = suspicion.inAll((each,
                sweep) -> each.fits(sweep.gradient((i, own) -> edges.get(i).argument() == argument
                        && edges.get(i).parent() instanceof Application application
                        && application.primitive() == primitive
                                ? slope.applyAsDouble(sweep, i)
                                : own)));
        if (all) {
            edges.stream().filter(edge -> edge.parent() instanceof Application application
                    && application.primitive() == primitive).forEach(edge -> add(kind, cost, text, edge.parent()));
        }
    }

    /** Faults of one kind and likelihood that explain the same are one finding, in one of several places. */
    private void add(Kind kind, double cost, String text, Expr part) {
        classes.merge(kind + "/" + (kind == Kind.WRONG_RULE ? text : String.valueOf(Math.rint(cost))),
                new Found(kind, cost, text, List.of(part)), (one, other) -> {
                    List<Expr> parts = new ArrayList<>(one.parts);
                    other.parts.stream().filter(each -> !parts.contains(each)).forEach(parts::add);
                    Found better = other.cost < one.cost ? other : one;
                    return new Found(kind, better.cost, better.text, parts);
                });
    }
}
