package org.adequal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.adequal.chart.Chart;
import org.adequal.chart.Diagram;
import org.adequal.chart.Mark;
import org.adequal.chart.Picture;
import org.adequal.chart.Point;
import org.adequal.chart.Range;
import org.adequal.chart.Recording;
import org.adequal.chart.Size;
import org.adequal.chart.Svg;
import org.adequal.chart.TerminalCanvas;
import org.adequal.chart.Theme;
import org.adequal.expr.Variable;
import org.junit.jupiter.api.Test;

/** The pictures of the articles, by their structure. */
class PlotsTest {
    private static final Variable X = Variable.of("x");
    private static final List<Variable> PLANE = List.of(Variable.of("x0"), Variable.of("x1"));

    private static Titled titled(String text) {
        return new Titled(text, SamplerTest.formula(text));
    }

    private static <M extends Mark> List<M> marks(Chart chart, Class<M> kind) {
        return chart.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Picture> all() {
        Range bowl = new Range(-3, 3);
        List<Picture> all = new ArrayList<>(List.of(
                FunctionChart.of(List.of(titled("0.01*x^2 + 0.1*x")), X, new Range(0, 20), List.of(5.0, 10.0)),
                FunctionChart.of(List.of(titled("step(x)"), titled("sigmoid(x)"), titled("diff(sigmoid(x), x)")), X,
                        new Range(-5, 5), List.of()),
                FunctionChart.of(List.of(titled("tan(x)")), X, new Range(-5, 5), List.of()),
                FunctionChart.of(List.of(titled("log(x)")), X, new Range(-5, 5), List.of()),
                FunctionChart.of(List.of(titled("7")), X, new Range(1e6, 1e6 + 1), List.of()),
                ContourChart.of(titled("x0^2 + x1^2"), PLANE, bowl, bowl),
                ContourChart.of(titled("(1 - x0)^2 + 100*(x1 - x0^2)^2"), PLANE, new Range(-2, 2), new Range(-1, 3)),
                ContourChart.of(titled("x0/x1"), PLANE, bowl, bowl),
                ContourChart.of(titled("3"), PLANE, bowl, bowl),
                ContourChart.withPath(titled("x0^2 + x1^2"), PLANE, bowl, bowl,
                        List.of(new Point(-3, 2), new Point(-1, 1), new Point(0, 0)), "descent"),
                ArrowChart.downhill(titled("x0^2 + x1^2"), PLANE, new Range(-2, 2.25), new Range(-2, 2.25),
                        OptionalInt.empty()),
                GraphDiagram.of(titled("(sigmoid(w*x + b) - 1)^2"), List.of(Variable.of("w"), Variable.of("b"), X),
                        new double[]{0.5, -1, 2}),
                GraphDiagram.of(titled("x*sin(x) + x^3"), List.of(X), null),
                DescentChart.path(titled("x0^2 + x1^2"), PLANE, descent(0.1)),
                DescentChart.path(titled("x0^2 + x1^2"), PLANE, descent(10)),
                DescentChart.loss("descent", List.of(descent(0.1), descent(0.4))),
                DescentChart.rates("rates", List.of(0.01, 0.1, 1.0, 10.0), List.of(20.0, 1e-9, 25.0, Double.NaN))));
        all.add(StepErrorChart.of(titled("0.01*x^2 + 0.1*x"), X, 5).orElseThrow());
        all.add(StepErrorChart.of(titled("sin(x)"), X, 1).orElseThrow());
        return all;
    }

    @Test
    void noTextStandsOnAnotherAndNothingIsNoNumber() {
        for (Picture picture : all()) {
            for (Size size : List.of(Size.STANDARD, new Size(420, 320), new Size(1600, 900))) {
                Recording recording = Recording.of(picture, size);
                assertThat(recording.overlaps()).as(picture.title() + size).isEmpty();
                assertThat(recording.texts).as(picture.title() + size).allMatch(
                        text -> text.left() >= -1 && text.right() <= recording.width() + 1);
            }
            assertThat(Svg.file(picture, Theme.LIGHT, Size.STANDARD)).doesNotContain("NaN").contains("<title")
                    .contains("<desc");
            assertThat(picture.description()).isNotBlank().doesNotContain("NaN");
            for (int columns : new int[]{20, 40, 80, 200}) {
                assertThat(TerminalCanvas.lines(picture, columns, 24, null)).isNotBlank().doesNotContain("NaN");
            }
        }
    }

    @Test
    void tangentsTouchAtTheirPoints() {
        Chart chart = FunctionChart.of(List.of(titled("0.01*x^2 + 0.1*x")), X, new Range(0, 20), List.of(5.0, 10.0));
        List<Mark.Curve> curves = marks(chart, Mark.Curve.class);
        assertThat(curves).extracting(Mark.Curve::name).containsExactly("0.01*x^2 + 0.1*x",
                "tangent at x = 5, slope 0.2", "tangent at x = 10, slope 0.3");
        List<Point> tangent = curves.get(2).pieces().getFirst();
        assertThat(slope(tangent)).isCloseTo(0.3, within(1e-12));
        assertThat(marks(chart, Mark.Points.class)).flatExtracting(Mark.Points::points)
                .containsExactly(new Point(5, 0.75), new Point(10, 2));
        assertThat(FunctionChart.withoutTangent(titled("abs(x)"), X, List.of(1.0, 0.0)))
                .isNotNull().extracting(FunctionChart.NoTangent::at).isEqualTo(0.0);
    }

    private static double slope(List<Point> line) {
        return (line.getLast().y() - line.getFirst().y()) / (line.getLast().x() - line.getFirst().x());
    }

    @Test
    void theStepHasAnOpenAndAFilledEnd() {
        Chart chart = FunctionChart.of(List.of(titled("step(x)")), X, new Range(-5, 5), List.of());
        assertThat(marks(chart, Mark.Points.class)).anySatisfy(points -> {
            assertThat(points.marker()).isEqualTo(org.adequal.chart.Marker.RING);
            assertThat(points.points()).containsExactly(new Point(0, 1));
        }).anySatisfy(points -> {
            assertThat(points.marker()).isEqualTo(org.adequal.chart.Marker.DOT);
            assertThat(points.points()).containsExactly(new Point(0, 0));
        });
        assertThat(chart.description()).contains("jump at x = 0");
    }

    @Test
    void arrowsPointAtTheMinimumAndShrink() {
        Chart chart = ArrowChart.downhill(titled("x0^2 + x1^2"), PLANE, new Range(-2, 2.25), new Range(-2, 2.25),
                OptionalInt.empty());
        List<Mark.Arrow> arrows = marks(chart, Mark.Arrows.class).getFirst().arrows();
        assertThat(arrows).hasSize(18 * 18).allSatisfy(arrow -> {
            // minus the gradient, -2 (x0, x1), to scale
            assertThat(arrow.dx() * arrow.at().y()).isCloseTo(arrow.dy() * arrow.at().x(), within(1e-12));
            assertThat(arrow.dx() * arrow.at().x() + arrow.dy() * arrow.at().y()).isLessThanOrEqualTo(0);
        });
        double ratio = length(arrows.getFirst()) / Math.hypot(arrows.getFirst().at().x(), arrows.getFirst().at().y());
        assertThat(arrows).allSatisfy(arrow -> assertThat(length(arrow))
                .isCloseTo(ratio * Math.hypot(arrow.at().x(), arrow.at().y()), within(1e-12)));
        assertThat(arrows.stream().mapToDouble(PlotsTest::length).max().orElseThrow()).isCloseTo(0.25, within(1e-12));
        String svg = Svg.file(chart, Theme.LIGHT, Size.STANDARD);
        assertThat(svg.split("class=\"arrow\"", -1)).hasSize(18 * 18 + 1);
    }

    private static double length(Mark.Arrow arrow) {
        return Math.hypot(arrow.dx(), arrow.dy());
    }

    @Test
    void whereThereIsNoGradientThereIsNoArrow() {
        Chart chart = ArrowChart.downhill(titled("abs(x0) + x1^2"), PLANE, new Range(-1, 1), new Range(-1, 1),
                OptionalInt.of(3));
        assertThat(marks(chart, Mark.Arrows.class).getFirst().arrows()).hasSize(6);
        assertThat(marks(chart, Mark.Points.class).getFirst().points()).hasSize(3).allMatch(p -> p.x() == 0);
    }

    @Test
    void contoursOfTheBowlAreCircles() {
        Chart chart = ContourChart.of(titled("x0^2 + x1^2"), PLANE, new Range(-3, 3), new Range(-3, 3));
        List<Mark.Level> levels = marks(chart, Mark.Contours.class).getFirst().levels();
        assertThat(levels).extracting(Mark.Level::height).startsWith(0.0, 2.0, 4.0, 6.0, 8.0);
        for (Mark.Level level : levels) {
            assertThat(level.lines()).allSatisfy(line -> assertThat(line).allSatisfy(
                    p -> assertThat(p.x() * p.x() + p.y() * p.y()).isCloseTo(level.height(), within(2e-3))));
        }
    }

    @Test
    void noContourCrossesAPoleOrAJump() {
        for (String text : List.of("x0/x1", "x0 + 5*step(x1 - 0.01)", "1/(x1 - 0.011)")) {
            Chart chart = ContourChart.of(titled(text), PLANE, new Range(-3, 3), new Range(-3, 3));
            List<Mark.Level> levels = marks(chart, Mark.Contours.class).getFirst().levels();
            assertThat(levels).isNotEmpty();
            for (Mark.Level level : levels) {
                assertThat(level.lines()).as(text + level.height()).allSatisfy(line -> assertThat(
                        line.stream().allMatch(p -> p.y() > 0) || line.stream().allMatch(p -> p.y() < 0.03)).isTrue());
            }
        }
        // a kink is no jump
        Chart kink = ContourChart.of(titled("abs(x0) + abs(x1)"), PLANE, new Range(-3, 3), new Range(-3, 3));
        assertThat(marks(kink, Mark.Contours.class).getFirst().levels().get(2).lines()).hasSize(1);
    }

    @Test
    void theVHasBothBranches() {
        Chart chart = StepErrorChart.of(titled("sin(x)"), X, 1).orElseThrow();
        assertThat(marks(chart, Mark.Curve.class)).extracting(Mark.Curve::name).containsExactly(
                "forward: truncation ~ h", "forward: rounding ~ 1/h", "central: truncation ~ h²",
                "central: rounding ~ 1/h");
        List<Point> central = marks(chart, Mark.Points.class).get(1).points();
        assertThat(marks(chart, Mark.Points.class).get(1).name()).startsWith("central");
        // far left nothing is left of the function: the error is the derivative itself
        assertThat(central.getFirst().y()).isCloseTo(Math.cos(1), within(1e-12));
        Point best = central.stream().min(java.util.Comparator.comparingDouble(Point::y)).orElseThrow();
        assertThat(best.x()).isBetween(1e-8, 1e-3);
        assertThat(marks(chart, Mark.Guide.class)).hasSize(2);
        assertThat(StepErrorChart.of(titled("abs(x)"), X, 0)).isEmpty();
        // a central difference of a parabola cuts nothing off
        Chart parabola = StepErrorChart.of(titled("0.01*x^2 + 0.1*x"), X, 5).orElseThrow();
        assertThat(marks(parabola, Mark.Curve.class)).extracting(Mark.Curve::name)
                .doesNotContain("central: truncation ~ h²").contains("forward: truncation ~ h");
    }

    @Test
    void theBackwardSweepGivesTheGradient() {
        Diagram diagram = GraphDiagram.of(titled("(w*x + b - 1)^2"), List.of(Variable.of("b"), Variable.of("w"), X),
                new double[]{-1, 0.5, 3});
        // w*x + b - 1 = -0.5; derivatives by b -1, by w -3, by x -0.5
        assertThat(adjoint(diagram, "b")).isEqualTo("adjoint −1");
        assertThat(adjoint(diagram, "w")).isEqualTo("adjoint −3");
        assertThat(adjoint(diagram, "x")).isEqualTo("adjoint −0.5");
        assertThat(diagram.edges()).filteredOn(edge -> !edge.back()).hasSize(8);
    }

    @Test
    void onlyTheBranchTakenHasAShare() {
        Diagram diagram = GraphDiagram.of(titled("if(x > 0, 3*x, y)"), List.of(X, Variable.of("y")),
                new double[]{2, 5});
        assertThat(adjoint(diagram, "x")).isEqualTo("adjoint 3");
        assertThat(adjoint(diagram, "y")).isEqualTo("adjoint 0");
    }

    private static String adjoint(Diagram diagram, String name) {
        return diagram.boxes().stream().filter(box -> box.lines().getFirst().equals(name)).findFirst().orElseThrow()
                .lines().getLast();
    }

    /** x - rate * grad on the bowl from (-3, 4). */
    private static DescentChart.Run descent(double rate) {
        List<DescentChart.Stop> stops = new ArrayList<>();
        double x = -3;
        double y = 4;
        for (int step = 0; step <= 100; step++) {
            stops.add(new DescentChart.Stop(step, List.of(x, y), x * x + y * y));
            x -= rate * 2 * x;
            y -= rate * 2 * y;
        }
        return new DescentChart.Run("descent, rate " + rate, stops);
    }

    @Test
    void theWayOfADescentCrossesTheContoursAtRightAngles() {
        Chart chart = DescentChart.path(titled("x0^2 + x1^2"), PLANE, descent(0.1));
        List<Point> way = marks(chart, Mark.Path.class).getFirst().points();
        assertThat(way).hasSize(101).startsWith(new Point(-3, 4));
        assertThat(chart.sameScale()).isTrue();
        for (int i = 0; i + 1 < 20; i++) {
            double dx = way.get(i + 1).x() - way.get(i).x();
            double dy = way.get(i + 1).y() - way.get(i).y();
            // the tangent of the circle through the point is (-y, x)
            assertThat(-dx * way.get(i).y() + dy * way.get(i).x()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void aDescentThatDivergesIsSaidToLeaveThePicture() {
        Chart chart = DescentChart.path(titled("x0^2 + x1^2"), PLANE, descent(10));
        assertThat(chart.title()).contains("leaves the picture");
        assertThat(marks(chart, Mark.Path.class).getFirst().points()).hasSizeBetween(2, 10);
    }

    @Test
    void lossesAreLogarithmicWhereTheyFallFar() {
        Chart chart = DescentChart.loss("loss", List.of(descent(0.1), descent(1e-10)));
        assertThat(chart.y().scale()).isEqualTo(org.adequal.chart.Axis.Scale.LOGARITHMIC);
        assertThat(marks(chart, Mark.Curve.class)).hasSize(2)
                .allSatisfy(curve -> assertThat(curve.pieces().getFirst()).hasSize(101));
        assertThat(DescentChart.loss("loss", List.of(descent(1e-10))).y().scale())
                .isEqualTo(org.adequal.chart.Axis.Scale.LINEAR);
    }

    @Test
    void ratesThatDivergeAreCrosses() {
        Chart chart = DescentChart.rates("rates", List.of(0.01, 0.1, 10.0), List.of(20.0, 1e-9, Double.NaN));
        assertThat(marks(chart, Mark.Points.class)).extracting(Mark.Points::points)
                .containsExactly(List.of(new Point(0.01, 20), new Point(0.1, 1e-9)), List.of(new Point(10, 20)));
    }
}
