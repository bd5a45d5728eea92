package org.adequal.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.jr.ob.JSON;

/** The formulas from elsewhere with their true values and derivatives. */
public final class Corpus {

    private Corpus() {}

    /** A formula with its points. */
    public record Entry(String id, String formula, List<String> variables, List<Point> points) {}

    /** The truth at a point, and the relative (or absolute) errors of a plain double evaluation. */
    public record Point(List<String> coordinates, BigDecimal value, List<BigDecimal> gradient, double naiveValueError,
            List<Double> naiveGradientErrors) {

        public Map<String, Object> at(List<String> variables) {
            Map<String, Object> at = new LinkedHashMap<>();
            for (int i = 0; i < variables.size(); i++) {
                at.put(variables.get(i), coordinates.get(i));
            }
            return at;
        }
    }

    public static List<Entry> formulas() {
        List<Entry> entries = new ArrayList<>();
        for (Map<String, Object> line : lines("formulas.jsonl")) {
            List<Point> points = new ArrayList<>();
            for (Object point : (List<?>) line.get("points")) {
                Map<?, ?> fields = (Map<?, ?>) point;
                points.add(new Point(texts(fields.get("x")), new BigDecimal((String) fields.get("value")),
                        texts(fields.get("gradient")).stream().map(BigDecimal::new).toList(),
                        error(fields.get("naive_value_error")),
                        ((List<?>) fields.get("naive_gradient_error")).stream().map(Corpus::error).toList()));
            }
            entries.add(new Entry((String) line.get("id"), (String) line.get("formula"), texts(line.get("variables")),
                    points));
        }
        return entries;
    }

    /** The lines of a file of JSON objects. */
    public static List<Map<String, Object>> lines(String file) {
        try (InputStream stream = Corpus.class.getResourceAsStream(file)) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                lines.add(JSON.std.mapFrom(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    /** A number, or {@code abs:} and a number where the truth is 0. */
    private static double error(Object value) {
        return value instanceof String text
                ? Double.parseDouble(text.replace("abs:", ""))
                : ((Number) value).doubleValue();
    }
}
