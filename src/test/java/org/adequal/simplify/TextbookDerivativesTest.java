package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives by x as a textbook prints them; the file was read by eye. */
class TextbookDerivativesTest {

    static List<String> lines() {
        try (var file = Objects.requireNonNull(TextbookDerivativesTest.class.getResourceAsStream("textbook.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void readsAsInATextbook(String line) {
        String formula = line.substring(0, line.indexOf("->")).strip();
        assertThat(formula + " -> " + derivative(formula)).isEqualTo(line);
    }

    static String derivative(String formula) {
        Variable x = Variable.of("x");
        Expr written = Corpus.expression(formula, List.of());
        Analysis analysis = Analysis.of(written, List.of(x));
        Expr shown = Simplifier.simplify(Forward.derivative(analysis.value(), x), analysis.ordinary(), written)
                .expression();
        Condition beside = Domain.beside(Analysis.of(shown, List.of()).defined(), analysis.ordinary());
        return Printer.print(shown) + (beside == Truth.TRUE ? "" : " for " + Printer.print(beside));
    }
}
