package org.adequal.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.chart.Chart;
import org.adequal.chart.HtmlPage;
import org.adequal.chart.Markup;
import org.adequal.chart.Range;
import org.adequal.chart.Size;
import org.adequal.check.Certified;
import org.adequal.check.Checker;
import org.adequal.check.Formula;
import org.adequal.check.Numbers;
import org.adequal.check.PartialCheck;
import org.adequal.check.PointCheck;
import org.adequal.check.Status;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.DifferenceScheme;
import org.adequal.number.Rational;
import org.adequal.number.interval.Interval;
import org.adequal.plot.ContourChart;
import org.adequal.plot.FunctionChart;
import org.adequal.plot.GraphDiagram;
import org.adequal.plot.StepErrorChart;
import org.adequal.plot.Titled;
import org.adequal.simplify.Domain;
import org.adequal.simplify.Simplified;
import org.adequal.simplify.Simplifier;
import org.adequal.simplify.Step;
import org.adequal.syntax.Printer;
import org.adequal.syntax.Typeset;

/**
 * A page about a formula at a point: what it is, where it holds, its derivatives and how they were found, its values
 * with bounds, the numeric derivatives beside, and pictures.
 */
final class ReportPage {
    /** A formula of more parts than this is shown as text, and its graph not at all. */
    private static final int MOST_TYPESET = 300;
    private static final int MOST_DRAWN = 30;
    private static final int MOST_STEPS = 20;
    private static final int MOST_CURVES = 4;
    private static final double REACH = 3;
    /** Pictures of a page: small, so that their texts can be read on a phone. */
    private static final Size SIZE = new Size(560, 420);

    private final Titled titled;
    private final Expr operand;
    private final Formula formula;
    private final Point point;
    private final HtmlPage page;

    private ReportPage(Titled titled, List<Variable> wrt, Point point) {
        this.titled = titled;
        operand = titled.formula();
        this.point = point;
        formula = Formula.of(operand, point.variables(), wrt);
        page = new HtmlPage(titled.name());
    }

    /**
     * The page.
     *
     * @param again the statements that make the same page
     */
    static String of(Titled titled, List<Variable> wrt, Point point, List<String> again) {
        ReportPage report = new ReportPage(titled, wrt, point);
        report.formula();
        report.derivatives();
        report.values();
        report.pictures();
        report.page.heading("The same again").lines(String.join("\n", again));
        return report.page.text();
    }

    private void formula() {
        page.heading("Formula").element(typeset(operand)).lines(Printer.print(operand));
        page.paragraph(formula.defined() == Truth.TRUE ? "It has a value everywhere." : "It has a value where");
        if (formula.defined() != Truth.TRUE) {
            page.element(typeset(formula.defined()));
        }
    }

    private static String typeset(Node node) {
        return Graph.nodes(node).size() <= MOST_TYPESET
                ? Typeset.mathMl(node)
                : "<pre>" + Markup.escape(Printer.print(node)) + "</pre>";
    }

    private void derivatives() {
        page.heading("Derivatives");
        Expr value = Analysis.expanded(operand);
        for (Variable variable : formula.wrt()) {
            Condition ordinary = Analysis.of(operand, List.of(variable)).ordinary();
            Expr raw = Forward.derivative(value, variable);
            Simplified simplified = Simplifier.simplify(raw, ordinary, operand);
            Expr derivative = simplified.expression();
            Condition domain = Domain.beside(Analysis.of(derivative, List.of()).defined(), ordinary);
            page.paragraph("With respect to " + variable + ":").element(typeset(derivative))
                    .lines(Printer.print(derivative)
                            + (domain == Truth.TRUE ? "" : " for " + Printer.print(domain)));
            trace(raw, simplified);
        }
    }

    /** By which rules the derivative came about. */
    private void trace(Expr raw, Simplified simplified) {
        StringBuilder rows = new StringBuilder(
                "<details open><summary>Rule by rule</summary><table>\n<tr><th>rule</th><th></th></tr>\n");
        row(rows, "rules of differentiation", typeset(raw));
        for (Step step : simplified.trace().stream().limit(MOST_STEPS).toList()) {
            row(rows, step.rule().title(), typeset(step.before()) + "<div>becomes</div>" + typeset(step.after()));
        }
        if (simplified.trace().size() > MOST_STEPS) {
            row(rows, "…", "and " + (simplified.trace().size() - MOST_STEPS) + " more");
        }
        row(rows, "result", typeset(simplified.expression()));
        page.element(rows.append("</table></details>").toString());
    }

    private static void row(StringBuilder rows, String name, String markup) {
        rows.append("<tr><td>").append(Markup.escape(name)).append("</td><td>").append(markup).append("</td></tr>\n");
    }

