package org.adequal.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.ArrayValue;
import org.adequal.optimize.BatchDescent;
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
        object.put("from", named(minimum, minimum.from()));
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
        } else if (finding.method() instanceof BatchDescent batches) {
            object.put("rate", batches.descent().rate());
            object.put("batch", batches.batch());
        }
        object.put("at", named(minimum, finding.search().last().point()));
        finding.result().ifPresentOrElse(result -> object.putAll(Answers.gradient(result)),
                () -> object.put("value", number(finding.search().last().value())));
        if (!minimum.isScalar()) {
            object.put("gradient", named(minimum, finding.search().gradient()));
        }
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
            lowest.put("at", named(minimum, best.point()));
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

    private static Map<String, @Nullable Object> named(Answer.Minimum minimum, double[] point) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        minimum.arrays(point).forEach(
                (name, array) -> named.put(name, nested(array, 0, 0, array.numbers().length)));
        return named;
    }

    private static @Nullable Object nested(ArrayValue array, int axis, int from, int to) {
        if (axis == array.shape().rank()) {
            return number(array.numbers()[from]);
        }
        int parts = Math.toIntExact(array.shape().size(axis).constant());
        int length = parts == 0 ? 0 : (to - from) / parts;
        List<@Nullable Object> list = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            list.add(nested(array, axis + 1, from + part * length, from + (part + 1) * length));
        }
        return list;
    }
}
