package org.adequal.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.adequal.check.BoxEnclosure;
import org.adequal.check.Certified;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Convention;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.adequal.syntax.Diagnostic;
import org.adequal.session.Nested;
import org.adequal.syntax.Position;
import org.adequal.syntax.Span;
import org.jspecify.annotations.Nullable;

/** Results as JSON objects. */
public final class Answers {

    private Answers() {}

    /** value, gradient, status and what else there is to say about a point. */
    public static Map<String, @Nullable Object> gradient(PointResult result) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Map<String, @Nullable Object> gradient = new LinkedHashMap<>();
        boolean overflow = result.value().overflows();
        for (Map.Entry<Variable, PointResult.Partial> partial : result.partials().entrySet()) {
            gradient.put(partial.getKey().name(), number(partial.getValue().slope()));
            overflow |= partial.getValue().slope().overflows();
        }
        answer.put("value", number(result.value()));
        answer.put("gradient", Nested.of(gradient));
        status(result, answer);
        if (overflow) {
            answer.put("overflow", true);
        }
        return answer;
    }

    /** The status of a point, per variable where they differ, and why. */
    static void status(PointResult result, Map<String, @Nullable Object> answer) {
        answer.put("status", result.status().wireName());
        Map<String, @Nullable Object> statuses = new LinkedHashMap<>();
        result.partials().forEach((variable, partial) -> statuses.put(variable.name(), partial.status().wireName()));
        if (statuses.values().stream().distinct().count() > 1) {
            answer.put("statuses", Nested.of(statuses));
        }
        Map<String, @Nullable Object> sides = new LinkedHashMap<>();
        result.partials().forEach((variable, partial) -> {
            if (partial.sides() != null) {
                sides.put(variable.name(), sides(partial.sides()));
            }
        });
        if (!sides.isEmpty()) {
            answer.put("sides", Nested.of(sides));
        }
        Boolean differentiable = result.differentiable();
        answer.put("differentiable", differentiable == null ? Status.UNKNOWN.wireName() : differentiable);
        if (result.why() != null) {
            answer.put("why", result.why());
        }
    }

    /** The slopes of a convention in place of those that do not exist; the status stays. */
    static void following(Convention convention, Map<Variable, Quantity> slopes, PointResult result,
            Map<String, @Nullable Object> answer) {
        Map<String, @Nullable Object> gradient = new LinkedHashMap<>();
        result.partials().forEach((variable, partial) -> gradient.put(variable.name(),
                number(partial.status() == Status.SMOOTH
                        ? partial.slope()
                        : slopes.getOrDefault(variable, Quantity.NONE))));
        answer.put("gradient", Nested.of(gradient));
        answer.put("convention", convention.wireName());
    }

    /** Proven bounds as doubles rounded outwards; only what is proven is said. */
    static void enclosures(Certified certified, Map<String, @Nullable Object> answer) {
        if (certified.smooth()) {
            Map<String, Interval> slopes = new LinkedHashMap<>();
            certified.gradient().forEach((variable, slope) -> slopes.put(variable.name(), slope));
            answer.put("enclosure", bounds(slopes));
        }
        if (certified.defined()) {
            answer.put("value_enclosure", bounds(certified.value()));
        }
    }

    static Map<String, @Nullable Object> sides(PointResult.Sides sides) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>();
        both.put("left", number(sides.left()));
        both.put("right", number(sides.right()));
        return both;
    }

    /** What is proven on a whole box: bounds where the formula is smooth, else where it is not shown to be, and why. */
    static Map<String, @Nullable Object> box(BoxEnclosure box, List<Variable> variables) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("defined", box.defined());
        object.put("smooth", box.smooth());
        if (!box.value().isEmpty()) {
            object.put("value_enclosure", bounds(box.value()));
        }
        if (box.smooth()) {
            Map<String, @Nullable Object> slopes = new LinkedHashMap<>();
            box.gradient().forEach((variable, slope) -> slopes.put(variable.name(), bounds(slope)));
            object.put("enclosure", slopes);
        }
        if (box.open() instanceof BoxEnclosure.Open open) {
            Map<String, @Nullable Object> place = new LinkedHashMap<>();
            for (int i = 0; i < variables.size(); i++) {
                place.put(variables.get(i).name(), bounds(open.box().get(i)));
            }
            object.put("on", place);
            object.put("undefined", open.undefined());
            object.put("why", open.why());
        }
        return object;
    }

    static Map<String, @Nullable Object> matrixEnclosure(List<Variable> variables, List<List<Interval>> rows) {
        Map<String, @Nullable Object> matrix = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Interval> row = new LinkedHashMap<>();
            for (int j = 0; j < rows.size(); j++) {
                row.put(variables.get(j).name(), rows.get(i).get(j));
            }
            matrix.put(variables.get(i).name(), bounds(row));
        }
        return byArrays(matrix);
    }

    /** Bounds by name, of arrays as two arrays. */
    private static Map<String, @Nullable Object> bounds(Map<String, Interval> intervals) {
        Map<String, @Nullable Object> low = new LinkedHashMap<>();
        Map<String, @Nullable Object> high = new LinkedHashMap<>();
        intervals.forEach((name, interval) -> {
            low.put(name, end(interval.doubleLow()));
            high.put(name, end(interval.doubleHigh()));
        });
        Map<String, @Nullable Object> highs = Nested.of(high);
        Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
        Nested.of(low).forEach((name, lows) -> {
            if (lows instanceof List<?>) {
                Map<String, @Nullable Object> both = new LinkedHashMap<>();
                both.put("lo", lows);
                both.put("hi", highs.get(name));
                bounds.put(name, both);
            } else {
                List<@Nullable Object> both = new ArrayList<>();
                both.add(lows);
                both.add(highs.get(name));
                bounds.put(name, both);
            }
        });
        return bounds;
    }

    /** Rows by the names of elements as rows by the names of their arrays: the axes of the rows first. */
    private static Map<String, @Nullable Object> byArrays(Map<String, @Nullable Object> rows) {
        Map<String, Map<String, @Nullable Object>> columns = new LinkedHashMap<>();
        rows.forEach((row, entries) -> {
            if (entries instanceof Map<?, ?> map) {
                map.forEach((column, entry) -> columns
                        .computeIfAbsent(Nested.array(row) + " " + column, _ -> new LinkedHashMap<>())
                        .put(row, entry));
            }
        });
        Map<String, @Nullable Object> matrix = new LinkedHashMap<>();
        columns.forEach((names, column) -> {
            String[] both = names.split(" ");
            Object entry = Nested.of(column).get(both[0]);
            @SuppressWarnings("unchecked") // only such maps are put in
            Map<String, @Nullable Object> row = (Map<String, @Nullable Object>) Objects
                    .requireNonNull(
                            matrix.computeIfAbsent(both[0], _ -> new LinkedHashMap<String, @Nullable Object>()));
            row.put(both[1], merged(entry));
        });
        return matrix;
    }

    /** A list of {@code {"lo":…,"hi":…}} as one of them. */
    private static @Nullable Object merged(@Nullable Object entry) {
        if (!(entry instanceof List<?> list) || list.isEmpty()) {
            return entry;
        }
        List<@Nullable Object> inner = new ArrayList<>();
        list.forEach(each -> inner.add(merged(each)));
        if (!(inner.getFirst() instanceof Map<?, ?> first) || !first.containsKey("lo")) {
            return inner;
        }
        Map<String, @Nullable Object> both = new LinkedHashMap<>();
        for (String end : List.of("lo", "hi")) {
            List<@Nullable Object> ends = new ArrayList<>();
            inner.forEach(each -> ends.add(((Map<?, ?>) Objects.requireNonNull(each)).get(end)));
            both.put(end, ends);
        }
        return both;
    }

    static List<@Nullable Object> bounds(Interval interval) {
        return List.of(end(interval.doubleLow()), end(interval.doubleHigh()));
    }

    private static Object end(double value) {
        return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : value;
    }

    /** A matrix by the names of its variables. */
    static Map<String, @Nullable Object> matrix(List<Variable> variables, List<List<Quantity>> rows) {
        Map<String, @Nullable Object> matrix = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            matrix.put(variables.get(i).name(), row(variables, rows.get(i)));
        }
        return byArrays(matrix);
    }

    static Map<String, @Nullable Object> row(List<Variable> variables, List<Quantity> entries) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            row.put(variables.get(i).name(), number(entries.get(i)));
        }
        return Nested.of(row);
    }

    /** A JSON number, {@code "inf"} or {@code "-inf"}, or null where there is none. */
    public static @Nullable Object number(Quantity quantity) {
        Double value = quantity.value();
        return value == null || !value.isInfinite() ? value : value > 0 ? "inf" : "-inf";
    }

    /** {@code {"code":…,"message":…,…}}. */
    public static Map<String, @Nullable Object> error(Diagnostic diagnostic) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", diagnostic.code().wireName());
        error.put("message", diagnostic.message());
        Position position = diagnostic.position();
        if (position != null) {
            error.put("line", position.line());
            error.put("column", position.column());
            error.put("length", position.length());
        }
        if (diagnostic.also() instanceof Span other) {
            Position place = Position.of(diagnostic.source(), other);
            Map<String, @Nullable Object> also = new LinkedHashMap<>();
            also.put("line", place.line());
            also.put("column", place.column());
            also.put("length", place.length());
            error.put("also", also);
        }
        if (diagnostic.hint() != null) {
            error.put("hint", diagnostic.hint());
        }
        error.put("in", diagnostic.in());
        return error;
    }
}
