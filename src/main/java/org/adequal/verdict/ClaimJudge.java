package org.adequal.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.adequal.check.Formula;

/**
 * Judges claimed derivatives, and says why they are wrong.
 *
 * <p>{@code ClaimJudge.standard().judge(formula, point, Claim.of(6, 8.1))} is wrong, proven, in its second component.
 */
public record ClaimJudge(Options options) {

    /** Proves what it says, and looks for causes. */
    public static ClaimJudge standard() {
        return new ClaimJudge(Options.standard());
    }

    /** A claimed gradient: one coordinate per variable, one number per variable that the formula is differentiated by. */
    public Judgement judge(Formula formula, double[] point, Claim claim) {
        return judge(formula, List.of(new Probe(Arrays.stream(point).boxed().toList(), claim))).getFirst();
    }

    /** Claimed gradients at many points, which together narrow the causes down. */
    public List<Judgement> judge(Formula formula, List<Probe> probes) {
        List<Judgement> judgements = new ArrayList<>();
        for (Probe probe : probes) {
            refuse(probe.claim(), formula.wrt().size());
            judgements.add(PointJudge.judge(formula, probe.coordinates(), probe.claim(), options));
        }
        return options.diagnosing()
                ? Diagnostician.standard(options).diagnosed(formula, probes, judgements)
                : judgements;
    }

    /** A claimed Hessian, row by row. */
    public Judgement judgeHessian(Formula formula, double[] point, Claim claim) {
        refuse(claim, formula.wrt().size() * formula.wrt().size());
        Judgement judgement = new MatrixJudge(options).hessian(formula, point, claim);
        return options.diagnosing()
                ? Diagnostician.standard(options).diagnosedMatrix(formula, formula.wrt().size(), point, claim,
                        judgement)
                : judgement;
    }

    /** A claimed Jacobian, row by row: of functions of the same variables, which a point gives coordinates for. */
    public Judgement judgeJacobian(List<Formula> rows, double[] point, Claim claim) {
        refuse(claim, rows.stream().mapToInt(row -> row.wrt().size()).sum());
        Judgement judgement = new MatrixJudge(options).jacobian(rows, point, claim);
        return options.diagnosing() && !rows.isEmpty()
                ? Diagnostician.standard(options).diagnosedMatrix(rows.getFirst(), rows.size(), point, claim, judgement)
                : judgement;
    }

    private static void refuse(Claim claim, int size) {
        if (claim.components().size() != size) {
            throw new IllegalArgumentException(claim.components().size() + " numbers claimed, not " + size);
        }
    }
}
