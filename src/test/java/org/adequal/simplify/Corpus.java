package org.adequal.simplify;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.jspecify.annotations.Nullable;

/** Real formulas with their true partial derivatives at points; see the note beside the file. */
final class Corpus {

    /** A formula, its variables in the order of the points, and a known derivative by {@code knownBy}, if any. */
    record Entry(String id, String text, Expr formula, List<Variable> variables, List<Point> points,
            @Nullable Variable knownBy, @Nullable String knownText) {}

    /** Coordinates and the true gradient there. */
    record Point(double[] x, double[] gradient) {}

    private Corpus() {}

    static List<Entry> entries() {
        return org.adequal.corpus.Corpus.lines("formulas.jsonl").stream().map(Corpus::entry).toList();
    }

    private static Entry entry(Map<String, Object> json) {
        String text = text(json, "formula");
        List<String> names = list(json, "variables").stream().map(String::valueOf).toList();
        List<Point> points = list(json, "points").stream().map(Corpus::map)
                .map(point -> new Point(numbers(point, "x"), numbers(point, "gradient"))).toList();
        Map<String, Object> known = json.containsKey("derivative") ? map(json.get("derivative")) : null;
        return new Entry(text(json, "id"), text, expression(text, names), names.stream().map(Variable::of).toList(),
                points, known == null ? null : Variable.of(text(known, "wrt")),
                known == null ? null : text(known, "formula"));
    }

    private static String text(Map<String, Object> json, String key) {
        return String.valueOf(json.get(key));
    }

    private static List<?> list(Map<String, Object> json, String key) {
        return json.get(key) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked") // JSON objects have texts as keys
    private static Map<String, Object> map(@Nullable Object json) {
        return (Map<String, Object>) Objects.requireNonNull(json);
    }

    static Expr expression(String text, List<String> names) {
        return Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), names);
    }

    private static double[] numbers(Map<String, Object> json, String key) {
        return list(json, key).stream().mapToDouble(value -> Double.parseDouble(String.valueOf(value))).toArray();
    }
}
