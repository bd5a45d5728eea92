package org.adequal.verdict;

import java.util.List;

import org.adequal.check.Format;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A claim with wrong components at one point, as detectors see it: finite numbers beside the truth.
 *
 * @param point    one coordinate per variable of the formula
 * @param claim    what is claimed
 * @param truth    the derivatives
 * @param leeway   how far rounding may have moved each component of a claim with the fault
 * @param isWrong  whether a component is wrong
 * @param previous the points of the request before this one, the latest first, then those after it
 */
record Case(double[] point, double[] claim, double[] truth, double[] leeway, boolean[] isWrong, List<double[]> previous,
        Format format) {
    private static final double ROUNDINGS = 64;

    /** The case of a judgement; null where a component is no number, or has no derivative. */
    static @Nullable Case of(double[] point, Judgement judgement, Format format, List<double[]> previous) {
        int size = judgement.components().size();
        double[] claim = new double[size];
        double[] truth = new double[size];
        double[] leeway = new double[size];
        boolean[] isWrong = new boolean[size];
        for (int i = 0; i < size; i++) {
            Component component = judgement.components().get(i);
            claim[i] = component.claimed();
            truth[i] = truth(component);
            if (!Double.isFinite(claim[i]) || !Double.isFinite(truth[i])) {
                return null;
            }
            isWrong[i] = component.verdict() == Verdict.WRONG;
            double bound = Double.isFinite(component.bound()) ? component.bound() : 0;
            leeway[i] = 32 * bound + ROUNDINGS * format.roundoff() * Math.abs(truth[i]);
            if (isWrong[i]) {
                // an explanation has to be nearer to the claim than the truth is
                leeway[i] = Math.min(leeway[i], Math.abs(claim[i] - truth[i]) / 8);
            }
        }
        return new Case(point, claim, truth, leeway, isWrong, previous, format);
    }

    private static double truth(Component component) {
        Interval enclosure = component.enclosure();
        if (enclosure != null && enclosure.isBounded() && !enclosure.isEmpty()) {
            return enclosure.middle(128).doubleValue();
        }
        Double slope = component.exact().slope().value();
        return slope == null ? Double.NaN : slope;
    }

    int size() {
        return claim.length;
    }

    double residual(int i) {
        return claim[i] - truth[i];
    }

    /** Whether a component is what a fault would have made of it; more roundings where the prediction is larger. */
    boolean fits(int i, double predicted) {
        double allowed = leeway[i] + ROUNDINGS * format.roundoff() * Math.abs(predicted);
        if (isWrong[i]) {
            allowed = Math.min(allowed, Math.abs(residual(i)) / 8);
        }
        return Math.abs(claim[i] - predicted) <= allowed;
    }

    /** Whether all components are. */
    boolean fits(double[] predicted) {
        for (int i = 0; i < claim.length; i++) {
            if (!(fits(i, predicted[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Whether those that are wrong are; the others are as claimed. */
    boolean fitsWrongOnes(double[] predicted) {
        for (int i = 0; i < claim.length; i++) {
            if (isWrong[i] && !fits(i, predicted[i])) {
                return false;
            }
        }
        return true;
    }

    int wrongOnes() {
        int count = 0;
        for (boolean wrong : isWrong) {
            count += wrong ? 1 : 0;
        }
        return count;
    }
}
