package org.adequal.session;

import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.check.Formula;
import org.adequal.export.Code;
import org.adequal.export.Language;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Logic;
import org.adequal.expr.Variable;
import org.adequal.simplify.Domain;
import org.adequal.simplify.Simplifier;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Printer;
import org.adequal.syntax.Statement;
import org.adequal.syntax.Typeset;

/** The statement that writes a formula and its derivatives in another language. */
record ExportStatement(Desk desk) {

    Answer export(Statement.Export statement) {
        if (statement.language().name().equalsIgnoreCase("latex")) {
            return written(statement, latex(code(statement), statement.order()));
        }
        Language language = Language.named(statement.language().name())
                .orElseThrow(
                        () -> desk.error(Diagnostic.Code.NAME, statement.language() + " is no language to export to",
                                statement.language().span(), "there are latex, java, numpy and c"));
        String code;
        try {
            code = code(statement).in(language);
        } catch (IllegalArgumentException e) {
            throw desk.error(Diagnostic.Code.NAME, String.valueOf(e.getMessage()), statement.operand().span(), null);
        }
        return written(statement, code);
    }

    private Answer written(Statement.Export statement, String text) {
        return statement.file() == null ? new Answer.Message(text.stripTrailing()) : desk.write(statement.file(), text);
    }

    /** An equation a line, for math mode. */
    private static String latex(Code code, Statement.Order order) {
        StringBuilder text = new StringBuilder();
        List<Variable> wrt = code.wrt();
        String name = Typeset.latex(Variable.of(code.name()));
        switch (order) {
            case VALUE -> text.append(Typeset.latex(code.value())).append('\n');
            case FIRST -> {
                for (int i = 0; i < wrt.size(); i++) {
                    text.append("\\frac{\\partial ").append(name).append("}{\\partial ")
                            .append(Typeset.latex(wrt.get(i))).append("} = ")
                            .append(Typeset.latex(code.gradient().get(i))).append('\n');
                }
            }
            case SECOND -> {
                for (int i = 0; i < wrt.size(); i++) {
                    for (int j = 0; j < wrt.size(); j++) {
                        text.append("\\frac{\\partial^2 ").append(name).append("}{\\partial ")
                                .append(Typeset.latex(wrt.get(i))).append("\\,\\partial ")
                                .append(Typeset.latex(wrt.get(j))).append("} = ")
                                .append(Typeset.latex(code.hessian().get(i).get(j))).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private Code code(Statement.Export statement) {
        Expr operand = desk.scalarOperand(statement.operand());
        List<Variable> order = desk.order(statement.operand(), Graph.variables(operand));
        boolean constant = order.isEmpty() && statement.order() == Statement.Order.VALUE;
        List<Variable> wrt = constant ? List.of() : desk.wrt(List.of(), statement.operand(), order);
        Analysis analysis = Analysis.of(operand, List.of());
        Expr value = guarded(analysis.value(), Logic.and(analysis.defined(), analysis.certain()), operand);
        List<Variable> variables = Desk.union(order, wrt);
        String name = statement.operand() instanceof Ast.Name named ? named.name() : "f";
        Formula formula = Formula.of(operand, Desk.union(variables, Graph.variables(operand)), wrt);
        List<Expr> gradient = switch (statement.order()) {
            case VALUE -> List.of();
            case FIRST, SECOND -> wrt.stream()
                    .map(variable -> guarded(org.adequal.calculus.Forward.derivative(analysis.value(), variable),
                            Analysis.of(operand, List.of(variable)).ordinary(), operand))
                    .toList();
        };
        List<List<Expr>> hessian = statement.order() == Statement.Order.SECOND
                ? formula.hessian().stream()
                        .map(row -> row.stream().map(entry -> guarded(entry, formula.ordinary(), operand)).toList())
                        .toList()
                : List.of();
        return new Code(name, Printer.print(operand), value, variables, wrt, gradient, hessian);
    }

    /** What is shown as the derivative, with the condition that its own text does not say. */
    private static Expr guarded(Expr written, Condition condition, Expr operand) {
        Expr expression = Simplifier.simplify(written, condition, operand).expression();
        return Code.guarded(expression, Domain.beside(Analysis.of(expression, List.of()).defined(), condition));
    }
}
