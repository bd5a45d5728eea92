package org.adequal.verdict;

import java.util.List;

import org.adequal.check.Format;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;

/**
 * Whether a number is right for a derivative that an interval encloses: every comparison exact, and certain for all
 * members of the interval.
 */
final class Decision {
    private static final double CERTAINLY_WRONG = 16;
    /** A set wider than this, relative to the derivative, admits too much for membership to prove anything. */
    private static final double WIDEST = 1e-3;
    /** How near to the end of a format a derivative may be for an infinity to be a rounding error. */
    private static final double NEAR_THE_END = 1 - 0x1p-10;
    /** An honest implementation is hardly off by more, where nothing else is known. */
    private static final double FEW_ULPS = 64;
    private static final double MANY_ULPS = 0x1p20;
    private static final Arithmetic FINE = Arithmetic.of(128);

    private final Format format;
    private final Interval truth;

    /** What can be said of claims in this format about a derivative in this interval. */
    Decision(Format format, Interval truth) {
        this.format = format;
        this.truth = truth;
    }

    /** Right where the claim is off by at most the tolerance times the larger of |derivative| and the smallest normal. */
    Verdict relative(double claimed, double tolerance) {
        if (!Double.isFinite(claimed)) {
            return beyond(claimed);
        }
        Interval distance = distance(claimed);
        Interval size = FINE.abs(truth);
        Interval scale = FINE.max(size, Interval.of(format.smallestNormal()));
        Interval allowed = FINE.times(Interval.of(tolerance), scale);
        return decide(distance, allowed);
    }

    /** Right where the claim is off by at most so many units in the last place. */
    Verdict ulps(double claimed, double most) {
        if (!Double.isFinite(claimed)) {
            return beyond(claimed);
        }
        Interval unit = Interval.of(Math.min(format.ulp(low()), format.ulp(high())),
                Math.max(format.ulp(low()), format.ulp(high())));
        return decide(distance(claimed), FINE.times(Interval.of(most), unit));
    }

    /** Right where the claim is the number of the format nearest to the derivative; of two as near, either. */
    Verdict rounded(double claimed) {
        if (Double.isNaN(claimed)) {
            return Verdict.WRONG;
        }
        double below = nearest(truth.lo());
        double above = nearest(truth.hi());
        if (claimed == below && claimed == above) {
            return Verdict.RIGHT;
        }
        return claimed < below || claimed > above ? Verdict.WRONG : Verdict.UNDECIDED;
    }

    /** Right where the derivative of some point that rounds to the same inputs is as near as a rounding. */
    Verdict within(double claimed, Interval overInputs) {
        if (!Double.isFinite(claimed)) {
            return beyond(claimed);
        }
        Interval rounded = Rounding.of(format).rounded(overInputs, 1);
        return rounded.contains(claimed) ? isTelling(rounded) ? Verdict.RIGHT : Verdict.UNDECIDED : Verdict.WRONG;
    }

    /** Right where a set of reachable numbers that is narrow has the claim; wrong where it is far from all sets. */
    Verdict reachable(double claimed, List<Interval> sets) {
        if (!Double.isFinite(claimed)) {
            return beyond(claimed);
        }
        if (rounded(claimed) == Verdict.RIGHT) {
            return Verdict.RIGHT;
        }
        boolean far = distance(claimed).lo().compareTo(Dyadic.of(Math.max(format.ulp(low()), format.ulp(high())))) > 0;
        for (Interval set : sets) {
            if (set.contains(claimed) && isTelling(set)) {
                return Verdict.RIGHT;
            }
            far &= isFar(claimed, set);
        }
        return far ? Verdict.WRONG : Verdict.UNDECIDED;
    }

    /** Right or wrong where no set of reachable numbers is known, by how many units in the last place it is off. */
    Verdict near(double claimed) {
        Verdict close = ulps(claimed, FEW_ULPS);
        return close == Verdict.WRONG && ulps(claimed, MANY_ULPS) != Verdict.WRONG ? Verdict.UNDECIDED : close;
    }

    /** Whether a set of reachable numbers is narrow enough for membership to mean something. */
    boolean isTelling(Interval set) {
        if (!set.isBounded() || set.isEmpty()) {
            return false;
        }
        Interval radius = Interval.of(set.width().scale(-1));
        Dyadic allowed = truth.certainlyZero()
                ? Dyadic.of(format.smallestNormal())
                : FINE.times(Interval.of(WIDEST), Interval.of(truth.mignitude())).lo();
        return radius.lo().compareTo(allowed) <= 0;
    }

    private static boolean isFar(double claimed, Interval set) {
        if (!set.isBounded() || set.isEmpty()) {
            return false;
        }
        Interval radius = Interval.of(set.width().scale(-1));
        Interval off = FINE.abs(FINE.minus(Interval.of(claimed), Interval.of(set.middle(128))));
        return off.lo().compareTo(FINE.times(Interval.of(CERTAINLY_WRONG), radius).hi()) > 0;
    }

    /** NaN is nobody's derivative; an infinity is right where the derivative is too large for the format. */
    private Verdict beyond(double claimed) {
        if (Double.isNaN(claimed)) {
            return Verdict.WRONG;
        }
        Interval upwards = claimed > 0 ? truth : truth.negate();
        if (Double.isInfinite(nearest(upwards.lo())) && upwards.certainlyPositive()) {
            return Verdict.RIGHT;
        }
        return upwards.hi().compareTo(Dyadic.of(format.largest() * NEAR_THE_END)) > 0
                ? Verdict.UNDECIDED
                : Verdict.WRONG;
    }

    private Interval distance(double claimed) {
        return FINE.abs(FINE.minus(Interval.of(claimed), truth));
    }

    private static Verdict decide(Interval distance, Interval allowed) {
        return distance.hi().compareTo(allowed.lo()) <= 0
                ? Verdict.RIGHT
                : distance.lo().compareTo(allowed.hi()) > 0 ? Verdict.WRONG : Verdict.UNDECIDED;
    }

    private double low() {
        return truth.lo().doubleValue();
    }

    private double high() {
        return truth.hi().doubleValue();
    }

    /** The number of the format nearest to an end; rounded once. */
    private double nearest(Dyadic end) {
        return format.nearest(end);
    }
}
