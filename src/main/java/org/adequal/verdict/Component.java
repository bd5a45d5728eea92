package org.adequal.verdict;

import java.util.OptionalDouble;

import org.adequal.check.PointResult;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One component of a claim.
 *
 * @param claimed   the number claimed, NaN and infinities included
 * @param exact     the derivative in doubles and the status along the variable
 * @param enclosure proven bounds of the derivative; null where none are proven
 * @param bound     how far off a right claim may be: half the width of what is reachable; infinite where unknown
 * @param ulps      how far off the claim is, in units in the last place of the format; empty where there is none
 * @param condition the condition number of the derivative; infinite where unknown
 * @param why       in words, why it is undecided, or what it was accepted as; null where there is nothing to say
 */
public record Component(Label label, double claimed, PointResult.Partial exact, @Nullable Interval enclosure,
        double bound, OptionalDouble ulps, double condition, Verdict verdict, Evidence evidence,
        @Nullable String why) {

    /** How far off the claim is, in bounds; NaN where that means nothing. */
    public double bounds() {
        Double value = exact.slope().value();
        return value == null ? Double.NaN : Math.abs(claimed - value) / bound;
    }
}
