package org.adequal.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The kinds of mistakes that can be recognised, each with what recognises it. */
enum Detector {
    SIGN(Kind.SIGN, RatioFaults::sign, Suspicion::edgeFaults, Suspicion::textFaults),
    FACTOR(Kind.FACTOR, RatioFaults::factor, Suspicion::edgeFaults, Suspicion::textFaults),
    MISSING_MEAN(Kind.MISSING_MEAN, RatioFaults::mean, Suspicion::edgeFaults),
    PERMUTED(Kind.PERMUTED, OrderFaults::permuted),
    MISSING_TERM(Kind.MISSING_TERM, Detector::zero, Suspicion::edgeFaults, Suspicion::textFaults),
    MISSING_CHAIN_FACTOR(Kind.MISSING_CHAIN_FACTOR, Suspicion::edgeFaults, Suspicion::textFaults),
    PRECISION(Kind.PRECISION, PrecisionFaults::of),
    BRANCH(Kind.BRANCH, BranchFaults::of),
    WRONG_RULE(Kind.WRONG_RULE, Suspicion::edgeFaults, Suspicion::textFaults),
    OVERWRITTEN(Kind.OVERWRITTEN, OverwriteFaults::of),
    FINITE_DIFFERENCE(Kind.FINITE_DIFFERENCE, DifferenceFaults::of),
    REPARAMETRISED(Kind.REPARAMETRISED, RatioFaults::reparametrised),
    STALE_POINT(Kind.STALE_POINT, PointFaults::stale),
    OVERFLOW(Kind.OVERFLOW, RangeFaults::lost);

    private final Kind kind;
    private final List<Function<Suspicion, List<Explanation>>> ways;

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    Detector(Kind kind, Function<Suspicion, List<Explanation>>... ways) {
        this.kind = kind;
        this.ways = List.of(ways);
    }

    /** The faults of this kind that explain all claims. */
    List<Explanation> explain(Suspicion suspicion) {
        List<Explanation> found = new ArrayList<>();
        for (Function<Suspicion, List<Explanation>> way : ways) {
            way.apply(suspicion).stream().filter(explanation -> explanation.kind() == kind).forEach(found::add);
        }
        return found;
    }

    /** What is wrong is zero. */
    private static List<Explanation> zero(Suspicion suspicion) {
        boolean zero = suspicion.inAll(each -> each.fitsWrongOnes(new double[each.size()]));
        return zero
                ? List.of(Explanation.of(Kind.MISSING_TERM, 3.6,
                        "nothing arrives: zero is claimed where there is a derivative"))
                : List.of();
    }
}
