package org.adequal.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Condition;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;

/**
 * How far variables can move from a point without meeting a switch or leaving the domain, proven by intervals.
 *
 * @param ordinary where it holds, the rules of all parts do
 */
record SwitchFreeRadius(Condition ordinary, List<Variable> variables) {
    private static final int BITS = 64;
    /** Radii are found to a relative 2^-20: so many low bits of the double are left 0. */
    private static final int COARSE_BITS = 32;

    /**
     * A radius r such that {@code ordinary} holds at all points of which the moving coordinates are at most r off, and
     * that a slightly larger box does not show it for; 0 where it is not shown at the point itself, infinity where it
     * holds wherever these variables are.
     *
     * <p>Found by bisection over the doubles. The result is proven whichever way the search goes; that it is nearly the
     * largest one that intervals show rests on their monotony: a larger box never decides more.
     */
    double around(Collection<Variable> moving, double... point) {
        EnclosureProgram program = EnclosureProgram.of(List.of(ordinary), variables);
        if (!holds(program, moving, point, 0)) {
            return 0;
        }
        if (holds(program, moving, point, Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        long inside = 0;
        long outside = Double.doubleToLongBits(Double.POSITIVE_INFINITY) >>> COARSE_BITS;
        while (outside - inside > 1) {
            long between = (inside + outside) >>> 1;
            if (holds(program, moving, point, Double.longBitsToDouble(between << COARSE_BITS))) {
                inside = between;
            } else {
                outside = between;
            }
        }
        return Double.longBitsToDouble(inside << COARSE_BITS);
    }

    private boolean holds(EnclosureProgram program, Collection<Variable> moving, double[] point, double radius) {
        List<Interval> box = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            box.add(moving.contains(variables.get(i)) ? around(point[i], radius) : Interval.of(point[i] + 0.0));
        }
        return program.over(box, BITS).of(ordinary) == Certainty.TRUE;
    }

    /** The exact interval, whose ends need not be doubles. */
    private static Interval around(double middle, double radius) {
        if (Double.isInfinite(radius)) {
            return Interval.ENTIRE;
        }
        Dyadic m = Dyadic.of(middle + 0.0);
        Dyadic r = Dyadic.of(radius);
        return Interval.of(m.minus(r), m.plus(r));
    }
}
