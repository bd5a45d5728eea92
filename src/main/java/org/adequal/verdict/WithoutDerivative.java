package org.adequal.verdict;

import java.util.OptionalDouble;

import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.number.interval.Interval;

/**
 * A claim about a derivative that does not exist along its variable. NaN says so, and is right; so is the infinity of an
 * infinite slope, and a one-sided slope at the edge of a domain. Any other number is wrong. Kinks are judged together
 * afterwards.
 */
record WithoutDerivative(Label label, double claimed, PointResult.Partial partial, Options options) {
    /** How far off a one-sided slope may be, in units in the last place: these come from expansions, not from sets. */
    private static final double ULPS = 64;

    Component judge(boolean proven) {
        Verdict verdict = switch (partial.status()) {
            case UNDEFINED -> Double.isFinite(claimed)
                    ? Verdict.WRONG
                    : Double.isNaN(claimed)
                            ? Verdict.RIGHT
                            : Verdict.UNDECIDED;
            case JUMP, OSCILLATING -> Double.isFinite(claimed) ? Verdict.WRONG : Verdict.RIGHT;
            case INFINITE, EDGE -> besideInfinity();
            case KINK, UNKNOWN, SMOOTH -> Verdict.UNDECIDED;
        };
        String why = partial.status() == Status.UNKNOWN
                ? "it could not be decided whether there is a derivative"
                : null;
        return new Component(label, claimed, partial, null, Double.POSITIVE_INFINITY, OptionalDouble.empty(),
                Double.POSITIVE_INFINITY, verdict, proven ? Evidence.PROVEN : Evidence.ESTIMATED, why);
    }

    private Verdict besideInfinity() {
        if (Double.isNaN(claimed)) {
            return Verdict.RIGHT;
        }
        PointResult.Sides sides = partial.sides();
        if (sides == null) {
            return Verdict.UNDECIDED;
        }
        if (is(sides.left()) || is(sides.right())) {
            return Verdict.RIGHT;
        }
        return Double.isInfinite(claimed) && !sides.left().overflows() && !sides.right().overflows()
                ? Verdict.UNDECIDED
                : Verdict.WRONG;
    }

    private boolean is(Quantity slope) {
        if (!(slope.value() instanceof Double value)) {
            return false;
        }
        return value.isInfinite() || Double.isInfinite(claimed)
                ? value == claimed
                : Interval.of(value - ULPS * Math.ulp(value), value + ULPS * Math.ulp(value)).contains(claimed);
    }
}
