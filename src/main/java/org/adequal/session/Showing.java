package org.adequal.session;

import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Reverse;
import org.adequal.check.EmptyDomain;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Logic;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.simplify.Domain;
import org.adequal.simplify.ArrayForm;
import org.adequal.simplify.Simplifier;
import org.adequal.syntax.Printer;
import org.jspecify.annotations.Nullable;

/** Expressions as a person would write them. */
final class Showing {
    private Showing() {}

    static List<Answer.Shown> partials(Expr operand, List<Variable> wrt) {
        Expr value = Analysis.expanded(operand);
        return wrt.stream().map(variable -> shown(Reverse.derivative(value, variable),
                Analysis.of(operand, List.of(variable)).ordinary(), operand)).toList();
    }

    /** The expression with its derivative operators worked out, simplified. */
    static Answer simplified(Expr expression) {
        Analysis analysis = Analysis.of(expression, List.of());
        return new Answer.Expression(
                shown(analysis.value(), Logic.and(analysis.defined(), analysis.certain()), expression), null);
    }

    private static @Nullable String special(Expr derivative) {
        return ArrayForm.whereSumsAreOne(derivative)
                .map(form -> Printer.print(form.expression()) + " for " + Printer.print(form.condition()))
                .orElse(null);
    }

    /** A derivative of the operand, or the operand itself, as a person would write it, with its condition. */
    static Answer.Shown shown(Expr written, Condition condition, Expr operand) {
        boolean arrays = ArrayForm.concerns(written) || ArrayForm.concerns(operand);
        Expr expression = arrays
                ? ArrayForm.of(written, operand)
                : Simplifier.simplify(written, condition, operand).expression();
        Condition domain = Domain.beside(Analysis.of(expression, List.of()).defined(), condition);
        return new Answer.Shown(Printer.print(expression), domain == Truth.TRUE ? null : Printer.print(domain),
                Graph.nodes(expression).size(), arrays ? null : EmptyDomain.why(operand),
                arrays ? special(expression) : null);
    }
}
