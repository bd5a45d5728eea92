package org.adequal.simplify;

import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;

/** Whether two expressions have the same value at a point, told by enclosures: rounding is no excuse. */
final class Enclosed {
    private static final int[] BITS = {80, 300, 1200};

    /** What is known of the other expression at a point at which the first one has a value. */
    enum Verdict {
        /** Both have the value, as far as 1200 bits tell. */
        SAME,
        /** The other one has another value, for sure. */
        DIFFERENT,
        /** The other one has no value, for sure. */
        UNDEFINED,
        /** The first one has no value, or enclosures do not tell. */
        UNKNOWN
    }

    private Enclosed() {}

    static Verdict compare(Expr written, Condition where, Expr other, List<Variable> variables, double... point) {
        Condition hasValue = Analysis.of(other, List.of()).defined();
        EnclosureProgram program = EnclosureProgram.of(List.of(written, where, other, hasValue), variables);
        Verdict verdict = Verdict.UNKNOWN;
        for (int bits : BITS) {
            EnclosureProgram.Enclosures at = program.at(point, bits);
            if (at.of(where) != Certainty.TRUE) {
                continue;
            }
            if (at.of(hasValue) == Certainty.FALSE) {
                return Verdict.UNDEFINED;
            }
            Interval left = at.of(written);
            Interval right = at.of(other);
            if (left.isEmpty()) {
                continue;
            }
            if (right.isEmpty()) {
                return Verdict.UNDEFINED;
            }
            if (!left.mayBeEqual(right)) {
                return Verdict.DIFFERENT;
            }
            if (at.of(hasValue) == Certainty.TRUE) {
                verdict = Verdict.SAME;
                break;
            }
        }
        return verdict;
    }
}
