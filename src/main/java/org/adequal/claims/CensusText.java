package org.adequal.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Numbers;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.adequal.verdict.Component;
import org.adequal.verdict.Diagnosis;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The census of many claims as plain text: one screen.
 *
 * @param formula   the formula
 * @param variables of a point
 * @param source    where the claims come from
 * @param remarks   what else there is to know
 * @param alone     a command that judges the worst claim alone; null without one
 * @param repeat    how all of it is done again; null where that is not said
 */
public record CensusText(String formula, List<Variable> variables, String source, Census census, List<String> remarks,
        @Nullable String alone, @Nullable String repeat) {
    private static final int MOST_CAUSES = 5;
    private static final int MOST_COMPONENTS = 5;

    private static final int MOST_EXPLANATIONS = 3;
    private static final int LONGEST_FORMULA = 80;
    /** From this loss on, the condition number is worth saying. */
    private static final double ILL = 1e3;

    public CensusText {
        variables = List.copyOf(variables);
        remarks = List.copyOf(remarks);
    }

    /** The lines, without a line break at the end. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(formula.length() <= LONGEST_FORMULA ? formula : formula.substring(0, LONGEST_FORMULA - 3) + "...");
        lines.add(count(census.claims(), "claim") + " of " + source + ": " + census.right() + " right, "
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
        worst(lines);
        lines.addAll(remarks);
        if (repeat != null) {
            lines.add("all of it: " + repeat);
        }
        lines.add(switch (census.agreement()) {
            case AGREE -> "the claims are right";
            case DISAGREE -> census.wrong() == 0
                    ? "not all claims could be had"
                    : census.problem() == null
                            ? "the claims are wrong"
                            : "claims are wrong, and not all could be had";
            case CANNOT_TELL -> census.claims() == 0 ? "there was nothing to judge" : "cannot tell of all";
        });
        if (census.claims() > 0) {
            lines.add("not checked: other points, and whether the formula is the function that is meant");
        }
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

    private void worst(List<String> lines) {
        Census.Worst worst = census.worst();
        if (worst == null) {
            return;
        }
        Entry.Claim claim = worst.claim();
        Judgement judgement = worst.judgement();
        List<Component> components = judgement.components().stream()
                .filter(component -> component.verdict() == judgement.verdict())
                .sorted(Comparator.comparingDouble((Component c) -> -c.ulps().orElse(Double.MAX_VALUE)))
                .toList();
        lines.add("worst: " + claim.place() + ", at " + named(variables, claim.point()));
        int shown = judgement.verdict() == Verdict.RIGHT ? 1 : MOST_COMPONENTS;
        components.stream().limit(shown).forEach(component -> lines.add("  " + component(component)));
        if (components.size() > shown && judgement.verdict() != Verdict.RIGHT) {
            lines.add("  and " + (components.size() - shown) + " more");
        }
        // what the causes above do not say already
        judgement.diagnosis().stream().map(Diagnosis::text).distinct()
                .filter(text -> census.causes().stream().noneMatch(cause -> cause.text().equals(text)))
                .limit(MOST_EXPLANATIONS).forEach(text -> lines.add("  or " + text));
        if (alone != null) {
            lines.add("  " + alone);
        }
    }

    /** {@code x1: wrong, claimed 8.1, proven to be in [8, 8], off by 5.6e13 ulps} */
    private static String component(Component component) {
        StringBuilder text = new StringBuilder(component.label() + ": " + component.verdict().wireName() + ", claimed "
                + (Double.isNaN(component.claimed()) ? "not a number" : Numbers.show(component.claimed())));
        Interval enclosure = component.enclosure();
        Double estimate = component.exact().slope().value();
        if (enclosure != null) {
            text.append(", proven to be in [").append(Numbers.show(enclosure.doubleLow())).append(", ")
                    .append(Numbers.show(enclosure.doubleHigh())).append("]");
        } else if (estimate != null) {
            text.append(", the derivative is about ").append(Numbers.show(estimate));
        } else {
            text.append(", ").append(component.exact().status().wireName());
        }
        component.ulps().ifPresent(ulps -> text.append(", off by ").append(Numbers.about(ulps)).append(" ulps"));
        if (component.condition() > ILL && Double.isFinite(component.condition())) {
            text.append(", condition number ").append(Numbers.about(component.condition()));
        }
        return text.append(component.why() == null ? "" : ", " + component.why()).toString();
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
