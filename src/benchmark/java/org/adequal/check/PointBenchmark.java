package org.adequal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Reverse;
import org.adequal.eval.EnclosureProgram;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the truth costs: status beside plain evaluation of value and gradient, and enclosures of a large graph. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PointBenchmark {
    private static final int BITS = 128;

    /** A formula at an ordinary point. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // by the setup
    public static class Ordinary {
        @Param({"rosenbrock", "rational", "elementary", "softmax"})
        public String name = "rosenbrock";

        Formula formula;
        Program plain;
        double[] point;

        @Setup
        public void make() {
            String text = switch (name) {
                case "rosenbrock" -> sum(30, i -> "(1 - x" + i + ")^2 + 100*(x" + (i + 1) + " - x" + i + "^2)^2");
                case "rational" -> sum(30, i -> "x" + i + "*x" + (i + 1) + "/(1 + x" + i + "^2)");
                case "elementary" ->
                    sum(30, i -> "exp(-x" + i + "^2)*sin(x" + (i + 1) + ")*log(2 + x" + i + "^2)/sqrt(1 + x" + i + "^2)");
                case "softmax" -> "log(" + sum(31, i -> "exp(x" + i + ")") + ")";
                default -> throw new IllegalArgumentException(name);
            };
            Expr value = Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(),
                    List.of());
            List<Variable> variables = Graph.variables(value);
            formula = Formula.of(value, variables, variables);
            List<Node> outputs = new ArrayList<>(List.of(value));
            outputs.addAll(formula.gradient());
            plain = Program.of(outputs, variables);
            point = new SplittableRandom(1).doubles(variables.size(), 0.5, 1.5).toArray();
        }

        private interface Summand {
            String of(int i);
        }

        private static String sum(int count, Summand summand) {
            StringBuilder text = new StringBuilder(summand.of(0));
            for (int i = 1; i < count; i++) {
                text.append(" + ").append(summand.of(i));
            }
            return text.toString();
        }
    }

    @Benchmark
    public double[] plain(Ordinary state) {
        return state.plain.run(state.point);
    }

    @Benchmark
    public PointResult status(Ordinary state) {
        return state.formula.at(state.point);
    }

    /** About 50,000 nodes, nearly all sums and products, with 16,000 variables. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // by the setup
    public static class Large {
        private static final int VARIABLES = 16_000;
        private static final int FUNCTION_EVERY = 100;

        EnclosureProgram program;
        double[] point;
        int nodes;

        @Setup
        public void make() {
            List<Variable> x = new ArrayList<>();
            for (int i = 0; i < VARIABLES; i++) {
                x.add(Variable.of("x" + i));
            }
            Expr sum = x.getFirst();
            for (int i = 0; i < VARIABLES; i++) {
                Expr product = Application.of(Primitive.MULTIPLY, x.get(i), x.get((i + 1) % VARIABLES));
                Expr term = i % FUNCTION_EVERY == 0 ? Application.of(Primitive.SIN, product) : product;
                sum = Application.of(i % 2 == 0 ? Primitive.ADD : Primitive.SUBTRACT, sum, term);
            }
            nodes = Graph.nodes(sum).size();
            List<Node> outputs = new ArrayList<>(List.of(sum, Analysis.of(sum, x).ordinary()));
            outputs.addAll(Reverse.gradient(sum, x));
            program = EnclosureProgram.of(outputs, x);
            point = new SplittableRandom(1).doubles(VARIABLES, -1, 1).toArray();
        }
    }

    @Benchmark
    public EnclosureProgram.Enclosures enclosure(Large state) {
        return state.program.at(state.point, BITS);
    }
}
