package org.adequal.optimize;

import java.util.Optional;

/** Newton's method with the exact Hessian, its negative curvatures turned round, and a line search. */
public record Newton() implements Method {
    /** Curvatures below this share of the largest count as this. */
    private static final double FLAT = 1e-10;

    @Override
    public String name() {
        return "newton";
    }

    @Override
    public Search minimize(Objective objective, double[] start, Limits limits, Monitor monitor) {
        return new Descending(objective, limits, monitor, LineSearch.ARMIJO) {
            @Override
            double[] direction(double[] point, double[] gradient) {
                Optional<Curvature> curvature = Curvature.of(objective, point)
                        .filter(found -> found.largest() > 0);
                return curvature.isPresent()
                        ? curvature.get().newtonStep(gradient, FLAT, true)
                        : steepest(gradient);
            }
        }.from(start);
    }
}