    private void values() {
        page.heading("At " + Text.coordinates(point.place()));
        PointCheck check = new Checker(formula, DifferenceScheme.standard()).at(point.coordinates());
        Certified certified = formula.certified(point.coordinates());
        page.paragraph("Value: " + Text.number(check.result().value(), check.result().why())
                + (certified.defined() ? ", proven to lie in " + interval(certified.value()) : "") + ".");
        StringBuilder table = new StringBuilder(
                "<table>\n<tr><th></th><th>exact derivative</th><th>proven to lie in</th>"
                        + "<th>numeric derivative</th><th>its error bound</th><th>they</th></tr>\n");
        for (PartialCheck partial : check.partials()) {
            Interval slope = certified.smooth() ? certified.gradient().get(partial.variable()) : null;
            List<String> cells = List.of(partial.variable().name(),
                    Text.entry(partial.exact().slope(), partial.exact().status()),
                    slope == null ? "not proven" : interval(slope),
                    Double.isFinite(partial.difference().value())
                            ? Numbers.show(partial.difference().value())
                            : "none: " + partial.difference().text(),
                    Double.isFinite(partial.margin())
                            ? String.format(java.util.Locale.ROOT, "%.1e", partial.margin())
                            : "unknown",
                    switch (partial.agreement()) {
                        case AGREE -> "agree";
                        case DISAGREE -> "do not agree";
                        case CANNOT_TELL -> "cannot tell" + (partial.why() == null ? "" : ": " + partial.why());
                    });
            table.append(cells.stream().map(cell -> "<td>" + Markup.escape(cell) + "</td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>\n")));
        }
        page.element(table.append("</table>").toString());
        page.paragraph("All together: exact and numeric derivatives " + switch (check.agreement()) {
            case AGREE -> "agree within the bounds of their errors.";
            case DISAGREE -> "do not agree.";
            case CANNOT_TELL -> "cannot be compared here.";
        } + (check.result().why() == null ? "" : " " + check.result().why() + "."));
    }

    private static String interval(Interval interval) {
        double low = interval.doubleLow();
        double high = interval.doubleHigh();
        return low == high ? Numbers.show(low) + " exactly" : "[" + Numbers.show(low) + ", " + Numbers.show(high) + "]";
    }

    private void pictures() {
        List<Variable> variables = point.variables();
        page.heading("Pictures");
        if (variables.size() == 1) {
            double x = point.coordinates()[0];
            Variable variable = variables.getFirst();
            boolean smooth = FunctionChart.withoutTangent(titled, variable, List.of(x)) == null;
            range(x).ifPresent(range -> page.picture(
                    FunctionChart.of(List.of(titled), variable, range, smooth ? List.of(x) : List.of()),
                    SIZE));
        } else if (variables.size() == 2) {
            Optional<Range> x = range(point.coordinates()[0]);
            Optional<Range> y = range(point.coordinates()[1]);
            if (x.isPresent() && y.isPresent()) {
                page.picture(ContourChart.withPoint(titled, variables, x.get(), y.get(),
                        new org.adequal.chart.Point(point.coordinates()[0], point.coordinates()[1])), SIZE);
            }
        }
        int drawn = 0;
        for (Variable variable : formula.wrt()) {
            Optional<Chart> curve = drawn < MOST_CURVES ? errors(variable) : Optional.empty();
            if (curve.isPresent()) {
                page.picture(curve.get(), SIZE);
                drawn++;
            }
        }
        if (GraphDiagram.size(operand) <= MOST_DRAWN && formula.at(point.coordinates()).status() == Status.SMOOTH) {
            page.picture(GraphDiagram.of(titled, variables, point.coordinates()), SIZE);
        }
    }

    /** The error against the step along a variable, the others held. */
    private Optional<Chart> errors(Variable variable) {
        Map<Node, Node> held = new HashMap<>();
        double x = 0;
        List<String> others = new ArrayList<>();
        for (int i = 0; i < point.variables().size(); i++) {
            double coordinate = point.coordinates()[i];
            if (point.variables().get(i) == variable) {
                x = coordinate;
            } else {
                held.put(point.variables().get(i), Constant.of(Rational.of(coordinate)));
                others.add(point.variables().get(i) + " = " + Numbers.show(coordinate));
            }
        }
        Expr along = (Expr) Graph.substitute(operand, held);
        String name = titled.name() + (others.isEmpty() ? "" : " with " + String.join(", ", others));
        return StepErrorChart.of(new Titled(name, along), variable, x);
    }

    private static Optional<Range> range(double x) {
        double reach = Math.max(REACH, Math.abs(x) / 2);
        return Double.isFinite(2 * reach) && x - reach < x && x < x + reach
                ? Optional.of(new Range(x - reach, x + reach))
                : Optional.empty();
    }
}
