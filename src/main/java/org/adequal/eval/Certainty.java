package org.adequal.eval;

import java.util.function.Function;

import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Every;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Relation;
import org.adequal.expr.Truth;
import org.adequal.number.interval.Interval;

/** Whether a condition holds, as far as enclosures tell. */
public enum Certainty {
    TRUE,
    FALSE,
    UNKNOWN;

    public static Certainty of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Certainty and(Certainty other) {
        return this == FALSE || other == FALSE ? FALSE : this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    Certainty or(Certainty other) {
        return not().and(other.not()).not();
    }

    Certainty not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** What a condition comes to, of what its parts come to; a comparison is asked of the evaluator. */
    public static Certainty of(Condition condition, int[] arguments, Certainty[] truths,
            Function<Comparison, Certainty> compare) {
        Boolean decided = condition.decided();
        if (decided != null) {
            return of(decided);
        }
        return switch (condition) {
            case Comparison comparison -> compare.apply(comparison);
            case Junction junction -> junction.kind() == Junction.Kind.AND
                    ? truths[arguments[0]].and(truths[arguments[1]])
                    : truths[arguments[0]].or(truths[arguments[1]]);
            case Every _ -> throw new IllegalArgumentException("an array is decided element by element");
            case Negation _ -> truths[arguments[0]].not();
            case Truth truth -> of(truth == Truth.TRUE);
        };
    }

    /** Whether a relation holds (fails) between all members of two intervals; unknown where one is empty. */
    public static Certainty of(Relation relation, Interval left, Interval right) {
        if (left.isEmpty() || right.isEmpty()) {
            return UNKNOWN;
        }
        boolean less = left.mayBeLess(right);
        boolean equal = left.mayBeEqual(right);
        boolean greater = right.mayBeLess(left);
        boolean mayHold = less && relation.holds(-1) || equal && relation.holds(0) || greater && relation.holds(1);
        boolean mayFail = less && !relation.holds(-1) || equal && !relation.holds(0) || greater && !relation.holds(1);
        return mayHold && mayFail ? UNKNOWN : of(mayHold);
    }
}
