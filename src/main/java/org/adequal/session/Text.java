package org.adequal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.adequal.check.Numbers;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** Answers as plain text for a person. */
public final class Text {

    private Text() {}

    /** The answer's lines, without a line break at the end; empty where there is nothing to say. */
    public static String of(Answer answer) {
        return switch (answer) {
            case Answer.Message message -> message.text();
            case Answer.Remembered formula -> formula.formula();
            case Answer.Value value -> place(value.place()) + number(value.value(), value.why());
            case Answer.Expression expression -> expression.at() == null
                    ? expression.shown().toString()
                    : place(expression.at().place())
                            + number(expression.at().result().value(), expression.at().result().why());
            case Answer.Gradient gradient -> gradient(gradient);
            case Answer.Hessian hessian -> hessian(hessian);
            case Answer.Jacobian jacobian -> jacobian(jacobian);
            case Answer.Check check -> CheckText.of(check);
            case Answer.BoxCheck check -> CheckText.of(check);
            case Answer.Steps steps -> CheckText.of(steps);
            case Answer.Minimum minimum -> MinimizeText.of(minimum);
            case Answer.Quit _ -> "";
        };
    }

    static String place(Answer.Place place) {
        return place.isNowhere() ? "" : "at " + coordinates(place) + ": ";
    }

    static String coordinates(Answer.Place place) {
        return place.coordinates().entrySet().stream().map(c -> c.getKey().name() + " = " + Numbers.show(c.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String number(Quantity quantity, @Nullable String why) {
        Double value = quantity.value();
        if (value == null) {
            return "no value: " + Objects.requireNonNullElse(why, "it could not be decided");
        }
        return value.isInfinite() ? Numbers.show(value) + " (too large for a double)" : Numbers.show(value);
    }

    static String entry(Quantity quantity, Status status) {
        Double value = quantity.value();
        return value != null ? Numbers.show(value) : status == Status.SMOOTH ? "no double" : status.wireName();
    }

    private static String gradient(Answer.Gradient gradient) {
        if (gradient.place() == null || gradient.result() == null) {
            return list(gradient.partials());
        }
        return place(gradient.place()) + row(gradient.result()) + because(gradient.result());
    }

    /** {@code [a, b] for c}: the condition once where all entries have the same, else at each entry. */
    static String list(List<Answer.Shown> entries) {
        List<String> domains = entries.stream().map(Answer.Shown::domain).filter(Objects::nonNull).distinct().toList();
        boolean common = domains.size() == 1 && entries.stream().allMatch(entry -> entry.domain() != null);
        String inner = entries.stream().map(entry -> common ? entry.text() : entry.toString())
                .collect(Collectors.joining(", "));
        return "[" + inner + "]" + (common ? " for " + domains.getFirst() : "");
    }

    private static String row(PointResult result) {
        return result.partials().values().stream().map(partial -> entry(partial.slope(), partial.status()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String because(PointResult result) {
        return result.why() == null ? "" : "\n" + result.why();
    }

    private static String hessian(Answer.Hessian hessian) {
        if (hessian.place() == null || hessian.result() == null) {
            return hessian.entries().stream().map(Text::list).collect(Collectors.joining(",\n ", "[", "]"));
        }
        Status status = hessian.result().status();
        return place(hessian.place()) + hessian.values().stream()
                .map(row -> row.stream().map(entry -> entry(entry, status)).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]")) + because(hessian.result());
    }

    private static String jacobian(Answer.Jacobian jacobian) {
        if (jacobian.place() == null) {
            return jacobian.rows().stream().map(Text::list).collect(Collectors.joining(",\n ", "[", "]"));
        }
        return place(jacobian.place()) + jacobian.results().stream().map(Text::row)
                .collect(Collectors.joining(", ", "[", "]"))
                + jacobian.results().stream().map(Text::because).filter(why -> !why.isEmpty()).findFirst().orElse("");
    }

    static String columns(List<List<String>> table) {
        int columns = table.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : table) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : table) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }
}
