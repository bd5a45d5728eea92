package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.jr.ob.JSON;

import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.oracle.Oracle;
import org.adequal.session.Session;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.adequal.syntax.Printer;
import org.adequal.syntax.StatementSource;
import org.jspecify.annotations.Nullable;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever arrives is answered: with a result, or with a diagnostic. */
class ArbitraryTextProperties {
    private static final Set<String> CODES = Set.of("syntax", "name", "shape", "domain", "limit", "request");

    private final Oracle oracle = new Oracle();

    /** Texts of any characters, and soups of the language's own tokens. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> functions = Arbitraries
                .of(Arrays.stream(Primitive.values()).map(row -> row.names().getFirst())
                        .toList());
        Arbitrary<String> tokens = Arbitraries.of("(", ")", "[", "]", ",", ";", "=", "==", "<", "≤", "!=", "+", "-",
                "*",
                "/", "^", "**", "'", ".T", "..", ":", "\"", "#", "\n", " ", "x", "y", "f", "ans", "pi", "e", "inf", "2",
                "0",
                ".5", "1e-7", "2e", "3.", "if", "piecewise", "let", "in", "for", "and", "or", "not", "at", "on", "wrt",
                "along", "with", "diff", "grad", "hessian", "jacobian", "check", "claiming", "forget", "who", "help",
                "simplify", "var", "f(x) =", "diff(", "sin(", "max(", "if(", "let x =", "°", "é", "²", "π");
        Arbitrary<String> soup = Arbitraries.oneOf(tokens, tokens, functions).list().ofMaxSize(14)
                .flatMap(list -> Arbitraries.of("", " ").map(gap -> String.join(gap, list)));
        Arbitrary<String> broken = Combinators.combine(RandomExpressions.all(2).map(Printer::print),
                Arbitraries.integers().between(0, 200), tokens).as(ArbitraryTextProperties::mutate);
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(30),
                soup, soup, broken, broken);
    }

    private static String mutate(String text, int at, String token) {
        int place = text.isEmpty() ? 0 : at % text.length();
        return text.substring(0, place) + token + text.substring(Math.min(text.length(), place + at % 3));
    }

    @Property
    void formulasAreReadOrRefused(@ForAll("texts") String text) {
        try {
            Expr read = Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of());
            assertThat(Printer.print(read)).isNotBlank();
        } catch (DiagnosticException e) {
            isGoodDiagnostic(e);
        }
    }

    @Property
    void statementsAreAnsweredOrRefused(@ForAll("texts") String text) {
        Session session = Session.empty();
        for (StatementSource statement : Parser.statements(text)) {
            try {
                session = session.run(statement, Oracle.DEFAULT_BUDGET_MS).session();
            } catch (DiagnosticException e) {
                isGoodDiagnostic(e);
            }
        }
    }

    private static void isGoodDiagnostic(DiagnosticException e) {
        assertThat(e.diagnostic().message()).isNotBlank().doesNotContain("null", "Exception");
        assertThat(e.diagnostic().render()).isNotBlank();
        var position = e.diagnostic().position();
        if (position != null) {
            assertThat(position.line()).isPositive();
            assertThat(position.column()).isPositive();
            assertThat(position.length()).isNotNegative();
        }
    }

    @Property
    void everyLineIsAnsweredWithOneLineOfJson(@ForAll("texts") String text) {
        isAnswered(text.replaceAll("[\r\n]", " "));
    }

    /** Requests in which fields are missing, doubled, of another type, or hold arbitrary texts. */
    @Provide
    Arbitrary<String> requests() {
        Arbitrary<Object> numbers = Arbitraries.of(3, 0.5, -0.0, "0x1.8p1", "nan", "inf", "1e400", 1e308, List.of(1),
                true,
                Map.of(), "");
        Arbitrary<String> operations = Arbitraries.of("gradient", "derivative", "hessian", "jacobian", "functions",
                "check", "compare", "gradent", "");
        Arbitrary<String> formulas = Arbitraries.oneOf(texts(), RandomExpressions.all(2).map(Printer::print),
                Arbitraries.of("[x, x*y]", "1/x", "log(x)", "f(x)", "exp(exp(exp(x)))", "grad(x*y)"));
        Arbitrary<Map<String, Object>> points = Arbitraries
                .maps(Arbitraries.of("x", "y", "z", "sin", "pi", " "), numbers)
                .ofMaxSize(4);
        Arbitrary<Map<String, Object>> extras = Arbitraries.maps(
                Arbitraries.of("wrt", "points", "definitions", "budget_ms", "certify", "kinks", "id", "foo", "shapes"),
                Arbitraries.frequencyOf(Tuple.of(2, numbers),
                        Tuple.of(1, Arbitraries.of(List.of("x"), List.of("y", "x", "x"), List.of("f(t) = t^2", "a = 3"),
                                List.of(Map.of("x", 1, "y", 2)), List.of()))))
                .ofMaxSize(2);
        return Combinators.combine(operations, formulas, points, extras).as((op, formula, at, extra) -> {
            Map<String, @Nullable Object> request = new java.util.LinkedHashMap<>(extra);
            request.put("op", op);
            request.put("formula", formula);
            if (!extra.containsKey("points")) {
                request.put("at", at);
            }
            if (op.equals("derivative")) {
                request.remove("at");
            }
            return write(request);
        });
    }

    @Property
    void everyRequestIsAnsweredWithOneLineOfJson(@ForAll("requests") String line) {
        isAnswered(line);
    }

    @Property(tries = 300)
    void brokenRequestsAreAnswered(@ForAll("requests") String line, @ForAll int at, @ForAll("texts") String token) {
        isAnswered(mutate(line, Math.floorMod(at, 300), token).replaceAll("[\r\n]", " "));
    }

    private static String write(Map<String, ?> request) {
        try {
            return JSON.std.asString(request);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isAnswered(String line) {
        String answer = oracle.answer(line);
        assertThat(answer).doesNotContain("\n", "\r");
        Map<String, Object> object;
        try {
            object = JSON.std.mapFrom(answer);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + answer, e);
        }
        assertThat(object).as(line).containsKey("id");
        assertThat(object.keySet()).hasSizeGreaterThan(1);
        if (object.get("error") instanceof Map<?, ?> error) {
            assertThat(CODES).contains(String.valueOf(error.get("code")));
            assertThat(String.valueOf(error.get("message"))).as(line).isNotBlank().doesNotContain("internal error");
        }
        for (String field : List.of("value", "gradient", "hessian", "jacobian")) {
            isMadeOfNumbers(object.get(field), line);
        }
    }

    private static void isMadeOfNumbers(@Nullable Object value, String line) {
        switch (value) {
            case null -> {
            }
            case Map<?, ?> map -> map.values().forEach(part -> isMadeOfNumbers(part, line));
            case List<?> list -> list.forEach(part -> isMadeOfNumbers(part, line));
            case Number number -> assertThat(number.doubleValue()).as(line).isFinite();
            default -> assertThat(value).as(line).isIn("inf", "-inf");
        }
    }
}
