package org.adequal.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.Elements;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;

/**
 * A point as read: a coordinate for each variable, as a double and as written; arrays by their elements.
 *
 * @param elements what turns formulas over the arrays into formulas over the variables
 * @param arrays   what was given for each variable as a whole
 */
record Point(List<Variable> variables, double[] coordinates, List<Expr> exact, Elements elements,
        Map<Variable, Expr> arrays) {
    Point(List<Variable> variables, double[] coordinates) {
        this(variables, coordinates, List.of(), Elements.of(Map.of()), Map.of());
    }

    Answer.Place place() {
        Map<Variable, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < coordinates.length; i++) {
            named.put(variables.get(i), coordinates[i]);
        }
        return new Answer.Place(named);
    }
}
