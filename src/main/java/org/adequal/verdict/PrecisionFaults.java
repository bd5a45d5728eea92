package org.adequal.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.adequal.check.Format;
import org.adequal.number.interval.Interval;

/** Numbers computed with less precision than is claimed. */
final class PrecisionFaults {
    private static final int HALF_BITS = 11;
    private static final int BRAIN_BITS = 8;

    private PrecisionFaults() {}

    static List<Explanation> of(Suspicion suspicion) {
        if (suspicion.tape() == null) {
            return List.of();
        }
        List<Explanation> found = new ArrayList<>();
        boolean isDouble = suspicion.cases().getFirst().format() == Format.F64;
        if (isDouble && suspicion.inAll(PrecisionFaults::isSingle)
                && suspicion.inAll(each -> isNear(suspicion, each))) {
            found.add(Explanation.of(Kind.PRECISION, 1,
                    "computed in single precision: wrong as doubles, right as single-precision numbers"));
        }
        if (isDouble && suspicion.inAll(each -> each.fits(PointFaults.gradient(suspicion.formula(),
                Arrays.stream(each.point()).map(x -> (float) x).toArray())))) {
            found.add(Explanation.of(Kind.PRECISION, 1.6,
                    "the coordinates were rounded to single precision, and the rest computed in double"));
        }
        if (found.isEmpty()) {
            for (int bits : new int[]{HALF_BITS, BRAIN_BITS}) {
                if (suspicion.inAll(each -> hasBits(each, bits))) {
                    found.add(Explanation.of(Kind.PRECISION, areSeveral(suspicion) ? 3 : 5.5,
                            "computed in a format of " + bits + " bits"));
                    break;
                }
            }
        }
        if (found.isEmpty() && isDouble && suspicion.inAll(each -> isReachable(suspicion, each))) {
            found.add(Explanation.of(Kind.PRECISION, 8.5, "as far off as single precision on the way would put it"));
        }
        return found;
    }

    /** Several numbers with so few digits are no chance. */
    private static boolean areSeveral(Suspicion suspicion) {
        return suspicion.wrongOnes() > 1;
    }

    private static boolean isSingle(Case each) {
        return Arrays.stream(each.claim()).allMatch(number -> (float) number == number);
    }

    /** Near enough for single precision: every wrong component within the widened set of what that reaches. */
    private static boolean isNear(Suspicion suspicion, Case each) {
        ReachableSets sets = sets(suspicion, each);
        for (int i = 0; i < each.size(); i++) {
            double claimed = each.claim()[i];
            Decision decision = new Decision(Format.F32, Interval.of(each.truth()[i]));
            if (each.isWrong()[i] && decision.reachable(claimed, sets.all(i)) == Verdict.WRONG) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReachable(Suspicion suspicion, Case each) {
        ReachableSets sets = sets(suspicion, each);
        for (int i = 0; i < each.size(); i++) {
            double claimed = each.claim()[i];
            Interval set = sets.first(i);
            if (each.isWrong()[i] && !(set.isBounded() && set.contains(claimed))) {
                return false;
            }
        }
        return true;
    }

    private static ReachableSets sets(Suspicion suspicion, Case each) {
        Derivatives derivatives = Derivatives.first(suspicion.formula());
        return new ReachableSets(Format.F32, suspicion.formula().variables(), each.point(),
                derivatives.tapes().getFirst(), derivatives.written().getFirst());
    }

    /** Numbers of so few bits, not far off for that. */
    private static boolean hasBits(Case each, int bits) {
        for (int i = 0; i < each.size(); i++) {
            double claimed = each.claim()[i];
            double scaled = claimed == 0 ? 0 : Math.scalb(claimed, bits - 1 - Math.getExponent(claimed));
            if (scaled != Math.rint(scaled)
                    || Math.abs(each.residual(i)) > 4 * Math.scalb(Math.abs(each.truth()[i]), -bits)) {
                return false;
            }
        }
        return true;
    }
}
