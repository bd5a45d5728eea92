package org.adequal.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.adequal.check.Box;
import org.adequal.check.Certified;
import org.adequal.check.PartialCheck;
import org.adequal.check.PointCheck;
import org.adequal.number.DifferenceError;
import org.adequal.number.Estimate;
import org.jspecify.annotations.Nullable;

/** Checks as JSON objects. */
final class CheckAnswers {

    private CheckAnswers() {}

    /** Numeric derivatives by variable: value, error and whether they agree with the exact ones. */
    static Map<String, @Nullable Object> differences(PointCheck check, Certified certified) {
        Map<String, @Nullable Object> differences = new LinkedHashMap<>();
        for (PartialCheck partial : check.partials()) {
            Map<String, @Nullable Object> entry = estimate(partial.difference());
            entry.put("bound", number(partial.margin()));
            if (partial.automatic() != null) {
                entry.put("automatic", partial.automatic());
            }
            entry.put("verdict", partial.agreement().wireName());
            if (partial.why() != null) {
                entry.put("why", partial.why());
            }
            partial.cancellation().ifPresent(lost -> {
                Map<String, @Nullable Object> where = new LinkedHashMap<>();
                where.put("operation", lost.operation());
                where.put("digits", lost.digits());
                entry.put("cancellation", where);
            });
            certified.lostDigits(partial).ifPresent(digits -> entry.put("lost_digits", digits));
            differences.put(partial.variable().name(), entry);
        }
        return differences;
    }

    /** A numeric derivative: what is not known is null. */
    private static Map<String, @Nullable Object> estimate(Estimate estimate) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("value", number(estimate.value()));
        entry.put("error", Double.isFinite(estimate.error()) ? estimate.error() : null);
        entry.put("step", estimate.step());
        entry.put("evaluations", estimate.evaluations());
        entry.put("status", estimate.status().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return entry;
    }

    /** What a check of many points found. */
    static Map<String, @Nullable Object> census(Box.Census census, @Nullable String worst) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("points", census.points());
        answer.put("seed", census.seed());
        answer.put("rejected", census.rejected());
        answer.put("agree", census.agree());
        answer.put("disagree", census.disagree());
        answer.put("cannot_tell", census.cannotTell());
        if (worst != null) {
            answer.put("worst", worst);
        }
        answer.put("verdict", census.agreement().wireName());
        return answer;
    }

    /** The table of errors against steps. */
    static Map<String, @Nullable Object> steps(DifferenceError error, double exact) {
        List<@Nullable Object> rows = new ArrayList<>();
        for (DifferenceError.Row row : error.rows().reversed()) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("h", row.h());
            entry.put("value", number(row.estimate().value()));
            entry.put("error", number(Math.abs(row.estimate().value() - exact)));
            entry.put("truncation", row.truncation());
            entry.put("rounding", row.rounding());
            entry.put("status", row.estimate().status().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            rows.add(entry);
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("exact", exact);
        answer.put("steps", rows);
        error.bestStep().ifPresent(best -> answer.put("best_h", best));
        answer.put("text", error.text());
        return answer;
    }

    /** A JSON number, {@code "inf"}, {@code "-inf"}; null for NaN. */
    static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : (Object) value;
    }
}
