package org.adequal.plot;

import java.util.ArrayList;
import java.util.List;

import org.adequal.chart.Axis;
import org.adequal.chart.Chart;
import org.adequal.chart.Grid;
import org.adequal.chart.Ink;
import org.adequal.chart.Mark;
import org.adequal.chart.Marker;
import org.adequal.chart.Point;
import org.adequal.chart.Range;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;

/** A function of two variables as a map with contour lines, perhaps with the way of a descent. */
public final class ContourChart {
    private static final int CELLS = 160;

    private ContourChart() {}

    /**
     * The map over a rectangle.
     *
     * @param variables two: the one to the right, the one upwards
     */
    public static Chart of(Titled function, List<Variable> variables, Range x, Range y) {
        return chart(function, variables, x, y, List.of(), "");
    }

    /** The map with a point on it. */
    public static Chart withPoint(Titled function, List<Variable> variables, Range x, Range y, Point point) {
        Chart map = chart(function, variables, x, y, List.of(), "");
        List<Mark> marks = new ArrayList<>(map.marks());
        marks.add(new Mark.Points("the point (" + place(point) + ")", List.of(point), Marker.DOT, new Ink.Series(1)));
        return new Chart(map.title(), map.description() + " The point (" + place(point) + ") is marked.", map.x(),
                map.y(),
                marks, true);
    }

    /** The map with a way over it; the way's points are not clipped, the map shows the rectangle. */
    public static Chart withPath(Titled function, List<Variable> variables, Range x, Range y, List<Point> path,
            String name) {
        return chart(function, variables, x, y, path, name);
    }

    private static Chart chart(Titled function, List<Variable> variables, Range x, Range y, List<Point> path,
            String name) {
        Mark.Contours contours = contours(function.formula(), variables, x, y);
        List<Mark> marks = new ArrayList<>(List.of(contours));
        String told;
        if (contours.levels().isEmpty()) {
            told = "It is flat, or has no values here.";
        } else {
            told = "Contour lines at heights from " + FunctionChart.number(contours.levels().getFirst().height())
                    + " to "
                    + FunctionChart.number(contours.levels().getLast().height()) + "; dark is low.";
        }
        if (!path.isEmpty()) {
            marks.add(new Mark.Path(name, path, new Ink.Series(1)));
            told += " A way of " + path.size() + " points from (" + place(path.getFirst()) + ") to ("
                    + place(path.getLast()) + ").";
        }
        String title = function.name() + (path.isEmpty() ? "" : ": " + name);
        return new Chart(title, "Map of " + function.name() + " for " + range(variables.get(0), x) + " and "
                + range(variables.get(1), y) + ". " + told,
                new Axis(variables.get(0).name(), Axis.Scale.LINEAR, x),
                new Axis(variables.get(1).name(), Axis.Scale.LINEAR, y), marks, true);
    }

    private static String place(Point point) {
        return FunctionChart.number(point.x()) + ", " + FunctionChart.number(point.y());
    }

    static String range(Variable variable, Range range) {
        return variable + " from " + FunctionChart.number(range.from()) + " to " + FunctionChart.number(range.to());
    }

    static Mark.Contours contours(Expr formula, List<Variable> variables, Range x, Range y) {
        Grid grid = Field.grid(formula, variables, x, y, CELLS);
        double[] sorted = grid.sorted();
        List<Double> heights = Levels.of(sorted, grid.isBroken());
        List<Mark.Level> levels = heights.stream().map(height -> new Mark.Level(height, grid.lines(height))).toList();
        List<Mark.Band> bands = new ArrayList<>();
        for (int i = 0; i <= heights.size() && !heights.isEmpty(); i++) {
            double low = i == 0 ? -Double.MAX_VALUE : heights.get(i - 1);
            double high = i == heights.size() ? Double.MAX_VALUE : heights.get(i);
            bands.add(new Mark.Band((double) i / heights.size(), grid.area(low, high)));
        }
        return new Mark.Contours("", levels, bands);
    }
}
