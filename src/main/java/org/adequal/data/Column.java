package org.adequal.data;

import java.util.Arrays;
import java.util.List;

/** A column of a table. */
public sealed interface Column {

    /** The name as it is typed in formulas. */
    String name();

    /** The same column of these rows. */
    Column rows(int[] rows);

    /** The numbers of the column, row by row: itself, or for classes a 1 in the place of the class. */
    double[] numbers();

    /** How many numbers each row has. */
    int width();

    /** A column of numbers, all finite. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Numbers(String name, double[] values) implements Column {
        @Override
        public Numbers rows(int[] rows) {
            return new Numbers(name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
        }

        @Override
        public double[] numbers() {
            return values.clone();
        }

        @Override
        public int width() {
            return 1;
        }

        /** Mean 0 and standard deviation 1 where another column, of the same kind of data, has them. */
        Numbers standardised(Numbers like) {
            double mean = Arrays.stream(like.values).average().orElse(0);
            double variance = Arrays.stream(like.values).map(value -> (value - mean) * (value - mean)).average()
                    .orElse(0);
            double deviation = variance > 0 ? Math.sqrt(variance) : 1;
            return new Numbers(name, Arrays.stream(values).map(value -> (value - mean) / deviation).toArray());
        }
    }

    /**
     * A column of words.
     *
     * @param classes the different words, sorted
     * @param indices which of them each row has
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Classes(String name, List<String> classes, int[] indices) implements Column {
        @Override
        public Classes rows(int[] rows) {
            return new Classes(name, classes, Arrays.stream(rows).map(row -> indices[row]).toArray());
        }

        @Override
        public double[] numbers() {
            double[] oneHot = new double[indices.length * classes.size()];
            for (int i = 0; i < indices.length; i++) {
                oneHot[i * classes.size() + indices[i]] = 1;
            }
            return oneHot;
        }

        @Override
        public int width() {
            return classes.size();
        }
    }
}
