package org.adequal.verdict;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.adequal.calculus.Rules;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * All that differentiating by the rules can answer at a kink, every switch that stands on its edge taken either way.
 *
 * <p>The gradient is affine in the slopes of each single switch, so the answers for slopes between the two are in the
 * convex hull of those for the slopes at the ends. Clarke's generalised gradient lies in that hull too, because the rules
 * give a conservative field (Bolte and Pauwels 2021): what is outside is wrong under every convention.
 *
 * @param vertices the gradients with every switch on one side, enclosed
 */
record GeneralisedGradient(List<List<Interval>> vertices) {
    private static final int BITS = 192;
    /** More combinations than this are not tried. */
    private static final int MOST = 4096;
    private static final Arithmetic ARITHMETIC = Arithmetic.of(BITS);

    /** Empty where a switch is no kink but a jump or an infinite slope, or where there are too many. */
    static Optional<GeneralisedGradient> at(Tape tape, List<Variable> variables, double[] point) {
        return new Search(tape, variables, point).run();
    }

    private static final class Search {
        private final Tape tape;
        private final EnclosureProgram.Enclosures found;
        private final Set<Node> moving;

        Search(Tape tape, List<Variable> variables, double[] point) {
            this.tape = tape;
            List<Node> outputs = new ArrayList<>(tape.order());
            for (Tape.Edge edge : tape.edges()) {
                if (edge.parent() instanceof Application application) {
                    outputs.add(Rules.smooth(application, edge.argument()));
                }
            }
            found = EnclosureProgram.of(outputs, variables).at(point, BITS);
            moving = Graph.dependents(Graph.nodes(tape.root()), tape.wrt());
        }

        Optional<GeneralisedGradient> run() {
            Map<Node, List<List<Interval>>> switches = new LinkedHashMap<>();
            Map<Node, Boolean> active = new IdentityHashMap<>();
            active.put(tape.root(), true);
            long combinations = 1;
            for (Tape.Edge edge : tape.edges()) {
                if (!active.containsKey(edge.parent())) {
                    continue;
                }
                boolean open = isOpen(edge);
                if (open && !switches.containsKey(edge.parent())) {
                    List<List<Interval>> options = options(edge.parent());
                    if (options.isEmpty()) {
                        return Optional.empty();
                    }
                    switches.put(edge.parent(), options);
                    combinations *= options.size();
                    if (combinations > MOST) {
                        return Optional.empty();
                    }
                }
                if (open || edge.when() == null || found.of(edge.when()) == Certainty.of(edge.taken())) {
                    active.put(edge.child(), true);
                }
            }
            List<List<Interval>> vertices = new ArrayList<>();
            for (long i = 0; i < combinations; i++) {
                Optional<List<Interval>> vertex = vertex(i, switches);
                if (vertex.isEmpty()) {
                    return Optional.empty();
                }
                vertices.add(vertex.get());
            }
            return Optional.of(new GeneralisedGradient(vertices));
        }

        /** Whether the node stands on the edge of a switch. */
        private boolean isOpen(Tape.Edge edge) {
            return switch (edge.parent()) {
                case Application application ->
                    found.of(Rules.smooth(application, edge.argument())) != Certainty.TRUE;
                case Choice choice -> isOpen(choice.condition());
                default -> false;
            };
        }

        private boolean isOpen(Condition condition) {
            for (Node node : Graph.nodes(condition)) {
                if (node instanceof Comparison comparison && moving.contains(comparison)
                        && found.of(comparison.left()).intersects(found.of(comparison.right()))) {
                    return true;
                }
            }
            return found.of(condition) == Certainty.UNKNOWN;
        }

