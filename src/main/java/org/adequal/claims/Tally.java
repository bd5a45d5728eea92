package org.adequal.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.claims.Census.Cause;
import org.adequal.claims.Census.Worst;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.verdict.Component;
import org.adequal.verdict.Diagnosis;
import org.adequal.verdict.Evidence;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Label;
import org.jspecify.annotations.Nullable;

/** Judges the claims of a source as they come and counts what it finds; holds counts, the worst, and some wrong ones. */
public final class Tally {
    private static final int BAD_KEPT = 5;
    /** As many wrong claims are explained together. */
    private static final int TOGETHER = 16;
    /** The causes of so many wrong claims are looked for. */
    private static final int EXPLAINED = 160;

    private final Judging judging;
    private long right;
    private long wrong;
    private long undecided;
    private long proven;
    private long unreadable;
    private long explained;
    private final List<Entry.Unreadable> bad = new ArrayList<>();
    private final List<Entry.Claim> toExplain = new ArrayList<>();
    private final Map<String, Cause> causes = new LinkedHashMap<>();
    private @Nullable Worst worst;
    private double worstDistance;

    private Tally(Judging judging) {
        this.judging = judging;
    }

    /** When judging stops although there is more. */
    public interface Deadline {
        /** The reason to stop now; null to go on. */
        @Nullable
        String passed();
    }

    /** The census of all claims that the source gives before the deadline. */
    public static Census of(ClaimSource source, Judging judging, Deadline deadline) {
        Tally tally = new Tally(judging);
        String unjudged = deadline.passed();
        while (unjudged == null) {
            Entry entry = source.next();
            if (entry == null) {
                break;
            }
            switch (entry) {
                case Entry.Claim claim -> tally.judge(claim);
                case Entry.Unreadable none -> tally.note(none);
            }
            unjudged = deadline.passed();
        }
        tally.explain();
        return tally.census(source, unjudged);
    }

    private void note(Entry.Unreadable none) {
        unreadable++;
        if (bad.size() < BAD_KEPT) {
            bad.add(none);
        }
    }

    private void judge(Entry.Claim claim) {
        Judgement judgement;
        try {
            judgement = judging.judge(claim);
        } catch (DiagnosticException e) {
            undecided++;
            cause("limit", limit(e), claim.place());
            return;
        }
        switch (judgement.verdict()) {
            case RIGHT -> {
                right++;
                causes(judgement, claim.place());
            }
            case WRONG -> {
                wrong++;
                if (explained + toExplain.size() < EXPLAINED) {
                    toExplain.add(claim);
                }
            }
            case UNDECIDED -> {
                undecided++;
                judgement.components().stream().map(Component::why).filter(why -> why != null).findFirst()
                        .ifPresent(why -> cause("undecided", why, claim.place()));
            }
        }
        if (judgement.evidence() == Evidence.PROVEN) {
            proven++;
        }
        double distance = distance(judgement);
        if (worst == null || isWorse(judgement, distance, worst.judgement())) {
            worst = new Worst(claim, judgement);
            worstDistance = distance;
        }
        if (toExplain.size() == TOGETHER) {
            explain();
        }
    }

    /** The words of a limit error; any other is nobody's claim's fault. */
    private static String limit(DiagnosticException e) {
        if (e.diagnostic().code() != Diagnostic.Code.LIMIT) {
            throw e;
        }
        return e.diagnostic().message();
    }

    private void explain() {
        if (toExplain.isEmpty()) {
            return;
        }
        try {
            List<Judgement> judgements = judging.explain(toExplain);
            for (int i = 0; i < judgements.size(); i++) {
                causes(judgements.get(i), toExplain.get(i).place());
                if (worst != null && toExplain.get(i).equals(worst.claim())) {
                    worst = new Worst(worst.claim(), judgements.get(i));
                }
            }
        } catch (DiagnosticException e) {
            String limit = limit(e);
            toExplain.forEach(claim -> cause("limit", "no causes were found: " + limit, claim.place()));
        }
        explained += toExplain.size();
        toExplain.clear();
    }

    private boolean isWorse(Judgement judgement, double distance, Judgement than) {
        int order = judgement.verdict().compareTo(than.verdict());
        return order < 0 || (order == 0 && distance > worstDistance);
    }

    /** How far the claim is off, in units in the last place; infinite where no finite number is claimed. */
    private static double distance(Judgement judgement) {
        return judgement.worst().map(component -> component.ulps().orElse(
                Double.isFinite(component.claimed()) ? 0 : Double.POSITIVE_INFINITY)).orElse(0.0);
    }

    /** The likeliest cause of each component that has one. */
    private void causes(Judgement judgement, Place place) {
        Set<Label> done = new HashSet<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Diagnosis diagnosis : judgement.diagnosis()) {
            if (done.addAll(diagnosis.components())) {
                kinds.putIfAbsent(diagnosis.kind().wireName(), diagnosis.text());
            }
        }
        kinds.forEach((kind, text) -> cause(kind, text, place));
    }

    private void cause(String kind, String text, Place place) {
        causes.compute(kind, (_, known) -> known == null
                ? new Cause(kind, 1, place, text)
                : new Cause(kind, known.claims() + 1, known.first(), known.text()));
    }

    private Census census(ClaimSource source, @Nullable String unjudged) {
        List<Cause> sorted = causes.values().stream().sorted(Comparator.comparingLong(Cause::claims).reversed())
                .toList();
        List<String> remarks = new ArrayList<>(source.remarks());
        if (wrong > explained) {
            remarks.add("the causes of the first " + explained + " wrong claims were looked for");
        }
        return new Census(right + wrong + undecided, right, wrong, undecided, proven, unreadable, bad, sorted, worst,
                source.problem(), unjudged, remarks);
    }
}
