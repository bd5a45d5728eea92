package org.adequal.claims;

import java.util.List;

import org.adequal.check.Agreement;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What judging many claims found.
 *
 * @param claims     how many were judged: those right, wrong and undecided
 * @param proven     how many verdicts are proven
 * @param unreadable how many entries were none
 * @param bad        the first of those
 * @param causes     what is wrong, the most frequent first
 * @param worst      the claim that is farthest off among those of the worst verdict; null without claims
 * @param problem    why the source ended before its end; null where it did not
 * @param unjudged   why judging stopped before the source's end; null where it did not
 * @param remarks    what else there is to know about the source
 */
public record Census(long claims, long right, long wrong, long undecided, long proven, long unreadable,
        List<Entry.Unreadable> bad, List<Cause> causes, @Nullable Worst worst, @Nullable String problem,
        @Nullable String unjudged, List<String> remarks) {

    public Census {
        bad = List.copyOf(bad);
        causes = List.copyOf(causes);
        remarks = List.copyOf(remarks);
    }

    /** A kind of mistake: in how many claims, where first, and in words what it was there. */
    public record Cause(String kind, long claims, Place first, String text) {}

    /** A claim with what was found of it. */
    public record Worst(Entry.Claim claim, Judgement judgement) {}

    /**
     * One wrong claim, an entry that is none, or a source that breaks off, is disagreement; an undecided claim, one that
     * was not judged, or none at all cannot be told.
     */
    public Agreement agreement() {
        return wrong > 0 || unreadable > 0 || problem != null
                ? Agreement.DISAGREE
                : undecided > 0 || unjudged != null || claims == 0 ? Agreement.CANNOT_TELL : Agreement.AGREE;
    }

    /** The worst verdict. */
    public Verdict verdict() {
        return wrong > 0
                ? Verdict.WRONG
                : agreement() == Agreement.AGREE ? Verdict.RIGHT : Verdict.UNDECIDED;
    }
}
