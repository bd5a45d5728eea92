package org.adequal.data;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Columns of the same length with different names. Immutable.
 *
 * @param columns in the order of the text
 */
public record Table(List<Column> columns, int rows) {
    /** Keeps a copy. */
    public Table {
        columns = List.copyOf(columns);
    }

    /** The column of a name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The table of these rows. */
    public Table rows(int[] chosen) {
        return new Table(columns.stream().map(column -> column.rows(chosen)).toList(), chosen.length);
    }

    /** The rows in an order that the seed decides, the same on every machine: Fisher and Yates. */
    public Table shuffled(long seed) {
        return rows(permutation(rows, seed));
    }

    /** The numbers from 0 in an order that the seed decides. */
    public static int[] permutation(int count, long seed) {
        Random random = new Random(seed);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The rows from one on up to another, which is left out. */
    public Table slice(int from, int to) {
        int[] chosen = new int[to - from];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = from + i;
        }
        return rows(chosen);
    }

    /**
     * Each column of numbers moved and scaled to mean 0 and standard deviation 1 where another table has them; a column that
     * is the same in every row is moved only.
     *
     * @param like a table with the same columns: that of the data to learn from
     * @param but  the name of a column that stays as it is
     */
    public Table standardised(Table like, Optional<String> but) {
        return new Table(columns.stream().map(column -> column instanceof Column.Numbers numbers
                && but.filter(numbers.name()::equals).isEmpty()
                && like.column(numbers.name()).orElse(null) instanceof Column.Numbers other
                        ? numbers.standardised(other)
                        : column)
                .toList(), rows);
    }

    /** Columns beside each other, row by row: a matrix in row-major order. */
    public static double[] matrix(List<Column> columns, int rows) {
        int width = columns.stream().mapToInt(Column::width).sum();
        double[] matrix = new double[rows * width];
        int at = 0;
        for (Column column : columns) {
            double[] numbers = column.numbers();
            for (int i = 0; i < rows; i++) {
                System.arraycopy(numbers, i * column.width(), matrix, i * width + at, column.width());
            }
            at += column.width();
        }
        return matrix;
    }
}
