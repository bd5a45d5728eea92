package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.jr.ob.JSON;

import org.adequal.oracle.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Input made to break a program ends in a right answer or in a limit error, and the next request is answered. */
class HostileInputTest {
    private static final Duration GENEROUS = Duration.ofSeconds(90);
    private static final int BUDGET = 60_000;
    private static final int MANY = 20_000;

    private final Oracle oracle = new Oracle();

    private Map<String, Object> ask(String op, String formula, Map<String, ?> at) {
        return assertTimeoutPreemptively(GENEROUS, () -> {
            Map<String, Object> request = op.equals("derivative")
                    ? Map.of("op", op, "formula", formula, "wrt", new String[]{"x"}, "budget_ms", BUDGET)
                    : Map.of("op", op, "formula", formula, "at", at, "budget_ms", BUDGET);
            return JSON.std.mapFrom(oracle.answer(JSON.std.asString(request)));
        });
    }

    private void answersTheNext() {
        assertThat(ask("gradient", "x^2", Map.of("x", 3)).get("gradient")).isEqualTo(Map.of("x", 6.0));
    }

    private static Arguments hostile(String what, String formula) {
        return Arguments.of(what, formula);
    }

    static Stream<Arguments> hostileFormulas() {
        return Stream.of(
                hostile("round brackets", "(".repeat(MANY) + "x" + ")".repeat(MANY)),
                hostile("open brackets", "(".repeat(MANY)),
                hostile("closing brackets", ")".repeat(MANY)),
                hostile("square brackets", "[".repeat(MANY) + "x" + "]".repeat(MANY)),
                hostile("minus signs", "-".repeat(MANY) + "x"),
                hostile("powers", "x^".repeat(MANY) + "x"),
                hostile("powers of one", "1^".repeat(MANY) + "x"),
                hostile("signed powers", "x^-".repeat(MANY) + "x"),
                hostile("calls", "sin(".repeat(MANY) + "x" + ")".repeat(MANY)),
                hostile("lets", "let t = x in ".repeat(MANY) + "t"),
                hostile("choices", "if(x > 0, ".repeat(MANY) + "x" + ", 0)".repeat(MANY)),
                hostile("nots", "if(" + "not ".repeat(MANY) + "x > 0, x, 0)"),
                hostile("guards", "x" + " for x > 0".repeat(MANY)),
                hostile("chained comparisons", "if(" + "x < ".repeat(MANY) + "x, 1, 0)"),
                hostile("conjunctions", "if(" + "x > 0 and ".repeat(MANY) + "x > 0, x, 0)"),
                hostile("primes", "sin" + "'".repeat(MANY) + "(x)"),
                hostile("operators in each other", "diff(".repeat(40) + "sin(x)*x" + ", x)".repeat(40)),
                hostile("a tower of powers", "9^9^9^9*x"),
                hostile("a large constant power", "x*2^(10^9)"),
                hostile("a large power of the variable", "x^(10^9)"),
                hostile("a large negative power", "x*2^(-10^9)"),
                hostile("a long literal", "1".repeat(1_000_000) + "*x"),
                hostile("a long fraction", "0." + "1".repeat(1_000_000) + "*x"),
                hostile("a large exponent", "1e999999999*x"),
                hostile("a tiny exponent", "1e-999999999*x"),
                hostile("an exponent beyond integers", "1e99999999999999999999*x"),
                hostile("a long name", "x" + "y".repeat(1_000_000)),
                hostile("a large factorial", "gamma(10^9)*x"),
                hostile("a large modulus", "mod(10^4000, 7)*x"),
                hostile("exponentials in each other", "exp(".repeat(200) + "x" + ")".repeat(200)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFormulas")
    @SuppressWarnings("unused") // the first argument names the test
    void valuesOfHostileFormulas(String what, String formula) {
        isAnswerOrError(ask("gradient", formula, Map.of("x", 1.5)));
        answersTheNext();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFormulas")
    @SuppressWarnings("unused") // the first argument names the test
    void derivativesOfHostileFormulas(String what, String formula) {
        isAnswerOrError(ask("derivative", formula, Map.of()));
        answersTheNext();
    }

    private static void isAnswerOrError(Map<String, Object> answer) {
        if (answer.get("error") instanceof Map<?, ?> error) {
            assertThat(String.valueOf(error.get("code"))).isIn("limit", "syntax", "name", "shape");
            assertThat(String.valueOf(error.get("message"))).doesNotContain("internal error").hasSizeLessThan(500);
        } else {
            assertThat(answer).containsAnyOf(Map.entry("status", "smooth"), Map.entry("status", "undefined"),
                    Map.entry("status", "unknown"), Map.entry("derivative", answer.getOrDefault("derivative", "")));
        }
    }

    @Test
    void whatIsServedIsRight() {
        assertThat(ask("gradient", "-".repeat(MANY) + "x", Map.of("x", 1.5)).get("gradient"))
                .isEqualTo(Map.of("x", 1.0));
        assertThat(ask("gradient", "1^".repeat(1000) + "x", Map.of("x", 1.5)).get("gradient"))
                .isEqualTo(Map.of("x", 0.0));
        assertThat(ask("gradient", "(".repeat(1000) + "x^2" + ")".repeat(1000), Map.of("x", 1.5)).get("gradient"))
                .isEqualTo(Map.of("x", 3.0));
        assertThat(ask("gradient", "x + 1" + "0".repeat(300), Map.of("x", 1.5)).get("gradient"))
                .isEqualTo(Map.of("x", 1.0));
    }

    @Test
    void aThousandCallsInEachOther() {
        int depth = 1000;
        double value = 1.5;
        double slope = 1;
        for (int i = 0; i < depth; i++) {
            slope *= Math.cos(value);
            value = Math.sin(value);
        }
        Map<String, Object> answer = ask("gradient", "sin(".repeat(depth) + "x" + ")".repeat(depth), Map.of("x", 1.5));
        assertThat((Double) answer.get("value")).isCloseTo(value, within(1e-14));
        assertThat((Double) ((Map<?, ?>) answer.get("gradient")).get("x")).isCloseTo(slope, within(1e-14));
    }

    /** Like terms: their coefficients are added up exactly, to thousands of digits. */
    @ParameterizedTest
    @CsvSource({"100000, 100", "2000, 2000"})
    void manyLikeTerms(int terms, int denominators) {
        String sum = IntStream.range(0, terms).mapToObj(i -> "x^2/" + (i % denominators + 1))
                .collect(Collectors.joining(" + "));
        double coefficient = IntStream.range(0, terms).mapToDouble(i -> 1.0 / (i % denominators + 1)).sum();
        Map<String, Object> answer = ask("gradient", sum, Map.of("x", 3));
        assertThat((Double) answer.get("value")).isCloseTo(9 * coefficient, within(1e-12 * 9 * coefficient));
        assertThat((Double) ((Map<?, ?>) answer.get("gradient")).get("x"))
                .isCloseTo(6 * coefficient, within(1e-12 * 6 * coefficient));
        assertThat(ask("derivative", sum, Map.of())).containsKey("derivative");
        answersTheNext();
    }

    @Test
    void aHundredThousandVariedTerms() {
        int terms = 100_000;
        String sum = IntStream.range(0, terms).mapToObj(i -> "sin(x*" + i + ")").collect(Collectors.joining(" - "));
        assertThat(ask("gradient", sum, Map.of("x", 0)).get("gradient"))
                .isEqualTo(Map.of("x", -(double) terms * (terms - 1) / 2));
        answersTheNext();
    }

    @Test
    void aSmallBudgetEndsInALimit() throws IOException {
        String formula = "diff(".repeat(30) + "exp(sin(x)*x^x)" + ", x)".repeat(30);
        String answer = assertTimeoutPreemptively(GENEROUS, () -> oracle.answer(JSON.std.asString(
                Map.of("op", "gradient", "formula", formula, "at", Map.of("x", 1), "budget_ms", 50))));
        assertThat(JSON.std.mapFrom(answer)).extractingByKey("error").asString().contains("limit");
        answersTheNext();
    }

    @Test
    void definitionsThatDoubleStaySmall() throws IOException {
        String[] definitions = IntStream.range(0, 60)
                .mapToObj(
                        i -> "f" + (i + 1) + "(t) = " + (i == 0 ? "sin(t) + t" : "f" + i + "(t)*f" + i + "(t/2 + t/2)"))
                .toArray(String[]::new);
        String answer = assertTimeoutPreemptively(GENEROUS, () -> oracle.answer(JSON.std.asString(Map.of("op",
                "gradient", "formula", "f5(x)", "definitions", definitions, "at", Map.of("x", 1)))));
        assertThat(JSON.std.mapFrom(answer)).containsKey("gradient");
        answersTheNext();
    }

    @Test
    void aRecursiveDefinitionIsRefused() throws IOException {
        String answer = oracle.answer(JSON.std.asString(Map.of("op", "gradient", "formula", "f(x)", "definitions",
                new String[]{"f(t) = g(t) + 1", "g(t) = f(t) - 1"}, "at", Map.of("x", 1))));
        assertThat(JSON.std.mapFrom(answer)).extractingByKey("error").asString().contains("defined by itself");
    }
}
