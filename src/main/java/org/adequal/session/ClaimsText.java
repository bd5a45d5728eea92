package org.adequal.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Numbers;
import org.adequal.claims.Census;
import org.adequal.claims.Entry;
import org.adequal.expr.Variable;
import org.adequal.verdict.Component;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Verdict;

/** The census of many claims as plain text: one screen. */
final class ClaimsText {
    private static final int MOST_CAUSES = 5;
    private static final int MOST_COMPONENTS = 5;

    private ClaimsText() {}

    static String of(Answer.Claims answer) {
        Census census = answer.census();
        List<String> lines = new ArrayList<>();
        lines.add(CheckText.shortened(answer.formula()));
        lines.add(count(census.claims(), "claim") + " of " + answer.source() + ": " + census.right() + " right, "
                + census.wrong() + " wrong, " + census.undecided() + " undecided; " + census.proven()
                + " verdicts are proven");
        unreadable(census, lines);
        if (census.problem() != null) {
            lines.add(census.problem());
        }
        if (census.unjudged() != null) {
            lines.add("no more were judged: " + census.unjudged());
        }
        causes(census, lines);
        worst(answer, lines);
        lines.addAll(answer.remarks());
        if (answer.repeat() != null) {
            lines.add("all of it: " + answer.repeat());
        }
        lines.add(switch (census.agreement()) {
            case AGREE -> "the claims are right; other points were not checked";
            case DISAGREE -> census.wrong() == 0
                    ? "not all claims could be had"
                    : census.problem() == null
                            ? "the claims are wrong"
                            : "claims are wrong, and not all could be had";
            case CANNOT_TELL -> census.claims() == 0 ? "there was nothing to judge" : "cannot tell of all";
        });
        return String.join("\n", lines);
    }

    private static void unreadable(Census census, List<String> lines) {
        if (census.unreadable() > 0) {
            lines.add(census.unreadable() + (census.unreadable() == 1 ? " is" : " are") + " no claim"
                    + (census.unreadable() > census.bad().size() ? ", the first of them" : "") + ":");
            census.bad().forEach(bad -> lines.add("  " + bad.place() + ": " + bad.why()));
        }
    }

    private static void causes(Census census, List<String> lines) {
        census.causes().stream().limit(MOST_CAUSES).forEach(cause -> lines.add(cause.kind() + ": "
                + count(cause.claims(), "claim") + (cause.claims() == 1 ? ", " : ", first ") + cause.first() + ": "
                + cause.text()));
    }

    private static void worst(Answer.Claims answer, List<String> lines) {
        Census.Worst worst = answer.census().worst();
        if (worst == null) {
            return;
        }
        Entry.Claim claim = worst.claim();
        Judgement judgement = worst.judgement();
        List<Component> components = judgement.components().stream()
                .filter(component -> component.verdict() == judgement.verdict())
                .sorted(Comparator.comparingDouble((Component c) -> -c.ulps().orElse(Double.MAX_VALUE)))
                .toList();
        lines.add("worst: " + claim.place() + ", at " + named(answer.variables(), claim.point()));
        int shown = judgement.verdict() == Verdict.RIGHT ? 1 : MOST_COMPONENTS;
        components.stream().limit(shown).forEach(component -> lines.add("  " + ClaimText.component(component)));
        if (components.size() > shown && judgement.verdict() != Verdict.RIGHT) {
            lines.add("  and " + (components.size() - shown) + " more");
        }
        if (answer.alone() != null) {
            lines.add("  " + answer.alone());
        }
    }

    private static String named(List<Variable> variables, List<Double> numbers) {
        String text = IntStream.range(0, Math.min(8, variables.size()))
                .mapToObj(i -> variables.get(i) + " = " + Numbers.show(numbers.get(i)))
                .collect(Collectors.joining(", "));
        return variables.size() > 8 ? text + ", ..." : text;
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
