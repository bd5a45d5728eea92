package org.adequal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.adequal.chart.Axis;
import org.adequal.chart.Chart;
import org.adequal.chart.Dash;
import org.adequal.chart.Ink;
import org.adequal.chart.Mark;
import org.adequal.chart.Marker;
import org.adequal.chart.Pen;
import org.adequal.chart.Point;
import org.adequal.chart.Range;
import org.adequal.check.Formula;
import org.adequal.check.NoisyFormula;
import org.adequal.check.PointResult;
import org.adequal.check.Status;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.number.DifferenceError;
import org.adequal.number.FixedStep;

/** The error of difference quotients against their step: the letter V, with the branches that make it. */
public final class StepErrorChart {
    private static final int SMALLEST_DECADE = -18;
    private static final int PER_DECADE = 4;
    /** The step that textbooks recommend. */
    private static final double TEXTBOOK_STEP = 1e-4;

    private StepErrorChart() {}

    /** The chart at a point; empty where the function has no derivative there. */
    public static Optional<Chart> of(Titled function, Variable variable, double x) {
        Formula formula = Formula.of(function.formula(), List.of(variable), List.of(variable));
        PointResult result = formula.at(x);
        PointResult.Partial partial = result.partials().get(variable);
        if (partial == null || result.status() != Status.SMOOTH
                || !(partial.slope().value() instanceof Double exact) || exact.isInfinite()) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>();
        List<String> told = new ArrayList<>();
        add(formula, variable, x, exact, FixedStep.forward(TEXTBOOK_STEP), "forward", 1, Marker.CROSS, marks, told);
        add(formula, variable, x, exact, FixedStep.central(TEXTBOOK_STEP), "central", 0, Marker.DOT, marks, told);
        double low = marks.stream().filter(Mark.Points.class::isInstance)
                .flatMap(mark -> ((Mark.Points) mark).points().stream()).mapToDouble(Point::y).min().orElse(1e-16);
        double high = marks.stream().filter(Mark.Points.class::isInstance)
                .flatMap(mark -> ((Mark.Points) mark).points().stream()).mapToDouble(Point::y).max().orElse(1);
        String title = "Error of difference quotients of " + function.name() + " at " + variable + " = "
                + FunctionChart.number(x);
        return Optional.of(new Chart(title, title + ", whose derivative there is " + FunctionChart.number(exact)
                + ", against the step h, both axes logarithmic. " + String.join(" ", told),
                new Axis("step h", Axis.Scale.LOGARITHMIC, new Range(Math.pow(10, SMALLEST_DECADE), 1)),
                new Axis("absolute error", Axis.Scale.LOGARITHMIC, new Range(low / 8, high * 8)), marks));
    }

    private static void add(Formula formula, Variable variable, double x, double exact, FixedStep scheme, String name,
            int series, Marker marker, List<Mark> marks, List<String> told) {
        NoisyFormula noisy = NoisyFormula.of(formula);
        DifferenceError error = noisy.differenceError(scheme, 1, variable, x)
                .withRows(noisy.along(variable, x), scheme, SMALLEST_DECADE, 0, PER_DECADE);
        Ink ink = new Ink.Series(series);
        List<Point> measured = new ArrayList<>();
        List<Point> truncation = new ArrayList<>();
        List<Point> rounding = new ArrayList<>();
        for (DifferenceError.Row row : error.rows()) {
            double difference = Math.abs(row.estimate().value() - exact);
            if (difference > 0 && Double.isFinite(difference)) {
                measured.add(new Point(row.h(), difference));
            }
            if (row.truncation() > 0) {
                truncation.add(new Point(row.h(), row.truncation()));
            }
            if (row.rounding() > 0) {
                rounding.add(new Point(row.h(), row.rounding()));
            }
        }
        marks.add(new Mark.Points(name + ": measured", measured, marker, ink));
        if (!truncation.isEmpty()) {
            marks.add(new Mark.Curve(name + ": truncation ~ h" + (error.stencil().accuracy() == 2 ? "²" : ""),
                    List.of(truncation), new Pen(ink, 1.5, Dash.DASHED)));
        }
        if (!rounding.isEmpty()) {
            marks.add(new Mark.Curve(name + ": rounding ~ 1/h", List.of(rounding), new Pen(ink, 1.5, Dash.DOTTED)));
        }
        OptionalDouble best = error.bestStep();
        if (best.isPresent()) {
            marks.add(new Mark.Guide("", true, best.getAsDouble(), new Pen(ink, 1, Dash.DASH_DOTTED)));
            marks.add(new Mark.Note(new Point(best.getAsDouble(), error.truncation(best.getAsDouble()) * 2),
                    name + ": best h ≈ " + FunctionChart.brief(best.getAsDouble())));
        }
        told.add("For the " + name + " difference " + error.text() + ".");
    }
}
