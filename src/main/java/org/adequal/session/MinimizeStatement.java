package org.adequal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.optimize.Finding;
import org.adequal.optimize.FormulaObjective;
import org.adequal.optimize.LevenbergMarquardt;
import org.adequal.optimize.Limits;
import org.adequal.optimize.Method;
import org.adequal.optimize.Objective;
import org.adequal.optimize.Search;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Printer;
import org.adequal.syntax.Span;
import org.adequal.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** The statement that looks for a minimum. */
record MinimizeStatement(Desk desk) {
    /** The share of a budget that a search may use; the rest is for building its formulas and looking at what it found. */
    private static final double SHARE = 0.6;
    /** Newton's method is the usual one for so many variables. */
    private static final int FEW = 40;

    private MinimizeOptions.Reading reading() {
        return new MinimizeOptions.Reading() {
            @Override
            public DiagnosticException error(Diagnostic.Code code, String message, @Nullable Span span,
                    @Nullable String hint) {
                return desk.error(code, message, span, hint);
            }

            @Override
            public double number(Ast ast) {
                return desk.number(desk.constant(ast), ast.span());
            }
        };
    }

    /** How long a statement may take, which is longer than usual if it asks for time. */
    long budget(Statement.Minimize statement, long usual) {
        Duration asked = MinimizeOptions.time(statement, reading());
        return asked == null ? usual : usual + asked.toMillis();
    }

    Answer minimize(Statement.Minimize statement, long budgetMilliseconds) {
        Expr operand = desk.scalarOperand(statement.operand());
        List<Variable> order = desk.order(statement.operand(), Graph.variables(operand));
        List<Variable> wrt = desk.wrt(statement.wrt(), statement.operand(), order);
        if (statement.from() == null) {
            throw desk.error(Diagnostic.Code.SYNTAX, "where does it begin?", statement.span(),
                    "write minimize ... from " + (order.size() == 1 ? "1" : "(1, 2)"));
        }
        Point from = desk.point(statement.from(), Desk.union(Graph.variables(operand), wrt), order);
        double[] start = wrt.stream().mapToDouble(variable -> from.coordinates()[from.variables().indexOf(variable)])
                .toArray();
        Objective objective = FormulaObjective.of(held(operand, from, wrt), wrt);
        MinimizeOptions options = MinimizeOptions.read(statement, usual(objective),
                Duration.ofMillis((long) (budgetMilliseconds * SHARE)), reading());
        if (objective.leastSquares().isEmpty() && options.methods().getFirst() instanceof LevenbergMarquardt) {
            throw desk.error(Diagnostic.Code.DOMAIN, "this is no sum of squares, which levenberg-marquardt needs",
                    statement.operand().span(), "write (y1 - ...)^2 + (y2 - ...)^2, or minimize by newton");
        }
        String formula = Printer.print(operand);
        List<Finding> findings = new ArrayList<>();
        long end = System.nanoTime() + options.limits().time().toNanos();
        for (Method method : options.methods()) {
            Limits limits = options.limits().within(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            Search search = method.minimize(objective, start, limits, desk.world().monitor());
            findings.add(Finding.of(method, objective, search));
        }
        return new Answer.Minimum(formula, wrt, place(wrt, start), findings, options.sweep());
    }

    /** The operand with the coordinates of the variables that do not move put in place. */
    private static Expr held(Expr operand, Point from, List<Variable> wrt) {
        Map<Variable, Expr> values = new LinkedHashMap<>();
        for (int i = 0; i < from.variables().size(); i++) {
            if (!wrt.contains(from.variables().get(i))) {
                values.put(from.variables().get(i), from.exact().get(i));
            }
        }
        return values.isEmpty() ? operand : (Expr) Graph.substitute(operand, values);
    }

    private static MinimizeOptions.Named usual(Objective objective) {
        return objective.leastSquares().isPresent()
                ? MinimizeOptions.Named.LEVENBERG_MARQUARDT
                : objective.dimension() <= FEW ? MinimizeOptions.Named.NEWTON : MinimizeOptions.Named.BFGS;
    }

    static Answer.Place place(List<Variable> variables, double[] point) {
        return new Point(variables, point).place();
    }
}
