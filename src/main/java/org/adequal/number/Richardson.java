package org.adequal.number;

import java.util.Locale;

/**
 * Richardson extrapolation of central differences with halved steps, above the floor of noise: the standard scheme.
 *
 * <p>The steps fall from about max(1, |x|)/7. Every entry of the tableau is judged by e = the larger of its two
 * differences in the tableau + propagated noise, and the entry of least e is the answer. So no step need be chosen,
 * and rounding is never mistaken for agreement. Near an edge of the domain the same is done from one side. First and
 * second derivatives.
 *
 * <p>Agreement alone would be deceived by a function whose features all lie between the samples, and by a kink at x,
 * where f(x + h) - f(x - h) is smooth. So the part of the other parity in the same samples has to converge as that of
 * a smooth function does: the mean of f(x + h) and f(x - h) to f(x). And one more difference, with a step that is
 * none of the halved ones, has to fit.
 *
 * @see Ridders the rule without the floor
 */
public record Richardson() implements DifferenceScheme {

    /** Not dyadic, so that steps are no multiples of the period of sin(2^n pi x); few bits, so that x + h is exact. */
    private static final double FIRST_STEP = 0x1.2cp-3;

    /** A fraction of a step that lies on no ladder of halved steps. */
    private static final double UNRELATED = 0x1.7p-1;

    private static final int STEPS = 64;

    @Override
    public String name() {
        return "Richardson";
    }

    @Override
    public Estimate derivative(NoisyFunction f, double x, int order) {
        Probe.requireFinite(x);
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("first and second derivatives only, not order " + order);
        }
        Probe probe = new Probe(f);
        if (!probe.at(x).isDefined()) {
            return Estimate.outside(x, probe.evaluations());
        }
        Search search = new Search(probe, x, order, Math.max(1, Math.abs(x)));
        if (!search.best.settled() && x != 0) {
            // the scale of f may be that of x, however small
            Search finer = new Search(probe, x, order, Math.abs(x));
            search = finer.best.settled() ? finer : search;
        }
        return search.answer();
    }

    /** The first step for a function that varies over this distance. */
    static double firstStep(double scale) {
        return FIRST_STEP * Doubles.powerOfTwoBelow(scale);
    }

    /** The best of both sides and, where steps met an edge of the domain, of the side within. */
    private static final class Search {

        private final Probe probe;
        private final double x;
        private final int order;
        private final double scale;
        private boolean nearRight;
        private boolean nearLeft;
        private Side side = Side.BOTH;
        private Ladder.Entry best;

        Search(Probe probe, double x, int order, double scale) {
            this.probe = probe;
            this.x = x;
            this.order = order;
            this.scale = scale;
            best = extrapolate(Side.BOTH);
            if (nearRight != nearLeft) {
                Side within = nearRight ? Side.LEFT : Side.RIGHT;
                Ladder.Entry single = extrapolate(within);
                if (single.settled() && (!best.settled() || single.error() < best.error())) {
                    best = single;
                    side = within;
                }
            }
        }

        private Ladder.Entry extrapolate(Side from) {
            Ladder ladder = new Ladder(order, from);
            double h = firstStep(scale);
            for (int i = 0; i < STEPS && h >= Double.MIN_NORMAL && x + h != x && x - h != x; i++) {
                LocalDifference difference = isDefined(from, h)
                        ? LocalDifference.of(probe, x, h, order, from)
                        : null;
                if (difference != null && Double.isFinite(difference.value())) {
                    if (!ladder.add(h, difference)) {
                        if (isConfirmed(ladder.best(), from)) {
                            break;
                        }
                        ladder = new Ladder(order, from);
                    }
                } else {
                    if (isClosed(from)) {
                        break;
                    }
                    ladder = new Ladder(order, from); // steps that reach beyond a hole tell nothing
                    h = x == 0 ? h : Math.min(h, firstStep(8 * x));
                }
                h /= 2;
            }
            return isConfirmed(ladder.best(), from) ? ladder.best() : Ladder.Entry.NONE;
        }

        /** Whether a step unrelated to the halved ones tells the same; else the steps were in tune with a wave of f. */
        private boolean isConfirmed(Ladder.Entry entry, Side from) {
            if (!entry.settled()) {
                return true;
            }
            double h = UNRELATED * entry.step();
            if (!isDefined(from, h)) {
                return false;
            }
            LocalDifference difference = LocalDifference.of(probe, x, h, order, from);
            return Math.abs(difference.value() - entry.value()) <= 2 * Math.abs(entry.quotient() - entry.value())
                    + difference.noise() + Estimate.SAFETY * entry.error();
        }

        private boolean isDefined(Side from, double h) {
            double reach = order == 2 && from != Side.BOTH ? 2 * h : h;
            boolean right = from == Side.LEFT || (probe.at(x + h).isDefined() && probe.at(x + reach).isDefined());
            boolean left = from == Side.RIGHT || (probe.at(x - h).isDefined() && probe.at(x - reach).isDefined());
            nearRight |= !right;
            nearLeft |= !left;
            return right && left;
        }

        /** Whether the domain ends at x itself on a side that is needed: then no smaller step helps. */
        private boolean isClosed(Side from) {
            return (from != Side.LEFT && nearRight && isClosedTowards(1))
                    || (from != Side.RIGHT && nearLeft && isClosedTowards(-1));
        }

        private boolean isClosedTowards(int sign) {
            double least = x == 0 ? Math.scalb(1.0, -STEPS) : 4 * Math.ulp(x);
            return !probe.at(x + sign * least).isDefined();
        }

        Estimate answer() {
            int count = probe.evaluations();
            if (!best.settled()) {
                return Estimate.none(Estimate.Status.NO_ESTIMATE, count, nearRight && nearLeft && isClosed(Side.BOTH)
                        ? "the function has no finite values near " + x
                        : "the difference quotients do not settle as h shrinks: a kink, a jump, an infinite slope, or"
                                + " noise");
            }
            String text = String.format(Locale.ROOT, "extrapolated from steps down to %.2g", best.step());
            if (side == Side.BOTH) {
                return new Estimate(best.value(), best.error(), best.step(), count, Estimate.Status.CONVERGED, text);
            }
            return new Estimate(best.value(), best.error(), best.step(), count, Estimate.Status.ONE_SIDED,
                    text + ", from " + side + " only: on " + side.opposite() + " the domain ends "
                            + (isClosed(Side.BOTH) ? "at x" : "close by"));
        }
    }
}
