package org.adequal.optimize;

import java.util.Arrays;

import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.ValueAndJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Least squares by Levenberg-Marquardt (MINPACK's, as in Commons Math) with the exact Jacobian, ended by Gauss-Newton steps
 * for the last digits.
 *
 * <p>The first step may be as long as a factor times the starting point, and where that leads decides which minimum a hard
 * problem ends in: several factors are tried and the lowest sum of squares wins.
 */
public record LevenbergMarquardt() implements Method {
    private static final double[] STEP_BOUNDS = {100, 1, 0.01};
    private static final double TIGHT = 1e-15;
    private static final int POLISHINGS = 300;
    /** A residual and the columns of the Jacobian are as good as at right angles: the cosine between them. */
    private static final double ORTHOGONAL = 1e-7;

    @Override
    public String name() {
        return "levenberg-marquardt";
    }

    @Override
    public Search minimize(Objective objective, double[] start, Limits limits, Monitor monitor) {
        LeastSquares squares = objective.leastSquares()
                .orElseThrow(() -> new IllegalArgumentException("this is no sum of squares"));
        double[] gradient = new double[start.length];
        double value = objective.gradient(start, gradient);
        Journey journey = new Journey(start, value, gradient, limits, monitor);
        Ending ending = journey.begin().orElse(null);
        if (ending != null) {
            return journey.end(ending);
        }
        Run run = new Run(objective, squares, journey, limits);
        double[] best = start;
        double least = Double.POSITIVE_INFINITY;
        try {
            for (double bound : STEP_BOUNDS) {
                double[] found = run.from(start, bound);
                double cost = run.cost(found);
                if (cost < least * (1 - 1e-9)) {
                    least = cost;
                    best = found;
                }
                if (run.isStationary(found)) {
                    break;
                }
            }
            ending = Ending.PRECISION;
        } catch (Over over) {
            ending = over.ending;
            best = journey.best().point();
        }
        journey.step(best, objective.gradient(best, gradient), gradient);
        return journey.end(ending);
    }

    /** Thrown through the library where the search has to end. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Ending ending;

        Over(Ending ending) {
            super(ending.text(), null, false, false);
            this.ending = ending;
        }
    }

    private record Run(Objective objective, LeastSquares squares, Journey journey, Limits limits) {

        double cost(double[] point) {
            double sum = Arrays.stream(squares.residuals(point)).map(r -> r * r).sum();
            return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
        }

        /** The point that the optimiser and some Gauss-Newton steps after it lead to. */
        double[] from(double[] start, double bound) {
            Lowest lowest = new Lowest(start, cost(start));
            LeastSquaresProblem problem = new LeastSquaresBuilder().start(start)
                    .target(new double[squares.count()]).model(new Model(lowest))
                    .lazyEvaluation(true).maxEvaluations(Integer.MAX_VALUE).maxIterations(Integer.MAX_VALUE)
                    .checker(null).build();
            try {
                new LevenbergMarquardtOptimizer().withInitialStepBoundFactor(bound).withCostRelativeTolerance(TIGHT)
                        .withParameterRelativeTolerance(TIGHT).withOrthoTolerance(TIGHT).optimize(problem);
            } catch (MathIllegalStateException | MathIllegalArgumentException _) {
                // no further progress in double arithmetic, or no finite Jacobian: the lowest point stands
            }
            return polished(lowest.point);
        }

        /** Whole Gauss-Newton steps as long as each is shorter than the one before. */
        private double[] polished(double[] from) {
            double[] point = from;
            double before = Double.POSITIVE_INFINITY;
            double cost = cost(point);
            for (int i = 0; i < POLISHINGS; i++) {
                double[] step = gaussNewton(point);
                double length = step == null ? Double.NaN : length(step, point);
                if (step == null || !(length < before) || length > 0.1) {
                    break;
                }
                double[] next = new double[point.length];
                for (int k = 0; k < next.length; k++) {
                    next[k] = point[k] + step[k];
                }
                double there = cost(next);
                // near the minimum the sum of squares no longer tells points apart, the steps still do
                if (!(there <= cost * (1 + 1e-10))) {
                    break;
                }
                cost = there;
                before = length;
                point = next;
            }
            return point;
        }

        private double @org.jspecify.annotations.Nullable [] gaussNewton(double[] point) {
            double[] residuals = squares.residuals(point);
            double[][] jacobian = squares.jacobian(point);
            double[] scales = new double[point.length];
            for (int j = 0; j < scales.length; j++) {
                for (double[] row : jacobian) {
                    scales[j] = Math.hypot(scales[j], row[j]);
                }
                if (!(scales[j] > 0) || Double.isInfinite(scales[j])) {
                    return null;
                }
            }
            for (double[] row : jacobian) {
                for (int j = 0; j < scales.length; j++) {
                    row[j] /= scales[j];
                }
            }
            if (jacobian.length < point.length) {
                return null;
            }
            try {
                double[] step = new QRDecomposition(new Array2DRowRealMatrix(jacobian, false)).getSolver()
                        .solve(new ArrayRealVector(residuals, false)).toArray();
                for (int j = 0; j < step.length; j++) {
                    step[j] = -step[j] / scales[j];
                }
                return Arrays.stream(step).allMatch(Double::isFinite) ? step : null;
            } catch (MathIllegalArgumentException _) {
                return null;
            }
        }

        private static double length(double[] step, double[] point) {
            double length = 0;
            for (int i = 0; i < step.length; i++) {
                length = Math.max(length, Math.abs(step[i]) / Math.max(Math.abs(point[i]), Double.MIN_NORMAL));
            }
            return length;
        }

        /** Whether the residuals stand at right angles on every column of a Jacobian without vanishing columns. */
        boolean isStationary(double[] point) {
            double[] residuals = squares.residuals(point);
            double[][] jacobian = squares.jacobian(point);
            double norm = Math.sqrt(cost(point));
            if (norm == 0) {
                return true;
            }
            double[] lengths = new double[point.length];
            for (int j = 0; j < point.length; j++) {
                double dot = 0;
                for (int i = 0; i < residuals.length; i++) {
                    dot += jacobian[i][j] * residuals[i];
                    lengths[j] = Math.hypot(lengths[j], jacobian[i][j]);
                }
                if (!(Math.abs(dot) <= ORTHOGONAL * lengths[j] * norm) || lengths[j] == 0) {
                    return false;
                }
            }
            return Double.isFinite(norm);
        }

        /** The lowest point of one run. */
        private final class Lowest {
            private double[] point;
            private double cost;

            Lowest(double[] point, double cost) {
                this.point = point;
                this.cost = cost;
            }
        }

        private final class Model implements ValueAndJacobianFunction {
            private final Lowest lowest;

            Model(Lowest lowest) {
                this.lowest = lowest;
            }

            @Override
            public Pair<RealVector, RealMatrix> value(RealVector point) {
                return new Pair<>(computeValue(point.toArray()), computeJacobian(point.toArray()));
            }

            @Override
            public RealVector computeValue(double[] point) {
                double[] residuals = squares.residuals(point);
                double cost = Arrays.stream(residuals).map(r -> r * r).sum();
                if (cost < lowest.cost) {
                    lowest.cost = cost;
                    lowest.point = point.clone();
                }
                return new ArrayRealVector(residuals, false);
            }

            @Override
            public RealMatrix computeJacobian(double[] point) {
                double[] gradient = new double[point.length];
                double value = objective.gradient(point, gradient);
                journey.step(point, value, gradient).filter(ending -> ending != Ending.NOT_FINITE)
                        .ifPresent(ending -> {
                            throw new Over(ending);
                        });
                return new Array2DRowRealMatrix(squares.jacobian(point), false);
            }
        }
    }
}
