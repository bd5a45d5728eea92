package org.adequal.verdict;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiPredicate;

import org.adequal.expr.Expr;
import org.adequal.expr.Variable;

/** Contributions to a node that replace each other instead of being added. */
final class OverwriteFaults {
    private static final int MOST_CONTRIBUTIONS = 50;
    private static final int MOST_EDGES = 5_000;

    private OverwriteFaults() {}

    static List<Explanation> of(Suspicion suspicion) {
        if (suspicion.tape() == null || suspicion.edges().size() > MOST_EDGES) {
            return List.of();
        }
        List<Explanation> found = new ArrayList<>();
        everywhere(suspicion, found);
        if (found.isEmpty()) {
            variables(suspicion, found);
        }
        if (found.isEmpty()) {
            oneNode(suspicion, found);
        }
        return found;
    }

    /** Only the first, or only the last, contribution counts, wherever there are several. */
    private static void everywhere(Suspicion suspicion, List<Explanation> found) {
        List<Expr> shared = shared(suspicion);
        int wrong = suspicion.wrongOnes();
        for (boolean last : new boolean[]{true, false}) {
            for (boolean inner : new boolean[]{true, false}) {
                if (suspicion.inAll((each, sweep) -> each.fits(sweep.overwriting(
                        (node, count) -> inner || node instanceof Variable ? last ? count - 1 : 0 : -1)))) {
                    boolean several = shared.size() > 1 && wrong > suspicion.cases().size();
                    found.add(new Explanation(Kind.OVERWRITTEN, several ? 3.8 : 4.5,
                            "contributions replace each other instead of being added: only one of several uses counts",
                            shared));
                    return;
                }
            }
        }
    }

    /** Nodes that are used several times. */
    private static List<Expr> shared(Suspicion suspicion) {
        Map<Expr, Integer> uses = new IdentityHashMap<>();
        SequencedSet<Expr> shared = new LinkedHashSet<>();
        for (Tape.Edge edge : suspicion.edges()) {
            if (uses.merge(edge.child(), 1, Integer::sum) == 2) {
                shared.add(edge.child());
            }
        }
        return List.copyOf(shared);
    }

    /** Each wrong component is one of the contributions to its variable. */
    private static void variables(Suspicion suspicion, List<Explanation> found) {
        List<Expr> overwritten = new ArrayList<>();
        boolean many = false;
        for (int i = 0; i < suspicion.size(); i++) {
            int component = i;
            Variable variable = suspicion.formula().wrt().get(i);
            if (suspicion.cases().stream().noneMatch(each -> each.isWrong()[component])) {
                continue;
            }
            boolean one = suspicion.inAll((each, sweep) -> {
                List<Double> arriving = sweep.contributions(variable);
                return !each.isWrong()[component]
                        || arriving.size() > 1 && arriving.size() <= MOST_CONTRIBUTIONS
                                && arriving.stream().anyMatch(share -> each.fits(component, share));
            });
            if (!one) {
                return;
            }
            many |= suspicion.sweeps().stream().anyMatch(sweep -> sweep.contributions(variable).size() > 2);
            overwritten.add(variable);
        }
        double cost = overwritten.size() > 1 ? 4.35 : many ? 4.1 : 4.5;
        found.add(new Explanation(Kind.OVERWRITTEN, cost,
                "contributions to " + String.join(", ", overwritten.stream().map(Suspicion::show).toList())
                        + " replace each other instead of being added: only one of several uses counts",
                overwritten));
    }

    /** One node that keeps one of its contributions. */
    private static void oneNode(Suspicion suspicion, List<Explanation> found) {
        for (Expr node : shared(suspicion)) {
            int count = suspicion.sweeps().getFirst().contributions(node).size();
            for (int k = 0; k < Math.min(count, MOST_CONTRIBUTIONS); k++) {
                int kept = k;
                BiPredicate<Case, Sweep> fits = (each, sweep) -> each
                        .fits(sweep.overwriting((other, _) -> other == node ? kept : -1));
                if (suspicion.inAll(fits)) {
                    found.add(new Explanation(Kind.OVERWRITTEN, count > 2 ? 4.4 : 4.7, "contributions to "
                            + Suspicion.show(node) + " replace each other instead of being added", List.of(node)));
                    return;
                }
            }
        }
    }
}
