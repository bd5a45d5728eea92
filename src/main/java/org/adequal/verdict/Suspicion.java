package org.adequal.verdict;

import java.util.ArrayList;
import java.util.function.Predicate;
import org.adequal.expr.Constant;
import java.util.Comparator;
import java.util.Optional;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.LinkedHashSet;
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
 */
record Suspicion(Formula formula, @Nullable Tape tape, int rows, List<Case> cases, List<Sweep> sweeps,
        Map<String, List<Explanation>> known) {
    private static final int LONGEST = 60;

    /** Wrong gradients. */
    static Suspicion ofGradients(Formula formula, List<Case> cases) {
        Tape tape = Derivatives.first(formula).tapes().getFirst();
        Program program = formula.attached(Prepared.class, f -> new Prepared(Program.of(tape.order(), f.variables())))
                .program;
        return new Suspicion(formula, tape, 1, cases,
                cases.stream().map(each -> new Sweep(tape, program, each.point())).toList(), new HashMap<>());
    }

    /** Wrong matrices. */
    static Suspicion ofMatrix(Formula formula, int rows, Case each) {
        return new Suspicion(formula, null, rows, List.of(each), List.of(), new HashMap<>());
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
        SequencedSet<Integer> arities = new LinkedHashSet<>();
        List<Node> nodes = Graph.nodes(formula.value());
        for (Node node : nodes) {
            if (node instanceof Application application && application.primitive() == Primitive.DIVIDE) {
                whole(application.argument(1)).ifPresent(arities::add);
            }
            if (node instanceof Application application && application.primitive() == Primitive.MULTIPLY) {
                for (int i = 0; i < 2; i++) {
                    Rational factor = application.argument(i).exactValue();
                    if (factor != null && !factor.isZero()) {
                        whole(Constant.of(Rational.ONE.dividedBy(factor))).ifPresent(arities::add);
                    }
                }
            }
        }
        List<Integer> sums = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Application application && isSum(application)) {
                sums.add(terms(application));
            }
        }
        sums.stream().sorted(Comparator.reverseOrder()).filter(n -> n > 2).forEach(arities::add);
        if (size() > 2) {
            arities.add(size());
        }
        return arities;
    }

    /** The whole numbers that a sum is divided by, with as many terms; 2 only where the formula is such a mean. */
    SequencedSet<Integer> means() {
        SequencedSet<Integer> means = new LinkedHashSet<>();
        for (Node node : Graph.nodes(formula.value())) {
            if (node instanceof Application application && application.primitive() == Primitive.DIVIDE
                    && application.argument(0) instanceof Application sum && isSum(sum)) {
                boolean outermost = application == formula.value();
                whole(application.argument(1)).filter(n -> n == terms(sum) && (n > 2 || outermost))
                        .ifPresent(means::add);
            }
        }
        return means;
    }

    private static Optional<Integer> whole(Expr number) {
        Rational exact = number.exactValue();
        return exact != null && exact.isInteger() && exact.doubleValue() >= 2 && exact.doubleValue() < 1e9
                ? Optional.of((int) exact.doubleValue())
                : Optional.empty();
    }

    private static boolean isSum(Application node) {
        return node.primitive() == Primitive.ADD || node.primitive() == Primitive.SUBTRACT;
    }

    private static int terms(Application sum) {
        int count = 0;
        ArrayDeque<Expr> open = new ArrayDeque<>(List.of(sum));
        while (!open.isEmpty() && count < 1_000_000) {
            Expr next = open.pop();
            if (next instanceof Application application && isSum(application)) {
                open.push(application.argument(0));
                open.push(application.argument(1));
            } else {
                count++;
            }
        }
        return count;
    }

    /** A part of the formula for a text. */
    static String show(Expr part) {
        String text = Printer.print(part);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
