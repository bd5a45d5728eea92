package org.adequal.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Reverse;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.eval.Program;
import org.adequal.expr.Expr;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A scalar formula as a function of its variables, with derivatives as its rules give them: what happens at a kink is
 * asked of the {@link Formula} when the search is over.
 */
public final class FormulaObjective implements Objective {
    /** Second derivatives are computed for so many variables. */
    static final int MOST_CURVED = 60;

    private final Formula formula;
    private final Program value;
    private final Program gradient;
    private final @Nullable LeastSquares squares;

    private FormulaObjective(Formula formula, Program value, Program gradient, @Nullable LeastSquares squares) {
        this.formula = formula;
        this.value = value;
        this.gradient = gradient;
        this.squares = squares;
    }

    /** The objective of a formula in these variables and no others. */
    public static FormulaObjective of(Expr written, List<Variable> variables) {
        Formula formula = Formula.of(written, variables, variables);
        Expr expanded = Analysis.expanded(written);
        List<Node> outputs = new ArrayList<>(List.of(expanded));
        outputs.addAll(formula.gradient());
        return new FormulaObjective(formula, Program.of(List.of(expanded), variables), Program.of(outputs, variables),
                SumOfSquares.read(expanded).map(squares -> new Residuals(squares, variables)).orElse(null));
    }

    /** The formula, to be asked what kind of point one is. */
    public Formula formula() {
        return formula;
    }

    @Override
    public int dimension() {
        return formula.variables().size();
    }

    @Override
    public double value(double[] point) {
        return value.run(point)[0];
    }

    @Override
    public double gradient(double[] point, double[] out) {
        double[] found = gradient.run(point);
        System.arraycopy(found, 1, out, 0, out.length);
        return found[0];
    }

    @Override
    public Optional<double[][]> hessian(double[] point) {
        if (dimension() > MOST_CURVED) {
            return Optional.empty();
        }
        return Optional.of(formula.hessianAt(point).stream().map(
                row -> row.stream().map(Quantity::value).mapToDouble(entry -> entry == null ? Double.NaN : entry)
                        .toArray())
                .toArray(double[][]::new));
    }

    @Override
    public Optional<LeastSquares> leastSquares() {
        return Optional.ofNullable(squares);
    }

    @Override
    public Optional<PointResult> examine(double[] point) {
        for (double coordinate : point) {
            if (!Double.isFinite(coordinate)) {
                return Optional.empty();
            }
        }
        return Optional.of(formula.at(point));
    }

    /** The terms of a written sum of squares, with their derivatives worked out when they are first needed. */
    private static final class Residuals implements LeastSquares {
        private final List<Variable> variables;
        private final double[] roots;
        private final List<Expr> residuals;
        private final Program program;
        private @Nullable Program derivatives;

        Residuals(SumOfSquares squares, List<Variable> variables) {
            this.variables = variables;
            residuals = squares.residuals().stream().map(SumOfSquares.Residual::root).toList();
            roots = squares.residuals().stream().mapToDouble(residual -> Math.sqrt(residual.scale())).toArray();
            program = Program.of(residuals, variables);
        }

        @Override
        public int count() {
            return roots.length;
        }

        @Override
        public double[] residuals(double[] point) {
            double[] found = program.run(point);
            for (int i = 0; i < found.length; i++) {
                found[i] *= roots[i];
            }
            return found;
        }

        @Override
        public synchronized double[][] jacobian(double[] point) {
            Program known = derivatives;
            if (known == null) {
                List<Node> rows = new ArrayList<>();
                residuals.forEach(residual -> rows.addAll(Reverse.gradient(residual, variables)));
                known = Program.of(rows, variables);
                derivatives = known;
            }
            double[] found = known.run(point);
            double[][] rows = new double[roots.length][variables.size()];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    rows[i][j] = found[i * rows[i].length + j] * roots[i];
                }
            }
            return rows;
        }
    }
}
