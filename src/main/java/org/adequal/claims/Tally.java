package org.adequal.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.Judgement;
import org.adequal.claims.Census.Cause;
import org.adequal.claims.Census.Worst;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.jspecify.annotations.Nullable;

/** Judges the claims of a source as they come and counts what it finds; holds nothing but counts and the worst. */
public final class Tally {
    private static final int BAD_KEPT = 5;

    private long right;
    private long wrong;
    private long undecided;
    private long proven;
    private long unreadable;
    private final List<Entry.Unreadable> bad = new ArrayList<>();
    private final Map<String, Cause> causes = new LinkedHashMap<>();
    private @Nullable Worst worst;
    private double worstDistance;

    private Tally() {}

    /** How a claim is judged; may refuse with a limit error, which leaves the claim undecided. */
    public interface Judging {
        Judgement judge(double[] point, double[] gradient);
    }

    /** When judging stops although there is more. */
    public interface Deadline {
        /** The reason to stop now; null to go on. */
        @Nullable
        String passed();
    }

    /** The census of all claims that the source gives before the deadline. */
    public static Census of(ClaimSource source, Judging judging, Deadline deadline) {
        Tally tally = new Tally();
        String unjudged = deadline.passed();
        while (unjudged == null) {
            Entry entry = source.next();
            if (entry == null) {
                break;
            }
            switch (entry) {
                case Entry.Claim claim -> tally.judge(claim, judging);
                case Entry.Unreadable none -> tally.note(none);
            }
            unjudged = deadline.passed();
        }
        return tally.census(source, unjudged);
    }

    private void note(Entry.Unreadable none) {
        unreadable++;
        if (bad.size() < BAD_KEPT) {
            bad.add(none);
        }
    }

    private void judge(Entry.Claim claim, Judging judging) {
        Judgement judgement;
        try {
            judgement = judging.judge(array(claim.point()), array(claim.gradient()));
        } catch (DiagnosticException e) {
            if (e.diagnostic().code() != Diagnostic.Code.LIMIT) {
                throw e;
            }
            undecided++;
            cause("limit", e.diagnostic().message(), claim.place());
            return;
        }
        switch (judgement.verdict()) {
            case RIGHT -> right++;
            case WRONG -> wrong++;
            case UNDECIDED -> undecided++;
        }
        // one claim counts once for each kind that explains it
        judgement.diagnosis().stream().collect(LinkedHashMap<String, String>::new,
                (kinds, diagnosis) -> kinds.putIfAbsent(diagnosis.kind().wireName(), diagnosis.text()), Map::putAll)
                .forEach((kind, text) -> cause(kind, text, claim.place()));
        double distance = distance(judgement);
        if (worst == null || isWorse(judgement, distance, worst.judgement())) {
            worst = new Worst(claim, judgement);
            worstDistance = distance;
        }
    }

    private boolean isWorse(Judgement judgement, double distance, Judgement than) {
        int order = judgement.verdict().compareTo(than.verdict());
        return order < 0 || order == 0 && distance > worstDistance;
    }

    /** How far the claim is off, in units in the last place; infinite where no finite number is claimed. */
    private static double distance(Judgement judgement) {
        return judgement.components().stream()
                .filter(component -> component.verdict() == judgement.verdict())
                .mapToDouble(component -> component.ulps().orElse(
                        Double.isFinite(component.claimed()) ? 0 : Double.POSITIVE_INFINITY))
                .max().orElse(0);
    }

    private void cause(String kind, String text, Place place) {
        causes.compute(kind, (_, known) -> known == null
                ? new Cause(kind, 1, place, text)
                : new Cause(kind, known.claims() + 1, known.first(), known.text()));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Census census(ClaimSource source, @Nullable String unjudged) {
        List<Cause> sorted = causes.values().stream().sorted(Comparator.comparingLong(Cause::claims).reversed())
                .toList();
        return new Census(right + wrong + undecided, right, wrong, undecided, proven, unreadable, bad, sorted, worst,
                source.problem(), unjudged, source.remarks());
    }
}
