package org.adequal.plot;

import java.util.ArrayList;
import java.util.List;

import org.adequal.chart.Axis;
import org.adequal.chart.Chart;
import org.adequal.chart.Dash;
import org.adequal.chart.Ink;
import org.adequal.chart.Mark;
import org.adequal.chart.Marker;
import org.adequal.chart.Pen;
import org.adequal.chart.Point;
import org.adequal.chart.Range;
import org.adequal.expr.Variable;

/** What a descent did: its way over the map, its values step by step, and what came of other rates. */
public final class DescentChart {
    /** A way that leaves the neighbourhood of its start by more than this factor is shown as far as that. */
    private static final double FAR = 1e3;
    private static final double ROOM = 0.15;
    /** Values that differ by more than this factor are shown by their logarithms. */
    private static final double WIDE = 50;

    private DescentChart() {}

    /**
     * A stop of a descent.
     *
     * @param point its coordinates
     * @param value the function's there; perhaps not finite
     */
    public record Stop(long step, List<Double> point, double value) {
        public Stop {
            point = List.copyOf(point);
        }
    }

    /** A descent and what it is called. */
    public record Run(String name, List<Stop> stops) {
        public Run {
            stops = List.copyOf(stops);
        }
    }

    /** The way of a descent over the map of a function of two variables. */
    public static Chart path(Titled function, List<Variable> variables, Run run) {
        List<Point> way = new ArrayList<>();
        boolean left = false;
        double reach = 0;
        for (Stop stop : run.stops()) {
            double x = stop.point().get(0);
            double y = stop.point().get(1);
            if (way.isEmpty()) {
                reach = FAR * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
            }
            if (!(Math.abs(x) <= reach && Math.abs(y) <= reach)) {
                left = true;
                break;
            }
            way.add(new Point(x, y));
        }
        Chart map = ContourChart.withPath(function, variables, range(way, false), range(way, true), way, run.name());
        return !left
                ? map
                : new Chart(map.title() + ", which leaves the picture", map.description()
                        + " After these it goes farther than can be shown.", map.x(), map.y(), map.marks(), true);
    }

    private static Range range(List<Point> way, boolean vertical) {
        double low = way.stream().mapToDouble(p -> vertical ? p.y() : p.x()).min().orElse(-1);
        double high = way.stream().mapToDouble(p -> vertical ? p.y() : p.x()).max().orElse(1);
        double other = way.stream().mapToDouble(p -> vertical ? p.x() : p.y()).max().orElse(1)
                - way.stream().mapToDouble(p -> vertical ? p.x() : p.y()).min().orElse(-1);
        // a way along one axis gets some width too
        double half = Math.max(Math.max((high - low) / 2, other / 4), Math.max(Math.abs(high), 1) * 1e-3)
                * (1 + 2 * ROOM);
        double middle = (low + high) / 2;
        return new Range(middle - half, middle + half);
    }

    /** The values of descents step by step. */
    public static Chart loss(String title, List<Run> runs) {
        List<Mark> marks = new ArrayList<>();
        List<String> told = new ArrayList<>();
        boolean positive = true;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Run run : runs) {
            List<Point> values = new ArrayList<>();
            boolean finite = true;
            for (Stop stop : run.stops()) {
                finite &= Double.isFinite(stop.value());
                if (finite) {
                    values.add(new Point(stop.step(), stop.value()));
                    low = Math.min(low, stop.value());
                    high = Math.max(high, stop.value());
                    positive &= stop.value() > 0;
                }
            }
            marks.add(new Mark.Curve(runs.size() == 1 ? "" : run.name(), List.of(values), Pen.ofSeries(marks.size())));
            told.add(run.name() + ": " + (values.isEmpty()
                    ? "no finite value"
                    : "from " + FunctionChart.number(values.getFirst().y()) + " to "
                            + FunctionChart.number(values.getLast().y()))
                    + (finite ? "." : ", then not finite."));
        }
        boolean logarithmic = positive && low < high && high / low > WIDE;
        return new Chart(title, title + ". " + String.join(" ", told), Axis.of("step"),
                logarithmic ? Axis.logarithmic("value") : Axis.of("value"), marks);
    }

    /** What came of a descent by its rate: the value at the end, a cross above where it was not finite. */
    public static Chart rates(String title, List<Double> rates, List<Double> ends) {
        List<Point> reached = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            if (Double.isFinite(ends.get(i))) {
                reached.add(new Point(rates.get(i), ends.get(i)));
            } else {
                lost.add(rates.get(i));
            }
        }
        boolean positive = reached.stream().allMatch(point -> point.y() > 0);
        double high = reached.stream().mapToDouble(Point::y).max().orElse(1);
        double low = reached.stream().mapToDouble(Point::y).min().orElse(0);
        boolean logarithmic = positive && low < high && high / low > WIDE;
        List<Mark> marks = new ArrayList<>(List.of(
                new Mark.Curve("", List.of(reached), new Pen(new Ink.Series(0), 1.5, Dash.SOLID)),
                new Mark.Points("value at the end", reached, Marker.DOT, new Ink.Series(0))));
        if (!lost.isEmpty()) {
            marks.add(new Mark.Points("no finite value", lost.stream().map(rate -> new Point(rate, high)).toList(),
                    Marker.CROSS, new Ink.Series(1)));
        }
        reached.stream().min(java.util.Comparator.comparingDouble(Point::y)).ifPresent(best -> marks
                .add(new Mark.Note(best, "best rate " + FunctionChart.number(best.x()))));
        return new Chart(title, title + ". " + reached.size() + " rates end at values from " + FunctionChart.number(low)
                + " to " + FunctionChart.number(high) + (lost.isEmpty() ? "." : "; " + lost.size() + " do not."),
                Axis.logarithmic("rate"),
                logarithmic ? Axis.logarithmic("value at the end") : Axis.of("value at the end"),
                marks);
    }
}
