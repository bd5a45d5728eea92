package org.adequal.optimize;

import java.util.Arrays;
import java.util.Optional;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * A symmetric matrix of second derivatives by its eigenvalues and, one for each, the directions they belong to.
 *
 * @param values     falling
 * @param directions of length 1, at right angles to each other
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Curvature(double[] values, double[][] directions) {

    /** The curvature of an objective at a point; empty where there is no finite Hessian. */
    static Optional<Curvature> of(Objective objective, double[] point) {
        return hessian(objective, point).flatMap(Curvature::of);
    }

    /** The second derivatives; empty where they are not all finite. */
    static Optional<double[][]> hessian(Objective objective, double[] point) {
        return objective.hessian(point).filter(
                rows -> Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite));
    }

    static Optional<Curvature> of(double[][] hessian) {
        double scale = Arrays.stream(hessian).mapToDouble(Journey::largest).max().orElse(0);
        if (scale == 0) {
            double[][] axes = new double[hessian.length][hessian.length];
            for (int i = 0; i < axes.length; i++) {
                axes[i][i] = 1;
            }
            return Optional.of(new Curvature(new double[hessian.length], axes));
        }
        double[][] scaled = new double[hessian.length][hessian.length];
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < scaled.length; j++) {
                scaled[i][j] = (hessian[i][j] / 2 + hessian[j][i] / 2) / scale;
            }
        }
        try {
            EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(scaled, false));
            double[] values = Arrays.stream(eigen.getRealEigenvalues()).map(value -> value * scale).toArray();
            double[][] directions = new double[values.length][];
            for (int i = 0; i < values.length; i++) {
                directions[i] = eigen.getEigenvector(i).toArray();
            }
            return Optional.of(new Curvature(values, directions));
        } catch (MathIllegalStateException _) {
            return Optional.empty();
        }
    }

    /** The largest eigenvalue in size. */
    double largest() {
        return Journey.largest(values);
    }

    /**
     * The step {@code -H^-1 g}, directions flatter than a share of the largest curvature left out.
     *
     * @param downhill whether negative curvatures count by their size, so that the step leads down
     */
    double[] newtonStep(double[] gradient, double flat, boolean downhill) {
        double[] step = new double[gradient.length];
        double least = flat * largest();
        for (int i = 0; i < values.length; i++) {
            double curvature = downhill ? Math.max(Math.abs(values[i]), least) : values[i];
            if (curvature == 0 || Math.abs(curvature) < least) {
                continue;
            }
            double length = -LineSearch.dot(directions[i], gradient) / curvature;
            for (int k = 0; k < step.length; k++) {
                step[k] += length * directions[i][k];
            }
        }
        return step;
    }
}
