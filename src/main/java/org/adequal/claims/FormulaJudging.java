package org.adequal.claims;

import java.util.List;
import java.util.function.Function;

import org.adequal.check.Formula;
import org.adequal.verdict.Claim;
import org.adequal.verdict.ClaimJudge;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Probe;

/**
 * Judges claims about a formula, with proof; causes are looked for where they are asked for.
 *
 * @param policy how the numbers of a claim are to be judged
 */
public record FormulaJudging(Formula formula, Function<double[], Claim> policy) implements Judging {

    @Override
    public Judgement judge(Entry.Claim claim) {
        return new ClaimJudge(ClaimJudge.standard().options().withoutCauses())
                .judge(formula, List.of(probe(claim))).getFirst();
    }

    @Override
    public List<Judgement> explain(List<Entry.Claim> claims) {
        return ClaimJudge.standard().judge(formula, claims.stream().map(this::probe).toList());
    }

    private Probe probe(Entry.Claim claim) {
        return new Probe(claim.point(),
                policy.apply(claim.gradient().stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
