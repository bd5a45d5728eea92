package org.adequal.data;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table from comma-separated values. The first line has the names of the columns; a column that begins with a
 * number has numbers only, any other has classes.
 */
public final class CsvTable {
    private static final int MOST_CELLS = 50_000_000;
    private static final int MOST_CLASSES = 1000;

    private CsvTable() {}

    /** The table that a text is; tells the line and column of what is wrong with it. */
    public static Table read(Reader text) throws IOException, TableException {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = format.parse(text)) {
            List<String> names = null;
            List<String[]> lines = new ArrayList<>();
            List<Long> places = new ArrayList<>();
            for (CSVRecord record : parser) {
                if (names == null) {
                    names = names(record);
                    continue;
                }
                if (record.size() != names.size()) {
                    throw new TableException("line " + parser.getCurrentLineNumber() + " has " + record.size()
                            + " cells, and there are " + names.size() + " columns");
                }
                if ((long) names.size() * lines.size() > MOST_CELLS) {
                    throw new TableException("this has more than " + MOST_CELLS + " cells");
                }
                lines.add(record.values());
                places.add(parser.getCurrentLineNumber());
            }
            if (names == null || lines.isEmpty()) {
                throw new TableException("there are no data: the first line has the names of the columns");
            }
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(column(names.get(i), i, lines, places));
            }
            return new Table(columns, lines.size());
        } catch (UncheckedIOException e) {
            throw new TableException(String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }

    /** Column names as they can be typed: {@code sepal length (cm)} is {@code sepal_length_cm}. */
    private static List<String> names(CSVRecord header) throws TableException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String written = header.get(i).replace("\uFEFF", "");
            String name = written.replaceAll("[^\\p{L}\\p{Nd}_]+", "_").replaceAll("^_+|_+$", "");
            if (name.isEmpty() || Character.isDigit(name.codePointAt(0))) {
                throw new TableException("line 1, column " + (i + 1) + ": '" + written
                        + "' is no name; the first line has the names of the columns");
            }
            if (!seen.add(name)) {
                throw new TableException("line 1, column " + (i + 1) + ": there is another column named " + name);
            }
            names.add(name);
        }
        return names;
    }

    private static Column column(String name, int index, List<String[]> lines, List<Long> places)
            throws TableException {
        if (isNumber(lines.getFirst()[index])) {
            double[] values = new double[lines.size()];
            for (int i = 0; i < values.length; i++) {
                String cell = lines.get(i)[index];
                if (!isNumber(cell)) {
                    throw at(places.get(i), index, name,
                            (cell.isEmpty() ? "an empty cell" : "'" + cell + "' is no number")
                                    + " in a column of numbers");
                }
                values[i] = Double.parseDouble(cell);
                if (Double.isInfinite(values[i])) {
                    throw at(places.get(i), index, name, cell + " is too large for a double");
                }
            }
            return new Column.Numbers(name, values);
        }
        TreeSet<String> found = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String cell = lines.get(i)[index];
            if (cell.isEmpty()) {
                throw at(places.get(i), index, name, "an empty cell");
            }
            found.add(cell);
            if (found.size() > MOST_CLASSES) {
                throw at(places.get(i), index, name, "more than " + MOST_CLASSES + " different words");
            }
        }
        List<String> classes = List.copyOf(found);
        int[] indices = lines.stream().mapToInt(line -> classes.indexOf(line[index])).toArray();
        return new Column.Classes(name, classes, indices);
    }

    private static TableException at(long line, int column, String name, String what) {
        return new TableException("line " + line + ", column " + (column + 1) + " (" + name + "): " + what);
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    }

    /** The names of columns, for messages. */
    public static String names(Table table) {
        return String.join(", ", table.columns().stream().map(Column::name).toList());
    }
}
