package org.adequal.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.adequal.calculus.Analysis;
import org.adequal.simplify.Domain;
import org.adequal.calculus.Reverse;
import org.adequal.check.Certified;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Condition;
import org.adequal.expr.Convention;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Primitive;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.session.Nested;
import org.adequal.number.ExactArithmetic;
import org.adequal.simplify.ArrayForm;
import org.adequal.simplify.Simplifier;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Printer;
import org.jspecify.annotations.Nullable;

/** What a request can ask for: one constant each, with the fields it knows. */
enum Operation {
    GRADIENT("formula", "at", "points", "wrt", "certify", "kinks") {
        @Override
        Map<String, @Nullable Object> answer(Request request, Library library) {
            boolean certify = request.flag("certify");
            Optional<Convention> convention = convention(request);
            return pointwise(request, library, (formula, point) -> {
                PointResult plain = formula.at(point);
                boolean incomplete = !plain.isUndefined() && !plain.isComplete();
                Certified certified = certify || incomplete ? formula.certified(point) : null;
                PointResult result = incomplete && certified != null ? certified.complete(plain) : plain;
                Map<String, @Nullable Object> answer = Answers.gradient(result);
                if (!result.equals(plain)) {
                    answer.put("from", "enclosure");
                }
                if (certify && certified != null) {
                    Answers.enclosures(certified, answer);
                }
                if (convention.isPresent() && result.status() != Status.SMOOTH && result.value().exists()) {
                    Answers.following(convention.get(), formula.following(convention.get(), point), result, answer);
                }
                return answer;
            });
        }
    },
    DERIVATIVE("formula", "wrt") {
        @Override
        Map<String, @Nullable Object> answer(Request request, Library library) {
            Expr formula = library.scalar(request, request.texts("wrt"));
            List<Variable> wrt = wrt(request, formula);
            Analysis analysis = Analysis.of(formula, wrt);
            Expr derivative = analysis.value();
            for (Variable variable : wrt) {
                derivative = Reverse.derivative(derivative, variable);
            }
            derivative = ArrayForm.concerns(derivative) || ArrayForm.concerns(formula)
                    ? ArrayForm.of(derivative, formula)
                    : Simplifier.simplify(derivative, analysis.ordinary(), formula).expression();
            Condition domain = Domain.beside(Analysis.of(derivative, List.of()).defined(), analysis.ordinary());
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("derivative", Printer.print(derivative));
            if (domain != Truth.TRUE) {
                answer.put("domain", Printer.print(domain));
            }
            answer.put("nodes", Graph.nodes(derivative).size());
            return answer;
        }

        private List<Variable> wrt(Request request, Expr formula) {
            if (request.has("wrt")) {
                List<Variable> variables = Graph.variables(formula);
                return request.texts("wrt").stream().map(name -> variables.stream()
                        .filter(variable -> variable.name().equals(name)).findFirst().orElse(Variable.of(name)))
                        .toList();
            }
            List<Variable> variables = Graph.variables(formula);
            if (variables.size() != 1) {
                throw Request.error("\"wrt\" is missing",
                        "name the variables to differentiate by, one after the other");
            }
            return variables;
        }
    },
    HESSIAN("formula", "at", "points", "wrt", "certify", "kinks") {
        @Override
        Map<String, @Nullable Object> answer(Request request, Library library) {
            strictOnly(request);
            return pointwise(request, library, (formula, point) -> {
                PointResult result = formula.at(point);
                Map<String, @Nullable Object> answer = new LinkedHashMap<>();
                List<List<Quantity>> rows = result.status() == Status.SMOOTH
                        ? formula.hessianAt(point)
                        : none(formula.wrt().size());
                answer.put("value", Answers.number(result.value()));
                answer.put("hessian", Answers.matrix(formula.wrt(), rows));
                Answers.status(result, answer);
                if (request.flag("certify")) {
                    formula.hessianEnclosures(point).ifPresent(
                            bounds -> answer.put("enclosure", Answers.matrixEnclosure(formula.wrt(), bounds)));
                }
                return answer;
            });
        }

        private List<List<Quantity>> none(int size) {
            List<Quantity> row = Stream.generate(() -> Quantity.NONE).limit(size).toList();
            return Stream.generate(() -> row).limit(size).toList();
        }
    },
    JACOBIAN("formula", "at", "points", "wrt", "certify", "kinks") {
        @Override
        Map<String, @Nullable Object> answer(Request request, Library library) {
            strictOnly(request);
            return eachPoint(request, point -> {
                Library.Rows array = library.rows(request, point.keySet());
                List<@Nullable Object> values = new ArrayList<>();
                List<@Nullable Object> rows = new ArrayList<>();
                List<PointResult> results = new ArrayList<>();
                for (Expr element : array.elements()) {
                    Formula row = library.formula(request, element, point.keySet());
                    PointResult result = row.at(coordinates(point));
                    results.add(result);
                    values.add(Answers.number(result.value()));
                    rows.add(Answers.row(row.wrt(),
                            result.partials().values().stream().map(PointResult.Partial::slope).toList()));
                }
                Map<String, @Nullable Object> answer = new LinkedHashMap<>();
                int[] dimensions = array.dimensions().length == 0 ? new int[]{1} : array.dimensions();
                answer.put("value", Nested.shaped(values, dimensions));
                answer.put("jacobian", Nested.shaped(rows, dimensions));
                answer.put("status", Status.worst(results.stream().map(PointResult::status).toList()).wireName());
                results.stream().map(PointResult::why).filter(why -> why != null).findFirst()
                        .ifPresent(why -> answer.put("why", why));
                return answer;
            });
        }
    },
    CHECK("formula", "at", "points", "wrt", "claim", "claims", "claim_hessian", "claim_jacobian", "format", "tolerance",
            "certify", "kinks") {
        @Override
        Map<String, @Nullable Object> answer(Request request, Library library) {
            return new Claims(request, library).answer();
        }
    },
    COMPARE("left", "right", "domain") {
        @Override
        Map<String, @Nullable Object> answer(Request request, Library library) {
            throw Request.error("op \"compare\" is not available yet", null);
        }
    },
    FUNCTIONS() {
        @Override
        Map<String, @Nullable Object> answer(Request request, Library library) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (Primitive primitive : Primitive.values()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("name", primitive.names().getFirst());
                row.put("parameters", primitive.parameters());
                row.put("derivatives", primitive.derivatives());
                row.put("domain", primitive.domain());
                row.put("help", primitive.help());
                rows.add(row);
            }
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("functions", rows);
            answer.put("limits", Map.of("exact_number_bits", ExactArithmetic.LIMIT_IN_BITS, "budget_ms",
                    Oracle.DEFAULT_BUDGET_MS));
            return answer;
        }
    };

    private static final List<String> COMMON = List.of("id", "op", "definitions", "shapes", "budget_ms");

    private final List<String> fields;

    Operation(String... fields) {
        this.fields = List.of(fields);
    }

    abstract Map<String, @Nullable Object> answer(Request request, Library library);

    List<String> fields() {
        return Stream.concat(COMMON.stream(), fields.stream()).toList();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private interface AtPoint {
        Map<String, @Nullable Object> answer(Formula formula, double[] point);
    }

    private interface AtNamedPoint {
        Map<String, @Nullable Object> answer(Map<String, Double> point);
    }

    private static Map<String, @Nullable Object> pointwise(Request request, Library library, AtPoint answer) {
        return eachPoint(request,
                point -> answer.answer(library.formula(request, null, point.keySet()), coordinates(point)));
    }

    /** The answer at {@code at}, or the list of answers at {@code points}. */
    private static Map<String, @Nullable Object> eachPoint(Request request, AtNamedPoint answer) {
        if (!request.has("points")) {
            return answer.answer(Request.point(request.get("at"), "\"at\""));
        }
        if (request.has("at")) {
            throw Request.error("\"at\" and \"points\" exclude each other", null);
        }
        List<@Nullable Object> results = new ArrayList<>();
        for (Object point : request.list("points")) {
            results.add(answer.answer(Request.point(point, "a point of \"points\"")));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("results", results);
        return all;
    }

    /** The convention that a request asks for; none where it is strict. */
    static Optional<Convention> convention(Request request) {
        if (!request.has("kinks")) {
            return Optional.empty();
        }
        String name = request.text("kinks");
        Optional<Convention> convention = Convention.named(name);
        if (convention.isEmpty() && !name.equals("strict")) {
            throw Request.error("unknown convention \"" + name + "\"", "known: strict, "
                    + Arrays.stream(Convention.values()).map(Convention::wireName)
                            .collect(Collectors.joining(", ")));
        }
        return convention;
    }

    private static void strictOnly(Request request) {
        if (request.has("kinks") && !"strict".equals(request.get("kinks"))) {
            throw Request.error("\"kinks\" is available for gradients only", null);
        }
    }

    private static double[] coordinates(Map<String, Double> point) {
        return point.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The names that a point or {@code wrt} declares, refusing names that no variable can have. */
    static Set<String> declared(Iterable<String> names) {
        Set<String> declared = new LinkedHashSet<>();
        for (String name : names) {
            if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_\\p{M}]*") || List.of("pi", "e", "inf", "π").contains(name)) {
                throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME, "\"" + name + "\" is no variable",
                        null, null, "", "request"));
            }
            declared.add(name);
        }
        return declared;
    }
}
