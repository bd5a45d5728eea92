package org.adequal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.adequal.check.Box;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Identifier;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Span;
import org.adequal.syntax.Spelling;
import org.adequal.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** A statement at work: its text, what is defined and the files it may name, from which operands, variables and points are read. */
record Desk(String script, Definitions definitions, World world) {
    static final String IN = "statement";

    DiagnosticException error(Diagnostic.Code code, String message, @Nullable Span span, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, span, hint, script, IN));
    }

    Expr scalarOperand(Ast operand) {
        Expr value = Lowering.operand(operand, script, IN, definitions, List.of());
        refuseArray(value, operand.span());
        return value;
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
            List<Variable> parameters = definition.parameters().stream()
                    .map(parameter -> Variable.of(parameter.name().name())).toList();
            return union(parameters, variables);
        }
        return variables;
    }

    /** What to differentiate by: the names given, or a function's variables, or all. */
    List<Variable> wrt(List<Identifier> names, Ast operand, List<Variable> order) {
        if (!names.isEmpty()) {
            return names.stream().map(name -> variable(name, operand)).distinct().toList();
        }
        if (operand instanceof Ast.Name name && definitions.get(name.name()) instanceof Definition definition
                && definition.isFunction()) {
            return definition.variables().stream().map(Variable::of).toList();
        }
        if (order.isEmpty()) {
            throw error(Diagnostic.Code.NAME, "there is no variable to differentiate by", operand.span(), null);
        }
        return order;
    }

    /** A variable to differentiate by: no constant, and no name with a value, unless it is the function's own. */
    Variable variable(Identifier name, Ast operand) {
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
        return Variable.of(name.name());
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
                    Variable variable = Variable.of(coordinate.name().name());
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
        List<Expr> exact = given.values().stream().map(this::constant).toList();
        double[] coordinates = new double[exact.size()];
        int i = 0;
        for (Ast ast : given.values()) {
            coordinates[i] = number(exact.get(i), ast.span());
            i++;
        }
        return new Point(List.copyOf(given.keySet()), coordinates, exact);
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

    Expr constant(Ast ast) {
        Expr value = Lowering.value(ast, script, IN, definitions, List.of());
        List<Variable> free = Graph.variables(value);
        if (!free.isEmpty() || !value.shape().isScalar()) {
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
