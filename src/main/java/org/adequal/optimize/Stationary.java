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
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
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
    private static final double NEGLIGIBLE = 1e-12;

    /** The surroundings of a point at which the objective is smooth. */
    static Stationary near(Objective objective, double[] from) {
        double[] gradient = new double[from.length];
        double value = objective.gradient(from, gradient);
        if (!Double.isFinite(value) || !Double.isFinite(Journey.largest(gradient))) {
            return new Stationary(Kind.NOWHERE, from, 0, new double[0]);
        }
        Optional<double[][]> hessian = Curvature.hessian(objective, from);
        Optional<Curvature> curvature = hessian.flatMap(Curvature::of);
        if (hessian.isEmpty() || curvature.isEmpty()) {
            return new Stationary(Journey.largest(gradient) <= HARDLY_ANY ? Kind.UNKNOWN : Kind.SLOPE, from, 0,
                    new double[0]);
        }
        Stationary found = new Approach(objective, from, scales(hessian.get())).follow(gradient, hessian.get());
        if (found != null) {
            return found;
        }
        boolean flat = Journey.largest(gradient) <= HARDLY_ANY && curvature.get().largest() <= HARDLY_ANY;
        return new Stationary(flat ? Kind.PLATEAU : Kind.SLOPE, from, 0, curvature.get().values());
    }

    /**
     * Units for the coordinates in which each has curvature 1 or -1 along its axis. Signs of curvatures do not depend on
     * the units (Sylvester's law of inertia), but in these they can be told from rounding.
     */
    private static double[] scales(double[][] hessian) {
        double[] scales = new double[hessian.length];
        for (int i = 0; i < scales.length; i++) {
            double row = Journey.largest(hessian[i]);
            double own = Math.abs(hessian[i][i]);
            double size = own > row * NEGLIGIBLE ? own : row;
            scales[i] = size > Double.MIN_NORMAL ? 1 / Math.sqrt(size) : 1;
        }
        return scales;
    }

    /** Newton's method from a point, in other units. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Approach(Objective objective, double[] from, double[] scales) {

        private Optional<Curvature> scaled(double[][] hessian) {
            double[][] scaled = new double[hessian.length][hessian.length];
            for (int i = 0; i < scaled.length; i++) {
                for (int j = 0; j < scaled.length; j++) {
                    scaled[i][j] = hessian[i][j] * scales[i] * scales[j];
                }
            }
            return Curvature.of(scaled);
        }

        private double[] scaled(double[] gradient) {
            double[] scaled = new double[gradient.length];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = gradient[i] * scales[i];
            }
            return scaled;
        }

        /** The stationary point that is near; null where none is found. */
        @Nullable
        Stationary follow(double[] slope, double[][] curved) {
            Curvature first = scaled(curved).orElse(null);
            if (first == null) {
                return null;
            }
            double[] point = from.clone();
            double[] gradient = slope.clone();
            double[][] hessian = curved;
            Curvature here = first;
            double last = Double.POSITIVE_INFINITY;
            boolean settled = false;
            for (int i = 0; i < MOST_STEPS && !settled; i++) {
                double[] step = here.newtonStep(scaled(gradient), FLAT, false);
                double[] next = point.clone();
                for (int k = 0; k < next.length; k++) {
                    next[k] += step[k] * scales[k];
                }
                double[] there = new double[next.length];
                double value = objective.gradient(next, there);
                Optional<double[][]> around = Curvature.hessian(objective, next);
                Optional<Curvature> seen = around.flatMap(this::scaled);
                double length = away(next, point);
                if (away(next, from) > NEAR || !Double.isFinite(value) || around.isEmpty() || seen.isEmpty()
                        || length >= last && length > FOUND) {
                    return null;
                }
                settled = length <= FOUND;
                last = length;
                point = next;
                gradient = there;
                hessian = around.get();
                here = seen.get();
            }
            double scale = Math.max(first.largest(), here.largest());
            if (flatSlope(here, scaled(gradient), scale) > HARDLY_ANY) {
                return null;
            }
            return new Stationary(kind(first, here, scale), point, absolute(point, from),
                    Curvature.of(hessian).map(Curvature::values).orElse(here.values()));
        }
    }

    private static Kind kind(Curvature first, Curvature last, double scale) {
        int up = 0;
        int down = 0;
        for (int i = 0; i < last.values().length; i++) {
            double value = last.values()[i];
            boolean vanishes = Math.abs(value) <= FLAT * scale
                    || Math.abs(value) <= SHRUNK * Math.abs(first.values()[i]);
            up += !vanishes && value > 0 ? 1 : 0;
            down += !vanishes && value < 0 ? 1 : 0;
        }
        return kind(up, down, last.values().length);
    }

    /** The slope that is left in directions without curvature. */
    private static double flatSlope(Curvature curvature, double[] gradient, double scale) {
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
