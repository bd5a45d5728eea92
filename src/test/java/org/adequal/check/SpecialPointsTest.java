package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.jr.ob.JSON;

/** Real formulas where something is singular: the status and every one-sided slope against independent values. */
class SpecialPointsTest {
    private static final Map<String, Status> STATUS_OF_CLASS = Map.of("value_undefined", Status.UNDEFINED, "kink",
            Status.KINK, "jump", Status.JUMP, "infinite_slope", Status.INFINITE, "domain_edge", Status.EDGE,
            "differentiable", Status.SMOOTH);

    static Stream<Map<String, Object>> points() throws IOException {
        InputStream stream = Objects
                .requireNonNull(SpecialPointsTest.class.getResourceAsStream("/org/adequal/corpus/points.jsonl"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream().map(line -> {
                try {
                    return JSON.std.mapFrom(line);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void statusAndSlopes(Map<String, Object> row) {
        List<Variable> variables = texts(row.get("variables")).stream().map(Variable::of).toList();
        double[] point = texts(row.get("x")).stream().mapToDouble(Double::parseDouble).toArray();
        PointResult result = at(String.valueOf(row.get("formula")), variables, point);

        assertThat(result.status()).as("%s", row).isEqualTo(STATUS_OF_CLASS.get(row.get("class")));
        if (row.get("one_sided_derivatives") instanceof List<?> sides) {
            for (int i = 0; i < sides.size(); i++) {
                PointResult.Partial partial = Objects.requireNonNull(result.partials().get(variables.get(i)));
                PointResult.Sides found = partial.sides() == null
                        ? new PointResult.Sides(partial.slope(), partial.slope())
                        : partial.sides();
                Map<?, ?> expected = (Map<?, ?>) Objects.requireNonNull(sides.get(i));
                assertSide(found.left(), String.valueOf(expected.get("left")));
                assertSide(found.right(), String.valueOf(expected.get("right")));
            }
        }
    }

    static PointResult at(String formula, List<Variable> variables, double... point) {
        return Formula.of(
                Lowering.value(Parser.formula(formula, "formula"), formula, "formula", Definitions.none(), List.of()),
                variables, variables).at(point);
    }

    private static List<String> texts(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list)).stream().map(String::valueOf).toList();
    }

    private static void assertSide(Quantity found, String expected) {
        Double value = found.value();
        switch (expected) {
            case "nan", "jump" -> assertThat(value).isNull();
            case "inf" -> assertThat(value).isInfinite().isPositive();
            case "-inf" -> assertThat(value).isInfinite().isNegative();
            default -> {
                double number = Double.parseDouble(expected);
                assertThat(value).isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
            }
        }
    }
}
