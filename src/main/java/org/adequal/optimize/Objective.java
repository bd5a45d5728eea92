package org.adequal.optimize;

import java.util.Optional;

import org.adequal.check.PointResult;

/** A function of several numbers to be minimised; NaN stands where it, or a derivative, has no value. */
public interface Objective {

    /** How many numbers a point has. */
    int dimension();

    /** The value at a point, which is not modified. */
    double value(double[] point);

    /**
     * The value and the gradient at a point.
     *
     * @param gradient where the gradient is written, as long as the point
     * @return the value
     */
    double gradient(double[] point, double[] gradient);

    /** The matrix of second derivatives; empty where there are too many of them. */
    Optional<double[][]> hessian(double[] point);

    /** The same function as a sum of squares; empty where it is not known to be one. */
    Optional<LeastSquares> leastSquares();

    /** The function on some of its rows of data; empty where it has none. */
    default Optional<Rows> rows() {
        return Optional.empty();
    }

    /** What is known of the function at a point beyond doubles: its status, and why; empty where nothing is. */
    Optional<PointResult> examine(double[] point);
}
