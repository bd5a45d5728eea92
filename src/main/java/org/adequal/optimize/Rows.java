package org.adequal.optimize;

/** A function of data in rows, on some of the rows. */
public interface Rows {

    /** How many rows there are. */
    int count();

    /**
     * The value and gradient of the function as if these rows were all there are.
     *
     * @param gradient where the gradient is written
     */
    double gradient(double[] point, int[] rows, double[] gradient);
}
