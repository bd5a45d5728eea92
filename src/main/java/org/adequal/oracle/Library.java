package org.adequal.oracle;

import java.text.Normalizer;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.adequal.check.Formula;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.adequal.syntax.Position;
import org.adequal.syntax.Span;
import org.jspecify.annotations.Nullable;

/** Formulas by their texts, those of the latest requests kept ready. */
final class Library {
    private static final int KEPT = 512;
    /** Characters of all texts kept: what is made of a text may take a thousand times its room. */
    private static final long ROOM = 400_000;

    private final Recent<Text, Expr> read = new Recent<>(KEPT, ROOM);
    private final Recent<Key, Formula> ready = new Recent<>(KEPT, ROOM);

    private record Text(String formula, List<String> definitions, List<String> declared) {
        int length() {
            return formula.length() + definitions.stream().mapToInt(String::length).sum();
        }
    }

    private record Key(Text text, List<String> wrt, @Nullable Expr element) {}

    /** The request's formula, or one element of it, as a function of the variables named. */
    Formula formula(Request request, @Nullable Expr element, Set<String> names) {
        List<String> variables = List.copyOf(names);
        List<String> wrt = request.has("wrt") ? request.texts("wrt") : variables;
        Text text = new Text(request.text("formula"), request.texts("definitions"), variables);
        Key key = new Key(text, wrt, element);
        Formula known = ready.get(key);
        if (known != null) {
            return known;
        }
        Collection<String> declared = Operation.declared(Stream.concat(variables.stream(), wrt.stream()).toList());
        Expr expression = element != null ? element : scalar(request, declared);
        for (Variable variable : Graph.variables(expression)) {
            if (!names.contains(variable.name())) {
                throw missing(request, variable.name());
            }
        }
        for (String name : wrt) {
            if (!names.contains(name)) {
                throw missing(request, name);
            }
        }
        Formula formula = Formula.of(expression, variables.stream().map(Variable::of).toList(),
                wrt.stream().distinct().map(Variable::of).toList());
        ready.put(key, formula, text.length() + names.size());
        return formula;
    }

    private static DiagnosticException missing(Request request, String name) {
        String text = request.text("formula");
        Matcher place = Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
                .matcher(text);
        Span span = place.find() ? new Span(place.start(), place.end()) : null;
        return new DiagnosticException(
                new Diagnostic(Diagnostic.Code.NAME, "the variable " + name + " has no coordinate",
                        span, "give it one in \"at\"", text, "formula"));
    }

    /** The request's formula, a scalar. */
    Expr scalar(Request request, Collection<String> declared) {
        Expr value = value(request, declared);
        requireScalar(value, request.text("formula"));
        return value;
    }

    void requireScalar(Expr value, String text) {
        if (!value.shape().isScalar()) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.SHAPE,
                    "the formula is an array of shape " + value.shape(), new Span(0, text.length()),
                    "its derivatives are a jacobian", text, "formula"));
        }
    }

    /** The request's formula with its definitions in place. */
    Expr value(Request request, Collection<String> declared) {
        if (request.has("shapes") && request.get("shapes") instanceof Map<?, ?> shapes && !shapes.isEmpty()) {
            throw new DiagnosticException(
                    new Diagnostic(Diagnostic.Code.SHAPE, "arrays are not available yet", null, null,
                            "", "request"));
        }
        Text text = new Text(request.text("formula"), request.texts("definitions"), List.copyOf(declared));
        Expr known = read.get(text);
        if (known != null) {
            return known;
        }
        Expr value = lowered(text);
        read.put(text, value, text.length() + declared.size());
        return value;
    }

    private static Expr lowered(Text text) {
        return Lowering.operand(Parser.formula(text.formula, "formula"), text.formula, "formula",
                definitions(text.definitions, text.declared), text.declared);
    }

    /** Where the parts of the request's formula stand in its text, found when the first is asked for. */
    Function<Expr, Optional<Position>> places(Request request) {
        Map<Expr, Span> places = new IdentityHashMap<>();
        return part -> {
            String text = request.text("formula");
            if (places.isEmpty()) {
                places.putAll(Lowering.places(Parser.formula(text, "formula"), text, "formula",
                        definitions(request.texts("definitions"), List.of()), List.of()));
            }
            return Optional.ofNullable(places.get(part)).map(span -> Position.of(text, span));
        };
    }

    private static Definitions definitions(List<String> texts, Collection<String> declared) {
        Definitions definitions = Definitions.none();
        for (int i = 0; i < texts.size(); i++) {
            String in = "definitions[" + i + "]";
            definitions = definitions.with(new Definition(Parser.definition(texts.get(i), in), texts.get(i), in));
        }
        for (String name : declared) {
            // what a request calls a variable is one
            definitions = definitions.without(Normalizer.normalize(name, Normalizer.Form.NFC));
        }
        return definitions;
    }
}
