package org.adequal.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.adequal.check.Formula;
import org.adequal.expr.Variable;
import org.adequal.number.DoubleText;
import org.adequal.syntax.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The names that points and claims of a formula go by.
 *
 * @param variables those of a point, in the formula's order
 * @param wrt       those of a gradient, in the formula's order
 */
record Names(List<String> variables, List<String> wrt) {

    static Names of(Formula formula) {
        return new Names(formula.variables().stream().map(Variable::name).toList(),
                formula.wrt().stream().map(Variable::name).toList());
    }

    /** What was given is no point, or no gradient: a sentence. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** The coordinates of an object such as {@code {"x":0.1}}. */
    List<Double> point(@Nullable Object json) throws Refused {
        if (!(json instanceof Map<?, ?> map)) {
            throw new Refused("\"at\" " + (json == null ? "is missing" : "is no object of coordinates"));
        }
        List<Double> point = new ArrayList<>();
        for (Object coordinate : inOrder(map, variables, "\"at\"")) {
            point.add(coordinate(coordinate));
        }
        return point;
    }

    /** The numbers of an object by names, of a list in order, or of one number where there is one variable. */
    List<Double> gradient(@Nullable Object json, String what) throws Refused {
        List<?> numbers = switch (json) {
            case null -> throw new Refused(what + " is missing");
            case Map<?, ?> map -> inOrder(map, wrt, what);
            case List<?> list -> list;
            case Object one -> List.of(one);
        };
        if (numbers.size() != wrt.size()) {
            throw new Refused(
                    what + " has " + numbers.size() + (numbers.size() == 1 ? " number, not " : " numbers, not ")
                            + wrt.size() + ": " + shortened(String.join(", ", wrt)));
        }
        List<Double> gradient = new ArrayList<>();
        for (Object number : numbers) {
            gradient.add(claimed(number));
        }
        return gradient;
    }

    private static List<@Nullable Object> inOrder(Map<?, ?> map, List<String> names, String what) throws Refused {
        List<@Nullable Object> values = new ArrayList<>();
        String missing = null;
        for (String name : names) {
            if (!map.containsKey(name)) {
                missing = name;
                break;
            }
            values.add(map.get(name));
        }
        if (missing != null || map.size() > names.size()) {
            for (Object name : map.keySet()) {
                if (!names.contains(name)) {
                    String suggestion = Spelling.suggestion(String.valueOf(name), names);
                    throw new Refused(what + " is about " + shortened(String.valueOf(name)) + (suggestion == null
                            ? ", and the names are " + shortened(String.join(", ", names))
                            : ": did you mean " + suggestion + "?"));
                }
            }
            throw new Refused(what + " lacks " + missing);
        }
        return values;
    }

    static double coordinate(@Nullable Object value) throws Refused {
        double number = switch (value) {
            case Number n -> n.doubleValue() + 0.0;
            case String text -> DoubleText.number(text).orElseThrow(() -> noNumber(text));
            case null, default -> throw noNumber(value);
        };
        if (Double.isNaN(number)) {
            throw noNumber(value);
        }
        if (Double.isInfinite(number)) {
            throw new Refused("a coordinate is too large for a double: " + shortened(String.valueOf(value)));
        }
        return number;
    }

    static double claimed(@Nullable Object value) throws Refused {
        return switch (value) {
            case Number n -> n.doubleValue() + 0.0;
            case String text -> {
                OptionalDouble number = DoubleText.claimed(text);
                if (number.isEmpty()) {
                    throw noNumber(text);
                }
                yield number.getAsDouble();
            }
            case null, default -> throw noNumber(value);
        };
    }

    private static Refused noNumber(@Nullable Object value) {
        return new Refused(value instanceof String text
                ? text.isEmpty() ? "it is empty" : "no number: '" + shortened(text) + "'"
                : "no number: " + shortened(String.valueOf(value)));
    }

    /** A text that fits into a sentence, without what a terminal would obey. */
    static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 77) + "...";
    }
}
