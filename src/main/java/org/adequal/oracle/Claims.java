package org.adequal.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.session.Nested;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Spelling;
import org.adequal.verdict.Claim;
import org.adequal.verdict.ClaimJudge;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Options;
import org.adequal.verdict.Probe;
import org.jspecify.annotations.Nullable;

/** The claims of a request, judged one by one. */
record Claims(Request request, Library library) {

    /** The judgement of {@code claim} at {@code at}, or the list of those of {@code claims} at {@code points}. */
    Map<String, @Nullable Object> answer() {
        List<Asked> asked = List.of(Asked.values()).stream()
                .filter(each -> request.has(each.field) || request.has(each.fields)).toList();
        if (asked.size() > 1) {
            throw Request.error("one claim at a time: \"" + asked.get(0).field + "\" or \"" + asked.get(1).field + "\"",
                    null);
        }
        Asked what = asked.isEmpty() ? Asked.GRADIENT : asked.getFirst();
        ClaimJudge judge = new ClaimJudge(Options.standard().following(Operation.convention(request))
                .from(library.places(request)));
        if (request.has("certify") && !request.flag("certify")) {
            judge = new ClaimJudge(judge.options().estimated());
        }
        if (!request.has("points")) {
            if (request.has("claims")) {
                throw Request.error("\"claims\" stand beside \"points\"", "write \"at\" and \"claim\" for one point");
            }
            return what.answers(this, judge, List.of(Request.point(request.get("at"), "\"at\"")),
                    Collections.singletonList(request.get(what.field))).getFirst();
        }
        if (request.has("at") || request.has("claim")) {
            throw Request.error("\"points\" and \"claims\" exclude \"at\" and \"claim\"", null);
        }
        List<Map<String, Double>> points = new ArrayList<>();
        for (Object point : request.list("points")) {
            points.add(Request.point(point, "a point of \"points\""));
        }
        List<?> claims = request.list(what.fields);
        if (points.size() != claims.size()) {
            throw Request.error(points.size() + " points and " + claims.size() + " claims", null);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("results", points.isEmpty() ? List.of() : what.answers(this, judge, points, claims));
        return all;
    }

    /** What is claimed, and how it is read and judged. */
    private enum Asked {
        GRADIENT("claim", "claims") {
            @Override
            List<Map<String, @Nullable Object>> answers(Claims claims, ClaimJudge judge,
                    List<Map<String, Double>> points, List<?> claimed) {
                // points that name the same variables are judged together
                Map<Formula, List<Integer>> together = new LinkedHashMap<>();
                List<Probe> probes = new ArrayList<>();
                for (int i = 0; i < points.size(); i++) {
                    Formula formula = claims.library.formula(claims.request, null, points.get(i).keySet());
                    together.computeIfAbsent(formula, _ -> new ArrayList<>()).add(i);
                    probes.add(new Probe(List.copyOf(points.get(i).values()),
                            claims.of(row(claimed.get(i), name(claims, field, fields), formula.wrt()))));
                }
                List<Map<String, @Nullable Object>> answers = new ArrayList<>(Collections.nCopies(points.size(),
                        Map.of()));
                together.forEach((formula, indices) -> {
                    List<Judgement> judgements = judge.judge(formula, indices.stream().map(probes::get).toList());
                    for (int j = 0; j < indices.size(); j++) {
                        answers.set(indices.get(j), ClaimAnswers.judgement(judgements.get(j)));
                    }
                });
                return answers;
            }
        },
        HESSIAN("claim_hessian", "claim_hessian") {
            @Override
            List<Map<String, @Nullable Object>> answers(Claims claims, ClaimJudge judge,
                    List<Map<String, Double>> points, List<?> claimed) {
                List<Map<String, @Nullable Object>> answers = new ArrayList<>();
                for (int i = 0; i < points.size(); i++) {
                    Formula formula = claims.library.formula(claims.request, null, points.get(i).keySet());
                    answers.add(ClaimAnswers.hessian(judge.judgeHessian(formula, coordinates(points.get(i)),
                            claims.of(matrix(claimed.get(i), formula.wrt())))));
                }
                return answers;
            }
        },
        JACOBIAN("claim_jacobian", "claim_jacobian") {
            @Override
            List<Map<String, @Nullable Object>> answers(Claims claims, ClaimJudge judge,
                    List<Map<String, Double>> points, List<?> claimed) {
                List<Map<String, @Nullable Object>> answers = new ArrayList<>();
                for (int i = 0; i < points.size(); i++) {
                    List<Formula> rows = claims.rows(points.get(i));
                    answers.add(ClaimAnswers.jacobian(judge.judgeJacobian(rows, coordinates(points.get(i)),
                            claims.of(rows(claimed.get(i), rows)))));
                }
                return answers;
            }
        };

        final String field;
        final String fields;

        Asked(String field, String fields) {
            this.field = field;
            this.fields = fields;
        }

        abstract List<Map<String, @Nullable Object>> answers(Claims claims, ClaimJudge judge,
                List<Map<String, Double>> points, List<?> claimed);

        static String name(Claims claims, String field, String fields) {
            return claims.request.has("points") ? "a claim of \"" + fields + "\"" : "\"" + field + "\"";
        }
    }

    private static double[] coordinates(Map<String, Double> point) {
        return point.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The elements of the request's formula, each as a function of the variables of the point. */
    private List<Formula> rows(Map<String, Double> point) {
        return library.rows(request, point.keySet()).elements().stream()
                .map(element -> library.formula(request, element, point.keySet())).toList();
    }

    private static double[] matrix(@Nullable Object claimed, List<Variable> variables) {
        if (!(claimed instanceof Map<?, ?> map)) {
            throw Request.error("\"claim_hessian\" is not an object of rows", "for example {\"x\":{\"x\":2}}");
        }
        List<String> names = variables.stream().map(Variable::name).toList();
        Map<String, int[]> arrays = Nested.dimensions(names);
        if (!arrays.keySet().containsAll(map.keySet()) || !map.keySet().containsAll(arrays.keySet())) {
            throw Request.error("\"claim_hessian\" has rows " + map.keySet() + ", not " + arrays.keySet(), null);
        }
        if (arrays.size() < names.size()) {
            return blocks(map, arrays);
        }
        return variables.stream()
                .flatMapToDouble(variable -> Arrays.stream(
                        row(map.get(variable.name()), "the row " + variable + " of \"claim_hessian\"", variables)))
                .toArray();
    }

    /** A Hessian by arrays: the entry of two arrays has the axes of the first and then those of the second. */
    private static double[] blocks(Map<?, ?> claimed, Map<String, int[]> arrays) {
        Map<String, double[]> blocks = new LinkedHashMap<>();
        arrays.forEach((row, rows) -> arrays.forEach((column, columns) -> {
            String what = "the entry " + row + ", " + column + " of \"claim_hessian\"";
            Object entry = claimed.get(row) instanceof Map<?, ?> entries ? entries.get(column) : null;
            Map<String, Double> flat = new LinkedHashMap<>();
            Request.flatten("e", entry, what, each -> number(each.value(), each.what()), flat);
            if (flat.size() != count(rows) * count(columns)) {
                throw new DiagnosticException(new Diagnostic(Diagnostic.Code.SHAPE, what + " has " + flat.size()
                        + " numbers, not " + count(rows) * count(columns), null, null, "", "request"));
            }
            blocks.put(row + " " + column, flat.values().stream().mapToDouble(Double::doubleValue).toArray());
        }));
        List<Double> all = new ArrayList<>();
        arrays.forEach((row, rows) -> {
            for (int i = 0; i < count(rows); i++) {
                for (Map.Entry<String, int[]> column : arrays.entrySet()) {
                    double[] block = Objects.requireNonNull(blocks.get(row + " " + column.getKey()));
                    int width = count(column.getValue());
                    for (int j = 0; j < width; j++) {
                        all.add(block[i * width + j]);
                    }
                }
            }
        });
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int count(int[] dimensions) {
        return Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
    }

    /** Rows in nested lists, as one list. */
    private static List<@Nullable Object> flat(List<?> rows) {
        List<@Nullable Object> flat = new ArrayList<>();
        rows.forEach(row -> flat.addAll(row instanceof List<?> list ? flat(list) : Collections.singletonList(row)));
        return flat;
    }

    private static double[] rows(@Nullable Object claimed, List<Formula> formulas) {
        List<@Nullable Object> list = claimed instanceof List<?> rows ? flat(rows) : List.of();
        if (list.size() != formulas.size()) {
            throw Request.error("\"claim_jacobian\" is not a list of " + formulas.size() + " rows",
                    "for example [{\"x\":2}]");
        }
        return IntStream.range(0, list.size()).boxed()
                .flatMapToDouble(i -> Arrays.stream(
                        row(list.get(i), "row " + i + " of \"claim_jacobian\"", formulas.get(i).wrt())))
                .toArray();
    }

    private Claim of(double[] numbers) {
        Claim claim = Claim.of(numbers);
        if (request.has("format")) {
            String name = request.text("format");
            claim = claim.in(switch (name.toLowerCase(Locale.ROOT)) {
                case "f64" -> Format.F64;
                case "f32" -> Format.F32;
                default -> throw Request.error("unknown format \"" + name + "\"", "known: f64, f32");
            });
        }
        if (request.has("tolerance")) {
            double relative = Request.number(request.get("tolerance"), "\"tolerance\"");
            if (relative < 0) {
                throw Request.error("\"tolerance\" is negative", null);
            }
            claim = claim.within(relative);
        }
        return claim;
    }

    private static double[] row(@Nullable Object claimed, String what, List<Variable> variables) {
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
