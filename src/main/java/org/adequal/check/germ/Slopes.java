package org.adequal.check.germ;

import java.util.List;
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
 * What an expression is on both sides of a point along a variable, at one precision and order.
 *
 * @param here     the pass at the point, where the expression has a value
 * @param lastStep whether what stays hidden is to be called so, since nothing more will be tried
 */
record Slopes(Pass here, Expansions expansions, boolean lastStep) {
    private static final int GOOD_BITS = 75;
    private static final int POOR_BITS = 40;
    /** From here on the nearest double is an infinity. */
    private static final Dyadic OVERFLOW = Dyadic.of(Double.MAX_VALUE).scale(1);
    /** Half the smallest double: what is below rounds to 0, whatever it is. */
    private static final Dyadic UNDERFLOW = Dyadic.of(Double.MIN_VALUE).scale(-1);

    /** @param slope the derivative, where there is one */
    record Result(Finding finding, @Nullable Coefficient slope) {}

    Result along(Expr root, Variable axis) {
        if (!(here.of(root) instanceof Germ atPoint)) {
            throw new IllegalStateException("asked along a variable where there is no value");
        }
        Coefficient value = Functions.constant(atPoint);
        Set<Node> moving = Graph.dependents(Graph.nodes(root), List.of(axis));
        if (!moving.contains(root)) {
            Side flat = new Side.Slope(0);
            return new Result(new Finding(flat, flat, true, true), Coefficient.ZERO);
        }
        Found right = side(root, axis, moving, value, 1);
        if (right.analytic && right.slope != null) {
            return new Result(new Finding(right.side, right.side, true, isProven()), right.slope);
        }
        Found left = side(root, axis, moving, value, -1);
        boolean smooth = left.slope != null && right.slope != null
                && field().compare(left.slope, right.slope) == 0;
        return new Result(new Finding(smooth ? right.side : left.side, right.side, smooth, isProven()),
                smooth ? right.slope : null);
    }

    private Field field() {
        return expansions.field();
    }

    private boolean isProven() {
        return !field().assumed();
    }

    record Found(Side side, @Nullable Coefficient slope, boolean analytic) {
        Found(Side side) {
            this(side, null, false);
        }
    }

    private Found side(Expr root, Variable axis, Set<Node> moving, Coefficient value, int sign) {
        return beside(root, Pass.beside(here, expansions, axis, sign, moving, lastStep), value, sign);
    }

    /** What the expression is on a curve that leaves the point. */
    Found beside(Expr root, Pass curve, Coefficient value, int sign) {
        try {
            return switch (curve.of(root)) {
                case Germ germ -> read(germ, value, sign);
                case Outcome.Nowhere(String why) -> new Found(new Side.Absent(why));
                case Outcome.Holds _ -> throw new IllegalStateException("a condition is no value");
            };
        } catch (Undecided undecided) {
            if (undecided.remedy() == Undecided.Remedy.NONE
                    || (lastStep && undecided.remedy() == Undecided.Remedy.ORDER)) {
                return new Found(new Side.Hidden(undecided.reason()));
            }
            throw undecided;
        }
    }

    /** The side that a germ shows: what its change from the value at the point starts with. */
    private Found read(Germ germ, Coefficient value, int sign) {
        Germ change = change(germ, value);
        Coefficient slope = Coefficient.ZERO;
        for (Term term : change.terms()) {
            int order = expansions.compare(term.monomial(), Monomial.T);
            if (order == 0) {
                slope = term.coefficient();
            } else if (order < 0) {
                boolean jumps = expansions.compare(term.monomial(), Monomial.ONE) <= 0;
                int direction = jumps && germ.continuous() ? 0 : field().sign(term.coefficient());
                if (direction != 0) {
                    return new Found(jumps ? new Side.Jump() : new Side.Infinite(direction * sign));
                }
            }
        }
        if (change.remainder() instanceof Remainder.Order(Monomial m) && expansions.compare(m, Monomial.T) <= 0) {
            return rest(m, change.wave());
        }
        slope = sign < 0 ? field().negate(slope) : slope;
        return new Found(new Side.Slope(nearestDouble(field(), slope, lastStep)), slope, germ.analytic());
    }

    private Germ change(Germ germ, Coefficient value) {
        if (germ.exponent().isEmpty()) {
            return germ.continuous() ? germ : expansions.minus(germ, Germ.constant(value));
        }
        return expansions.infinity(germ) != 0
                ? Germ.of(Coefficient.ONE, Monomial.of(Coefficient.MINUS_ONE)).flagged(false, false)
                : expansions.minus(expansions.bounded(Remainder.Small.FLAT, Wave.NONE), Germ.constant(value));
    }

    private Found rest(Monomial m, Wave wave) {
        return switch (wave) {
            case SHARP -> new Found(
                    expansions.compare(m, Monomial.ONE) <= 0 ? new Side.Jump() : new Side.Oscillating());
            case VAGUE -> throw Undecided.never("it oscillates near the point, or seems to");
            case NONE -> throw Undecided.order();
        };
    }

    /** The double nearest to a number; asks for more bits where the enclosure is wide. */
    static double nearestDouble(Field field, Coefficient c, boolean lastStep) {
        if (c instanceof Coefficient.Exact(Rational value)) {
            return value.doubleValue();
        }
        Interval interval = field.interval(c);
        if (interval.magnitude().compareTo(UNDERFLOW) < 0) {
            return 0;
        }
        if (interval.mayBeZero()) {
            return field.sign(c) == 0 ? 0 : interval.middle(GOOD_BITS).doubleValue();
        }
        Dyadic size = interval.mignitude();
        if (size.compareTo(OVERFLOW) >= 0) {
            return interval.certainlyPositive() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        int wanted = lastStep ? POOR_BITS : GOOD_BITS;
        if (!interval.isBounded() || interval.width().compareTo(size.scale(-wanted)) > 0) {
            throw Undecided.precision(0);
        }
        return interval.middle(128).doubleValue();
    }
}
