package org.adequal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Numbers;
import org.adequal.check.PointResult;
import org.adequal.expr.ArrayValue;
import org.adequal.optimize.BatchDescent;
import org.adequal.optimize.Descent;
import org.adequal.optimize.Finding;
import org.adequal.optimize.Kind;
import org.adequal.optimize.Method;
import org.adequal.optimize.Remark;
import org.adequal.optimize.Slope;

/** What a search for a minimum found, in words. */
final class MinimizeText {
    private static final int MOST_CURVATURES = 10;
    private static final int MOST_NUMBERS = 12;
    private static final double EXACT = 1e-14;

    private MinimizeText() {}

    static String of(Answer.Minimum minimum) {
        List<String> lines = new ArrayList<>();
        if (minimum.sweep()) {
            lines.add(sweep(minimum));
        }
        lines.addAll(lines(minimum, minimum.best()));
        return String.join("\n", lines);
    }

    private static String sweep(Answer.Minimum minimum) {
        List<List<String>> table = new ArrayList<>(List.of(List.of("rate", "value at the end", "steps", "")));
        for (Finding finding : minimum.findings()) {
            table.add(List.of(Double.isNaN(rate(finding.method())) ? "" : Numbers.show(rate(finding.method())),
                    number(finding.search().last().value()), Long.toString(finding.search().steps()),
                    finding.remarks().stream().map(remark -> remark.cause().wireName())
                            .collect(Collectors.joining(", "))
                            + (finding == minimum.best() ? (finding.remarks().isEmpty() ? "" : ", ") + "best" : "")));
        }
        return Text.columns(table);
    }

    private static double rate(Method method) {
        return switch (method) {
            case Descent descent -> descent.rate();
            case BatchDescent batches -> batches.descent().rate();
            default -> Double.NaN;
        };
    }

    private static List<String> lines(Answer.Minimum minimum, Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add("at " + minimum.arrays(finding.search().last().point()).entrySet().stream()
                .map(array -> array.getKey() + " = " + shown(array.getValue())).collect(Collectors.joining(", "))
                + ": " + value(finding));
        lines.add(kind(finding));
        long steps = finding.search().steps();
        boolean epochs = finding.method() instanceof BatchDescent;
        lines.add(method(finding.method()) + ", " + steps + (epochs ? " epoch" : " step") + (steps == 1 ? ": " : "s: ")
                + finding.search().ending().text());
        finding.remarks().stream().map(Remark::text).forEach(lines::add);
        return lines;
    }

    private static String method(Method method) {
        return method.name() + switch (method) {
            case Descent descent -> ", rate " + Numbers.show(descent.rate())
                    + (descent.slope() instanceof Slope.Numeric slope
                            ? ", numeric gradient with h = " + Numbers.show(slope.h())
                            : "");
            case BatchDescent batches -> ", rate " + Numbers.show(batches.descent().rate()) + ", batches of "
                    + batches.batch();
            default -> "";
        };
    }

    /** The numbers of an array, or its shape where they are too many to read. */
    private static String shown(ArrayValue array) {
        if (array.numbers().length > MOST_NUMBERS) {
            return "an array of shape " + array.shape();
        }
        return shown(array, 0, 0, array.numbers().length);
    }

    private static String shown(ArrayValue array, int axis, int from, int to) {
        if (axis == array.shape().rank()) {
            return number(array.numbers()[from]);
        }
        int parts = Math.toIntExact(array.shape().size(axis).constant());
        int length = parts == 0 ? 0 : (to - from) / parts;
        return IntStream.range(0, parts)
                .mapToObj(part -> shown(array, axis + 1, from + part * length, from + (part + 1) * length))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String value(Finding finding) {
        double value = finding.search().last().value();
        return Double.isFinite(value)
                ? Numbers.show(value)
                : finding.result().map(PointResult::value)
                        .map(quantity -> Text.number(quantity, finding.result().orElseThrow().why()))
                        .orElse("no finite value");
    }

    private static String kind(Finding finding) {
        if (finding.kind() == Kind.UNSMOOTH && finding.result().isPresent()) {
            PointResult result = finding.result().orElseThrow();
            return finding.kind().text() + ": " + result.status().wireName()
                    + (result.why() == null ? "" : "; " + result.why());
        }
        double[] curvatures = finding.curvatures();
        String list = Arrays.stream(curvatures).limit(MOST_CURVATURES).mapToObj(MinimizeText::short4)
                .collect(Collectors.joining(", ")) + (curvatures.length > MOST_CURVATURES ? ", ..." : "");
        String away = finding.distance() > EXACT ? ", " + short4(finding.distance()) + " away" : "";
        return finding.kind().text() + away + (curvatures.length == 0
                ? ""
                : (curvatures.length == 1 ? "; curvature " : "; curvatures ") + list);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "undefined" : Numbers.show(value);
    }

    private static String short4(double value) {
        return Numbers.show(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
    }
}
