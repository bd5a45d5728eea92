package org.adequal.session;

import java.util.ArrayList;
import java.util.List;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Ast;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Parser;
import org.jspecify.annotations.Nullable;

/** What a person wants next of a formula just typed: its simplest form, where it is defined, its derivatives. */
final class Overview {
    private static final long BUDGET_MILLISECONDS = 3_000;
    /** Beyond this size of a formula a person asks for what they want. */
    private static final int MOST_NODES = 300;
    private static final int MOST_VARIABLES = 4;
    private static final int WIDEST = 160;

    private Overview() {}

    /** A few lines, without a line break at the end; null where there is nothing to add or no time for it. */
    static @Nullable String of(Session session, String name) {
        try {
            return Budget.run(BUDGET_MILLISECONDS, () -> lines(session, name));
        } catch (DiagnosticException e) {
            // an extra that cannot be had is left out: the statement itself was answered
            return null;
        }
    }

    private static @Nullable String lines(Session session, String name) {
        Desk desk = new Desk(name, session.definitions(), session.world());
        Ast formula = Parser.formula(name, name);
        Expr operand = desk.scalarOperand(formula);
        if (Graph.nodes(operand).size() > MOST_NODES) {
            return null;
        }
        List<Variable> variables = Graph.variables(operand);
        List<String> lines = new ArrayList<>();
        String own = Text.of(Showing.simplified(operand));
        if (!own.equals(String.valueOf(session.definitions().get(name)).replaceFirst("^.*? = ", ""))) {
            lines.add("= " + own);
        }
        if (variables.size() <= MOST_VARIABLES) {
            List<Answer.Shown> partials = Showing.partials(operand, variables);
            for (int i = 0; i < variables.size(); i++) {
                lines.add("d/d" + variables.get(i) + " = " + partials.get(i));
            }
        } else {
            lines.add(variables.size() + " variables: " + variables.getFirst() + ", …, " + variables.getLast());
        }
        lines.removeIf(line -> line.length() > WIDEST);
        return lines.isEmpty() ? null : "  " + String.join("\n  ", lines);
    }
}
