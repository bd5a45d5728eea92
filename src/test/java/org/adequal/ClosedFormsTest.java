package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.simplify.ArrayForm;
import org.adequal.syntax.Printer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The closed forms of {@code closed-forms.txt}: the text of each, its value against scalar differentiation of the expanded
 * function, and the text read back. Lines: a definition, and below it {@code variable: text}, {@code variable variable: text}
 * for second derivatives.
 */
class ClosedFormsTest {

    record Form(String definition, List<String> by, String text) {}

    static Stream<Form> forms() throws IOException {
        try (InputStream file = Objects.requireNonNull(ClosedFormsTest.class.getResourceAsStream("closed-forms.txt"))) {
            String[] definition = {""};
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).flatMap(line -> {
                        if (!line.startsWith("  ")) {
                            definition[0] = line;
                            return Stream.empty();
                        }
                        int colon = line.indexOf(':');
                        return Stream.of(new Form(definition[0], List.of(line.substring(0, colon).strip().split(" ")),
                                line.substring(colon + 1).strip()));
                    }).toList().stream();
        }
    }

    static Expr derivative(ArrayUnderTest function, List<String> by) {
        Expr derivative = function.value();
        for (String name : by) {
            Variable variable = function.variables().stream().filter(v -> v.name().equals(name)).findFirst()
                    .orElseThrow();
            derivative = Reverse.derivative(derivative, variable);
        }
        return derivative;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAsPrintedAndTrue(Form form) {
        ArrayUnderTest function = ArrayUnderTest.of(form.definition);
        Expr raw = derivative(function, form.by);
        Expr closed = ArrayForm.of(raw, function.value());
        assertThat(Printer.print(closed)).isEqualTo(form.text);
        Expr again = Analysis.expanded(function.read(form.text));
        assertThat(again.shape()).isEqualTo(raw.shape());
        boolean needsTwo = form.definition.contains("1:") || form.definition.contains("x[1]");
        for (Map<String, Long> sizes : List.of(function.distinct(), function.all(needsTwo ? 2 : 1))) {
            double[][] point = function.point(sizes, 11);
            double[] expected = expected(function, form.by, sizes, point);
            ArrayDerivativesTest.assertClose("closed form", function.loops(closed, sizes, point), expected);
            ArrayDerivativesTest.assertClose("element by element", function.elements(closed, sizes, point), expected);
            ArrayDerivativesTest.assertClose("read again", function.loops(again, sizes, point), expected);
        }
    }

    private static double[] expected(ArrayUnderTest function, List<String> by, Map<String, Long> sizes,
            double[][] point) {
        Variable first = function.variables().stream().filter(v -> v.name().equals(by.getFirst())).findFirst()
                .orElseThrow();
        if (by.size() == 1 && function.value().shape().isScalar()) {
            return function.scalarGradient(first, sizes, point);
        }
        return function.scalarDerivative(by, sizes, point);
    }

    @org.junit.jupiter.api.Test
    void gradientsCostLittleAndDoNotGrowWithWidths() {
        String network = "f(W1[%1$s,h], b1[h], W2[h,o], b2[o]; X[b,%1$s], Y[b,o])"
                + " = mean(cross_entropy(softmax(sigmoid(X @ W1 + b1) @ W2 + b2), Y, 1e-7))";
        ArrayUnderTest named = ArrayUnderTest.of(network.formatted("d"));
        ArrayUnderTest wide = ArrayUnderTest.of(network.formatted("784"));
        assertThat(joint(wide)).isLessThanOrEqualTo(joint(named));
        assertThat(joint(named)).isLessThanOrEqualTo(3 * Graph.nodes(named.value()).size());
        Map<String, Long> sizes = Map.of("d", 64L, "h", 50L, "o", 10L, "b", 20L);
        long value = named.operations(List.of(named.value()), sizes);
        List<Expr> all = new java.util.ArrayList<>(Reverse.gradient(named.value(), named.variables().subList(0, 4)));
        all.add(named.value());
        assertThat(named.operations(all, sizes)).isLessThanOrEqualTo(4 * value);
    }

    private static int joint(ArrayUnderTest function) {
        List<Expr> all = new java.util.ArrayList<>(Reverse.gradient(function.value(),
                function.variables().subList(0, 4)));
        all.add(function.value());
        return Graph.nodes(all).size();
    }

    /** A product of matrices between two others is never written out: a gradient by a shared factor stays a product. */
    @org.junit.jupiter.api.Test
    void sharedFactorsStayProducts() {
        ArrayUnderTest attention = ArrayUnderTest.of(
                "f(X[t,d], Q[d,k], K[d,k], V[d,v]) = sum((softmax((X @ Q) @ (X @ K).T/sqrt(k)) @ (X @ V))^2)");
        Map<String, Long> sizes = Map.of("t", 20L, "d", 30L, "k", 10L, "v", 15L);
        List<Expr> all = new java.util.ArrayList<>(Reverse.gradient(attention.value(), attention.variables()));
        all.add(attention.value());
        assertThat(attention.operations(all, sizes))
                .isLessThanOrEqualTo(4 * attention.operations(List.of(attention.value()), sizes));
        Expr v = Forward.derivative(attention.value(), attention.variables().getFirst());
        assertThat(v.shape()).isEqualTo(attention.variables().getFirst().shape());
    }
}
