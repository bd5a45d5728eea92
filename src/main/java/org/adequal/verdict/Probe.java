package org.adequal.verdict;

import java.util.List;

/**
 * A point, and what is claimed there.
 *
 * @param point one coordinate per variable of the formula
 */
public record Probe(List<Double> point, Claim claim) {

    public Probe {
        point = List.copyOf(point);
    }

    double[] coordinates() {
        return point.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
