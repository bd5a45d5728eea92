package org.adequal.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

import org.adequal.check.Accuracy;
import org.adequal.check.Certified;
import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.check.Numbers;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Judges the claimed gradient of one formula at one point, component by component.
 *
 * @param formula what is differentiated
 * @param point   one coordinate per variable
 * @param result  the formula there
 */
record PointJudge(Formula formula, double[] point, PointResult result, Claim claim, Options options) {
    private static final int BITS = 128;

    static Judgement judge(Formula formula, double[] point, Claim claim, Options options) {
        return new PointJudge(formula, point, formula.at(point), claim, options).judge();
    }

    private Judgement judge() {
        if (!options.certified() && claim.policy() instanceof Policy.Reachable) {
            List<Component> estimated = estimated();
            if (estimated.stream().allMatch(component -> component.verdict() == Verdict.RIGHT)) {
                return new Judgement(result, estimated, List.of());
            }
        }
        Certified certified = result.isUndefined() ? null : formula.certified(point);
        PointResult known = certified != null && certified.smooth() ? certified.complete(result) : result;
        Derivatives derivatives = Derivatives.first(formula);
        ReachableSets sets = new ReachableSets(claim.format(), formula.variables(), point,
                derivatives.tapes().getFirst(), derivatives.written().getFirst());
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < formula.wrt().size(); i++) {
            components.add(component(i, known, certified, sets));
        }
        Judgement judgement = new Judgement(known, components, List.of());
        return known.partials().values().stream().anyMatch(partial -> partial.status() == Status.KINK)
                ? new KinkJudge(formula, point, claim, options).judge(judgement)
                : judgement;
    }

    /** What running error bounds say, quickly. */
    private List<Component> estimated() {
        Accuracy.Bounds bounds = formula.accuracy(claim.format()).at(point);
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < formula.wrt().size(); i++) {
            PointResult.Partial partial = partial(result, formula.wrt().get(i));
            double claimed = claimed(claim.components().get(i), claim.format());
            Double slope = partial.slope().value();
            double bound = slope == null ? Double.POSITIVE_INFINITY : bounds.partial(i);
            boolean right = partial.status() == Status.SMOOTH && slope != null && Double.isFinite(slope)
                    && Math.abs(claimed - slope) <= bound
                    && new Decision(claim.format(), Interval.of(slope)).isTelling(Interval.of(-bound, bound));
            components.add(new Component(Label.of(formula.wrt().get(i).name()), claimed, partial, null, bound,
                    ulps(claim.format(), claimed, slope), bounds.condition(i),
                    right ? Verdict.RIGHT : Verdict.UNDECIDED, Evidence.ESTIMATED, null));
        }
        return components;
    }

    private static PointResult.Partial partial(PointResult result, Variable variable) {
        return result.partials().getOrDefault(variable, new PointResult.Partial(Quantity.NONE, Status.UNKNOWN));
    }

    /** A number as the format can hold it: what is claimed in single precision may be written with fewer digits. */
    static double claimed(double written, Format format) {
        return Double.isNaN(written) ? written : format.nearest(written);
    }

    static OptionalDouble ulps(Format format, double claimed, @Nullable Double slope) {
        return slope != null && Double.isFinite(slope) && Double.isFinite(claimed)
                ? OptionalDouble.of(Math.abs(claimed - slope) / format.ulp(slope))
                : OptionalDouble.empty();
    }

    private Component component(int index, PointResult known, @Nullable Certified certified, ReachableSets sets) {
        Variable variable = formula.wrt().get(index);
        PointResult.Partial partial = partial(known, variable);
        double claimed = claimed(claim.components().get(index), claim.format());
        Label label = Label.of(variable.name());
        if (partial.status() != Status.SMOOTH) {
            return new WithoutDerivative(label, claimed, partial, options)
                    .judge(partial.status() == Status.UNDEFINED && isProvenUndefined());
        }
        Interval truth = certified != null && certified.smooth()
                ? certified.gradient().get(variable)
                : formula.certifiedAlong(index, point).orElse(null);
        boolean proven = truth != null;
        if (truth == null && partial.slope().value() instanceof Double slope && Double.isFinite(slope)) {
            truth = Interval.of(slope);
        }
        if (truth == null || truth.isEmpty()) {
            return new Component(label, claimed, partial, null, Double.POSITIVE_INFINITY, OptionalDouble.empty(),
                    Double.POSITIVE_INFINITY, Double.isNaN(claimed) ? Verdict.WRONG : Verdict.UNDECIDED,
                    Evidence.ESTIMATED, "the derivative could not be enclosed");
        }
        return judged(label, claimed, partial, truth, proven,
                new Row(sets, index, derivativeOverInputs(index)));
    }

    /** What is known of one derivative: the sets of reachable numbers, and its range over what rounds to the point. */
    record Row(ReachableSets sets, int index, Supplier<Interval> overInputs) {}

    private Supplier<Interval> derivativeOverInputs(int index) {
        return () -> {
            List<Interval> box = new ArrayList<>();
            for (double coordinate : point) {
                double half = Format.F32.ulp(coordinate) / 2;
                box.add(Interval.of(coordinate - half, coordinate + half));
            }
            Expr slope = formula.gradient().get(index);
            return EnclosureProgram.of(List.of(slope), formula.variables()).over(box, BITS).of(slope);
        };
    }

    /** A claim about a derivative that exists and is enclosed. */
    Component judged(Label label, double claimed, PointResult.Partial partial, Interval truth, boolean proven,
            Row row) {
        Format format = claim.format();
        Decision decision = new Decision(format, truth);
        // where the rules of the parts do not hold, what they give is not the derivative
        Interval reachable = proven ? row.sets.first(row.index) : Interval.ENTIRE;
        Verdict verdict = switch (claim.policy()) {
            case Policy.Reachable _ when !proven -> decision.near(claimed);
            case Policy.Reachable _ -> {
                Verdict quick = decision.reachable(claimed, List.of(reachable));
                yield quick == Verdict.RIGHT || !Double.isFinite(claimed)
                        ? quick
                        : decision.reachable(claimed, row.sets.all(row.index));
            }
            case Policy.Relative(double tolerance) -> decision.relative(claimed, tolerance);
            case Policy.CorrectlyRounded _ -> decision.rounded(claimed);
            case Policy.Ulps(double most) -> decision.ulps(claimed, most);
            case Policy.RoundedInputs _ -> decision.within(claimed, row.overInputs.get());
        };
        double radius = reachable.isBounded() && !reachable.isEmpty()
                ? reachable.width().scale(-1).doubleUp()
                : Double.POSITIVE_INFINITY;
        double size = truth.mignitude().doubleValue();
        double condition = radius == 0 ? 0 : size == 0 ? Double.POSITIVE_INFINITY : radius / size / format.roundoff();
        return new Component(label, claimed, partial, proven ? truth : null, radius,
                distance(claimed, truth, format), condition, verdict,
                proven ? Evidence.PROVEN : Evidence.ESTIMATED,
                verdict == Verdict.UNDECIDED ? undecided(decision, reachable, condition) : null);
    }

    private static OptionalDouble distance(double claimed, Interval truth, Format format) {
        if (!Double.isFinite(claimed) || !truth.isBounded()) {
            return OptionalDouble.empty();
        }
        Dyadic middle = truth.middle(BITS);
        Interval off = Arithmetic.of(BITS).minus(Interval.of(claimed), Interval.of(middle));
        return OptionalDouble.of(off.magnitude().doubleValue() / format.ulp(middle.doubleValue()));
    }

    private static String undecided(Decision decision, Interval reachable, double condition) {
        if (!reachable.isBounded()) {
            return "numbers on the way may be too large for the format, so that nothing is known of rounding errors";
        }
        if (!decision.isTelling(reachable)) {
            return "rounding errors may be as large as that: the condition number is "
                    + (Double.isFinite(condition) ? Numbers.show(Math.rint(condition)) : "infinite");
        }
        return "further off than rounding explains, and not far enough to be certainly wrong";
    }

    private boolean isProvenUndefined() {
        return EnclosureProgram.of(List.of(formula.defined()), formula.variables()).at(point, BITS)
                .of(formula.defined()) == Certainty.FALSE;
    }

}
