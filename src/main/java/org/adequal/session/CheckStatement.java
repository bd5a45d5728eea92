package org.adequal.session;

import java.util.List;

import org.adequal.check.Box;
import org.adequal.check.Formula;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.simplify.ArrayForm;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Printer;
import org.adequal.syntax.Statement;

/** The statement that checks derivatives, and claims about them. */
record CheckStatement(Desk desk) {

    Answer check(Statement.Check statement) {
        Expr operand = desk.scalarOperand(statement.operand(), statement.where());
        List<Variable> variables = Graph.variables(operand);
        List<Variable> order = desk.order(statement.operand(), variables);
        List<Variable> wrt = desk.wrt(List.of(), statement.operand(), order);
        CheckOptions options = CheckOptions.read(statement, desk::error,
                value -> desk.number(desk.constant(value), value.span()));
        Checking checking = new Checking(Printer.print(operand), wrt, Showing.partials(operand, wrt), options);
        return switch (statement.where()) {
            case Statement.Point where -> {
                Point point = desk.point(where, Desk.union(variables, wrt), order);
                Formula formula = Formula.of(point.elements().scalar(operand), point.variables(),
                        point.elements().of(wrt));
                if (options.steps().isPresent()) {
                    yield checking.steps(formula, point.place(), point.coordinates()).orElseThrow(
                            () -> desk.error(Diagnostic.Code.DOMAIN,
                                    "a table of steps is for a function of one variable"
                                            + " at a point where it has a derivative",
                                    where.span(), null));
                }
                double[] claim = statement.claiming() == null
                        ? null
                        : inOrder(desk.point(statement.claiming(), wrt, wrt), point.elements().of(wrt));
                yield checking.at(formula, point.place(), point.coordinates(), claim);
            }
            case Statement.Box box -> {
                List<Variable> needed = Desk.union(order, Desk.union(variables, wrt));
                if (ArrayForm.concerns(operand)) {
                    throw desk.error(Diagnostic.Code.SHAPE, "random points are for functions of numbers", box.span(),
                            "check it at a point");
                }
                String text = statement.operand().span().of(desk.script());
                yield checking.on(Formula.of(operand, needed, wrt), desk.box(box, needed), text);
            }
            case null -> throw desk.error(Diagnostic.Code.SYNTAX, "where is it to be checked?", statement.span(),
                    "write check ... at (3, 4), or on x = 0..1");
        };
    }

    private static double[] inOrder(Point point, List<Variable> order) {
        return order.stream().mapToDouble(variable -> point.coordinates()[point.variables().indexOf(variable)])
                .toArray();
    }
}
