package org.adequal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A derivative from values alone: central differences extrapolated to step 0 (Richardson), with an estimate of the error
 * from the last two extrapolations and from rounding.
 */
record NumericDerivative(double value, double error) {
    private static final int LEVELS = 6;
    /** What the function may be wrong by, in parts of its value. */
    private static final double ROUNDING = 0x1p-48;
    /** Of many estimates the smallest is sometimes too small by chance: none is believed beyond this part of its value. */
    private static final double DISTRUST = 1e-10;

    /** The best of the tableau at x; the steps are {@code step}, a half, a quarter, … of it. */
    static NumericDerivative of(DoubleUnaryOperator function, double x, double step) {
        double[][] tableau = new double[LEVELS][LEVELS];
        NumericDerivative best = new NumericDerivative(Double.NaN, Double.POSITIVE_INFINITY);
        double h = step;
        for (int i = 0; i < LEVELS; i++) {
            double above = function.applyAsDouble(x + h);
            double below = function.applyAsDouble(x - h);
            double width = (x + h) - (x - h);
            tableau[i][0] = (above - below) / width;
            double rounding = (Math.abs(above) + Math.abs(below)) * ROUNDING / width;
            double factor = 1;
            for (int j = 1; j <= i; j++) {
                factor *= 4;
                tableau[i][j] = tableau[i][j - 1] + (tableau[i][j - 1] - tableau[i - 1][j - 1]) / (factor - 1);
                double error = Math.max(Math.abs(tableau[i][j] - tableau[i][j - 1]),
                        Math.abs(tableau[i][j] - tableau[i - 1][j - 1])) + rounding;
                error += DISTRUST * Math.abs(tableau[i][j]);
                if (error < best.error) {
                    best = new NumericDerivative(tableau[i][j], error);
                }
            }
            h /= 2;
        }
        return best;
    }

    /** Everywhere the function is asked, but x itself. */
    static List<Double> places(double x, double step) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            places.add(x + Math.scalb(step, -i));
            places.add(x - Math.scalb(step, -i));
        }
        return places;
    }

    /** Whether the number may be the derivative, as far as this tells. */
    boolean allows(double derivative) {
        return Math.abs(derivative - value) <= 10 * error;
    }

    /** Whether it tells the derivative to within a part of its size (or of the scale given, if that is larger). */
    boolean tells(double tolerance, double scale) {
        return error <= tolerance * Math.max(Math.abs(value), scale);
    }
}
