package org.adequal.check;

import java.util.ArrayList;
import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Logic;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;

/**
 * Encloses expressions at a point between bounds that are proven, with as much precision as it takes.
 *
 * @param smooth whether it is proven that the formula has a value and all derivatives at the point
 * @param valued whether it is proven that the formula has the value at the point that the intervals enclose
 * @param intervals an enclosure of each expression asked for
 */
record Certificate(Certainty smooth, Certainty valued, List<Interval> intervals) {
    private static final int FIRST_BITS = 96;
    private static final int MOST_BITS = 6144;

    /**
     * Encloses the expressions (the formula or derivatives of it) at the point that the doubles are.
     *
     * <p>The precision is doubled until every enclosure is at most two doubles wide, or it is proven that the formula has
     * no value, or the limit is reached.
     */
    static Certificate of(Analysis analysis, List<Expr> expressions, List<Variable> variables, double[] point) {
        List<Node> outputs = new ArrayList<>(expressions);
        // where a derivative operator is not decided, the text has a value that need not be the formula's
        Condition valued = Logic.and(analysis.defined(), analysis.certain());
        outputs.add(analysis.defined());
        outputs.add(valued);
        outputs.add(analysis.ordinary());
        EnclosureProgram program = EnclosureProgram.of(outputs, variables);
        for (int bits = FIRST_BITS;; bits *= 2) {
            EnclosureProgram.Enclosures found = program.at(point, bits);
            List<Interval> intervals = expressions.stream().map(found::of).toList();
            Certainty defined = found.of(analysis.defined());
            Certainty smooth = found.of(analysis.ordinary());
            boolean tight = intervals.stream().allMatch(Certificate::isTight);
            if (2 * bits > MOST_BITS || defined == Certainty.FALSE
                    || smooth == Certainty.FALSE && defined == Certainty.TRUE
                    || tight && smooth == Certainty.TRUE) {
                return new Certificate(smooth, found.of(valued), intervals);
            }
        }
    }

    /** At most two neighbouring doubles wide; an interval beyond all doubles is tight too. */
    private static boolean isTight(Interval interval) {
        return !interval.isEmpty() && (isBeyondDoubles(interval)
                || interval.isBounded() && interval.doubleHigh() <= Math.nextUp(Math.nextUp(interval.doubleLow())));
    }

    private static boolean isBeyondDoubles(Interval interval) {
        return interval.doubleLow() == Double.MAX_VALUE && interval.lo().doubleValue() > Double.MAX_VALUE
                || interval.doubleHigh() == -Double.MAX_VALUE && interval.hi().doubleValue() < -Double.MAX_VALUE;
    }

    /** A double nearest to a member; none where the interval is too wide to name one. */
    static Quantity nearest(Interval interval) {
        if (!isTight(interval)) {
            return Quantity.NONE;
        }
        return Quantity.of(isBeyondDoubles(interval)
                ? interval.lo().signum() * Double.POSITIVE_INFINITY
                : interval.middle(128).doubleValue());
    }
}
