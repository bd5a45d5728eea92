package org.adequal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.adequal.check.Judgement.Component;
import org.adequal.check.Judgement.Diagnosis;
import org.adequal.check.Judgement.Kind;
import org.adequal.check.Judgement.Verdict;
import org.adequal.expr.Variable;

/**
 * Judges claimed gradients by the bounds of rounding errors: the evidence is estimated, not proven.
 *
 * <p>Let B be the running error bound of the derivative in the claim's format, half a unit in the last place included.
 * A claim is right within B where B itself is below a thousandth of the derivative, wrong beyond 16 B and more than one
 * unit in the last place, and undecided between. With a tolerance, which is relative to the larger of |derivative| and
 * the smallest normal number, it is right or wrong where that holds whatever rounding did.
 *
 * @param format    the format that the claim was computed in
 * @param tolerance the relative tolerance; empty to go by rounding errors alone
 */
public record Judge(Format format, OptionalDouble tolerance) {
    private static final double CERTAINLY_WRONG = 16;
    /** A bound wider than this, relative to the derivative, admits too much for membership to prove anything. */
    private static final double WIDEST = 1e-3;

    /** Judges by rounding errors in double precision. */
    public static Judge standard() {
        return new Judge(Format.F64, OptionalDouble.empty());
    }

    /** Refuses a tolerance that is negative or not finite. */
    public Judge {
        if (tolerance.isPresent() && !(tolerance.getAsDouble() >= 0 && Double.isFinite(tolerance.getAsDouble()))) {
            throw new IllegalArgumentException("no tolerance: " + tolerance.getAsDouble());
        }
    }

    /**
     * The judgement of a gradient: one coordinate per variable of the formula, one claimed number (NaN and infinities
     * included) per variable that it is differentiated by.
     */
    public Judgement judge(Formula formula, double[] point, double[] claim) {
        PointResult result = formula.at(point);
        Accuracy.Bounds bounds = formula.accuracy(format).at(point);
        List<Component> components = new ArrayList<>();
        Map<Kind, List<Component>> wrong = new LinkedHashMap<>();
        for (int i = 0; i < formula.wrt().size(); i++) {
            Variable variable = formula.wrt().get(i);
            PointResult.Partial partial = result.partials().getOrDefault(variable,
                    new PointResult.Partial(Quantity.NONE, Status.UNKNOWN));
            Component component = component(variable, partial, claim[i],
                    partial.slope().exists() ? bounds.partial(i) : Double.POSITIVE_INFINITY, bounds.condition(i));
            components.add(component);
            if (component.verdict() == Verdict.WRONG) {
                wrong.computeIfAbsent(kind(component), _ -> new ArrayList<>()).add(component);
            }
        }
        List<Diagnosis> diagnosis = wrong.entrySet().stream().map(entry -> new Diagnosis(entry.getKey(),
                text(entry.getKey(), entry.getValue(), result),
                entry.getValue().stream().map(Component::variable).toList())).toList();
        return new Judgement(result, components, diagnosis);
    }

    private Component component(Variable variable, PointResult.Partial partial, double claimed, double bound,
            double condition) {
        Double slope = partial.slope().value();
        OptionalDouble ulps = slope != null && Double.isFinite(slope) && Double.isFinite(claimed)
                ? OptionalDouble.of(Math.abs(claimed - slope) / format.ulp(slope))
                : OptionalDouble.empty();
        Verdict verdict = slope != null && partial.status() == Status.SMOOTH
                ? verdict(claimed, slope, bound)
                : verdictWithoutDerivative(claimed, partial.status());
        return new Component(variable, claimed, partial, bound, ulps, condition, verdict);
    }

    private static Verdict verdictWithoutDerivative(double claimed, Status status) {
        return switch (status) {
            case UNDEFINED -> Double.isNaN(claimed) ? Verdict.RIGHT : Verdict.WRONG;
            case JUMP, OSCILLATING, EDGE, INFINITE, KINK, UNKNOWN, SMOOTH -> Verdict.UNDECIDED;
        };
    }

    private Verdict verdict(double claimed, double slope, double bound) {
        if (Double.isNaN(claimed)) {
            return Verdict.WRONG;
        }
        if (!Double.isFinite(bound) || !Double.isFinite(slope)) {
            return Verdict.UNDECIDED; // of a derivative too large for a double nothing is known but its sign
        }
        if (Double.isInfinite(claimed)) {
            return format.nearest(slope - Math.copySign(bound, slope)) == claimed
                    ? Verdict.RIGHT
                    : format.nearest(slope + Math.copySign(bound, slope)) == claimed
                            ? Verdict.UNDECIDED
                            : Verdict.WRONG;
        }
        double distance = Math.abs(claimed - slope);
        if (tolerance.isPresent()) {
            double size = tolerance.getAsDouble();
            double normal = format.smallestNormal();
            return distance + bound <= size * Math.max(Math.abs(slope) - bound, normal)
                    ? Verdict.RIGHT
                    : distance - bound > size * Math.max(Math.abs(slope) + bound, normal)
                            ? Verdict.WRONG
                            : Verdict.UNDECIDED;
        }
        if (distance > CERTAINLY_WRONG * bound && distance > format.ulp(slope)) {
            return Verdict.WRONG;
        }
        boolean tells = slope == 0 ? bound <= format.smallestNormal() : bound <= WIDEST * Math.abs(slope);
        return distance <= bound && tells ? Verdict.RIGHT : Verdict.UNDECIDED;
    }

    private static Kind kind(Component component) {
        return component.estimate().status() == Status.UNDEFINED
                ? Kind.UNDEFINED
                : Double.isFinite(component.claimed()) ? Kind.UNEXPLAINED : Kind.NOT_A_NUMBER;
    }

    private static String text(Kind kind, List<Component> components, PointResult result) {
        String names = components.stream().map(component -> component.variable().name())
                .collect(Collectors.joining(", "));
        return switch (kind) {
            case UNDEFINED -> "a number is claimed where there is no derivative"
                    + (result.why() == null ? "" : ": " + result.why());
            case NOT_A_NUMBER -> "no finite number is claimed for " + names + ", where there is a derivative";
            case UNEXPLAINED -> names + (components.size() == 1 ? " is" : " are") + " off by more than rounding does";
        };
    }
}
