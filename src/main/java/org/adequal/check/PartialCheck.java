package org.adequal.check;

import java.util.Optional;

import org.adequal.expr.Variable;
import org.adequal.number.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * An exact partial derivative beside a numeric one.
 *
 * @param exact        the exact derivative in doubles, and its status
 * @param bound        of the rounding error of {@code exact}; infinite where unknown
 * @param difference   the numeric derivative
 * @param automatic    what Commons Math's automatic differentiation gives; null where it gives none
 * @param cancellation where the exact derivative loses digits
 * @param agreement    whether they agree
 * @param why          why that cannot be told; null where it can
 */
public record PartialCheck(Variable variable, PointResult.Partial exact, double bound, Estimate difference,
        @Nullable Double automatic, Optional<Accuracy.Cancellation> cancellation, Agreement agreement,
        @Nullable String why) {

    /** By how much the two may differ: ten times the estimated error of the difference, and the rounding bound. */
    public double margin() {
        return difference.margin() + bound;
    }

    /** By how much they differ; NaN where one of them does not exist. */
    public double distance() {
        Double value = exact.slope().value();
        return value == null ? Double.NaN : Math.abs(value - difference.value());
    }

    /** By how many times the margin they differ; NaN where one of them does not exist. */
    public double distanceInMargins() {
        double distance = distance();
        return distance == 0 ? 0 : distance / margin();
    }

    /** By how many units in the last place of the exact derivative they differ; NaN where one does not exist. */
    public double distanceInUlps() {
        Double value = exact.slope().value();
        return value == null ? Double.NaN : distance() / Math.ulp(value);
    }
}
