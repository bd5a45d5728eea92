package org.adequal.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.claims.Census;
import org.adequal.claims.Entry;
import org.adequal.claims.Place;
import org.adequal.expr.Variable;
import org.adequal.session.Answer;
import org.jspecify.annotations.Nullable;

/** What judging many claims found, as a JSON object. */
final class CensusAnswers {

    private CensusAnswers() {}

    static Map<String, @Nullable Object> of(Answer.Claims answer) {
        Census census = answer.census();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("formula", answer.formula());
        object.put("source", answer.source());
        object.put("verdict", census.verdict().wireName());
        object.put("claims", census.claims());
        object.put("right", census.right());
        object.put("wrong", census.wrong());
        object.put("undecided", census.undecided());
        object.put("unreadable", census.unreadable());
        object.put("proven", census.proven());
        List<@Nullable Object> bad = new ArrayList<>();
        for (Entry.Unreadable entry : census.bad()) {
            Map<String, @Nullable Object> one = place(entry.place());
            one.put("message", entry.why());
            bad.add(one);
        }
        if (!bad.isEmpty()) {
            object.put("bad", bad);
        }
        List<@Nullable Object> causes = new ArrayList<>();
        for (Census.Cause cause : census.causes()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("kind", cause.kind());
            one.put("claims", cause.claims());
            one.put("first", place(cause.first()));
            one.put("text", cause.text());
            causes.add(one);
        }
        object.put("causes", causes);
        if (census.worst() != null) {
            object.put("worst", worst(answer.variables(), census.worst(), answer.alone()));
        }
        if (census.problem() != null) {
            object.put("problem", census.problem());
        }
        if (census.unjudged() != null) {
            object.put("unjudged", census.unjudged());
        }
        if (!answer.remarks().isEmpty()) {
            object.put("remarks", answer.remarks());
        }
        if (answer.repeat() != null) {
            object.put("reproduce", answer.repeat());
        }
        return object;
    }

    private static Map<String, @Nullable Object> worst(List<Variable> variables, Census.Worst worst,
            @Nullable String alone) {
        Map<String, @Nullable Object> object = place(worst.claim().place());
        Map<String, @Nullable Object> at = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            at.put(variables.get(i).name(), worst.claim().point().get(i));
        }
        object.put("at", at);
        object.putAll(ClaimAnswers.judgement(worst.judgement()));
        if (alone != null) {
            object.put("reproduce", alone);
        }
        return object;
    }

    private static Map<String, @Nullable Object> place(Place place) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(place.kind(), place.number());
        if (place.column() > 0) {
            object.put("column", place.column());
        }
        if (place.name() != null) {
            object.put("name", place.name());
        }
        return object;
    }
}
