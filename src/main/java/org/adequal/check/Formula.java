package org.adequal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.eval.Program;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A scalar formula, its variables, its derivatives by some of them, and the programs that evaluate them together.
 *
 * <p>Immutable; programs that are rarely needed are made when they first are.
 */
public final class Formula {
    private final Expr written;
    private final Analysis analysis;
    private final List<Variable> variables;
    private final List<Variable> wrt;
    private final List<Expr> gradient;
    private final Program program;
    private final RunningError runningError;
    private final Map<Variable, Along> ordinaryAlong = new ConcurrentHashMap<>();
    private volatile @Nullable SecondOrder second;
    private volatile @Nullable Blame blame;

    private record Along(Program program, RunningError runningError) {}

    private record SecondOrder(List<List<Expr>> hessian, Program program) {}

    private Formula(Expr written, List<Variable> variables, List<Variable> wrt) {
        this.written = written;
        this.variables = List.copyOf(variables);
        this.wrt = List.copyOf(wrt);
        analysis = Analysis.of(written, wrt);
        gradient = Reverse.gradient(analysis.value(), wrt);
        List<Node> outputs = new ArrayList<>(
                List.of(analysis.value(), analysis.defined(), analysis.ordinary(), analysis.certain()));
        outputs.addAll(gradient);
        program = Program.of(outputs, variables);
        runningError = RunningError.of(analysis.ordinary());
    }

    /**
     * The formula as a function of these variables, to be differentiated by some of them.
     *
     * @param variables all that a point gives a coordinate for, the formula's own variables among them
     */
    public static Formula of(Expr written, List<Variable> variables, List<Variable> wrt) {
        return new Formula(written, variables, wrt);
    }

    public Expr written() {
        return written;
    }

    public List<Variable> variables() {
        return variables;
    }

    public List<Variable> wrt() {
        return wrt;
    }

    /** The partial derivatives in the order of {@link #wrt}, as they are evaluated. */
    public List<Expr> gradient() {
        return gradient;
    }

    /**
     * Value, partial derivatives and status at a point: one coordinate per variable. Where the rules of all parts
     * surely hold in doubles, that is all; elsewhere one-sided expansions at the exact point decide.
     */
    public PointResult at(double... point) {
        Program.Evaluation evaluation = program.evaluate(point);
        Quantity value = evaluation.output(1) == 1 && evaluation.output(3) == 1
                ? quantity(evaluation, analysis.value())
                : Quantity.NONE;
        boolean ordinary = evaluation.output(2) == 1 && !runningError.isDoubtful(evaluation);
        Map<Variable, PointResult.Partial> partials = new LinkedHashMap<>();
        boolean complete = value.exists();
        for (int i = 0; i < wrt.size(); i++) {
            Quantity slope = ordinary || evaluation.output(1) == 1 && isOrdinaryAlong(wrt.get(i), point)
                    ? quantity(evaluation, gradient.get(i))
                    : Quantity.NONE;
            complete &= slope.exists();
            partials.put(wrt.get(i),
                    new PointResult.Partial(slope, slope.exists() ? Status.SMOOTH : Status.UNKNOWN));
        }
        if (complete && ordinary) {
            return new PointResult(value, partials, true, null);
        }
        return new Closely(written, variables, blame()).at(point, value, partials, ordinary);
    }

    private boolean isOrdinaryAlong(Variable variable, double[] point) {
        Along along = ordinaryAlong.computeIfAbsent(variable, v -> {
            Condition ordinary = Analysis.of(written, List.of(v)).ordinary();
            return new Along(Program.of(List.of(ordinary), variables), RunningError.of(ordinary));
        });
        Program.Evaluation evaluation = along.program.evaluate(point);
        return evaluation.output(0) == 1 && !along.runningError.isDoubtful(evaluation);
    }

    /** Whether the rules of all parts surely hold at the point, so that the derivatives by the rules do. */
    public boolean isOrdinaryAt(double... point) {
        Program.Evaluation evaluation = program.evaluate(point);
        return evaluation.output(2) == 1 && !runningError.isDoubtful(evaluation);
    }

    /** A derivative by some variables, one after the other, from the function and not from its rules. */
    private Quantity derivativeAt(List<Variable> by, double[] point) {
        Expr derivative = written;
        for (Variable variable : by) {
            derivative = Derivatives.by(derivative, variable);
        }
        return new Closely(derivative, variables, blame()).at(point, Quantity.NONE, Map.of(), false).value();
    }

    /** Second derivatives where the function is smooth: rows and columns in the order of {@link #wrt}. */
    public List<List<Quantity>> hessianAt(double... point) {
        if (!isOrdinaryAt(point)) {
            return wrt.stream()
                    .map(row -> wrt.stream().map(column -> derivativeAt(List.of(row, column), point)).toList())
                    .toList();
        }
        SecondOrder order = secondOrder();
        Program.Evaluation evaluation = order.program.evaluate(point);
        return order.hessian.stream()
                .map(row -> row.stream().map(entry -> quantity(evaluation, entry)).toList()).toList();
    }

    /** The second derivatives as expressions, symmetric. */
    public List<List<Expr>> hessian() {
        return secondOrder().hessian;
    }

    private SecondOrder secondOrder() {
        SecondOrder known = second;
        if (known == null) {
            List<List<Expr>> rows = new ArrayList<>();
            List<Expr> all = new ArrayList<>();
            for (int i = 0; i < wrt.size(); i++) {
                List<Expr> row = new ArrayList<>();
                for (int j = 0; j < wrt.size(); j++) {
                    row.add(j < i ? rows.get(j).get(i) : Forward.derivative(gradient.get(i), wrt.get(j)));
                }
                rows.add(row);
                all.addAll(row);
            }
            known = new SecondOrder(rows, Program.of(all, variables));
            second = known;
        }
        return known;
    }

    private Blame blame() {
        Blame known = blame;
        if (known == null) {
            known = new Blame(analysis.value(), variables);
            blame = known;
        }
        return known;
    }

    /** The number, an infinity only where it overflows from finite parts; none where doubles can't give it. */
    private static Quantity quantity(Program.Evaluation evaluation, Expr expression) {
        double value = evaluation.of(expression);
        if (Double.isNaN(value)) {
            return Quantity.NONE;
        }
        if (Double.isInfinite(value)) {
            for (Node argument : expression.arguments()) {
                if (argument instanceof Expr && !Double.isFinite(evaluation.of(argument))) {
                    return Quantity.NONE;
                }
            }
        }
        return Quantity.of(value);
    }

    /** Where the formula has a value. */
    public Condition defined() {
        return analysis.defined();
    }

    /** Where the formula is surely smooth in the variables it is differentiated by. */
    public Condition ordinary() {
        return analysis.ordinary();
    }
}
