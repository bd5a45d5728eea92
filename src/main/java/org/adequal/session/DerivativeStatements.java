package org.adequal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.check.Derivatives;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Stack;
import org.adequal.expr.Variable;
import org.adequal.simplify.ArrayForm;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** The statements that differentiate. */
record DerivativeStatements(Desk desk) {

    Answer derivative(Statement.Derivative statement) {
        Expr operand = desk.operand(statement.operand(), statement.at());
        List<Variable> variables = Graph.variables(operand);
        List<Variable> order = desk.order(statement.operand(), variables);
        if (ArrayForm.concerns(operand)) {
            return new ArrayDerivatives(desk).derivative(statement, operand, order);
        }
        if (statement.wrt() instanceof Statement.Along along) {
            Point direction = desk.point(along.direction(), order, order);
            Map<Variable, Expr> components = new LinkedHashMap<>();
            for (int i = 0; i < direction.variables().size(); i++) {
                components.put(direction.variables().get(i), direction.exact().get(i));
            }
            return expression(operand, List.copyOf(components.keySet()), order, statement.at(),
                    value -> Forward.directional(value, components),
                    written -> Derivatives.along(written, components));
        }
        List<Variable> wrt = new ArrayList<>();
        if (statement.wrt() instanceof Statement.Variables named) {
            for (Statement.Repeated repeated : named.variables()) {
                Variable variable = desk.variable(repeated.name(), statement.operand(), order);
                for (int i = 0; i < repeated.times(); i++) {
                    wrt.add(variable);
                }
            }
        } else if (order.size() == 1) {
            wrt.add(order.getFirst());
        } else {
            throw desk.error(Diagnostic.Code.NAME, order.isEmpty()
                    ? "there is no variable to differentiate by"
                    : "by which of its variables? " + Desk.names(order), statement.operand().span(),
                    "write diff ... wrt " + (order.isEmpty() ? "x" : order.getFirst()));
        }
        return expression(operand, wrt, order, statement.at(), value -> {
            Expr derivative = value;
            for (Variable variable : wrt) {
                derivative = Forward.derivative(derivative, variable);
            }
            return derivative;
        }, written -> {
            Expr derivative = written;
            for (Variable variable : wrt) {
                derivative = Derivatives.by(derivative, variable);
            }
            return derivative;
        });
    }

    private interface Calculus {
        Expr of(Expr value);
    }

    /** A derivative of the operand as an expression, and where a point is given as a number. */
    private Answer expression(Expr operand, List<Variable> wrt, List<Variable> order, Statement.@Nullable Point at,
            Calculus calculus, Calculus operator) {
        Analysis analysis = Analysis.of(operand, wrt);
        Expr derivative = calculus.of(analysis.value());
        Answer.Shown shown = Showing.shown(derivative, analysis.ordinary(), operand);
        if (at == null) {
            return new Answer.Expression(shown, null);
        }
        Point point = desk.point(at, Desk.union(Graph.variables(operand), wrt), order);
        Formula formula = Formula.of(operand, point.variables(), wrt.stream().distinct().toList());
        PointResult where = formula.at(point.coordinates());
        PointResult result = where;
        if (where.value().exists()) {
            // where the rules do not surely hold, the operator itself is asked, not what the rules make of it
            Expr asked = formula.isOrdinaryAt(point.coordinates()) ? derivative : operator.of(operand);
            PointResult there = Formula.of(asked, point.variables(), List.of()).at(point.coordinates());
            result = there.value().exists()
                    ? there
                    : new PointResult(Quantity.NONE, where.partials(), where.differentiable(),
                            where.why() == null ? there.why() : where.why());
        }
        PointResult.Sides sides = result.value().exists() ? null : sides(operator.of(operand), point);
        return new Answer.Expression(shown, new Answer.At(point.place(), result, sides));
    }

