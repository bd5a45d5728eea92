package org.adequal.verdict;

import java.util.Collections;
import java.util.function.Predicate;
import org.adequal.expr.Constant;
import java.util.Comparator;
import java.util.Optional;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import org.adequal.check.Formula;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.adequal.syntax.Printer;
import org.jspecify.annotations.Nullable;

/**
 * All that detectors look at: the wrong claims about one formula.
 *
 * @param rows    how many rows the claim has, where it is a matrix; 1 for a gradient
 * @param sweeps  one per case; empty for matrices, which are compared by their numbers alone
 * @param known   what several detectors share, found once
 * @param reductions what a mean may be over, once it is known
 * @param deadline when to stop looking, as {@link System#nanoTime}
 */
record Suspicion(Formula formula, @Nullable Tape tape, int rows, List<Case> cases, List<Sweep> sweeps,
        Map<String, List<Explanation>> known, SequencedSet<Integer> reductions, long deadline) {
    private static final int LONGEST = 60;
    private static final int MOST_TERMS = 1_000_000_000;
    private static final int MOST_ARITIES = 24;
    /** Causes are looked for so long; then a verdict without the rest of them is better than none. */
    private static final long PATIENCE = 3_000_000_000L;

    private static long inTime() {
        return System.nanoTime() + PATIENCE;
    }

    /** Whether it has taken so long that no more causes are looked for. */
    boolean isOver() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        return System.nanoTime() > deadline;
    }

    /** Wrong gradients. */
    static Suspicion ofGradients(Formula formula, List<Case> cases) {
        Tape tape = Derivatives.first(formula).tapes().getFirst();
        Program program = formula.attached(Prepared.class,
                f -> new Prepared(Program.of(tape.order(), f.variables()))).program;
        return new Suspicion(formula, tape, 1, cases,
                cases.stream().map(each -> new Sweep(tape, program, each.point())).toList(), new HashMap<>(),
                new LinkedHashSet<>(), inTime());
    }

    /** Wrong matrices. */
    static Suspicion ofMatrix(Formula formula, int rows, Case each) {
        return new Suspicion(formula, null, rows, List.of(each), List.of(), new HashMap<>(), new LinkedHashSet<>(),
                inTime());
    }

    private record Prepared(Program program) {}

    /** The faults in the slopes of edges. */
    List<Explanation> edgeFaults() {
        return known.computeIfAbsent("edges", _ -> EdgeFaults.of(this));
    }

    /** The slips in written derivatives. */
    List<Explanation> textFaults() {
        return known.computeIfAbsent("texts", _ -> TextFaults.of(this));
    }

    int size() {
        return cases.getFirst().size();
    }

    /** The tape where there is one; detectors that need it have nothing to say elsewhere. */
    List<Tape.Edge> edges() {
        return tape == null ? List.of() : tape.edges();
    }

    /** Whether something holds in every case. */
    boolean inAll(BiPredicate<Case, Sweep> test) {
        return IntStream.range(0, cases.size()).allMatch(i -> test.test(cases.get(i), sweeps.get(i)));
    }

    boolean inAll(Predicate<Case> test) {
        return cases.stream().allMatch(test);
    }

    /** How many components are wrong, over all cases. */
    int wrongOnes() {
        return cases.stream().mapToInt(Case::wrongOnes).sum();
    }

    /** How many numbers other than 0 are explained, over all cases. */
    int informative() {
        int count = 0;
        for (Case each : cases) {
            for (int i = 0; i < each.size(); i++) {
                count += each.truth()[i] != 0 ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether every component that is not zero is wrong, in every case. */
    boolean allAreWrong() {
        return inAll(each -> IntStream.range(0, each.size()).allMatch(i -> each.isWrong()[i] || each.truth()[i] == 0));
    }

    /** The numbers of terms of the formula's sums, and whole numbers that it divides by: what a mean may be over. */
    SequencedSet<Integer> arities() {
        if (reductions.isEmpty()) {
            findArities();
        }
        return reductions;
    }

    private void findArities() {
        Map<Node, Integer> terms = terms();
        for (Node node : terms.keySet()) {
            if (!(node instanceof Application application)) {
                continue;
            }
            if (application.primitive() == Primitive.DIVIDE) {
                whole(application.argument(1)).ifPresent(reductions::add);
            }
            if (application.primitive() == Primitive.MULTIPLY) {
                for (int i = 0; i < 2; i++) {
                    Rational factor = application.argument(i).exactValue();
                    if (factor != null && !factor.isZero()) {
                        whole(Constant.of(Rational.ONE.dividedBy(factor))).ifPresent(reductions::add);
                    }
                }
            }
        }
        outermost(terms).stream().sorted(Comparator.reverseOrder()).filter(n -> n > 2).forEach(reductions::add);
        if (size() > 2) {
            reductions.add(size());
        }
        while (reductions.size() > MOST_ARITIES) {
            reductions.removeLast();
        }
    }

    /** How many terms each node is the sum of. */
    private Map<Node, Integer> terms() {
        Map<Node, Integer> terms = new LinkedHashMap<>();
        for (Node node : Graph.nodes(formula.value())) {
            terms.put(node, node instanceof Application sum && isSum(sum)
                    ? Math.min(MOST_TERMS,
                            terms.getOrDefault(sum.argument(0), 1) + terms.getOrDefault(sum.argument(1), 1))
                    : 1);
        }
        return terms;
    }

    /** The numbers of terms of sums that are no part of a sum. */
    private static Set<Integer> outermost(Map<Node, Integer> terms) {
        Set<Node> inner = Collections.newSetFromMap(new IdentityHashMap<>());
        terms.keySet().stream().filter(node -> node instanceof Application sum && isSum(sum))
                .forEach(sum -> inner.addAll(sum.arguments()));
        Set<Integer> counts = new LinkedHashSet<>();
        terms.forEach((node, count) -> {
            if (!inner.contains(node)) {
                counts.add(count);
            }
        });
        return counts;
    }

    /** The whole numbers that a sum is divided by, with as many terms; 2 only where the formula is such a mean. */
    SequencedSet<Integer> means() {
        SequencedSet<Integer> means = new LinkedHashSet<>();
        Map<Node, Integer> terms = terms();
        for (Node node : terms.keySet()) {
            if (node instanceof Application application && application.primitive() == Primitive.DIVIDE
                    && application.argument(0) instanceof Application sum && isSum(sum)) {
                boolean outermost = application == formula.value();
                whole(application.argument(1)).filter(n -> n.equals(terms.get(sum)) && (n > 2 || outermost))
                        .ifPresent(means::add);
            }
        }
        return means;
    }

    private static Optional<Integer> whole(Expr number) {
        Rational exact = number.exactValue();
        return exact != null && exact.isInteger() && exact.doubleValue() >= 2 && exact.doubleValue() < MOST_TERMS
                ? Optional.of((int) exact.doubleValue())
                : Optional.empty();
    }

    private static boolean isSum(Application node) {
        return node.primitive() == Primitive.ADD || node.primitive() == Primitive.SUBTRACT;
    }

    /** A part of the formula for a text. */
    static String show(Expr part) {
        String text = Printer.print(part);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
