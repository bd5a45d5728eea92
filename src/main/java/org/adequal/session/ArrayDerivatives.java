package org.adequal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Statement;

/** The statements that differentiate, of operands with arrays: closed forms, and at a point their elements. */
record ArrayDerivatives(Desk desk) {

    /** {@code diff} of or by arrays. */
    Answer derivative(Statement.Derivative statement, Expr operand, List<Variable> order) {
        List<Variable> wrt = new ArrayList<>();
        Analysis analysis;
        Expr derivative;
        if (statement.wrt() instanceof Statement.Along along) {
            Point direction = desk.point(along.direction(), order, order);
            Map<Variable, Expr> components = new LinkedHashMap<>();
            direction.arrays().forEach((variable, value) -> {
                if (!variable.shape().equals(value.shape())) {
                    throw desk.error(Diagnostic.Code.SHAPE, "a direction of shape " + value.shape() + " for " + variable
                            + " of shape " + variable.shape(), along.direction().span(), null);
                }
                components.put(variable, value);
            });
            wrt.addAll(components.keySet());
            analysis = Analysis.of(operand, wrt);
            derivative = Forward.directional(analysis.value(), components);
        } else {
            wrt.addAll(variables(statement, order));
            analysis = Analysis.of(operand, wrt);
            derivative = analysis.value();
            for (Variable variable : wrt) {
                derivative = Reverse.derivative(derivative, variable);
            }
        }
        Answer.Shown shown = Showing.shown(derivative, analysis.ordinary(), operand);
        if (statement.at() == null) {
            return new Answer.Expression(shown, null);
        }
        Point point = desk.point(statement.at(), Desk.union(Graph.variables(operand), wrt), order);
        List<Variable> by = point.elements().of(wrt.stream().distinct().toList());
        for (Expr element : point.elements().all(operand)) {
            PointResult where = Formula.of(element, point.variables(), by).at(point.coordinates());
            if (where.status() != Status.SMOOTH) {
                return new Answer.ArrayValue(point.place(), List.of(Quantity.NONE), List.of(1),
                        where.why() == null ? where.status().wireName() : where.why());
            }
        }
        if (!derivative.shape().isScalar()) {
            return desk.array(derivative, point);
        }
        PointResult result = Formula.of(point.elements().scalar(derivative), point.variables(), List.of())
                .at(point.coordinates());
        return new Answer.Expression(shown, new Answer.At(point.place(), result, null));
    }

    private List<Variable> variables(Statement.Derivative statement, List<Variable> order) {
        List<Variable> wrt = new ArrayList<>();
        if (statement.wrt() instanceof Statement.Variables named) {
            for (Statement.Repeated repeated : named.variables()) {
                wrt.addAll(Collections.nCopies(repeated.times(),
                        desk.variable(repeated.name(), statement.operand(), order)));
            }
        } else if (order.size() == 1) {
            wrt.addAll(order);
        } else {
            throw desk.error(Diagnostic.Code.NAME, order.isEmpty()
                    ? "there is no variable to differentiate by"
                    : "by which of its variables? " + Desk.names(order), statement.operand().span(),
                    "write diff ... wrt " + (order.isEmpty() ? "x" : order.getFirst()));
        }
        return wrt;
    }

    /** Second derivatives: each by one variable and then another. */
    Answer hessian(Statement.Hessian statement, Expr operand, List<Variable> wrt, List<Variable> order) {
        Analysis analysis = Analysis.of(operand, wrt);
        List<Expr> gradient = Reverse.gradient(analysis.value(), wrt);
        List<List<Answer.Shown>> entries = gradient.stream()
                .map(row -> wrt.stream().map(variable -> Showing.shown(Forward.derivative(row, variable),
                        analysis.ordinary(), operand)).toList())
                .toList();
        if (statement.at() == null) {
            return new Answer.Hessian(wrt, entries, null, null, List.of());
        }
        Point point = desk.point(statement.at(), Desk.union(Graph.variables(operand), wrt), order);
        Formula there = Formula.of(point.elements().scalar(operand), point.variables(), point.elements().of(wrt));
        PointResult result = there.at(point.coordinates());
        List<Quantity> none = Collections.nCopies(there.wrt().size(), Quantity.NONE);
        return new Answer.Hessian(wrt, entries, point.place(), result, result.status() == Status.SMOOTH
                ? there.hessianAt(point.coordinates())
                : Collections.nCopies(there.wrt().size(), none));
    }

    /** The derivatives of an array by whole variables. */
    Answer jacobian(Statement.Jacobian statement, Expr operand) {
        List<Variable> order = desk.order(statement.operand(), Graph.variables(operand));
        List<Variable> wrt = desk.wrt(statement.wrt(), statement.operand(), order);
        List<Answer.Shown> derivatives = Showing.partials(operand, wrt);
        if (statement.at() == null) {
            return new Answer.ArrayJacobian(wrt, derivatives, null, List.of(), List.of());
        }
        Point point = desk.point(statement.at(), Desk.union(Graph.variables(operand), wrt), order);
        List<Variable> by = point.elements().of(wrt);
        List<PointResult> rows = point.elements().all(operand).stream()
                .map(element -> Formula.of(element, point.variables(), by).at(point.coordinates())).toList();
        return new Answer.ArrayJacobian(wrt, derivatives, point.place(), rows,
                Arrays.stream(point.elements().dimensions(operand)).boxed().toList());
    }
}
