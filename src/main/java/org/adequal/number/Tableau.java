package org.adequal.number;

import java.util.ArrayList;
import java.util.List;

/**
 * Richardson's extrapolation to h = 0 of values at h, h/c, h/c^2, …, and of the noise in them.
 *
 * <p>T(k,j) = (b^j T(k,j-1) - T(k-1,j-1)) / (b^j - 1), where the error is a series in powers of h^p and b = c^p.
 */
final class Tableau {

    private final double base;
    private final int columns;
    private final List<double[]> values = new ArrayList<>();
    private final List<double[]> noises = new ArrayList<>();

    Tableau(double base, int columns) {
        this.base = base;
        this.columns = columns;
    }

    int rows() {
        return values.size();
    }

    int lastColumn(int row) {
        return Math.min(row, columns - 1);
    }

    double value(int row, int column) {
        return values.get(row)[column];
    }

    /** A bound for what noise of the values, and the arithmetic here, did to an entry. */
    double noise(int row, int column) {
        return noises.get(row)[column];
    }

    /** How far an entry is from the two it was made of (Ridders' error); for columns from 1. */
    double difference(int row, int column) {
        double value = value(row, column);
        return Math.max(Math.abs(value - value(row, column - 1)), Math.abs(value - value(row - 1, column - 1)));
    }

    void add(double value, double noise) {
        int row = rows();
        double[] valueRow = new double[lastColumn(row) + 1];
        double[] noiseRow = new double[valueRow.length];
        valueRow[0] = value;
        noiseRow[0] = noise;
        double power = 1;
        for (int j = 1; j < valueRow.length; j++) {
            power *= base;
            valueRow[j] = valueRow[j - 1] + (valueRow[j - 1] - value(row - 1, j - 1)) / (power - 1);
            noiseRow[j] = (power * noiseRow[j - 1] + noise(row - 1, j - 1)) / (power - 1)
                    + Doubles.UNIT_ROUNDOFF * Math.abs(valueRow[j]);
        }
        values.add(valueRow);
        noises.add(noiseRow);
    }
}
