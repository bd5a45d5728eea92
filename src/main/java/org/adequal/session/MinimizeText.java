package org.adequal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.adequal.check.Numbers;
import org.adequal.check.PointResult;
import org.adequal.optimize.Descent;
import org.adequal.optimize.Finding;
import org.adequal.optimize.Kind;
import org.adequal.optimize.Remark;
import org.adequal.optimize.Slope;

/** What a search for a minimum found, in words. */
final class MinimizeText {
    private static final int MOST_CURVATURES = 10;
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
            table.add(List.of(finding.method() instanceof Descent descent ? Numbers.show(descent.rate()) : "",
                    number(finding.search().last().value()), Long.toString(finding.search().steps()),
                    finding.remarks().stream().map(remark -> remark.cause().wireName())
                            .collect(Collectors.joining(", "))
                            + (finding == minimum.best() ? (finding.remarks().isEmpty() ? "" : ", ") + "best" : "")));
        }
        return Text.columns(table);
    }

    private static List<String> lines(Answer.Minimum minimum, Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add("at " + Text.coordinates(minimum.place(finding)) + ": " + value(finding));
        lines.add(kind(finding));
        String numeric = finding.method() instanceof Descent descent && descent.slope() instanceof Slope.Numeric slope
                ? ", numeric gradient with h = " + Numbers.show(slope.h())
                : "";
        String rate = finding.method() instanceof Descent descent ? ", rate " + Numbers.show(descent.rate()) : "";
        long steps = finding.search().steps();
        lines.add(finding.method().name() + rate + numeric + ", " + steps + (steps == 1 ? " step: " : " steps: ")
                + finding.search().ending().text());
        finding.remarks().stream().map(Remark::text).forEach(lines::add);
        return lines;
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
