package org.adequal.check.germ;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A scalar at an exact point: whether it has a value there, and what it is along each
 * variable, decided from one-sided expansions.
 */
public final class GermAnalysis {
    private static final List<Step> SCHEDULE = List.of(new Step(128, 3, false), new Step(128, 7, false),
            new Step(400, 14, false), new Step(1600, 14, true));
    private static final int MOST_BITS = 40_000;
    private static final Step PROOF = new Step(192, 7, true);
    private static final int MOST_AXES = 8;
    private static final int MOST_NODES = 400;

    private record Step(int bits, int order, boolean last) {}

    private final Expr root;
    private final Map<Variable, Rational> point;
    private final Map<Step, AtPoint> passes = new HashMap<>();

    private record AtPoint(Field field, Pass pass) {}

    private GermAnalysis(Expr root, Map<Variable, Rational> point) {
        this.root = root;
        this.point = point;
    }

    /** The point has a coordinate for each variable of the expression. */
    public static GermAnalysis of(Expr root, Map<Variable, Rational> point) {
        return new GermAnalysis(root, Map.copyOf(point));
    }

    /** What the expression is at the point itself. */
    public sealed interface Value {}

    /** A value, and the double nearest to it (an infinity where it is too large for a double). */
    public record Decided(double value, boolean proven) implements Value {}

    /** No value, because of this. */
    public record Undefined(String why) implements Value {}

    /** It could not be decided whether there is a value. */
    public record Hidden(String why) implements Value {}

    /** The value at the point. */
    public Value value() {
        try {
            return escalated(step -> {
                AtPoint here = at(step);
                return switch (here.pass.of(root)) {
                    case Germ germ -> new Decided(Slopes.nearestDouble(here.field, Functions.constant(germ), step.last),
                            !here.field.assumed());
                    case Outcome.Nowhere(String why) -> new Undefined(why);
                    case Outcome.Holds _ -> throw new IllegalStateException("a condition is no value");
                };
            });
        } catch (Undecided undecided) {
            return new Hidden(undecided.reason());
        }
    }

    /** What the function of this variable alone is at the point, where the expression has a value. */
    public Finding along(Variable axis) {
        try {
            return escalated(step -> along(axis, step));
        } catch (Undecided undecided) {
            Side hidden = new Side.Hidden(undecided.reason());
            return new Finding(hidden, hidden, false, true);
        }
    }

    /**
     * Whether the expression, as a function of these variables together, is differentiable at the point, where it has a
     * value; null if neither is proven.
     */
    public @Nullable Boolean isDifferentiable(List<Variable> axes) {
        if (axes.size() > MOST_AXES || Graph.nodes(root).size() > MOST_NODES) {
            return null;
        }
        Map<Variable, Germ> environment = new HashMap<>();
        point.forEach((variable, value) -> environment.put(variable, Germ.constant(Coefficient.of(value))));
        Expansions expansions = new Expansions(new Field(PROOF.bits, true), PROOF.order);
        if (new Neighbourhood(expansions, environment, axes).gradient(root) != null) {
            return true;
        }
        try {
            return escalated(step -> {
                AtPoint here = at(step);
                Curves curves = new Curves(here.pass, new Expansions(here.field, step.order), step.last);
                return curves.showNoDerivative(root, axes) && !here.field.assumed();
            }) ? false : null;
        } catch (Undecided undecided) {
            return null;
        }
    }

    private interface Attempt<R> {
        R at(Step step);
    }

    /** The first answer along the schedule; at last with as many bits as are asked for, up to a limit. */
    private <R> R escalated(Attempt<R> attempt) {
        Undecided last = Undecided.order();
        for (Step step : SCHEDULE) {
            try {
                return attempt.at(step);
            } catch (Undecided undecided) {
                last = undecided;
                if (undecided.remedy() == Undecided.Remedy.NONE) {
                    throw undecided;
                }
            }
        }
        while (last.remedy() == Undecided.Remedy.PRECISION && last.bits() > 0 && last.bits() <= MOST_BITS) {
            int bits = last.bits();
            try {
                return attempt.at(new Step(bits, SCHEDULE.getLast().order, true));
            } catch (Undecided undecided) {
                last = undecided;
                if (undecided.bits() <= bits) {
                    throw undecided;
                }
            }
        }
        throw last;
    }

    private AtPoint at(Step step) {
        return passes.computeIfAbsent(step, _ -> {
            Field field = new Field(step.bits, step.last);
            Map<Variable, Germ> environment = new HashMap<>();
            point.forEach((variable, value) -> environment.put(variable, Germ.constant(Coefficient.of(value))));
            return new AtPoint(field, Pass.over(new Expansions(field, step.order), environment, step.last));
        });
    }

    private Finding along(Variable axis, Step step) {
        AtPoint here = at(step);
        return new Slopes(here.pass, new Expansions(here.field, step.order), step.last).along(root, axis).finding();
    }
}
