package org.adequal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.adequal.expr.Variable;
import org.adequal.number.DifferenceScheme;
import org.adequal.number.Estimate;
import org.adequal.number.NoisyFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares the exact derivatives of a formula with numeric ones, by the bounds of their errors and nothing else.
 *
 * <p>They agree where |exact - difference| is at most ten times the difference's estimated error plus the bound of the
 * exact one's rounding error. Where this margin is wider than the derivative and than every slope the function shows
 * nearby, agreement would be empty, and nothing is told.
 */
public final class Checker {
    private final Formula formula;
    private final DifferenceScheme scheme;
    private final NoisyFormula noisy;
    private final Optional<AutomaticDifferentiation> witness;

    /** A checker with the scheme that numeric derivatives are to be taken by. */
    public Checker(Formula formula, DifferenceScheme scheme) {
        this.formula = formula;
        this.scheme = scheme;
        noisy = NoisyFormula.of(formula);
        witness = AutomaticDifferentiation.of(formula);
    }

    /** The comparison at a point: one coordinate per variable. */
    public PointCheck at(double... point) {
        PointResult result = formula.at(point);
        Accuracy.Bounds bounds = formula.accuracy(Format.F64).at(point);
        double[] automatic = witness.isEmpty() || result.isUndefined() ? null : witness.get().gradient(point);
        List<PartialCheck> partials = new ArrayList<>();
        int index = 0;
        for (Variable variable : formula.wrt()) {
            PointResult.Partial exact = result.partials().getOrDefault(variable,
                    new PointResult.Partial(Quantity.NONE, Status.UNKNOWN));
            NoisyFunction along = noisy.along(variable, point);
            double x = point[formula.variables().indexOf(variable)];
            Estimate difference = noisy.derivative(variable, scheme, point);
            double bound = exact.slope().exists() ? bounds.partial(index) : Double.POSITIVE_INFINITY;
            Verdict verdict = judge(exact, bound, difference, along, x);
            partials.add(new PartialCheck(variable, exact, bound, difference,
                    automatic == null || !Double.isFinite(automatic[index]) ? null : automatic[index],
                    exact.slope().exists() ? bounds.cancellation(index) : Optional.empty(), verdict.agreement,
                    verdict.why));
            index++;
        }
        return new PointCheck(result, partials);
    }

    private record Verdict(Agreement agreement, @Nullable String why) {}

    private static Verdict judge(PointResult.Partial exact, double bound, Estimate difference, NoisyFunction along,
            double x) {
        Double slope = exact.slope().value();
        if (exact.status() != Status.SMOOTH || slope == null || slope.isInfinite()) {
            return cannotTell("there is no exact derivative to compare with");
        }
        if (!difference.isKnown()) {
            return cannotTell(difference.text());
        }
        double margin = difference.margin() + bound;
        if (!Double.isFinite(margin)) {
            return cannotTell("nothing is known of the rounding errors here");
        }
        if (Math.abs(slope - difference.value()) > margin) {
            return new Verdict(Agreement.DISAGREE, null);
        }
        return margin > Math.max(Math.abs(slope), visibleSlope(along, x, difference.step()))
                ? cannotTell("the error bound is larger than the derivative")
                : new Verdict(Agreement.AGREE, null);
    }

    private static Verdict cannotTell(String why) {
        return new Verdict(Agreement.CANNOT_TELL, why);
    }

    /** The steepest slope to the points one step away, and to the origin. */
    private static double visibleSlope(NoisyFunction along, double x, double step) {
        double towardsOrigin = Math.abs(along.at(x).value()) / Math.max(1, Math.abs(x));
        return step > 0 ? Math.max(towardsOrigin, NoisyFormula.variation(along, x, step) / step) : towardsOrigin;
    }
}
