package org.adequal.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;

/** Judges claimed Hessians and Jacobians, entry by entry. */
record MatrixJudge(Options options) {

    /** A Hessian, row by row. Where the function is not smooth, what second derivatives it has by itself decide. */
    Judgement hessian(Formula formula, double[] point, Claim claim) {
        PointResult result = formula.at(point);
        Derivatives second = Derivatives.second(formula);
        Optional<List<List<Interval>>> enclosures = result.isUndefined()
                ? Optional.empty()
                : formula.hessianEnclosures(point);
        List<List<Quantity>> values = enclosures.isPresent() ? List.of() : formula.hessianAt(point);
        PointJudge judge = new PointJudge(formula, point, result, claim, options);
        int size = formula.wrt().size();
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ReachableSets sets = new ReachableSets(claim.format(), formula.variables(), point, second.tapes().get(i),
                    second.written().get(i));
            for (int j = 0; j < size; j++) {
                Label label = second.labels().get(i * size + j);
                double claimed = PointJudge.claimed(claim.components().get(i * size + j), claim.format());
                if (enclosures.isPresent()) {
                    Interval truth = enclosures.get().get(i).get(j);
                    PointResult.Partial partial = new PointResult.Partial(
                            Quantity.of(truth.isBounded() ? truth.middle(128).doubleValue() : truth.doubleHigh()),
                            Status.SMOOTH);
                    components.add(judge.judged(label, claimed, partial, truth, true,
                            new PointJudge.Row(sets, j, () -> Interval.ENTIRE)));
                } else {
                    components.add(unproven(label, claimed, values.get(i).get(j), result.status(), claim));
                }
            }
        }
        return new Judgement(result, components, List.of());
    }

    /** An entry whose existence enclosures do not prove. */
    private static Component unproven(Label label, double claimed, Quantity slope, Status status, Claim claim) {
        PointResult.Partial partial = new PointResult.Partial(slope, slope.exists() ? Status.SMOOTH : status);
        Verdict verdict;
        if (slope.value() instanceof Double value && Double.isFinite(value)) {
            Decision decision = new Decision(claim.format(), Interval.of(value));
            verdict = claim.policy() instanceof Policy.Relative(double tolerance)
                    ? decision.relative(claimed, tolerance)
                    : decision.near(claimed);
        } else {
            verdict = Double.isNaN(claimed)
                    ? Verdict.RIGHT
                    : status == Status.UNDEFINED || status == Status.JUMP || status == Status.KINK
                            ? Verdict.WRONG
                            : Verdict.UNDECIDED;
        }
        return new Component(label, claimed, partial, null, Double.POSITIVE_INFINITY,
                PointJudge.ulps(claim.format(), claimed, slope.value()), Double.POSITIVE_INFINITY, verdict,
                Evidence.ESTIMATED, null);
    }

    /** A Jacobian, row by row. */
    Judgement jacobian(List<Formula> rows, double[] point, Claim claim) {
        List<Component> components = new ArrayList<>();
        Map<Variable, PointResult.Partial> partials = new LinkedHashMap<>();
        List<PointResult> results = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < rows.size(); i++) {
            int end = start + rows.get(i).wrt().size();
            Judgement row = PointJudge.judge(rows.get(i), point,
                    new Claim(claim.components().subList(start, end), claim.format(), claim.policy()), options);
            results.add(row.result());
            row.result().partials().forEach((variable, partial) -> partials.merge(variable, partial,
                    (one, other) -> one.status().compareTo(other.status()) <= 0 ? one : other));
            for (Component component : row.components()) {
                components.add(new Component(Label.of(String.valueOf(i), component.label().toString()),
                        component.claimed(), component.exact(), component.enclosure(), component.bound(),
                        component.ulps(), component.condition(), component.verdict(), component.evidence(),
                        component.why()));
            }
            start = end;
        }
        Boolean differentiable = results.stream().allMatch(result -> Boolean.TRUE.equals(result.differentiable()))
                ? Boolean.TRUE
                : results.stream().anyMatch(result -> Boolean.FALSE.equals(result.differentiable()))
                        ? Boolean.FALSE
                        : null;
        Quantity value = results.stream().allMatch(result -> result.value().exists())
                ? results.getFirst().value()
                : Quantity.NONE;
        return new Judgement(new PointResult(value, partials, differentiable,
                results.stream().map(PointResult::why).filter(why -> why != null).findFirst().orElse(null)),
                components, List.of());
    }
}
