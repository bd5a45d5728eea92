package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.jr.ob.JSON;

import org.adequal.oracle.Oracle;
import org.adequal.session.Session;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Parser;
import org.adequal.syntax.StatementSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language means, by the tables {@code semantics.txt} and {@code mistakes.txt}. */
class SemanticsTest {
    private final Oracle oracle = new Oracle();

    /** The rows of a table, cells without the blanks around them. */
    static List<List<String>> table(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(SemanticsTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList()).toList();
        }
    }

    static List<List<String>> meanings() throws IOException {
        return table("semantics.txt");
    }

    static List<List<String>> mistakes() throws IOException {
        return table("mistakes.txt");
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void means(List<String> row) throws IOException {
        assertThat(row).hasSize(5);
        Map<String, Double> point = new LinkedHashMap<>();
        for (String coordinate : row.get(1).isEmpty() ? new String[0] : row.get(1).split(",")) {
            point.put(coordinate.split("=")[0], Double.valueOf(coordinate.split("=")[1]));
        }
        Map<String, Object> answer = JSON.std.mapFrom(oracle
                .answer(JSON.std.asString(Map.of("op", "gradient", "formula", row.get(0), "at", point))));
        assertThat(answer).as(row.get(0)).doesNotContainKey("error");
        isNumber(answer.get("value"), row.get(2), "value");
        List<String> partials = row.get(3).isEmpty() ? List.of() : List.of(row.get(3).split(","));
        List<Object> gradient = new ArrayList<>();
        point.keySet().forEach(name -> gradient.add(((Map<?, ?>) answer.get("gradient")).get(name)));
        for (int i = 0; i < partials.size(); i++) {
            isNumber(gradient.get(i), partials.size() == gradient.size() ? partials.get(i) : "wrong table", "partial");
        }
        if (!row.get(4).equals("*")) {
            assertThat(answer.get("status")).isEqualTo(row.get(4));
        } else {
            assertThat(answer.get("status")).isNotEqualTo("smooth").isNotEqualTo("undefined");
        }
        boolean explained = !Objects.equals(answer.get("status"), "smooth");
        assertThat(answer.containsKey("why")).as("says why").isEqualTo(explained);
    }

    private static void isNumber(Object actual, String expected, String what) {
        switch (expected) {
            case "-" -> assertThat(actual).as(what).isNull();
            case "*" -> {
                // whatever can be said
            }
            default -> {
                double number = Double.parseDouble(expected);
                assertThat((Double) actual).as(what).isCloseTo(number,
                        within(2e-15 * Math.max(1e-3, Math.abs(number))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isRefused(List<String> row) {
        assertThat(row).hasSize(5);
        DiagnosticException refusal = catchThrowableOfType(DiagnosticException.class, () -> {
            Session session = Session.empty();
            for (StatementSource statement : Parser.statements(row.get(0))) {
                session = session.run(statement, Oracle.DEFAULT_BUDGET_MS).session();
            }
        });
        assertThat(refusal).as(row.get(0)).isNotNull();
        Diagnostic diagnostic = refusal.diagnostic();
        assertThat(diagnostic.code().wireName()).as(diagnostic.render()).isEqualTo(row.get(1));
        assertThat(diagnostic.message()).contains(row.get(3));
        if (!row.get(2).equals("*")) {
            var position = Objects.requireNonNull(diagnostic.position(), "position");
            assertThat(position.line() + ":" + position.column() + ":" + position.length()).as(diagnostic.render())
                    .isEqualTo(row.get(2));
        }
        if (!row.get(4).equals("-")) {
            assertThat(diagnostic.hint()).contains(row.get(4));
        }
    }
}
