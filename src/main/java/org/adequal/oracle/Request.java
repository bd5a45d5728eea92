package org.adequal.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import org.adequal.number.DoubleText;
import org.adequal.session.Nested;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Spelling;
import org.jspecify.annotations.Nullable;

/** The fields of a request, each refused with a {@code request} error where it is not what it has to be. */
final class Request {
    private final Map<String, @Nullable Object> fields;

    private Request(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /** The request that a JSON value is. */
    @SuppressWarnings("unchecked") // JSON objects have strings for keys
    static Request of(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw error("a request is a JSON object",
                    "for example {\"op\":\"gradient\",\"formula\":\"x^2\",\"at\":{\"x\":3}}");
        }
        return new Request((Map<String, @Nullable Object>) map);
    }

    static DiagnosticException error(String message, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(Diagnostic.Code.REQUEST, message, null, hint, "", "request"));
    }

    /** Refuses fields that the operation does not know. */
    void allowOnly(Collection<String> known) {
        Set<String> all = new TreeSet<>(known);
        for (String field : fields.keySet()) {
            if (!all.contains(field)) {
                String suggestion = Spelling.suggestion(field, all);
                throw error("unknown field \"" + field + "\"",
                        suggestion != null
                                ? "did you mean \"" + suggestion + "\"?"
                                : "known fields: " + String.join(", ", all));
            }
        }
    }

    boolean has(String field) {
        return fields.get(field) != null;
    }

    @Nullable
    Object get(String field) {
        return fields.get(field);
    }

    String text(String field) {
        return asText(fields.get(field), "\"" + field + "\"");
    }

    private static String asText(@Nullable Object value, String what) {
        if (!(value instanceof String text)) {
            throw error(what + (value == null ? " is missing" : " is not a string"), null);
        }
        return text;
    }

    /** A list of strings; empty where the field is absent. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(field)) {
            texts.add(asText(value, "each of \"" + field + "\""));
        }
        return texts;
    }

    List<?> list(String field) {
        Object value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw error("\"" + field + "\" is not a list", null);
        }
        return list;
    }

    boolean flag(String field) {
        Object value = fields.get(field);
        if (value == null) {
            return false;
        }
        if (!(value instanceof Boolean flag)) {
            throw error("\"" + field + "\" is neither true nor false", null);
        }
        return flag;
    }

    /** A positive whole number; the default where the field is absent. */
    long count(String field, long otherwise) {
        Object value = fields.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Integer || value instanceof Long) || ((Number) value).longValue() <= 0) {
            throw error("\"" + field + "\" is not a positive whole number", null);
        }
        return ((Number) value).longValue();
    }

    /** Coordinates by name, in the order given. */
    static Map<String, Double> point(@Nullable Object value, String what) {
        if (!(value instanceof Map<?, ?> map)) {
            throw error(what + (value == null ? " is missing" : " is not an object of coordinates"),
                    "for example {\"x\":3}");
        }
        Map<String, Double> point = new LinkedHashMap<>();
        map.forEach((name, coordinate) -> flatten(String.valueOf(name), coordinate,
                "the coordinate " + name + " in " + what, entry -> number(entry.value, entry.what), point));
        return point;
    }

    /** A value of a request and what it is called in messages. */
    record Entry(@Nullable Object value, String what) {}

    /** A number by its name, or the numbers of nested lists by the names of elements: {@code x[0,1]}. */
    static void flatten(String name, @Nullable Object value, String what, ToDoubleFunction<Entry> number,
            Map<String, Double> into) {
        if (!(value instanceof List<?>)) {
            into.put(name, number.applyAsDouble(new Entry(value, what)));
            return;
        }
        List<Integer> dimensions = new ArrayList<>();
        for (Object inner = value; inner instanceof List<?> list; inner = list.getFirst()) {
            if (list.isEmpty()) {
                throw error(what + " is an array without elements", null);
            }
            dimensions.add(list.size());
        }
        flatten(name, value, what, dimensions, new int[dimensions.size()], 0, number, into);
    }

    private static void flatten(String name, @Nullable Object value, String what, List<Integer> dimensions,
            int[] index, int axis, ToDoubleFunction<Entry> number, Map<String, Double> into) {
        if (axis == dimensions.size() && !(value instanceof List<?>)) {
            into.put(Nested.name(name, index), number.applyAsDouble(new Entry(value, what)));
            return;
        }
        if (axis == dimensions.size() || !(value instanceof List<?> list) || list.size() != dimensions.get(axis)) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.SHAPE,
                    what + " is no array: its lists have different lengths", null, null, "", "request"));
        }
        for (int i = 0; i < list.size(); i++) {
            index[axis] = i;
            flatten(name, list.get(i), what, dimensions, index, axis + 1, number, into);
        }
    }

    /** A finite double: a JSON number, or a decimal or hexadecimal text, rounded to the nearest; -0.0 is 0. */
    static double number(@Nullable Object value, String what) {
        double number = switch (value) {
            case Integer i -> i;
            case Long l -> l.doubleValue();
            case BigInteger i -> i.doubleValue();
            case BigDecimal d -> d.doubleValue();
            case String text -> parse(text, what);
            case List<?> _ -> throw new DiagnosticException(new Diagnostic(Diagnostic.Code.SHAPE,
                    what + " is an array where a number is needed", null, null, "", "request"));
            case null, default ->
                throw error(what + " is no number", "numbers are JSON numbers or strings such as \"0x1.8p1\"");
        };
        if (!Double.isFinite(number)) {
            throw error(what + " is too large for a double", null);
        }
        return number + 0.0;
    }

    private static double parse(String text, String what) {
        return DoubleText.number(text).orElseThrow(
                () -> error(what + " is no number: \"" + text.substring(0, Math.min(40, text.length())) + "\"",
                        "numbers are JSON numbers or strings such as \"1e-3\" or \"0x1.8p1\""));
    }
}
