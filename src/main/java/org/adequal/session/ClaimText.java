package org.adequal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.adequal.check.Numbers;
import org.adequal.number.interval.Interval;
import org.adequal.verdict.Component;
import org.adequal.verdict.Diagnosis;
import org.adequal.verdict.Evidence;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Kind;
import org.adequal.verdict.Place;
import org.adequal.verdict.Verdict;

/** Judgements of claims as plain text: the verdict, the components that are not right, the causes. */
final class ClaimText {
    private static final int MOST_ROWS = 10;
    private static final int MOST_PLACES = 5;
    /** From this loss on, the condition number is worth saying. */
    private static final double ILL = 1e3;

    private ClaimText() {}

    static String of(Judgement claim) {
        List<String> lines = new ArrayList<>();
        lines.add("the claim is " + claim.verdict().wireName()
                + (claim.evidence() == Evidence.PROVEN && claim.verdict() != Verdict.UNDECIDED ? ", proven" : ""));
        List<Component> others = claim.components().stream()
                .filter(component -> component.verdict() != Verdict.RIGHT).toList();
        others.stream().limit(MOST_ROWS).forEach(component -> lines
                .add(component.label() + ": " + component.verdict().wireName() + distance(component)));
        if (others.size() > MOST_ROWS) {
            lines.add("and " + (others.size() - MOST_ROWS) + " more");
        }
        boolean first = true;
        for (Diagnosis diagnosis : claim.diagnosis()) {
            if (diagnosis.kind() == Kind.UNEXPLAINED && others.size() == claim.diagnosis().size()) {
                continue;
            }
            lines.add((first ? "" : "or ") + diagnosis.text());
            first = false;
            if (diagnosis.places().size() > 1) {
                lines.add("  one of " + diagnosis.places().stream().limit(MOST_PLACES).map(Place::text)
                        .collect(Collectors.joining("; ")));
            }
        }
        return String.join("\n", lines);
    }

    private static String distance(Component component) {
        String why = component.why() == null ? "" : ", " + component.why();
        if (component.ulps().isEmpty()) {
            return component.exact().slope().exists()
                    ? why
                    : why.isEmpty()
                            ? ", there is no exact derivative to compare with"
                            : why;
        }
        Interval enclosure = component.enclosure();
        return ", off by " + CheckText.about(component.ulps().getAsDouble()) + " ulps"
                + (enclosure == null
                        ? ""
                        : " of the true derivative in [" + Numbers.show(enclosure.doubleLow()) + ", "
                                + Numbers.show(enclosure.doubleHigh()) + "]")
                + (component.why() == null && component.condition() > ILL && Double.isFinite(component.condition())
                        ? ", condition number " + CheckText.about(component.condition())
                        : "")
                + why;
    }
}
