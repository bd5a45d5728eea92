package org.adequal.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Convention;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Claims at kinks: any element of the generalised gradient is right, and the convention that it follows is named; what
 * differentiating by the rules can answer under no convention is wrong.
 */
record KinkJudge(Formula formula, double[] point, Claim claim, Options options) {

    /** The judgement with its components at kinks decided, together where the switches can be told apart. */
    Judgement judge(Judgement judgement) {
        int[] kinks = IntStream.range(0, judgement.components().size())
                .filter(i -> judgement.components().get(i).exact().status() == Status.KINK).toArray();
        double[] claimed = judgement.components().stream().mapToDouble(Component::claimed).toArray();
        List<Component> components = new ArrayList<>(judgement.components());
        if (IntStream.of(kinks).anyMatch(i -> !Double.isFinite(claimed[i]))) {
            for (int i : kinks) {
                Component component = components.get(i);
                // NaN says truly that there is no derivative
                components.set(i, with(component, Double.isNaN(claimed[i])
                        ? Verdict.RIGHT
                        : Double.isFinite(claimed[i])
                                ? Verdict.UNDECIDED
                                : Verdict.WRONG,
                        Evidence.ESTIMATED, null));
            }
            return new Judgement(judgement.result(), components, List.of());
        }
        Optional<GeneralisedGradient> all = GeneralisedGradient.at(
                Derivatives.first(formula).tapes().getFirst(), formula.variables(), point);
        boolean between = IntStream.of(kinks).allMatch(i -> isBetween(components.get(i)));
        Verdict hull = all.map(gradient -> gradient.contains(claimed, kinks, slack()))
                .orElse(between ? Verdict.RIGHT : Verdict.WRONG);
        List<Convention> followed = followed(claimed, kinks);
        Verdict verdict = hull == Verdict.RIGHT && formula.variables().size() == 1 && !between && followed.isEmpty()
                ? Verdict.UNDECIDED
                : hull;
        if (options.convention().isPresent() && verdict == Verdict.RIGHT) {
            verdict = followed.contains(options.convention().get()) ? Verdict.RIGHT : Verdict.WRONG;
        }
        Evidence evidence = verdict == Verdict.WRONG && hull == Verdict.WRONG && all.isPresent()
                ? Evidence.PROVEN
                : Evidence.ESTIMATED;
        String name = verdict == Verdict.RIGHT ? name(followed, components, kinks) : null;
        for (int i : kinks) {
            components.set(i, with(components.get(i), verdict, evidence, name != null ? name : why(verdict, hull)));
        }
        List<Diagnosis> named = name == null
                ? List.of()
                : List.of(new Diagnosis(Kind.CONVENTION, "there is a kink here; the claim is " + name,
                        IntStream.of(kinks).mapToObj(i -> components.get(i).label()).toList(), List.of()));
        return new Judgement(judgement.result(), components, named);
    }

    private String why(Verdict verdict, Verdict hull) {
        if (verdict == Verdict.UNDECIDED) {
            return "differentiating by the rules may answer it, and no one-sided slopes lie around it";
        }
        return hull == Verdict.WRONG
                ? "outside the generalised gradient: wrong under every convention"
                : "another convention than " + options.convention().map(Convention::wireName).orElse("");
    }

    private static Component with(Component component, Verdict verdict, Evidence evidence, @Nullable String why) {
        return new Component(component.label(), component.claimed(), component.exact(), component.enclosure(),
                component.bound(), component.ulps(), component.condition(), verdict, evidence, why);
    }

    /** What rounding may do to a slope at a kink, relative to the largest. */
    private double slack() {
        return claim.format() == Format.F64 ? 0x1p-40 : 0x1p-18;
    }

    private boolean isBetween(Component component) {
        PointResult.Sides sides = component.exact().sides();
        if (sides == null || !(sides.left().value() instanceof Double left)
                || !(sides.right().value() instanceof Double right)) {
            return true;
        }
        double slack = slack() * Math.max(Math.abs(left), Math.abs(right));
        return component.claimed() >= Math.min(left, right) - slack
                && component.claimed() <= Math.max(left, right) + slack;
    }

    private List<Convention> followed(double[] claimed, int[] kinks) {
        List<Convention> followed = new ArrayList<>();
        for (Convention convention : Convention.values()) {
            Map<Variable, Quantity> slopes = formula.following(convention, point);
            if (IntStream.of(kinks).allMatch(i -> {
                Variable variable = formula.wrt().get(i);
                Quantity slope = slopes.getOrDefault(variable, Quantity.NONE);
                return slope.exists() && isNear(claimed[i], Objects.requireNonNull(slope.value()));
            })) {
                followed.add(convention);
            }
        }
        return followed;
    }

    private boolean isNear(double claimed, double slope) {
        return Math.abs(claimed - slope) <= slack() * Math.max(Math.abs(slope), Double.MIN_NORMAL);
    }

    private String name(List<Convention> followed, List<Component> components, int[] kinks) {
        if (!followed.isEmpty()) {
            return "what " + String.join(", ", followed.stream().map(Convention::wireName).toList())
                    + (followed.size() == 1 ? " answers" : " answer");
        }
        boolean left = IntStream.of(kinks).allMatch(i -> isSide(components.get(i), true));
        boolean right = IntStream.of(kinks).allMatch(i -> isSide(components.get(i), false));
        return left
                ? "the one-sided slope from the left"
                : right ? "the one-sided slope from the right" : "between the one-sided slopes";
    }

    private boolean isSide(Component component, boolean left) {
        PointResult.Sides sides = component.exact().sides();
        return sides != null && (left ? sides.left() : sides.right()).value() instanceof Double slope
                && isNear(component.claimed(), slope);
    }
}
