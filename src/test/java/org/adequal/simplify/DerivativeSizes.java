package org.adequal.simplify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;

/**
 * The sizes of simplified derivatives over the corpus: every formula by at most three variables, the one with a known
 * derivative first; printed, read back, counted, and compared with the true partials.
 *
 * <p>{@code main} prints the table, and with a file name as argument writes a line per derivative.
 */
final class DerivativeSizes {
    private static final int MOST_VARIABLES = 3;

    /** A derivative as it is printed. */
    record Shown(Corpus.Entry entry, Variable variable, boolean known, long nodes, long seconds, String text,
            String condition, @org.jspecify.annotations.Nullable String wrong) {}

    private DerivativeSizes() {}

    /**
     * Leaves, binary operators and calls of the printed tree; a unary minus in front of a number belongs to it, any
     * other costs one.
     */
    static long treeNodes(Node root) {
        Map<Node, Long> sizes = new IdentityHashMap<>();
        for (Node node : Graph.nodes(root)) {
            long size = 1;
            for (Node argument : node.arguments()) {
                size += sizes.getOrDefault(argument, 0L);
            }
            if (node instanceof Application a && a.primitive() == Primitive.NEGATE
                    && a.argument(0) instanceof Constant) {
                size = 1;
            }
            sizes.put(node, size);
        }
        return sizes.getOrDefault(root, 0L);
    }

    static List<Variable> variables(Corpus.Entry entry) {
        Set<Variable> order = new LinkedHashSet<>();
        if (entry.knownBy() != null) {
            order.add(entry.knownBy());
        }
        order.addAll(entry.variables());
        return order.stream().limit(MOST_VARIABLES).toList();
    }

    static Shown measure(Corpus.Entry entry, Variable variable) {
        Analysis analysis = Analysis.of(entry.formula(), List.of(variable));
        Expr raw = Forward.derivative(analysis.value(), variable);
        long start = System.nanoTime();
        Expr simplified = Simplifier.simplify(raw, analysis.ordinary(), entry.formula()).expression();
        long time = System.nanoTime() - start;
        String text = Printer.print(simplified);
        List<String> names = entry.variables().stream().map(Variable::name).toList();
        Expr again = Corpus.expression(text, names);
        org.adequal.expr.Condition beside = Domain.beside(Analysis.of(simplified, List.of()).defined(),
                analysis.ordinary());
        return new Shown(entry, variable, variable.equals(entry.knownBy()), treeNodes(again), time, text,
                beside == Truth.TRUE ? "" : Printer.print(beside), wrong(entry, variable, raw, again));
    }

    /** A sentence if a value at a point is not the true one; null if all are. */
    private static @org.jspecify.annotations.Nullable String wrong(Corpus.Entry entry, Variable variable, Expr raw,
            Expr simplified) {
        int index = entry.variables().indexOf(variable);
        Program program = Program.of(List.of(raw, simplified), entry.variables());
        for (Corpus.Point point : entry.points()) {
            double truth = point.gradient()[index];
            double[] values = program.run(point.x());
            double rawError = Math.abs(values[0] - truth);
            double error = Math.abs(values[1] - truth);
            if (!(error <= 1e-9 * Math.abs(truth) + 1e4 * rawError + 1e-11)) {
                return Arrays.toString(point.x()) + ": " + values[1] + " instead of " + truth + ", raw " + values[0];
            }
        }
        return null;
    }

    static List<Shown> measure(List<Corpus.Entry> entries) {
        List<Shown> all = new ArrayList<>();
        for (Corpus.Entry entry : entries) {
            for (Variable variable : variables(entry)) {
                all.add(measure(entry, variable));
            }
        }
        return all;
    }

    static String table(List<Shown> all) {
        long[] nodes = all.stream().mapToLong(Shown::nodes).sorted().toArray();
        long[] times = all.stream().mapToLong(Shown::seconds).sorted().toArray();
        return String.format(Locale.ROOT,
                "%d derivatives: median %d, p90 %d, total %d nodes; median %.2f ms, p99 %.1f ms, max %.1f ms; %d wrong",
                all.size(), nodes[nodes.length / 2], nodes[(int) (nodes.length * 0.9)], Arrays.stream(nodes).sum(),
                times[times.length / 2] / 1e6, times[(int) (times.length * 0.99)] / 1e6, times[times.length - 1] / 1e6,
                all.stream().filter(shown -> shown.wrong() != null).count());
    }

    public static void main(String[] arguments) throws java.io.IOException {
        List<Corpus.Entry> entries = Corpus.entries();
        if (arguments.length > 1) {
            entries = entries.stream().filter(e -> e.id().matches(arguments[1])).toList();
        }
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        List<Shown> all = measure(entries);
        for (int i = 1; i < rounds; i++) {
            all = measure(entries);
        }
        System.out.println(table(all));
        List<Shown> known = all.stream().filter(Shown::known).toList();
        if (!known.isEmpty()) {
            System.out.println("known: " + table(known));
        }
        all.stream().filter(shown -> shown.wrong() != null).limit(20).forEach(shown -> System.out.println(
                shown.entry().id() + " d/d" + shown.variable() + " " + shown.text() + "\n    " + shown.wrong()));
        if (arguments.length > 0 && !arguments[0].equals("-")) {
            java.nio.file.Files.writeString(java.nio.file.Path.of(arguments[0]), all.stream()
                    .map(s -> String.join("\t", s.entry().id(), s.variable().name(), s.known() ? "known" : "",
                            "" + s.nodes(), "" + s.seconds() / 1000, s.entry().text(), s.text(), s.condition(),
                            s.known() ? String.valueOf(s.entry().knownText()) : ""))
                    .collect(Collectors.joining("\n", "", "\n")));
        }
    }
}
