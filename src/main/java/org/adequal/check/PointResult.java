package org.adequal.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A formula at a point.
 *
 * @param value        its value in doubles
 * @param partials     per variable asked for, in their order
 * @param differentiable whether the function of all variables is differentiable as a whole; null if it is not known
 * @param why          in words, why the point is not smooth or a number is missing; null where there is nothing to say
 */
public record PointResult(Quantity value, Map<Variable, Partial> partials, @Nullable Boolean differentiable,
        @Nullable String why) {

    public PointResult {
        partials = Collections.unmodifiableMap(new LinkedHashMap<>(partials));
    }

    /**
     * A partial derivative, and what kind of point it is along that variable.
     *
     * @param slope the derivative; at an edge the one-sided one, where it is finite
     * @param sides the one-sided derivatives, where the point is not smooth and they were looked at
     */
    public record Partial(Quantity slope, Status status, @Nullable Sides sides) {
        public Partial(Quantity slope, Status status) {
            this(slope, status, null);
        }
    }

    /** One-sided derivatives: an infinity where it is infinite or too large for a double, none where there is none. */
    public record Sides(Quantity left, Quantity right) {}

    /** Whether the formula has no value at the point. */
    public boolean isUndefined() {
        return !value.exists() && Boolean.FALSE.equals(differentiable);
    }

    /** Whether the value and every slope of a smooth direction are finite doubles. */
    public boolean isComplete() {
        return isFinite(value) && partials.values().stream()
                .allMatch(partial -> partial.status() != Status.SMOOTH && partial.status() != Status.UNKNOWN
                        || isFinite(partial.slope()));
    }

    private static boolean isFinite(Quantity quantity) {
        return quantity.exists() && !quantity.overflows();
    }

    /** The worst status over the variables asked for; of none, whether there is a value. */
    public Status status() {
        List<Status> statuses = partials.values().stream().map(Partial::status).toList();
        return isUndefined() ? Status.UNDEFINED : Status.worst(statuses);
    }
}
