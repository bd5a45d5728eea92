package org.adequal.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.verdict.Component;
import org.adequal.verdict.Diagnosis;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Label;
import org.adequal.verdict.Place;
import org.adequal.session.Nested;
import org.jspecify.annotations.Nullable;

/** Judgements as JSON objects. */
final class ClaimAnswers {

    private ClaimAnswers() {}

    /** The answer to a claimed gradient: verdict, evidence, status, components by variable, diagnosis. */
    static Map<String, @Nullable Object> judgement(Judgement judgement) {
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        judgement.components()
                .forEach(component -> components.put(component.label().toString(), component(component)));
        return answer(judgement, Nested.of(components));
    }

    /** The answer to a claimed Hessian: components by row and column. */
    static Map<String, @Nullable Object> hessian(Judgement judgement) {
        Map<String, @Nullable Object> rows = new LinkedHashMap<>();
        byRow(judgement).forEach(rows::put);
        return answer(judgement, rows);
    }

    /** The answer to a claimed Jacobian: components by column, in a list of rows. */
    static Map<String, @Nullable Object> jacobian(Judgement judgement) {
        return answer(judgement, new ArrayList<>(byRow(judgement).values()));
    }

    private static Map<String, Map<String, @Nullable Object>> byRow(Judgement judgement) {
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        judgement.components().forEach(component -> rows
                .computeIfAbsent(component.label().names().getFirst(), _ -> new LinkedHashMap<>())
                .put(component.label().names().getLast(), component(component)));
        return rows;
    }

    private static Map<String, @Nullable Object> answer(Judgement judgement, Object components) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("verdict", judgement.verdict().wireName());
        answer.put("evidence", judgement.evidence().wireName());
        Answers.status(judgement.result(), answer);
        answer.put("components", components);
        List<@Nullable Object> diagnoses = new ArrayList<>();
        judgement.diagnosis().forEach(diagnosis -> diagnoses.add(diagnosis(diagnosis)));
        answer.put("diagnosis", diagnoses);
        return answer;
    }

    private static Map<String, @Nullable Object> component(Component component) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        double claimed = component.claimed();
        entry.put("claimed", Double.isNaN(claimed) ? "nan" : CheckAnswers.number(claimed));
        if (component.enclosure() != null) {
            entry.put("enclosure", Answers.bounds(component.enclosure()));
        } else {
            entry.put("estimate", Answers.number(component.exact().slope()));
        }
        entry.put("bound", Double.isFinite(component.bound()) ? component.bound() : null);
        if (component.ulps().isPresent()) {
            entry.put("ulps", CheckAnswers.number(component.ulps().getAsDouble()));
        }
        if (Double.isFinite(component.condition())) {
            entry.put("condition", component.condition());
        }
        entry.put("verdict", component.verdict().wireName());
        if (component.why() != null) {
            entry.put("why", component.why());
        }
        return entry;
    }

    private static Map<String, @Nullable Object> diagnosis(Diagnosis diagnosis) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("kind", diagnosis.kind().wireName());
        entry.put("text", diagnosis.text());
        entry.put("components", diagnosis.components().stream().map(Label::toString).toList());
        if (!diagnosis.places().isEmpty()) {
            List<@Nullable Object> places = new ArrayList<>();
            for (Place place : diagnosis.places()) {
                Map<String, @Nullable Object> where = new LinkedHashMap<>();
                where.put("text", place.text());
                if (place.position() != null) {
                    where.put("line", place.position().line());
                    where.put("column", place.position().column());
                    where.put("length", place.position().length());
                }
                places.add(where);
            }
            entry.put("places", places);
        }
        return entry;
    }
}
