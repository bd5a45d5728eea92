package org.adequal.optimize;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a point: the stationary point that Newton's method finds next to it, and what kind that is.
 *
 * @param point       the stationary point, or the point itself where there is none near
 * @param distance    the largest coordinate of the way there
 * @param curvatures  the eigenvalues of the Hessian there, falling; empty where there is none
 */
record Stationary(Kind kind, double[] point, double distance, double[] curvatures) {
    /** A stationary point is near if it is within this, relative to max(1, |x|). */
    private static final double NEAR = 1e-2;
    /** Newton's method found a point if its last step was within this, relative to max(1, |x|). */
    private static final double FOUND = 1e-9;
    /** A curvature below this share of the largest is none: rounding of a Hessian of a few dozen variables. */
    private static final double FLAT = 1e-9;
    /** A curvature that shrinks so on the way to the point vanishes there. */
    private static final double SHRUNK = 1e-2;
    /** Slopes and curvatures below this are hardly any. */
    private static final double HARDLY_ANY = 1e-6;
    private static final int MOST_STEPS = 40;

    /** The surroundings of a point at which the objective is smooth. */
    static Stationary near(Objective objective, double[] from) {
        double[] gradient = new double[from.length];
        double value = objective.gradient(from, gradient);
        if (!Double.isFinite(value) || !Double.isFinite(Journey.largest(gradient))) {
            return new Stationary(Kind.NOWHERE, from, 0, new double[0]);
        }
        Optional<Curvature> curvature = Curvature.of(objective, from);
        if (curvature.isEmpty()) {
            return new Stationary(Journey.largest(gradient) <= HARDLY_ANY ? Kind.UNKNOWN : Kind.SLOPE, from, 0,
                    new double[0]);
        }
        Stationary found = approached(objective, from, gradient, curvature.get());
        if (found != null) {
            return found;
        }
        boolean flat = Journey.largest(gradient) <= HARDLY_ANY && curvature.get().largest() <= HARDLY_ANY;
        return new Stationary(flat ? Kind.PLATEAU : Kind.SLOPE, from, 0, curvature.get().values());
    }

    private static @Nullable Stationary approached(Objective objective, double[] from, double[] slope,
            Curvature curvature) {
        double[] point = from.clone();
        double[] gradient = slope.clone();
        Curvature here = curvature;
        double last = Double.POSITIVE_INFINITY;
        boolean settled = false;
        for (int i = 0; i < MOST_STEPS && !settled; i++) {
            double[] step = here.newtonStep(gradient, FLAT, false);
            double[] next = point.clone();
            for (int k = 0; k < next.length; k++) {
                next[k] += step[k];
            }
            if (away(next, from) > NEAR) {
                return null;
            }
            double[] there = new double[next.length];
            double value = objective.gradient(next, there);
            Optional<Curvature> around = Curvature.of(objective, next);
            if (!Double.isFinite(value) || around.isEmpty()) {
                return null;
            }
            double length = away(next, point);
            settled = length <= FOUND || length >= last;
            if (length >= last && length > FOUND) {
                return null;
            }
            last = length;
            point = next;
            gradient = there;
            here = around.get();
        }
        double[] values = here.values().clone();
        double scale = Math.max(curvature.largest(), here.largest());
        int up = 0;
        int down = 0;
        for (int i = 0; i < values.length; i++) {
            boolean vanishes = Math.abs(values[i]) <= FLAT * scale
                    || Math.abs(values[i]) <= SHRUNK * Math.abs(curvature.values()[i]);
            up += !vanishes && values[i] > 0 ? 1 : 0;
            down += !vanishes && values[i] < 0 ? 1 : 0;
        }
        if (residual(here, gradient, scale) > HARDLY_ANY) {
            return null;
        }
        return new Stationary(kind(up, down, values.length), point, absolute(point, from), values);
    }

    /** The slope that is left in directions without curvature. */
    private static double residual(Curvature curvature, double[] gradient, double scale) {
        double largest = 0;
        for (int i = 0; i < curvature.values().length; i++) {
            if (Math.abs(curvature.values()[i]) <= FLAT * scale) {
                largest = Math.max(largest, Math.abs(LineSearch.dot(curvature.directions()[i], gradient)));
            }
        }
        return largest;
    }

    private static Kind kind(int up, int down, int all) {
        if (up > 0 && down > 0) {
            return Kind.SADDLE;
        }
        if (up == 0 && down == 0) {
            return Kind.PLATEAU;
        }
        return up > 0 ? up == all ? Kind.MINIMUM : Kind.VALLEY : down == all ? Kind.MAXIMUM : Kind.RIDGE;
    }

    private static double away(double[] point, double[] from) {
        double away = 0;
        for (int i = 0; i < point.length; i++) {
            away = Math.max(away, Math.abs(point[i] - from[i]) / Math.max(1, Math.abs(from[i])));
        }
        return away;
    }

    private static double absolute(double[] point, double[] from) {
        double away = 0;
        for (int i = 0; i < point.length; i++) {
            away = Math.max(away, Math.abs(point[i] - from[i]));
        }
        return away;
    }
}
