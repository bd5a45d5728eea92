package org.adequal.oracle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.adequal.check.Elements;
import org.adequal.check.Formula;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Variable;
import org.adequal.session.Nested;
import org.adequal.syntax.Ast;
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

    private final Recent<Text, Written> read = new Recent<>(KEPT, ROOM);
    private final Recent<Key, Formula> ready = new Recent<>(KEPT, ROOM);

    private record Text(String formula, List<String> definitions, List<String> variables, @Nullable Object shapes) {
        int length() {
            return formula.length() + definitions.stream().mapToInt(String::length).sum();
        }
    }

    private record Key(Text text, List<String> wrt, @Nullable Expr element) {}

    /** The request's formula, or one element of it, as a function of the variables named. */
    Formula formula(Request request, @Nullable Expr element, Set<String> names) {
        List<String> variables = List.copyOf(names);
        List<String> wrt = request.has("wrt") ? request.texts("wrt") : variables;
        Text text = new Text(request.text("formula"), request.texts("definitions"), variables, request.get("shapes"));
        Key key = new Key(text, wrt, element);
        Formula known = ready.get(key);
        if (known != null) {
            return known;
        }
        Written written = written(request, names);
        if (element == null) {
            requireScalar(written.value, request.text("formula"));
        }
        Expr expression = element != null ? element : written.elements.scalar(written.value);
        Map<String, int[]> arrays = Nested.dimensions(names);
        List<Variable> by = new ArrayList<>();
        for (String name : request.has("wrt") ? request.texts("wrt") : arrays.keySet()) {
            Variable variable = written.variables.get(name);
            if (variable == null) {
                throw missing(request, name);
            }
            by.addAll(written.elements.of(variable));
        }
        Formula formula = Formula.of(expression, variables.stream().map(Variable::of).toList(),
                by.stream().distinct().toList());
        ready.put(key, formula, text.length() + names.size());
        return formula;
    }

    /** The request's formula where the names of a point are variables, of the shapes that it gives them. */
    private record Written(Expr value, Map<String, Variable> variables, Elements elements) {}

    private Written written(Request request, Set<String> names) {
        Text text = new Text(request.text("formula"), request.texts("definitions"), List.copyOf(names),
                request.get("shapes"));
        Written known = read.get(text);
        if (known != null) {
            return known;
        }
        Written written = lowered(request, names);
        read.put(text, written, text.length() + names.size());
        return written;
    }

    private static Written lowered(Request request, Set<String> names) {
        Map<String, int[]> known = Nested.dimensions(names);
        Operation.declared(Stream.concat(known.keySet().stream(), request.texts("wrt").stream()).toList());
        Map<String, Shape> shapes = new LinkedHashMap<>(shapes(request));
        known.forEach((name, dimensions) -> {
            if (!shapes.containsKey(name)) {
                shapes.put(name, Shape.of(Arrays.stream(dimensions).asLongStream().toArray()));
            }
        });
        Definitions definitions = definitions(request, shapes.keySet());
        String text = request.text("formula");
        Ast ast = Parser.formula(text, "formula");
        if (ast instanceof Ast.Name name && definitions.get(name.name()) instanceof Definition function) {
            // a function's parameters have the shapes they were given
            Lowering.parameters(function).stream().filter(parameter -> !parameter.shape().isScalar()
                    && !shapes(request).containsKey(parameter.name()))
                    .forEach(parameter -> shapes.put(parameter.name(), parameter.shape()));
        }
        Expr value = Lowering.operand(ast, text, "formula", definitions, shapes);
        Map<String, Variable> variables = new LinkedHashMap<>();
        Map<Variable, int[]> dimensions = new LinkedHashMap<>();
        known.forEach((name, own) -> {
            Variable variable = Variable.of(name, shapes.getOrDefault(name, Shape.SCALAR));
            variables.put(name, variable);
            dimensions.put(variable, own);
        });
        for (Variable variable : Graph.variables(value)) {
            if (!variables.containsKey(variable.name())) {
                throw missing(request, variable.name());
            }
        }
        return new Written(value, variables, Elements.of(dimensions));
    }

    /** The elements of the request's formula, and the lengths of its axes. */
    Rows rows(Request request, Set<String> names) {
        Written written = written(request, names);
        return new Rows(written.elements.all(written.value), written.elements.dimensions(written.value));
    }

    /** An array of formulas, in row-major order. */
    record Rows(List<Expr> elements, int[] dimensions) {}

    /** The shapes that the request declares. */
    private static Map<String, Shape> shapes(Request request) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        if (!request.has("shapes")) {
            return shapes;
        }
        if (!(request.get("shapes") instanceof Map<?, ?> given)) {
            throw Request.error("\"shapes\" is not an object of lists", "for example {\"x\":[\"n\"]}");
        }
        given.forEach((name, sizes) -> {
            if (!(sizes instanceof List<?> list)) {
                throw Request.error("the shape of " + name + " is not a list", "for example {\"x\":[\"n\"]}");
            }
            shapes.put(String.valueOf(name), new Shape(list.stream().map(size -> switch (size) {
                case Integer number when number > 0 -> Size.of(number);
                case String digits when digits.matches("[1-9][0-9]{0,8}") -> Size.of(Long.parseLong(digits));
                case String word when word.matches("[\\p{L}_][\\p{L}\\p{N}_\\p{M}]*") -> Size.of(word);
                case null, default -> throw Request.error("a size of " + name
                        + " is neither a name nor a positive whole number", null);
            }).toList()));
        });
        return shapes;
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

    private static Definitions definitions(Request request, Collection<String> variables) {
        Definitions definitions = Definitions.none();
        List<String> texts = new ArrayList<>(request.texts("definitions"));
        for (int i = 0; i < texts.size(); i++) {
            String in = "definitions[" + i + "]";
            definitions = definitions.with(new Definition(Parser.definition(texts.get(i), in), texts.get(i), in));
        }
        for (String name : variables) {
            // what a request calls a variable is one
            definitions = definitions.without(Normalizer.normalize(name, Normalizer.Form.NFC));
        }
        return definitions;
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
        Map<String, Shape> shapes = shapes(request);
        declared.forEach(name -> shapes.putIfAbsent(name, Shape.SCALAR));
        String text = request.text("formula");
        Ast ast = Parser.formula(text, "formula");
        Definitions definitions = definitions(request, shapes.keySet());
        if (ast instanceof Ast.Name name && definitions.get(name.name()) instanceof Definition function) {
            Lowering.parameters(function).forEach(parameter -> shapes.put(parameter.name(), parameter.shape()));
        }
        return Lowering.operand(ast, text, "formula", definitions, shapes);
    }

    /** What the points of a request give coordinates for. */
    private static Set<String> names(Request request) {
        return request.has("at") ? Request.point(request.get("at"), "\"at\"").keySet() : Set.of();
    }

    /** Where the parts of the request's formula stand in its text, found when the first is asked for. */
    Function<Expr, Optional<Position>> places(Request request) {
        Map<Expr, Span> places = new IdentityHashMap<>();
        return part -> {
            String text = request.text("formula");
            if (places.isEmpty() && Nested.dimensions(names(request)).values().stream().allMatch(d -> d.length == 0)) {
                places.putAll(Lowering.places(Parser.formula(text, "formula"), text, "formula",
                        definitions(request, List.of()), List.of()));
            }
            return Optional.ofNullable(places.get(part)).map(span -> Position.of(text, span));
        };
    }
}
