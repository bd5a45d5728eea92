package org.adequal.number;

/** Polynomials with constant coefficients, as approximations use them. */
final class Polynomial {

    private Polynomial() {}

    /** The polynomial with these coefficients, highest power first, at x. */
    static double horner(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
