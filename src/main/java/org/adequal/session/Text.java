package org.adequal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.adequal.chart.TerminalCanvas;
import org.adequal.chart.Theme;
import org.adequal.check.Numbers;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.claims.CensusText;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** Answers as plain text for a person. */
public final class Text {
    /** What a terminal of unknown size is taken to have. */
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    private Text() {}

    /** The answer's lines, without a line break at the end; empty where there is nothing to say. */
    public static String of(Answer answer) {
        return switch (answer) {
            case Answer.Message message -> message.text();
            case Answer.Remembered formula -> formula.formula() + nowhere(formula.nowhere());
            case Answer.Value value -> place(value.place()) + number(value.value(), value.why());
            case Answer.ArrayValue value -> place(value.place()) + array(value);
            case Answer.ArrayJacobian jacobian -> jacobian(jacobian);
            case Answer.Expression expression -> expression.at() == null
                    ? expression.shown() + special(expression.shown()) + nowhere(expression.shown().nowhere())
                    : at(expression.at());
            case Answer.Gradient gradient -> gradient(gradient);
            case Answer.Hessian hessian -> hessian(hessian);
            case Answer.Jacobian jacobian -> jacobian(jacobian);
            case Answer.Check check -> CheckText.of(check);
            case Answer.BoxCheck check -> CheckText.of(check);
            case Answer.Steps steps -> CheckText.of(steps);
            case Answer.Picture picture -> picture(picture, COLUMNS, ROWS, null);
            case Answer.Claims claims -> new CensusText(claims.formula(), claims.variables(), claims.source(),
                    claims.census(), claims.remarks(), claims.alone(), claims.repeat()).toString();
            case Answer.Minimum minimum -> MinimizeText.of(minimum);
            case Answer.Quit _ -> "";
        };
    }

    /**
     * A picture in the cells of a terminal, or where it was written.
     *
     * @param theme its colours; null for none
     */
    public static String picture(Answer.Picture answer, int columns, int rows, @Nullable Theme theme) {
        return answer.file() == null
                ? TerminalCanvas.lines(answer.picture(), columns, rows, theme)
                : "wrote " + answer.file() + ": " + answer.picture().title();
    }

    private static String at(Answer.At at) {
        String text = place(at.place()) + number(at.result().value(), at.result().why());
        boolean told = at.result().why() != null && at.result().why().contains("on the left");
        return at.sides() == null || told
                ? text
                : text + "\non the left " + side(at.sides().left()) + ", on the right " + side(at.sides().right());
    }

    private static String side(Quantity slope) {
        return slope.value() == null ? "none" : Numbers.show(slope.value());
    }

    private static String nowhere(@Nullable String why) {
        return why == null ? "" : "\ndefined nowhere: " + why;
    }

    private static String nowhere(List<Answer.Shown> entries) {
        return nowhere(entries.stream().map(Answer.Shown::nowhere).filter(Objects::nonNull).findFirst().orElse(null));
    }

    static String place(Answer.Place place) {
        return place.isNowhere() ? "" : "at " + coordinates(place) + ": ";
    }

    static String coordinates(Answer.Place place) {
        Map<String, Double> named = new LinkedHashMap<>();
        place.coordinates().forEach((variable, value) -> named.put(variable.name(), value));
        return Nested.of(named).entrySet().stream()
                .map(c -> c.getKey() + " = " + Nested.text(c.getValue(), value -> Numbers.show((Double) value)))
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
            return list(gradient.variables(), gradient.partials()) + nowhere(gradient.partials());
        }
        return place(gradient.place()) + row(gradient.result()) + because(gradient.result());
    }

    /** Derivatives by arrays line by line, by one array bare, by numbers as a list. */
    private static String list(List<Variable> variables, List<Answer.Shown> entries) {
        if (variables.stream().allMatch(variable -> variable.shape().isScalar())) {
            return list(entries);
        }
        if (entries.size() == 1) {
            return entries.getFirst() + special(entries.getFirst());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            lines.add(variables.get(i).name() + ": " + entries.get(i) + special(entries.get(i)));
        }
        return String.join("\n", lines);
    }

    private static String special(Answer.Shown shown) {
        return shown.special() == null ? "" : "\n" + shown.special();
    }

    private static String array(Answer.ArrayValue value) {
        if (value.values().stream().anyMatch(each -> !each.exists())) {
            return "no value: " + Objects.requireNonNullElse(value.why(), "it could not be decided");
        }
        return Nested.text(Nested.shaped(value.values(),
                value.dimensions().stream().mapToInt(Integer::intValue).toArray()),
                each -> number((Quantity) each, null));
    }

    private static String jacobian(Answer.ArrayJacobian jacobian) {
        if (jacobian.place() == null) {
            return list(jacobian.variables(), jacobian.derivatives());
        }
        List<String> rows = jacobian.results().stream().map(Text::row).toList();
        return place(jacobian.place()) + Nested.text(Nested.shaped(rows,
                jacobian.dimensions().stream().mapToInt(Integer::intValue).toArray()), String.class::cast)
                + jacobian.results().stream().map(Text::because).filter(why -> !why.isEmpty()).findFirst().orElse("");
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
        Map<String, String> entries = new LinkedHashMap<>();
        result.partials().forEach(
                (variable, partial) -> entries.put(variable.name(), entry(partial.slope(), partial.status())));
        Map<String, ?> nested = Nested.of(entries);
        List<String> texts = nested.values().stream().map(each -> Nested.text(each, String.class::cast)).toList();
        return texts.size() == 1 && nested.values().iterator().next() instanceof List<?>
                ? texts.getFirst()
                : "[" + String.join(", ", texts) + "]";
    }

    static String because(PointResult result) {
        return result.why() == null ? "" : "\n" + result.why();
    }

    private static String hessian(Answer.Hessian hessian) {
        if (hessian.place() == null || hessian.result() == null) {
            if (hessian.variables().size() == 1 && !hessian.variables().getFirst().shape().isScalar()) {
                return hessian.entries().getFirst().getFirst().toString();
            }
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
