package org.adequal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.adequal.chart.Axis;
import org.adequal.chart.Chart;
import org.adequal.chart.Dash;
import org.adequal.chart.Ink;
import org.adequal.chart.Mark;
import org.adequal.chart.Marker;
import org.adequal.chart.Pen;
import org.adequal.chart.Point;
import org.adequal.chart.Range;
import org.adequal.chart.Tick;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Status;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** Functions of one variable, side by side, and tangents of the first. */
public final class FunctionChart {
    private static final int LABEL_DIGITS = 4;
    private static final int MOST_TOLD = 6;

    private FunctionChart() {}

    /**
     * A tangent that cannot be drawn.
     *
     * @param why in words
     */
    public record NoTangent(double at, String why) {}

    /** The first of these places at which the function has no tangent; null where it has one at all. */
    public static @Nullable NoTangent withoutTangent(Titled function, Variable variable, List<Double> tangents) {
        Formula formula = Formula.of(function.formula(), List.of(variable), List.of(variable));
        for (double at : tangents) {
            PointResult result = formula.at(at);
            if (result.status() != Status.SMOOTH || !result.isComplete()) {
                return new NoTangent(at, result.why() == null ? result.status().wireName() : result.why());
            }
        }
        return null;
    }

    /**
     * The chart of functions over a range, with tangents of the first.
     *
     * @param functions at least one, of no other variable
     * @param tangents  where the first function is smooth
     */
    public static Chart of(List<Titled> functions, Variable variable, Range range, List<Double> tangents) {
        List<Mark> marks = new ArrayList<>();
        List<Mark> over = new ArrayList<>();
        List<String> told = new ArrayList<>();
        Heights seen = Heights.NONE;
        for (int i = 0; i < functions.size(); i++) {
            Titled function = functions.get(i);
            Sampled sampled = Sampler.sample(function.formula(), variable, range);
            boolean named = functions.size() > 1 || !tangents.isEmpty();
            curve(sampled, named ? function.name() : "", Pen.ofSeries(i), marks, over, functions.size() == 1);
            told.add(describe(function.name(), sampled, variable));
            seen = seen.with(sampled.heights());
        }
        Range heights = seen.axis();
        for (double at : tangents) {
            told.add(tangent(functions.getFirst(), variable, at, range, functions.size() + over.size(), marks, over));
        }
        marks.addAll(over);
        String names = functions.stream().map(Titled::name).collect(Collectors.joining(", "));
        String title = names + (tangents.isEmpty() ? "" : tangents.size() == 1 ? " with a tangent" : " with tangents");
        return new Chart(title, title + " for " + variable + " from " + number(range.from()) + " to "
                + number(range.to()) + ". " + String.join(" ", told),
                new Axis(variable.name(), Axis.Scale.LINEAR, range),
                new Axis("", Axis.Scale.LINEAR, heights), marks);
    }

    private static void curve(Sampled sampled, String name, Pen pen, List<Mark> marks, List<Mark> over,
            boolean showGaps) {
        if (showGaps) {
            sampled.gaps().forEach(gap -> marks.addFirst(new Mark.Region("",
                    List.of(new Point(gap.from(), -Double.MAX_VALUE / 16), new Point(gap.to(), -Double.MAX_VALUE / 16),
                            new Point(gap.to(), Double.MAX_VALUE / 16), new Point(gap.from(), Double.MAX_VALUE / 16)),
                    Ink.Tone.VOID, 1)));
        }
        marks.add(new Mark.Curve(name, sampled.pieces(), pen));
        List<Point> filled = new ArrayList<>();
        List<Point> open = new ArrayList<>();
        List<Point> kinks = new ArrayList<>();
        for (Special special : sampled.specials()) {
            Double value = special.value();
            switch (special.kind()) {
                case KINK -> {
                    if (value != null) {
                        kinks.add(new Point(special.x(), value));
                    }
                }
                case POLE -> over.add(new Mark.Guide("", true, special.x(),
                        new Pen(Ink.Tone.MUTED, 1, Dash.DASHED)));
                case JUMP, HOLE, EDGE, OSCILLATION -> {
                    if (value != null) {
                        filled.add(new Point(special.x(), value));
                    }
                    for (Double limit : new Double[]{special.left(), special.right()}) {
                        if (limit != null && (value == null || Math.abs(limit - value) > 1e-9 * Math.abs(limit))) {
                            open.add(new Point(special.x(), limit));
                        }
                    }
                }
            }
            if (special.kind() == Special.Kind.POLE && value != null) {
                filled.add(new Point(special.x(), value));
            }
        }
        if (!kinks.isEmpty()) {
            over.add(new Mark.Points("", kinks, Marker.DIAMOND, pen.ink()));
        }
        if (!open.isEmpty()) {
            over.add(new Mark.Points("", open, Marker.RING, pen.ink()));
        }
        if (!filled.isEmpty()) {
            over.add(new Mark.Points("", filled, Marker.DOT, pen.ink()));
        }
    }

    private static String tangent(Titled function, Variable variable, double at, Range range, int series,
            List<Mark> marks, List<Mark> over) {
        PointResult result = Formula.of(function.formula(), List.of(variable), List.of(variable)).at(at);
        Double value = result.value().value();
        Double slope = result.partials().values().iterator().next().slope().value();
        if (value == null || slope == null) {
            throw new IllegalArgumentException("no tangent at " + at);
        }
        String text = "tangent at " + variable + " = " + number(at) + ", slope " + number(slope);
        List<Point> line = new ArrayList<>();
        for (double x : new double[]{range.from(), range.to()}) {
            double y = value + slope * (x - at);
            if (Double.isFinite(y)) {
                line.add(new Point(x, y));
            }
        }
        Pen pen = Pen.ofSeries(series);
        marks.add(new Mark.Curve(text, List.of(line), new Pen(pen.ink(), 1.5, pen.dash())));
        over.add(new Mark.Points("", List.of(new Point(at, value)), Marker.DOT, pen.ink()));
        return "The " + text + ".";
    }

    private static String describe(String name, Sampled sampled, Variable variable) {
        List<String> facts = new ArrayList<>();
        for (Special.Kind kind : Special.Kind.values()) {
            List<String> places = sampled.specials().stream().filter(special -> special.kind() == kind)
                    .map(special -> number(special.x())).toList();
            if (!places.isEmpty()) {
                facts.add(kind.name().toLowerCase(Locale.ROOT) + (places.size() == 1 ? "" : "s") + " at " + variable
                        + " = " + places.stream().limit(MOST_TOLD).collect(Collectors.joining(", "))
                        + (places.size() > MOST_TOLD ? ", …" : ""));
            }
        }
        for (Range gap : sampled.gaps().stream().limit(MOST_TOLD).toList()) {
            facts.add("no value from " + number(gap.from()) + " to " + number(gap.to()));
        }
        if (sampled.crowded()) {
            facts.add("single points where it changes too often to be followed");
        }
        Predicate<List<Point>> hasPoints = piece -> !piece.isEmpty();
        if (sampled.pieces().stream().noneMatch(hasPoints)) {
            facts.add("nothing to be seen");
        }
        return facts.isEmpty() ? name + " is smooth." : name + " has: " + String.join("; ", facts) + ".";
    }

    /** In two digits. */
    static String brief(double value) {
        return Tick.label(value, 2);
    }

    static String number(double value) {
        return Tick.label(value, LABEL_DIGITS);
    }
}
