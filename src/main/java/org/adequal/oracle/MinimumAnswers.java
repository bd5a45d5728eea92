package org.adequal.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.PointResult;
import org.adequal.optimize.Descent;
import org.adequal.optimize.Finding;
import org.adequal.optimize.Path;
import org.adequal.session.Answer;
import org.jspecify.annotations.Nullable;

/** What searches for a minimum found, as an object. */
final class MinimumAnswers {
    private MinimumAnswers() {}

    static void minimum(Answer.Minimum minimum, Map<String, @Nullable Object> object) {
        object.put("formula", minimum.formula());
        object.put("from", coordinates(minimum.from()));
        finding(minimum, minimum.best(), object);
        if (minimum.sweep()) {
            List<@Nullable Object> sweep = new ArrayList<>();
            for (Finding finding : minimum.findings()) {
                Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                finding(minimum, finding, entry);
                sweep.add(entry);
            }
            object.put("sweep", sweep);
        }
    }

    private static void finding(Answer.Minimum minimum, Finding finding, Map<String, @Nullable Object> object) {
        object.put("method", finding.method().name());
        if (finding.method() instanceof Descent descent) {
            object.put("rate", descent.rate());
        }
        object.put("at", coordinates(minimum.place(finding)));
        finding.result().ifPresentOrElse(result -> object.putAll(Answers.gradient(result)),
                () -> object.put("value", number(finding.search().last().value())));
        object.put("found", finding.kind().wireName());
        if (finding.curvatures().length > 0) {
            object.put("distance", finding.distance());
            object.put("eigenvalues", finding.curvatures());
        }
        object.put("steps", finding.search().steps());
        object.put("ending", finding.search().ending().wireName());
        Path.Stop best = finding.search().best();
        if (best.value() < finding.search().last().value()) {
            Map<String, @Nullable Object> lowest = new LinkedHashMap<>();
            lowest.put("step", best.step());
            lowest.put("at", coordinates(minimum.place(best.point())));
            lowest.put("value", number(best.value()));
            object.put("lowest", lowest);
        }
        List<@Nullable Object> remarks = new ArrayList<>();
        finding.remarks().forEach(remark -> {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("kind", remark.cause().wireName());
            entry.put("text", remark.text());
            remarks.add(entry);
        });
        object.put("remarks", remarks);
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : (Object) value;
    }

    private static Map<String, @Nullable Object> coordinates(Answer.Place place) {
        Map<String, @Nullable Object> coordinates = new LinkedHashMap<>();
        place.coordinates().forEach((variable, value) -> coordinates.put(variable.name(), number(value)));
        return coordinates;
    }
}