    /** What the last derivative of all is on both sides of a point at which there is none. */
    private static PointResult.@Nullable Sides sides(Expr derivative, Point point) {
        if (!(derivative instanceof Derivative last)) {
            return null;
        }
        List<Variable> variables = new ArrayList<>(point.variables());
        double[] coordinates = Arrays.copyOf(point.coordinates(), variables.size() + 1);
        if (last.at() instanceof Variable at) {
            coordinates[variables.size()] = coordinates[variables.indexOf(at)];
        }
        variables.add(last.variable());
        PointResult.Partial partial = Formula.of(last.body(), variables, List.of(last.variable())).at(coordinates)
                .partials().get(last.variable());
        PointResult.Sides sides = partial == null ? null : partial.sides();
        return sides == null || !sides.left().exists() && !sides.right().exists() ? null : sides;
    }

    Answer gradient(Statement.Gradient statement) {
        Expr operand = desk.scalarOperand(statement.operand(), statement.at());
        List<Variable> order = desk.order(statement.operand(), Graph.variables(operand));
        List<Variable> wrt = desk.wrt(statement.wrt(), statement.operand(), order);
        List<Answer.Shown> partials = Showing.partials(operand, wrt);
        if (statement.at() == null) {
            return new Answer.Gradient(wrt, partials, null, null);
        }
        Point point = desk.point(statement.at(), Desk.union(Graph.variables(operand), wrt), order);
        PointResult result = Formula.of(point.elements().scalar(operand), point.variables(), point.elements().of(wrt))
                .at(point.coordinates());
        return new Answer.Gradient(wrt, partials, point.place(), result);
    }

    Answer hessian(Statement.Hessian statement) {
        Expr operand = desk.scalarOperand(statement.operand(), statement.at());
        List<Variable> order = desk.order(statement.operand(), Graph.variables(operand));
        List<Variable> wrt = desk.wrt(statement.wrt(), statement.operand(), order);
        if (ArrayForm.concerns(operand)) {
            return new ArrayDerivatives(desk).hessian(statement, operand, wrt, order);
        }
        Formula formula = Formula.of(operand, Desk.union(Graph.variables(operand), wrt), wrt);
        List<List<Answer.Shown>> entries = formula.hessian().stream()
                .map(row -> row.stream().map(entry -> Showing.shown(entry, formula.ordinary(), operand)).toList())
                .toList();
        if (statement.at() == null) {
            return new Answer.Hessian(wrt, entries, null, null, List.of());
        }
        Point point = desk.point(statement.at(), formula.variables(), order);
        Formula there = Formula.of(operand, point.variables(), wrt);
        PointResult result = there.at(point.coordinates());
        List<List<Quantity>> values = result.status() == Status.SMOOTH
                ? there.hessianAt(point.coordinates())
                : entries.stream().map(row -> row.stream().map(_ -> Quantity.NONE).toList()).toList();
        return new Answer.Hessian(wrt, entries, point.place(), result, values);
    }

    Answer jacobian(Statement.Jacobian statement) {
        Expr operand = desk.operand(statement.operand(), statement.at());
        boolean list = operand instanceof Stack stack
                ? stack.elements().stream().noneMatch(ArrayForm::concerns)
                : !ArrayForm.concerns(operand);
        if (!list) {
            return new ArrayDerivatives(desk).jacobian(statement, operand);
        }
        List<Expr> elements = operand instanceof Stack stack ? stack.elements() : List.of(operand);
        for (Expr element : elements) {
            desk.refuseArray(element, statement.operand().span());
        }
        List<Variable> order = desk.order(statement.operand(), Graph.variables(operand));
        List<Variable> wrt = desk.wrt(statement.wrt(), statement.operand(), order);
        List<List<Answer.Shown>> rows = elements.stream().map(element -> Showing.partials(element, wrt)).toList();
        if (statement.at() == null) {
            return new Answer.Jacobian(wrt, rows, null, List.of());
        }
        Point point = desk.point(statement.at(), Desk.union(Graph.variables(operand), wrt), order);
        return new Answer.Jacobian(wrt, rows, point.place(), elements.stream()
                .map(element -> Formula.of(element, point.variables(), wrt).at(point.coordinates())).toList());
    }
}
