package org.adequal.optimize;

/** A sum of squares by its terms: the function is {@code sum(r^2)} plus a number that does not change. */
public interface LeastSquares {

    /** How many residuals there are. */
    int count();

    /** The residuals r at a point, NaN where one has no value. */
    double[] residuals(double[] point);

    /** The derivatives of the residuals: a row for each. */
    double[][] jacobian(double[] point);
}
