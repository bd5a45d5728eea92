package org.adequal.claims;

import java.util.List;

import org.adequal.verdict.Judgement;

/** How claims are judged; both may refuse with a limit error. */
public interface Judging {

    /** The verdict on a claim. */
    Judgement judge(Entry.Claim claim);

    /** The verdicts on claims that are wrong, with the causes, which many claims narrow down. */
    List<Judgement> explain(List<Entry.Claim> claims);
}