        /** The slopes by argument on the sides of a kink; empty where it is none. */
        private static List<List<Interval>> options(Expr node) {
            Interval one = Interval.ONE;
            Interval zero = Interval.ZERO;
            Interval minus = Interval.MINUS_ONE;
            if (!(node instanceof Application application)) {
                return List.of(List.of(zero, one, zero), List.of(zero, zero, one));
            }
            return switch (application.primitive()) {
                case ABS -> List.of(List.of(minus), List.of(one));
                case RELU -> List.of(List.of(zero), List.of(one));
                case MIN, MAX -> List.of(List.of(one, zero), List.of(zero, one));
                case CLAMP -> List.of(List.of(one, zero, zero), List.of(zero, one, zero), List.of(zero, zero, one));
                case HYPOT -> List.of(List.of(one, one), List.of(one, minus), List.of(minus, one),
                        List.of(minus, minus));
                default -> List.of();
            };
        }

        private Optional<List<Interval>> vertex(long combination, Map<Node, List<List<Interval>>> switches) {
            Map<Node, List<Interval>> chosen = new IdentityHashMap<>();
            long rest = combination;
            for (Map.Entry<Node, List<List<Interval>>> entry : switches.entrySet()) {
                chosen.put(entry.getKey(), entry.getValue().get((int) (rest % entry.getValue().size())));
                rest /= entry.getValue().size();
            }
            Map<Node, Interval> adjoints = new IdentityHashMap<>();
            adjoints.put(tape.root(), Interval.ONE);
            for (Tape.Edge edge : tape.edges()) {
                Interval adjoint = adjoints.get(edge.parent());
                if (adjoint != null && !adjoint.certainlyZero()) {
                    Interval share = ARITHMETIC.times(adjoint, slope(edge, chosen.get(edge.parent())));
                    if (!share.isBounded() || share.isEmpty()) {
                        return Optional.empty();
                    }
                    adjoints.merge(edge.child(), share, ARITHMETIC::plus);
                }
            }
            return Optional.of(tape.wrt().stream().map(v -> adjoints.getOrDefault(v, Interval.ZERO)).toList());
        }

        private Interval slope(Tape.Edge edge, @Nullable List<Interval> chosen) {
            if (chosen != null) {
                return chosen.get(edge.argument());
            }
            if (edge.when() != null) {
                return found.of(edge.when()) == Certainty.of(edge.taken()) ? Interval.ONE : Interval.ZERO;
            }
            return found.of(edge.slope());
        }
    }

    /**
     * Whether some of the components of a claim, taken together, lie in the hull: right within the slack, wrong where a
     * plane certainly has the hull on one side and the claim, slack included, on the other.
     *
     * @param slack how far rounding may have moved a claim, relative to the magnitudes of the hull
     */
    Verdict contains(double[] claim, int[] components, double slack) {
        double[][] corners = new double[vertices.size()][];
        double scale = Double.MIN_NORMAL;
        for (int i = 0; i < corners.length; i++) {
            List<Interval> vertex = vertices.get(i);
            corners[i] = new double[components.length];
            for (int j = 0; j < components.length; j++) {
                corners[i][j] = vertex.get(components[j]).middle(64).doubleValue() - claim[components[j]];
                scale = Math.max(scale, vertex.get(components[j]).magnitude().doubleValue());
            }
        }
        double[] nearest = NearestPoint.toOrigin(corners);
        double distance = Math.sqrt(dot(nearest, nearest));
        if (distance <= slack * scale) {
            return Verdict.RIGHT;
        }
        // every corner has to be beyond the plane through the claim at right angles to the nearest point
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < corners.length; i++) {
            Interval product = Interval.ZERO;
            for (int j = 0; j < components.length; j++) {
                Interval off = ARITHMETIC.minus(vertices.get(i).get(components[j]),
                        Interval.of(claim[components[j]]));
                product = ARITHMETIC.plus(product, ARITHMETIC.times(Interval.of(nearest[j]), off));
            }
            least = Math.min(least, product.doubleLow());
        }
        return least > 16 * slack * scale * distance ? Verdict.WRONG : Verdict.UNDECIDED;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
