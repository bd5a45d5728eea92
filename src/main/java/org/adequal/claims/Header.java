package org.adequal.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.adequal.number.DoubleText;
import org.adequal.syntax.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table of claims are.
 *
 * <p>A column of a variable has its name. The claimed derivative by x0 is {@code d/dx0}; also {@code df/dx0} with any
 * name for f, {@code dx0}, {@code grad_x0}, and {@code g0}, {@code g1}, … by the variables' order. A name of a variable
 * is always the variable.
 *
 * @param columns  as the first line has them
 * @param point    which column has the coordinate of each variable
 * @param gradient which has each claimed derivative
 */
record Header(List<String> columns, List<Integer> point, List<Integer> gradient) {
    private static final Pattern QUOTIENT = Pattern.compile("[d∂][\\p{L}_]?[\\p{L}\\p{N}_]*/[d∂](.+)");
    private static final Pattern POSITION = Pattern.compile("g(\\d{1,9})");

    Header {
        columns = List.copyOf(columns);
        point = List.copyOf(point);
        gradient = List.copyOf(gradient);
    }

    static String example(Names names) {
        return Names.shortened(Stream.concat(names.variables().stream(), names.wrt().stream().map(name -> "d/d" + name))
                .collect(Collectors.joining(",")));
    }

    static Header read(List<String> cells, Names names) throws ClaimsException {
        List<String> columns = cells.stream().map(String::strip).toList();
        if (columns.stream().allMatch(cell -> DoubleText.claimed(cell).isPresent())) {
            throw new ClaimsException("the first line names the columns, here it has numbers", example(names));
        }
        List<Integer> point = new ArrayList<>(Collections.nCopies(names.variables().size(), -1));
        List<Integer> gradient = new ArrayList<>(Collections.nCopies(names.wrt().size(), -1));
        for (int i = 0; i < columns.size(); i++) {
            int variable = names.variables().indexOf(columns.get(i));
            if (variable >= 0) {
                once(point, variable, i, names.variables().get(variable));
            } else {
                int derivative = derivative(columns.get(i), names.wrt());
                if (derivative >= 0) {
                    once(gradient, derivative, i, "the derivative by " + names.wrt().get(derivative));
                }
            }
        }
        requireAll(point, names.variables(), "", columns, names);
        requireAll(gradient, names.wrt(), "d/d", columns, names);
        return new Header(columns, point, gradient);
    }

    /** Which derivative a column is; -1 if none. */
    private static int derivative(String column, List<String> wrt) {
        Matcher quotient = QUOTIENT.matcher(column);
        if (quotient.matches()) {
            return wrt.indexOf(quotient.group(1));
        }
        if (column.startsWith("grad_")) {
            return wrt.indexOf(column.substring("grad_".length()));
        }
        if (column.startsWith("d") && wrt.contains(column.substring(1))) {
            return wrt.indexOf(column.substring(1));
        }
        Matcher position = POSITION.matcher(column);
        if (position.matches() && Integer.parseInt(position.group(1)) < wrt.size()) {
            return Integer.parseInt(position.group(1));
        }
        return -1;
    }

    private static void once(List<Integer> found, int index, int column, String what) throws ClaimsException {
        if (found.get(index) >= 0) {
            throw new ClaimsException(
                    "columns " + (found.get(index) + 1) + " and " + (column + 1) + " are both " + what,
                    null);
        }
        found.set(index, column);
    }

    private static void requireAll(List<Integer> found, List<String> names, String prefix, List<String> columns,
            Names all) throws ClaimsException {
        int missing = found.indexOf(-1);
        if (missing >= 0) {
            String name = prefix + names.get(missing);
            throw new ClaimsException("there is no column " + name, hint(name, columns, all));
        }
    }

    private static String hint(String name, List<String> columns, Names all) {
        @Nullable
        String near = Spelling.suggestion(name, columns.stream()
                .filter(column -> !all.variables().contains(column) && derivative(column, all.wrt()) < 0).toList());
        if (near != null) {
            return "is it the one named " + near + "?";
        }
        return columns.size() == 1 && columns.getFirst().matches(".*[;\t|].*")
                ? "columns are separated by commas"
                : "the columns have the names " + example(all);
    }
}
