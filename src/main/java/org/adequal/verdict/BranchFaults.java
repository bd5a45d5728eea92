package org.adequal.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.calculus.Reverse;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.jspecify.annotations.Nullable;

/** The slope of another branch than the one that is taken: at one switch, or at all of a kind. */
final class BranchFaults {
    private static final int MOST_SWITCHES = 200;

    private BranchFaults() {}

    static List<Explanation> of(Suspicion suspicion) {
        if (suspicion.tape() == null) {
            return List.of();
        }
        List<Expr> switches = new ArrayList<>();
        for (Tape.Edge edge : suspicion.edges()) {
            if (!switches.contains(edge.parent()) && !branches(edge.parent()).isEmpty()) {
                switches.add(edge.parent());
            }
            if (switches.size() > MOST_SWITCHES) {
                return List.of();
            }
        }
        List<Expr> guilty = new ArrayList<>();
        for (Expr each : switches) {
            if (explains(suspicion, List.of(each))) {
                guilty.add(each);
            }
        }
        List<Explanation> found = new ArrayList<>();
        if (!guilty.isEmpty()) {
            found.add(new Explanation(Kind.BRANCH, 0.9,
                    "the slope is that of the other branch of " + Suspicion.show(guilty.getFirst()), guilty));
        } else if (switches.size() > 1) {
            Map<Object, List<Expr>> kinds = new LinkedHashMap<>();
            switches.forEach(each -> kinds.computeIfAbsent(
                    each instanceof Application application ? application.primitive() : Choice.class,
                    _ -> new ArrayList<>()).add(each));
            kinds.values().stream().filter(all -> all.size() > 1 && explains(suspicion, all))
                    .forEach(all -> found.add(new Explanation(Kind.BRANCH, 1.4,
                            "the slopes are those of the other branches, wherever there is one", all)));
        }
        return found;
    }

    private static boolean explains(Suspicion suspicion, List<Expr> switches) {
        int most = switches.stream().mapToInt(each -> branches(each).size()).max().orElse(0);
        for (int branch = 0; branch < most; branch++) {
            int index = branch;
            if (suspicion.inAll((each, sweep) -> slopesOf(each, sweep, suspicion, switches, index))
                    || suspicion.inAll((each, sweep) -> valueOf(each, sweep, suspicion, switches, index))) {
                return true;
            }
        }
        return false;
    }

    /** What a switch may come to. */
    private static List<Expr> branches(Expr node) {
        return switch (node) {
            case Choice choice -> List.of(choice.then(), choice.otherwise());
            case Guard _ -> List.of();
            case Application application -> {
                Expr first = application.arguments().isEmpty() ? Constant.ZERO : application.argument(0);
                yield switch (application.primitive()) {
                    case ABS -> List.of(first, Application.of(Primitive.NEGATE, first));
                    case RELU -> List.of(first, Constant.ZERO);
                    case MIN, MAX -> List.of(first, application.argument(1));
                    case CLAMP -> List.of(first, application.argument(1), application.argument(2));
                    default -> List.of();
                };
            }
            default -> List.of();
        };
    }

    /** The branch of this number if it is another than the one taken; null where it is that one. */
    private static @Nullable Expr other(Expr node, int branch, Sweep sweep) {
        List<Expr> branches = branches(node);
        if (branch >= branches.size()) {
            return null;
        }
        Expr other = branches.get(branch);
        boolean taken = node instanceof Choice choice
                ? sweep.value(choice.condition()) == (branch == 0 ? 1 : 0)
                : isTaken((Application) node, branch, sweep);
        return taken ? null : other;
    }

    private static boolean isTaken(Application node, int branch, Sweep sweep) {
        double x = sweep.value(node.argument(0));
        return switch (node.primitive()) {
            case ABS, RELU -> x > 0 == (branch == 0);
            case MIN -> x < sweep.value(node.argument(1)) == (branch == 0);
            case MAX -> x > sweep.value(node.argument(1)) == (branch == 0);
            case CLAMP -> switch (branch) {
                case 1 -> x < sweep.value(node.argument(1));
                case 2 -> x > sweep.value(node.argument(2));
                default -> x > sweep.value(node.argument(1)) && x < sweep.value(node.argument(2));
            };
            default -> throw new AssertionError("no switch");
        };
    }

    /** The other branch's slope at the value of the one that is taken. */
    private static boolean slopesOf(Case each, Sweep sweep, Suspicion suspicion, List<Expr> switches, int branch) {
        boolean[] changed = {false};
        double[] predicted = sweep.gradient((i, own) -> {
            Tape.Edge edge = suspicion.edges().get(i);
            if (!switches.contains(edge.parent())) {
                return own;
            }
            Expr other = other(edge.parent(), branch, sweep);
            if (other == null) {
                return own;
            }
            changed[0] = true;
            if (edge.parent() instanceof Choice) {
                return edge.child() == other ? 1 : 0;
            }
            return other == edge.child()
                    ? 1
                    : other instanceof Application minus
                            && minus.primitive() == Primitive.NEGATE && minus.argument(0) == edge.child() ? -1 : 0;
        });
        return changed[0] && each.fits(predicted);
    }

    /** The gradient of the formula with the other branch in place of the switch. */
    private static boolean valueOf(Case each, Sweep sweep, Suspicion suspicion, List<Expr> switches, int branch) {
        Map<Node, Node> replaced = new LinkedHashMap<>();
        for (Expr node : switches) {
            Expr other = other(node, branch, sweep);
            if (other != null) {
                replaced.put(node, other);
            }
        }
        if (replaced.isEmpty()) {
            return false;
        }
        Expr changed = (Expr) Graph.substitute(suspicion.formula().value(), replaced);
        List<Expr> gradient = Reverse.gradient(changed, suspicion.formula().wrt());
        return each.fits(Program.of(gradient, suspicion.formula().variables()).run(each.point()));
    }
}
