package org.adequal.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.adequal.check.Box;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Elements;
import org.adequal.check.Quantity;
import org.adequal.expr.Constant;
import org.adequal.expr.Expansion;
import org.adequal.expr.Expr;
import org.adequal.expr.Shape;
import org.adequal.expr.Graph;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.FreeNames;
import org.adequal.syntax.Identifier;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Span;
import org.adequal.syntax.Spelling;
import org.adequal.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** A statement at work: its text, what is defined and the files it may name, from which operands, variables and points are read. */
record Desk(String script, Definitions definitions, World world) {
    static final String IN = "statement";
    private static final long MOST_ELEMENTS = 200_000;

    DiagnosticException error(Diagnostic.Code code, String message, @Nullable Span span, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, span, hint, script, IN));
    }

    /** Writes a text file and says so. */
    Answer.Message write(Statement.Text file, String content) {
        try (OutputStream out = world.write(file.content())) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw error(Diagnostic.Code.REQUEST, "cannot write this file: " + e.getMessage(), file.span(), null);
        }
        return new Answer.Message("wrote " + file.content());
    }

    Expr scalarOperand(Ast operand) {
        return scalarOperand(operand, null);
    }

    Expr scalarOperand(Ast operand, Statement.@Nullable Where where) {
        Expr value = operand(operand, where);
        refuseArray(value, operand.span());
        return value;
    }

    /**
     * The operand of a verb, the names of a point being variables of the shapes that it gives them; columns of tables are
     * numbers.
     */
    Expr operand(Ast operand, Statement.@Nullable Where where) {
        return numbers(lowered(operand, where), operand.span());
    }

    /** A scalar with the columns of tables put in place, which is written out element by element for that. */
    Expr numbers(Expr value, Span span) {
        List<Variable> columns = Start.data(value);
        if (columns.isEmpty()) {
            return value;
        }
        if (!value.shape().isScalar() || Graph.variables(value).stream().anyMatch(v -> !v.shape().isScalar())) {
            throw error(Diagnostic.Code.SHAPE, "with columns of tables, arrays are for minimize only", span,
                    "the value of a formula without variables, and formulas of numbers, are fine");
        }
        Expansion expansion = new Expansion(new Start(this).sizes(), MOST_ELEMENTS);
        Expr scalar = expansion.scalar(value);
        Map<Expr, Expr> elements = new LinkedHashMap<>();
        for (Variable column : columns) {
            List<Expr> names = expansion.of(column);
            double[] values = definitions.data(column).numbers();
            for (int i = 0; i < values.length; i++) {
                elements.put(names.get(i), Constant.of(Rational.of(values[i])));
            }
        }
        return (Expr) Graph.substitute(scalar, elements);
    }

    /** The same, columns of tables being variables. */
    Expr lowered(Ast operand, Statement.@Nullable Where where) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        boolean function = operand instanceof Ast.Name name
                && definitions.get(name.name()) instanceof Definition definition && definition.isFunction();
        switch (where) {
            case Statement.Named named -> named.coordinates().forEach(
                    coordinate -> given(coordinate.name().name(), coordinate.value(), shapes));
            case Statement.Positional positional when positional.coordinates().stream()
                    .anyMatch(Ast.ArrayLiteral.class::isInstance) -> {
                List<String> names = function
                        ? order(operand, List.of()).stream().map(Variable::name).toList()
                        : FreeNames.of(operand, definitions);
                for (int i = 0; i < Math.min(names.size(), positional.coordinates().size()); i++) {
                    given(names.get(i), positional.coordinates().get(i), shapes);
                }
            }
            case null, default -> {
            }
        }
        if (function) {
            order(operand, List.of()).stream().filter(variable -> !variable.shape().isScalar())
                    .forEach(variable -> shapes.remove(variable.name()));
        }
        return Lowering.operand(operand, script, IN, definitions, shapes);
    }

    /** The shape of a coordinate, unless the variable was declared. */
    private void given(String name, Ast value, Map<String, Shape> shapes) {
        if (value instanceof Ast.ArrayLiteral && !definitions.shapes().containsKey(name)) {
            shapes.put(name, Lowering.value(value, script, IN, definitions, List.of()).shape());
        }
    }

    /** The shape that a parameter or variable is declared with. */
    Shape shape(Statement.Parameter parameter) {
        try {
            return Definitions.shape(parameter);
        } catch (IllegalArgumentException e) {
            throw error(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()), parameter.span(), null);
        }
    }

    /** The values of an array's elements. */
    Answer.ArrayValue array(Expr formula, Point point) {
        List<Quantity> values = new ArrayList<>();
        String why = null;
        for (Expr element : point.elements().all(formula)) {
            PointResult result = Formula.of(element, point.variables(), List.of()).at(point.coordinates());
            values.add(result.value());
            why = why == null && !result.value().exists() ? result.why() : why;
        }
        return new Answer.ArrayValue(point.place(), values,
                Arrays.stream(point.elements().dimensions(formula)).boxed().toList(), why);
    }

    void refuseArray(Expr value, Span span) {
        if (!value.shape().isScalar()) {
            throw error(Diagnostic.Code.SHAPE, "an array of shape " + value.shape() + " where a number is needed",
                    span,
                    "the derivatives of an array are its jacobian");
        }
    }

    /** The variables of an operand in the order in which a point gives their coordinates. */
    List<Variable> order(Ast operand, List<Variable> variables) {
        if (operand instanceof Ast.Name name && definitions.get(name.name()) instanceof Definition definition
                && definition.isFunction()) {
            // a number as a parameter may be given an array
            List<Variable> parameters = Lowering.parameters(definition).stream()
                    .map(parameter -> variables.stream()
                            .filter(variable -> variable.name().equals(parameter.name())).findFirst()
                            .orElse(parameter))
                    .toList();
            return union(parameters, variables);
        }
        return variables;
    }

    /** What to differentiate by: the names given, or a function's variables, or all. */
    List<Variable> wrt(List<Identifier> names, Ast operand, List<Variable> order) {
        if (!names.isEmpty()) {
            return names.stream().map(name -> variable(name, operand, order)).distinct().toList();
        }
        if (operand instanceof Ast.Name name && definitions.get(name.name()) instanceof Definition definition
                && definition.isFunction()) {
            return order.stream().filter(variable -> definition.variables().contains(variable.name())).toList();
        }
        if (order.isEmpty()) {
            throw error(Diagnostic.Code.NAME, "there is no variable to differentiate by", operand.span(), null);
        }
        return order;
    }

    /** A variable to differentiate by: no constant, and no name with a value, unless it is the function's own. */
    Variable variable(Identifier name, Ast operand, List<Variable> order) {
        boolean own = operand instanceof Ast.Name function
                && definitions.get(function.name()) instanceof Definition definition
                && definition.variables().contains(name.name());
        Definition known = definitions.get(name.name());
        if (known != null && !own) {
            throw error(Diagnostic.Code.NAME, name + " has a value, " + known + ": it cannot vary", name.span(),
                    "forget " + name);
        }
        if (!Primitive.named(name.name()).isEmpty() && !own) {
            throw error(Diagnostic.Code.NAME, name + " is no variable", name.span(), null);
        }
        return order.stream().filter(variable -> variable.name().equals(name.name())).findFirst().orElse(
                Variable.of(name.name(), definitions.shapes().getOrDefault(name.name(), Shape.SCALAR)));
    }

    /** A point with a coordinate for each variable that is needed, in the formula's own order. */
    Point point(Statement.Point written, List<Variable> needed, List<Variable> order) {
        Map<Variable, Ast> given = new LinkedHashMap<>();
        List<Variable> positions = union(order, needed);
        switch (written) {
            case Statement.Positional positional -> {
                if (positional.coordinates().size() != positions.size()) {
                    throw error(Diagnostic.Code.NAME, count(positional.coordinates().size(), "coordinate") + " for "
                            + count(positions.size(), "variable")
                            + (positions.isEmpty() ? "" : ": " + names(positions)),
                            positional.span(), null);
                }
                for (int i = 0; i < positions.size(); i++) {
                    given.put(positions.get(i), positional.coordinates().get(i));
                }
            }
            case Statement.Named named -> {
                for (Statement.Coordinate coordinate : named.coordinates()) {
                    String name = coordinate.name().name();
                    Variable variable = positions.stream().filter(each -> each.name().equals(name)).findFirst()
                            .orElse(Variable.of(name));
                    if (!positions.contains(variable)) {
                        String suggestion = Spelling.suggestion(variable.name(),
                                positions.stream().map(Variable::name).toList());
                        throw error(Diagnostic.Code.NAME, variable + " is no variable here",
                                coordinate.name().span(),
                                suggestion != null
                                        ? "did you mean " + suggestion + "?"
                                        : positions.isEmpty()
                                                ? "there is no variable"
                                                : "there are " + names(positions));
                    }
                    given.put(variable, coordinate.value());
                }
                for (Variable variable : needed) {
                    if (!given.containsKey(variable)) {
                        throw error(Diagnostic.Code.NAME, variable + " has no coordinate", named.span(),
                                "add " + variable + " = ...");
                    }
                }
            }
        }
        Map<Variable, Expr> arrays = new LinkedHashMap<>();
        Map<Variable, int[]> dimensions = new LinkedHashMap<>();
        List<Expr> exact = new ArrayList<>();
        List<Double> coordinates = new ArrayList<>();
        Elements literals = Elements.of(Map.of());
        given.forEach((variable, ast) -> {
            Expr value = coordinate(ast);
            arrays.put(variable, value);
            dimensions.put(variable, literals.dimensions(value));
            for (Expr element : literals.all(value)) {
                exact.add(element);
                coordinates.add(number(element, ast.span()));
            }
        });
        Elements elements;
        try {
            elements = Elements.of(dimensions);
        } catch (Expansion.Misfit e) {
            throw error(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()), written.span(), null);
        }
        return new Point(elements.of(List.copyOf(given.keySet())),
                coordinates.stream().mapToDouble(Double::doubleValue).toArray(), exact, elements, arrays);
    }

    Box box(Statement.Box written, List<Variable> needed) {
        Map<Variable, Box.Range> ranges = new LinkedHashMap<>();
        for (Statement.Range range : written.ranges()) {
            Variable variable = Variable.of(range.name().name());
            if (!needed.contains(variable)) {
                throw error(Diagnostic.Code.NAME, variable + " is no variable here", range.name().span(),
                        "there are " + names(needed));
            }
            double from = number(constant(range.from()), range.from().span());
            double to = number(constant(range.to()), range.to().span());
            if (from > to) {
                throw error(Diagnostic.Code.DOMAIN, "this range ends before it begins", range.span(), null);
            }
            ranges.put(variable, new Box.Range(from, to));
        }
        List<Box.Range> inOrder = new ArrayList<>();
        for (Variable variable : needed) {
            Box.Range range = ranges.get(variable);
            if (range == null) {
                throw error(Diagnostic.Code.NAME, variable + " has no range", written.span(),
                        "add " + variable + " = ...");
            }
            inOrder.add(range);
        }
        return new Box(inOrder);
    }

    /** A number where one is needed. */
    Expr constant(Ast ast) {
        Expr value = coordinate(ast);
        refuseArray(value, ast.span());
        return value;
    }

    private Expr coordinate(Ast ast) {
        Expr value = Lowering.value(ast, script, IN, definitions, List.of());
        List<Variable> free = Graph.variables(value);
        if (!free.isEmpty()) {
            throw error(Diagnostic.Code.NAME, "a coordinate is a number" + (free.isEmpty()
                    ? ""
                    : ", and "
                            + free.getFirst() + " has no value"),
                    ast.span(), null);
        }
        return value;
    }

    double number(Expr constant, Span span) {
        PointResult result = Formula.of(constant, List.of(), List.of()).at();
        Double value = result.value().value();
        if (value == null || value.isInfinite()) {
            throw error(Diagnostic.Code.DOMAIN, value == null
                    ? "this coordinate has no value: " + result.why()
                    : "this coordinate is too large for a double", span, null);
        }
        return value;
    }

    static List<Variable> union(List<Variable> first, List<Variable> more) {
        List<Variable> all = new ArrayList<>(first);
        more.stream().filter(variable -> !all.contains(variable)).forEach(all::add);
        return all;
    }

    static String names(List<Variable> variables) {
        return variables.stream().map(Variable::name).collect(Collectors.joining(", "));
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
