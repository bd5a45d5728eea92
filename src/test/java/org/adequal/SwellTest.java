package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.junit.jupiter.api.Test;

/** Derivatives grow like the function: shared parts are kept once in the graph, in its programs and in its text. */
class SwellTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final Variable X = Variable.of("x");

    /** f(k+1) = sin(f(k))*f(k) + x: as a tree it has 2^k leaves. */
    private static Expr doubling(int k) {
        Expr f = X;
        for (int i = 0; i < k; i++) {
            f = Application.of(Primitive.ADD,
                    Application.of(Primitive.MULTIPLY, Application.of(Primitive.SIN, f), f), X);
        }
        return f;
    }

    private static int size(Expr expression) {
        return Graph.nodes(List.of(expression, Forward.derivative(expression, X))).size();
    }

    @Test
    void valueAndDerivativeGrowLinearly() {
        assertTimeoutPreemptively(GENEROUS, () -> {
            int ten = size(doubling(10));
            int hundred = size(doubling(100));
            int thousand = size(doubling(1000));
            assertThat(hundred).isLessThan(11 * ten);
            assertThat(thousand - hundred).as("nodes for 900 more steps").isEqualTo(10 * (hundred - ten));
        });
    }

    @Test
    void reverseGrowsLinearlyToo() {
        int hundred = Graph.nodes(Reverse.gradient(doubling(100), List.of(X))).size();
        int thousand = Graph.nodes(Reverse.gradient(doubling(1000), List.of(X))).size();
        assertThat(thousand).isLessThan(11 * hundred);
    }

    @Test
    void printedTextGrowsLinearlyAndReadsBack() {
        assertTimeoutPreemptively(GENEROUS, () -> {
            for (int k : new int[]{10, 100, 1000}) {
                Expr f = doubling(k);
                Expr slope = Forward.derivative(f, X);
                String text = Printer.print(slope);
                assertThat(text.length()).as("characters for k = %s", k).isLessThan(200 * k);
                assertThat(RowUnderTest.value(Printer.print(f), "printed")).isSameAs(f);
                assertThat(Printer.print(RowUnderTest.value(text, "printed"))).isEqualTo(text);
            }
        });
    }

    @Test
    void longRecurrencesHaveTheRightValue() {
        double point = 0.3;
        double value = point;
        double slope = 1;
        for (int i = 0; i < 1000; i++) {
            slope = slope * (Math.cos(value) * value + Math.sin(value)) + 1;
            value = Math.sin(value) * value + point;
        }
        PointResult result = Formula.of(doubling(1000), List.of(X), List.of(X)).at(point);
        assertThat(result.value().value()).isCloseTo(value, within(1e-12));
        assertThat(result.partials().get(X).slope().value()).isCloseTo(slope, within(1e-12 * Math.abs(slope)));
    }

    @Test
    void gradientOfAProductOfAThousandSines() {
        assertTimeoutPreemptively(GENEROUS, () -> {
            int n = 1000;
            String text = IntStream.range(0, n).mapToObj(i -> "sin(x" + i + ")").collect(Collectors.joining("*"));
            Expr product = RowUnderTest.value(text, "test");
            List<Variable> variables = Graph.variables(product);
            List<Expr> gradient = Reverse.gradient(product, variables);
            assertThat(Graph.nodes(gradient).size()).isLessThan(20 * n);
            double[] point = IntStream.range(0, n).mapToDouble(i -> Math.PI / 2 + 0.001 * (i % 7 - 3)).toArray();
            double value = Program.of(List.of(product), variables).run(point)[0];
            double[] slopes = Program.of(gradient, variables).run(point);
            for (int i = 0; i < n; i++) {
                assertThat(slopes[i]).isCloseTo(value / Math.tan(point[i]), within(1e-12));
            }
        });
    }

    @Test
    void tenthDerivative() {
        assertTimeoutPreemptively(GENEROUS, () -> {
            Expr derivative = RowUnderTest.value("exp(x*sin(x))", "test");
            for (int i = 0; i < 10; i++) {
                derivative = Forward.derivative(derivative, X);
            }
            assertThat(Graph.nodes(derivative).size()).isLessThan(6000);
            Program program = Program.of(List.of(derivative), List.of(X));
            // 10! times the coefficient of x^10 in the series of exp(x sin x): -1079/362880
            assertThat(program.run(0)[0]).isCloseTo(-10790, within(1e-9));
            assertThat(program.run(0.5)[0]).isCloseTo(50993.666188292691177, within(1e-7));
        });
    }
}
