package org.adequal.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.adequal.chart.Size;
import org.adequal.chart.Svg;
import org.adequal.chart.Theme;
import org.adequal.check.PointResult;
import org.adequal.check.Status;
import org.adequal.expr.Variable;
import org.adequal.session.Answer;
import org.adequal.session.Nested;
import org.adequal.syntax.Diagnostic;
import org.adequal.verdict.Judgement;
import org.jspecify.annotations.Nullable;

/** What statements answer, as the oracle's objects with the statement beside. */
public final class StatementAnswers {

    private StatementAnswers() {}

    public static Map<String, @Nullable Object> error(String statement, Diagnostic diagnostic) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("statement", statement);
        object.put("error", Answers.error(diagnostic));
        return object;
    }

    public static Map<String, @Nullable Object> of(String statement, Answer answer) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("statement", statement);
        switch (answer) {
            case Answer.Message message -> object.put("text", message.text());
            case Answer.Remembered formula -> {
                object.put("formula", formula.formula());
                nowhere(formula.nowhere(), object);
            }
            case Answer.Value value -> {
                at(value.place(), object);
                object.put("value", Answers.number(value.value()));
                if (value.value().overflows()) {
                    object.put("overflow", true);
                }
                if (value.why() != null) {
                    object.put("why", value.why());
                }
            }
            case Answer.ArrayValue value -> {
                at(value.place(), object);
                object.put("value", Nested.shaped(value.values().stream().map(Answers::number).toList(),
                        value.dimensions().stream().mapToInt(Integer::intValue).toArray()));
                if (value.why() != null) {
                    object.put("why", value.why());
                }
            }
            case Answer.ArrayJacobian jacobian -> {
                object.put("derivatives", named(jacobian.variables(), jacobian.derivatives()));
                if (jacobian.place() != null) {
                    at(jacobian.place(), object);
                    object.put("jacobian",
                            Nested.shaped(jacobian.results().stream().map(StatementAnswers::row).toList(),
                                    jacobian.dimensions().stream().mapToInt(Integer::intValue).toArray()));
                    object.put("status", Status.worst(jacobian.results().stream().map(PointResult::status).toList())
                            .wireName());
                }
            }
            case Answer.Expression expression -> {
                shown(expression.shown(), object);
                if (expression.at() instanceof Answer.At at) {
                    at(at.place(), object);
                    object.put("value", Answers.number(at.result().value()));
                    object.put("status", at.result().status().wireName());
                    if (at.sides() != null) {
                        object.put("sides", Answers.sides(at.sides()));
                    }
                    if (at.result().why() != null) {
                        object.put("why", at.result().why());
                    }
                }
            }
            case Answer.Gradient gradient -> {
                object.put("derivatives", named(gradient.variables(), gradient.partials()));
                if (gradient.place() != null && gradient.result() != null) {
                    at(gradient.place(), object);
                    object.putAll(Answers.gradient(gradient.result()));
                }
            }
            case Answer.Hessian hessian -> {
                object.put("derivatives", rows(hessian.variables(), hessian.entries()));
                if (hessian.place() != null && hessian.result() != null) {
                    at(hessian.place(), object);
                    object.put("hessian",
                            Answers.matrix(List.copyOf(hessian.result().partials().keySet()), hessian.values()));
                    Answers.status(hessian.result(), object);
                }
            }
            case Answer.Jacobian jacobian -> {
                object.put("derivatives",
                        jacobian.rows().stream().map(row -> named(jacobian.variables(), row)).toList());
                if (jacobian.place() != null) {
                    at(jacobian.place(), object);
                    List<@Nullable Object> rows = new ArrayList<>();
                    jacobian.results().forEach(result -> rows.add(Answers.row(List.copyOf(result.partials().keySet()),
                            result.partials().values().stream().map(PointResult.Partial::slope).toList())));
                    object.put("jacobian", rows);
                    object.put("status", Status.worst(jacobian.results().stream().map(PointResult::status).toList())
                            .wireName());
                }
            }
            case Answer.Check check -> {
                object.put("formula", check.formula());
                object.put("derivatives", named(check.variables(), check.partials()));
                at(check.place(), object);
                object.putAll(Answers.gradient(check.check().result()));
                Answers.enclosures(check.certified(), object);
                object.put("differences", CheckAnswers.differences(check.check(), check.certified()));
                object.put("verdict", check.check().agreement().wireName());
                object.put("evidence", check.isProven() ? "proven" : "estimated");
                if (check.claim() instanceof Judgement claim) {
                    object.putAll(ClaimAnswers.judgement(claim));
                }
            }
            case Answer.BoxCheck check -> {
                object.put("formula", check.formula());
                object.put("derivatives", named(check.variables(), check.partials()));
                object.putAll(CheckAnswers.census(check.census(), check.worst()));
                object.put("proven", Answers.box(check.proven(), check.sides()));
            }
            case Answer.Steps steps -> {
                object.put("formula", steps.formula());
                object.put("derivatives", named(List.of(steps.variable()), List.of(steps.derivative())));
                at(steps.place(), object);
                object.putAll(CheckAnswers.steps(steps.error(), steps.exact()));
            }
            case Answer.Claims claims -> object.putAll(CensusAnswers.of(claims));
            case Answer.Picture picture -> {
                object.put("title", picture.picture().title());
                object.put("description", picture.picture().description());
                if (picture.file() != null) {
                    object.put("file", picture.file());
                } else {
                    object.put("svg", Svg.file(picture.picture(), Theme.LIGHT, Size.STANDARD));
                }
            }
            case Answer.Minimum minimum -> MinimumAnswers.minimum(minimum, object);
            case Answer.Quit _ -> {
            }
        }
        return object;
    }

    private static Map<String, @Nullable Object> row(PointResult result) {
        return Answers.row(List.copyOf(result.partials().keySet()),
                result.partials().values().stream().map(PointResult.Partial::slope).toList());
    }

    private static void at(Answer.Place place, Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> coordinates = new LinkedHashMap<>();
        place.coordinates().forEach((variable, value) -> coordinates.put(variable.name(), value));
        object.put("at", Nested.of(coordinates));
    }

    private static void shown(Answer.Shown shown, Map<String, @Nullable Object> object) {
        object.put("derivative", shown.text());
        if (shown.domain() != null) {
            object.put("domain", shown.domain());
        }
        object.put("nodes", shown.nodes());
        if (shown.special() != null) {
            object.put("special", shown.special());
        }
        nowhere(shown.nowhere(), object);
    }

    private static void nowhere(@Nullable String why, Map<String, @Nullable Object> object) {
        if (why != null) {
            object.put("empty", true);
            object.put("why", why);
        }
    }

    private static Map<String, @Nullable Object> named(List<Variable> variables, List<Answer.Shown> entries) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            shown(Objects.requireNonNull(entries.get(i)), entry);
            named.put(variables.get(i).name(), entry);
        }
        return named;
    }

    private static Map<String, @Nullable Object> rows(List<Variable> variables, List<List<Answer.Shown>> entries) {
        Map<String, @Nullable Object> rows = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            rows.put(variables.get(i).name(), named(variables, entries.get(i)));
        }
        return rows;
    }
}
