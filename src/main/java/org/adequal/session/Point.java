package org.adequal.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Expr;
import org.adequal.expr.Variable;

/** A point as read: a coordinate for each variable, as a double and as written. */
record Point(List<Variable> variables, double[] coordinates, List<Expr> exact) {
    Point(List<Variable> variables, double[] coordinates) {
        this(variables, coordinates, List.of());
    }

    Answer.Place place() {
        Map<Variable, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < coordinates.length; i++) {
            named.put(variables.get(i), coordinates[i]);
        }
        return new Answer.Place(named);
    }
}
