package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points at which derivatives go wrong in other systems, with answers reasoned by hand. */
class TrickyPointsTest {

    static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                TrickyPointsTest.class.getResourceAsStream("/org/adequal/check/tricky-points.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#") && line.split("\\|", -1).length < 6).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void statusSlopesAndDifferentiability(String line) {
        String[] parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        List<Variable> variables = new ArrayList<>();
        List<Double> point = new ArrayList<>();
        for (String coordinate : parts[1].split(",", -1)) {
            String[] sides = coordinate.split("=", -1);
            variables.add(Variable.of(sides[0].strip()));
            point.add(Double.parseDouble(sides[1]));
        }

        PointResult result = at(parts[0], variables, point.stream().mapToDouble(Double::doubleValue).toArray());

        String[] statuses = parts[2].split(",", -1);
        for (int i = 0; i < statuses.length; i++) {
            assertThat(Objects.requireNonNull(result.partials().get(variables.get(i))).status().wireName())
                    .isEqualTo(statuses[i].strip());
        }
        PointResult.Partial first = Objects.requireNonNull(result.partials().get(variables.getFirst()));
        PointResult.Sides sides = first.sides() == null
                ? new PointResult.Sides(first.slope(), first.slope())
                : first.sides();
        String[] slopes = parts[3].isEmpty() ? new String[0] : parts[3].split(" +");
        for (int i = 0; i < slopes.length; i++) {
            assertSlope(i == 0 ? sides.left() : sides.right(), slopes[i]);
        }
        if (parts.length > 4 && !parts[4].isEmpty()) {
            assertThat(result.differentiable()).isEqualTo(Boolean.valueOf(parts[4]));
        }
    }

    /** A side as the table has it: a number as a formula, {@code inf}, or {@code -}. */
    private static void assertSlope(Quantity slope, String expected) {
        Double value = slope.value();
        if (expected.equals("-")) {
            assertThat(value).isNull();
        } else if (expected.endsWith("inf")) {
            assertThat(value).isEqualTo(expected.equals("inf") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        } else {
            double number = Objects.requireNonNull(SpecialPointsTest.at(expected, List.of()).value().value());
            assertThat(value).isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
        }
    }

    /** What is proven to be differentiable has all its partial derivatives; nothing is both proven and refuted. */
    @Test
    void differentiableMeansSmoothAlongAllVariables() {
        for (String text : List.of("abs(x)*y", "max(x,y)^2", "hypot(x,y)", "x*y*sign(x)", "abs(x*y)^(3/2)",
                "if(x > y, x, y)*(x - y)", "sqrt(abs(x*y))")) {
            for (double x : new double[]{-1, 0, 1}) {
                for (double y : new double[]{-1, 0, 1}) {
                    PointResult result = at(text, x, y);
                    if (Boolean.TRUE.equals(result.differentiable())) {
                        assertThat(result.status()).as("%s at %s, %s", text, x, y).isEqualTo(Status.SMOOTH);
                    }
                    assertThat(result.differentiable()).as("%s at %s, %s", text, x, y).isNotNull();
                }
            }
        }
    }

    /** What is asked along some variables leaves open whether the function of all of them is differentiable. */
    @Test
    void differentiableSpeaksOfAllVariables() {
        assertThat(alongX("x*abs(y)", 1, 0)).isFalse();
        assertThat(alongX("x*abs(y)", 0, 0)).isTrue();
        assertThat(alongX("x*abs(y)", 1, 2)).isTrue();
        assertThat(alongX("x^y", -2, 3)).isFalse();
    }

    private static @Nullable Boolean alongX(String text, double x, double y) {
        return Formula.of(
                Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of()),
                List.of(Variable.of("x"), Variable.of("y")), List.of(Variable.of("x"))).at(x, y).differentiable();
    }

    private static PointResult at(String text, double x, double y) {
        return at(text, List.of(Variable.of("x"), Variable.of("y")), x, y);
    }

    /** As it is answered: with the doubles nearest to the truth where double arithmetic gives none. */
    private static PointResult at(String text, List<Variable> variables, double... point) {
        Formula formula = Formula.of(
                Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of()),
                variables, variables);
        PointResult result = formula.at(point);
        return result.isComplete() ? result : formula.certified(point).complete(result);
    }
}
