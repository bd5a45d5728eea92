package org.adequal.simplify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.jr.ob.JSON;

/** Real formulas with their true partial derivatives at points; see the note beside the file. */
final class Corpus {

    /** A formula, its variables in the order of the points, and a known derivative by {@code knownBy}, if any. */
    record Entry(String id, String text, Expr formula, List<Variable> variables, List<Point> points,
            @Nullable Variable knownBy, @Nullable String knownText) {}

    /** Coordinates and the true gradient there. */
    record Point(double[] x, double[] gradient) {}

    private Corpus() {}

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Corpus.class.getResourceAsStream("/org/adequal/corpus/formulas.jsonl")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                entries.add(entry(JSON.std.mapFrom(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    @SuppressWarnings("unchecked") // the file is ours
    private static Entry entry(Map<String, Object> json) {
        String text = (String) json.get("formula");
        List<String> names = (List<String>) json.get("variables");
        List<Point> points = new ArrayList<>();
        for (Map<String, Object> point : (List<Map<String, Object>>) json.get("points")) {
            points.add(new Point(numbers(point.get("x")), numbers(point.get("gradient"))));
        }
        Map<String, Object> known = (Map<String, Object>) json.get("derivative");
        return new Entry((String) json.get("id"), text, expression(text, names), names.stream().map(Variable::of)
                .toList(), points, known == null ? null : Variable.of((String) known.get("wrt")),
                known == null ? null : (String) known.get("formula"));
    }

    static Expr expression(String text, List<String> names) {
        return Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), names);
    }

    private static double[] numbers(@Nullable Object list) {
        return list instanceof List<?> values
                ? values.stream().mapToDouble(v -> Double.parseDouble(String.valueOf(v))).toArray()
                : new double[0];
    }
}
