package org.adequal.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.check.Judge;
import org.adequal.expr.Variable;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Spelling;
import org.jspecify.annotations.Nullable;

/** The claims of a request, judged one by one. */
record Claims(Request request, Library library) {

    /** The judgement of {@code claim} at {@code at}, or the list of those of {@code claims} at {@code points}. */
    Map<String, @Nullable Object> answer() {
        for (String field : List.of("claim_hessian", "claim_jacobian", "certify", "kinks")) {
            if (request.has(field) && !Boolean.FALSE.equals(request.get(field))) {
                throw Request.error("\"" + field + "\" is not available yet", null);
            }
        }
        Judge judge = judge();
        if (!request.has("points")) {
            if (request.has("claims")) {
                throw Request.error("\"claims\" stand beside \"points\"", "write \"at\" and \"claim\" for one point");
            }
            return judged(judge, request.get("at"), "\"at\"", request.get("claim"), "\"claim\"");
        }
        if (request.has("at") || request.has("claim")) {
            throw Request.error("\"points\" and \"claims\" exclude \"at\" and \"claim\"", null);
        }
        List<?> points = request.list("points");
        List<?> claims = request.list("claims");
        if (points.size() != claims.size()) {
            throw Request.error(points.size() + " points and " + claims.size() + " claims", null);
        }
        List<@Nullable Object> results = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            results.add(judged(judge, points.get(i), "a point of \"points\"", claims.get(i), "a claim of \"claims\""));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("results", results);
        return all;
    }

    private Judge judge() {
        Format format = Format.F64;
        if (request.has("format")) {
            String name = request.text("format");
            format = switch (name.toLowerCase(Locale.ROOT)) {
                case "f64" -> Format.F64;
                case "f32" -> Format.F32;
                default -> throw Request.error("unknown format \"" + name + "\"", "known: f64, f32");
            };
        }
        OptionalDouble tolerance = OptionalDouble.empty();
        if (request.has("tolerance")) {
            double relative = Request.number(request.get("tolerance"), "\"tolerance\"");
            if (relative < 0) {
                throw Request.error("\"tolerance\" is negative", null);
            }
            tolerance = OptionalDouble.of(relative);
        }
        return new Judge(format, tolerance);
    }

    private Map<String, @Nullable Object> judged(Judge judge, @Nullable Object at, String where,
            @Nullable Object claimed, String what) {
        Map<String, Double> point = Request.point(at, where);
        Formula formula = library.formula(request, null, point.keySet());
        double[] claim = claim(claimed, what, formula.wrt());
        return CheckAnswers.judgement(judge.judge(formula,
                point.values().stream().mapToDouble(Double::doubleValue).toArray(), claim));
    }

    private static double[] claim(@Nullable Object claimed, String what, List<Variable> variables) {
        if (!(claimed instanceof Map<?, ?> map)) {
            throw Request.error(what + (claimed == null ? " is missing" : " is not an object of numbers"),
                    "for example {\"x\":6}");
        }
        List<String> names = variables.stream().map(Variable::name).toList();
        Map<String, Double> flat = new LinkedHashMap<>();
        map.forEach((name, value) -> Request.flatten(String.valueOf(name), value, name + " in " + what,
                entry -> number(entry.value(), entry.what()), flat));
        for (Object name : flat.keySet()) {
            if (!names.contains(name)) {
                String suggestion = Spelling.suggestion(String.valueOf(name), names);
                throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME,
                        what + " is about " + name + ", which is not differentiated by", null,
                        suggestion != null ? "did you mean " + suggestion + "?" : "known: " + String.join(", ", names),
                        "", "request"));
            }
        }
        double[] claim = new double[names.size()];
        for (int i = 0; i < claim.length; i++) {
            String name = names.get(i);
            if (!flat.containsKey(name)) {
                throw Request.error(what + " lacks " + name, "leave it out of \"wrt\" if it is not claimed");
            }
            claim[i] = flat.getOrDefault(name, Double.NaN);
        }
        return claim;
    }

    private static double number(@Nullable Object value, String what) {
        return switch (value) {
            case String text when text.equalsIgnoreCase("nan") -> Double.NaN;
            case String text when text.matches("(?i)\\+?inf(inity)?") -> Double.POSITIVE_INFINITY;
            case String text when text.matches("(?i)-inf(inity)?") -> Double.NEGATIVE_INFINITY;
            case null, default -> Request.number(value, what);
        };
    }
}
