package org.adequal.check.germ;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.check.germ.Germ.Wave;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A scalar without derivative operators at an exact point: whether it has a value there, and what it is along each
 * variable, decided from one-sided expansions.
 */
public final class GermAnalysis {
    private static final List<Step> SCHEDULE = List.of(new Step(128, 3, false), new Step(128, 7, false),
            new Step(400, 14, false), new Step(1600, 14, true));
    private static final int MOST_BITS = 40_000;
    private static final int GOOD_BITS = 75;

    private record Step(int bits, int order, boolean last) {}

    private final Expr root;
    private final Map<Variable, Rational> point;
    private final List<Node> order;
    private final Map<Integer, AtPoint> passes = new HashMap<>();

    private record AtPoint(Field field, Pass pass) {}

    private GermAnalysis(Expr root, Map<Variable, Rational> point) {
        this.root = root;
        this.point = point;
        order = Graph.nodes(root);
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
                    case Germ germ -> new Decided(nearestDouble(here.field, constant(germ), step),
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
        Set<Node> moving = Graph.dependents(order, List.of(axis));
        if (!moving.contains(root)) {
            return new Finding(new Side.Slope(0), new Side.Slope(0), true, true);
        }
        try {
            return escalated(step -> along(axis, moving, step));
        } catch (Undecided undecided) {
            Side hidden = new Side.Hidden(undecided.reason());
            return new Finding(hidden, hidden, false, true);
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
        return passes.computeIfAbsent(step.bits, bits -> {
            Field field = new Field(bits, step.last);
            Map<Variable, Germ> environment = new HashMap<>();
            point.forEach((variable, value) -> environment.put(variable, Germ.constant(Coefficient.of(value))));
            return new AtPoint(field, Pass.over(new Expansions(field, step.order), environment, step.last));
        });
    }

    private Finding along(Variable axis, Set<Node> moving, Step step) {
        AtPoint here = at(step);
        if (!(here.pass.of(root) instanceof Germ value)) {
            throw new IllegalStateException("asked along a variable where there is no value");
        }
        Walk walk = new Walk(axis, moving, step, here, constant(value));
        Found right = walk.side(1);
        if (right.analytic && right.slope != null) {
            Side side = right.side;
            return new Finding(side, side, true, !here.field.assumed());
        }
        Found left = walk.side(-1);
        boolean smooth = left.slope != null && right.slope != null
                && here.field.compare(left.slope, right.slope) == 0;
        return new Finding(smooth ? right.side : left.side, right.side, smooth, !here.field.assumed());
    }

    private record Found(Side side, @Nullable Coefficient slope, boolean analytic) {
        Found(Side side) {
            this(side, null, false);
        }
    }

    /** Both sides along one variable at one precision and order. */
    private final class Walk {
        private final Variable axis;
        private final Set<Node> moving;
        private final Step step;
        private final AtPoint here;
        private final Coefficient value;
        private final Expansions expansions;

        Walk(Variable axis, Set<Node> moving, Step step, AtPoint here, Coefficient value) {
            this.axis = axis;
            this.moving = moving;
            this.step = step;
            this.here = here;
            this.value = value;
            expansions = new Expansions(here.field, step.order);
        }

        Found side(int sign) {
            try {
                Map<Variable, Germ> environment = new HashMap<>();
                Rational start = point.getOrDefault(axis, Rational.ZERO);
                environment.put(axis, expansions.plus(Germ.constant(Coefficient.of(start)),
                        Germ.of(Coefficient.of(sign), Monomial.T)));
                return switch (Pass.beside(here.pass, expansions, environment, moving, step.last).of(root)) {
                    case Germ germ -> read(germ, sign);
                    case Outcome.Nowhere(String why) -> new Found(new Side.Absent(why));
                    case Outcome.Holds _ -> throw new IllegalStateException("a condition is no value");
                };
            } catch (Undecided undecided) {
                if (undecided.remedy() == Undecided.Remedy.NONE
                        || step.last && undecided.remedy() == Undecided.Remedy.ORDER) {
                    return new Found(new Side.Hidden(undecided.reason()));
                }
                throw undecided;
            }
        }

        /** The side that a germ shows: what its change from the value at the point starts with. */
        private Found read(Germ germ, int sign) {
            Germ change = change(germ);
            Coefficient slope = Coefficient.ZERO;
            for (Term term : change.terms()) {
                int order = expansions.compare(term.monomial(), Monomial.T);
                if (order == 0) {
                    slope = term.coefficient();
                } else if (order < 0) {
                    boolean jumps = expansions.compare(term.monomial(), Monomial.ONE) <= 0;
                    int direction = jumps && germ.continuous() ? 0 : here.field.sign(term.coefficient());
                    if (direction != 0) {
                        return new Found(jumps ? new Side.Jump() : new Side.Infinite(direction * sign));
                    }
                }
            }
            if (change.remainder() instanceof Remainder.Order(Monomial m)
                    && expansions.compare(m, Monomial.T) <= 0) {
                return rest(m, change.wave());
            }
            slope = sign < 0 ? here.field.negate(slope) : slope;
            return new Found(new Side.Slope(nearestDouble(here.field, slope, step)), slope, germ.analytic());
        }

        private Germ change(Germ germ) {
            if (!germ.exponent().isEmpty()) {
                boolean grows = expansions.infinity(germ) != 0;
                Germ flat = expansions.bounded(grows ? Remainder.Small.NONE : Remainder.Small.FLAT, Wave.NONE);
                return grows
                        ? Germ.of(Coefficient.ONE, Monomial.of(Coefficient.MINUS_ONE))
                        : expansions.minus(flat, Germ.constant(value));
            }
            return germ.continuous() ? germ : expansions.minus(germ, Germ.constant(value));
        }

        private Found rest(Monomial m, Wave wave) {
            return switch (wave) {
                case SHARP -> new Found(
                        expansions.compare(m, Monomial.ONE) <= 0 ? new Side.Jump() : new Side.Oscillating());
                case VAGUE -> throw Undecided.never("it oscillates near the point, or seems to");
                case NONE -> throw Undecided.order();
            };
        }
    }

    private static Coefficient constant(Germ germ) {
        return germ.terms().isEmpty() ? Coefficient.ZERO : germ.terms().getFirst().coefficient();
    }

    /** The double nearest to a number; asks for more bits where the enclosure is wide. */
    private static double nearestDouble(Field field, Coefficient c, Step step) {
        if (c instanceof Coefficient.Exact(Rational value)) {
            return value.doubleValue();
        }
        Interval interval = field.interval(c);
        if (interval.mayBeZero()) {
            return field.sign(c) == 0 ? 0 : interval.middle(GOOD_BITS).doubleValue();
        }
        Dyadic size = interval.mignitude();
        boolean good = interval.isBounded() && interval.width().compareTo(size.scale(-GOOD_BITS)) <= 0;
        if (!good && !(step.last && interval.isBounded()
                && interval.width().compareTo(size.scale(-40)) <= 0)) {
            if (interval.isBounded() || size.compareTo(Dyadic.HUGE) < 0) {
                throw Undecided.precision(0);
            }
            return interval.certainlyPositive() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return interval.middle(128).doubleValue();
    }
}
