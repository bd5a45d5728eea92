package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.adequal.expr.Variable;
import org.junit.jupiter.api.Test;

/** Random formulas at 0, 1, -1, 2 and 1/2 against difference quotients of 400 digits that another program took. */
class RandomPointsTest {
    private static final Variable X = Variable.of("x");

    @Test
    void agreesWithDifferenceQuotients() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<Status, Integer> statistics = new EnumMap<>(Status.class);
        for (String line : lines()) {
            String[] parts = line.split(" \\| ", -1);
            PointResult result = SpecialPointsTest.at(parts[0], List.of(X), Double.parseDouble(parts[1]));
            PointResult.Partial partial = Objects.requireNonNull(result.partials().get(X));
            statistics.merge(partial.status(), 1, Integer::sum);
            PointResult.Sides sides = partial.sides() == null
                    ? new PointResult.Sides(partial.slope(), partial.slope())
                    : partial.sides();
            if (partial.status() != Status.valueOf(parts[2].toUpperCase(Locale.ROOT))
                    || !agrees(sides.left(), parts[3]) || !agrees(sides.right(), parts[4])) {
                wrong.add(line + " -> " + partial);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(statistics).doesNotContainKey(Status.UNKNOWN);
    }

    private static boolean agrees(Quantity slope, String expected) {
        Double value = slope.value();
        if (expected.equals("-") || value == null) {
            return expected.equals("-") && value == null;
        }
        if (expected.endsWith("inf")) {
            return value == (expected.equals("inf") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        }
        double number = Double.parseDouble(expected);
        return Math.abs(value - number) <= 1e-9 * Math.max(1, Math.abs(number));
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                RandomPointsTest.class.getResourceAsStream("/org/adequal/check/random-points.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
