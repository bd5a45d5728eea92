package org.adequal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.adequal.expr.ArrayValue;
import org.adequal.expr.Expansion;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.optimize.ArrayObjective;
import org.adequal.optimize.BatchDescent;
import org.adequal.optimize.Finding;
import org.adequal.optimize.FormulaObjective;
import org.adequal.optimize.LevenbergMarquardt;
import org.adequal.optimize.Limits;
import org.adequal.optimize.Method;
import org.adequal.optimize.Objective;
import org.adequal.optimize.Search;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Lowering;
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

    /** What is looked for, from where. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Problem(Objective objective, List<Variable> moving, Map<String, Long> sizes, double[] start) {}

    Answer.Minimum minimize(Statement.Minimize statement, long budgetMilliseconds) {
        Expr operand = desk.lowered(statement.operand(), statement.from());
        desk.refuseArray(operand, statement.operand().span());
        if (statement.from() == null) {
            List<Variable> variables = Graph.variables(operand);
            throw desk.error(Diagnostic.Code.SYNTAX, "where does it begin?", statement.span(),
                    "write minimize ... from " + (variables.size() == 1 ? "1" : "(1, 2)"));
        }
        long seed = MinimizeOptions.seed(statement, reading());
        Problem problem = Graph.nodes(operand).stream().allMatch(node -> node.shape().isScalar())
                ? scalars(statement, operand)
                : arrays(statement, operand, seed);
        Objective objective = problem.objective;
        MinimizeOptions options = MinimizeOptions.read(statement, usual(objective),
                Duration.ofMillis((long) (budgetMilliseconds * SHARE)), reading());
        if (options.methods().getFirst() instanceof LevenbergMarquardt && objective.leastSquares().isEmpty()) {
            throw desk.error(Diagnostic.Code.DOMAIN, "this is no sum of squares, which levenberg-marquardt needs",
                    statement.operand().span(), "write (y1 - ...)^2 + (y2 - ...)^2, or minimize by newton");
        }
        if (options.methods().getFirst() instanceof BatchDescent && objective.rows().isEmpty()) {
            throw desk.error(Diagnostic.Code.DOMAIN, "there are no rows of data to make batches of",
                    statement.operand().span(), "load \"file.csv\" as data, and use its columns in the formula");
        }
        List<Finding> findings = new ArrayList<>();
        long end = System.nanoTime() + options.limits().time().toNanos();
        for (Method method : options.methods()) {
            Limits limits = options.limits().within(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            Search search = method.minimize(objective, problem.start, limits, desk.world().monitor());
            findings.add(Finding.of(method, objective, search));
        }
        return new Answer.Minimum(statement.operand().span().of(desk.script()), problem.moving, problem.sizes,
                problem.start, findings, options.sweep());
    }

    private Problem scalars(Statement.Minimize statement, Expr operand) {
        List<Variable> order = desk.order(statement.operand(), Graph.variables(operand));
        List<Variable> wrt = desk.wrt(statement.wrt(), statement.operand(), order);
        Point from = desk.point(Objects.requireNonNull(statement.from()),
                Desk.union(Graph.variables(operand), wrt), order);
        double[] start = wrt.stream().mapToDouble(variable -> from.coordinates()[from.variables().indexOf(variable)])
                .toArray();
        return new Problem(FormulaObjective.of(held(operand, from, wrt), wrt), wrt, Map.of(), start);
    }

    private Problem arrays(Statement.Minimize statement, Expr operand, long seed) {
        List<Variable> variables = new ArrayList<>();
        List<String> data = List.of();
        if (statement.operand() instanceof Ast.Name name
                && desk.definitions().get(name.name()) instanceof Definition definition && definition.isFunction()) {
            variables.addAll(Lowering.parameters(definition));
            data = variables.stream().map(Variable::name).filter(each -> !definition.variables().contains(each))
                    .toList();
        }
        List<Variable> all = Desk.union(variables, Graph.variables(operand));
        List<String> still = data;
        List<Variable> moving = statement.wrt().isEmpty()
                ? all.stream().filter(variable -> !still.contains(variable.name())).toList()
                : statement.wrt().stream().map(name -> all.stream()
                        .filter(variable -> variable.name().equals(name.name())).findFirst()
                        .orElseThrow(() -> desk.error(Diagnostic.Code.NAME, name + " is no variable here",
                                name.span(), "there are " + Desk.names(all))))
                        .toList();
        if (moving.isEmpty()) {
            throw desk.error(Diagnostic.Code.NAME, "there is no variable to move", statement.operand().span(), null);
        }
        Start start = new Start(desk);
        Map<Variable, ArrayValue> values = start.values(Objects.requireNonNull(statement.from()), all, seed);
        Map<Variable, ArrayValue> held = new LinkedHashMap<>(values);
        moving.forEach(held::remove);
        Start.data(operand).forEach(column -> held.put(column, desk.definitions().data(column)));
        double[] point = moving.stream()
                .flatMapToDouble(variable -> Arrays.stream(Objects.requireNonNull(values.get(variable)).numbers()))
                .toArray();
        try {
            return new Problem(ArrayObjective.of(operand, moving, held, start.sizes()), moving,
                    Map.copyOf(start.sizes()), point);
        } catch (Expansion.Misfit e) {
            throw desk.error(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()), statement.operand().span(), null);
        }
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
        return objective.dimension() > FEW
                ? MinimizeOptions.Named.BFGS
                : objective.leastSquares().isPresent()
                        ? MinimizeOptions.Named.LEVENBERG_MARQUARDT
                        : MinimizeOptions.Named.NEWTON;
    }
}
