package org.adequal.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The exact derivatives of a formula at a point beside numeric ones.
 *
 * @param partials in the order of the formula's
 */
public record PointCheck(PointResult result, List<PartialCheck> partials) {

    public PointCheck {
        partials = List.copyOf(partials);
    }

    /** The worst over the partial derivatives; of none, or at a point without a value, it cannot be told. */
    public Agreement agreement() {
        return result.isUndefined() || partials.isEmpty()
                ? Agreement.CANNOT_TELL
                : Agreement.worst(partials.stream().map(PartialCheck::agreement).toList());
    }

    /** The partial derivative that is the farthest off in terms of its margin, among those of the worst agreement. */
    public Optional<PartialCheck> worst() {
        return partials.stream().filter(partial -> partial.agreement() == agreement())
                .max(Comparator.comparingDouble(partial -> severity(partial)));
    }

    private static double severity(PartialCheck partial) {
        double distance = partial.distanceInMargins();
        return Double.isNaN(distance) ? -1 : distance;
    }
}
