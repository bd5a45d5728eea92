package org.adequal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.adequal.chart.Axis;
import org.adequal.chart.Chart;
import org.adequal.chart.Ink;
import org.adequal.chart.Mark;
import org.adequal.chart.Marker;
import org.adequal.chart.Point;
import org.adequal.chart.Range;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** A field of arrows: the negative gradient of a function of two variables, or two components. */
public final class ArrowChart {
    /** Arrows along each side, both ends included. */
    public static final int STANDARD = 18;

    private ArrowChart() {}

    /** A direction at a point, null where there is none. */
    private interface Direction {
        double @Nullable [] at(double x, double y);
    }

    /** Downhill: at each point of a grid minus the gradient, its length to scale; a cross where there is none. */
    public static Chart downhill(Titled function, List<Variable> variables, Range x, Range y, OptionalInt perSide) {
        Formula formula = Formula.of(function.formula(), variables, variables);
        return chart("Downhill, −grad, on " + function.name(), "minus the gradient of " + function.name(), variables, x,
                y, perSide.orElse(STANDARD), (px, py) -> {
                    List<Quantity> slopes = formula.at(px, py).partials().values().stream()
                            .map(PointResult.Partial::slope).toList();
                    return vector(slopes.get(0), slopes.get(1), -1);
                });
    }

    /** The field of two components as it is. */
    public static Chart field(String name, List<Expr> components, List<Variable> variables, Range x, Range y,
            OptionalInt perSide) {
        List<Formula> formulas = components.stream().map(each -> Formula.of(each, variables, List.of())).toList();
        return chart(name, "the field " + name, variables, x, y, perSide.orElse(STANDARD),
                (px, py) -> vector(formulas.get(0).at(px, py).value(), formulas.get(1).at(px, py).value(), 1));
    }

    private static double @Nullable [] vector(Quantity first, Quantity second, int sign) {
        Double a = first.value();
        Double b = second.value();
        return a == null || b == null || first.overflows() || second.overflows()
                ? null
                : new double[]{sign * a, sign * b};
    }

    private static Chart chart(String title, String what, List<Variable> variables, Range x, Range y, int perSide,
            Direction direction) {
        List<Point> places = new ArrayList<>();
        List<double[]> directions = new ArrayList<>();
        List<Point> missing = new ArrayList<>();
        double longest = 0;
        for (double py : Field.places(y, perSide - 1)) {
            for (double px : Field.places(x, perSide - 1)) {
                double[] vector = direction.at(px, py);
                if (vector == null) {
                    missing.add(new Point(px, py));
                } else {
                    places.add(new Point(px, py));
                    directions.add(vector);
                    longest = Math.max(longest, Math.hypot(vector[0], vector[1]));
                }
            }
        }
        // the longest arrow is as long as the smaller step of the grid
        double step = Math.min(x.length(), y.length()) / (perSide - 1);
        double scale = longest == 0 ? 0 : step / longest;
        List<Mark.Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            double[] vector = directions.get(i);
            arrows.add(new Mark.Arrow(places.get(i), vector[0] * scale, vector[1] * scale));
        }
        List<Mark> marks = new ArrayList<>(List.of(new Mark.Arrows("", arrows, new Ink.Series(0))));
        if (!missing.isEmpty()) {
            marks.add(new Mark.Points("no direction", missing, Marker.CROSS, new Ink.Series(1)));
        }
        double room = step * 0.6;
        return new Chart(
                title, arrows.size() + " arrows show " + what + " for " + ContourChart.range(variables.get(0), x)
                        + " and " + ContourChart.range(variables.get(1), y) + "; the longest stands for "
                        + FunctionChart.number(longest) + "." + (missing.isEmpty()
                                ? ""
                                : " At " + missing.size() + " places there is none."),
                Axis.of(variables.get(0).name(), x.from() - room, x.to() + room),
                Axis.of(variables.get(1).name(), y.from() - room, y.to() + room), marks, true);
    }
}
