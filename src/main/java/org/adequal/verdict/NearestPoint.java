package org.adequal.verdict;

/**
 * The point of a convex hull that is nearest to the origin (Gilbert 1966, with the away steps of Mitchell, Demyanov and
 * Malozemov 1974).
 */
final class NearestPoint {
    private static final int MOST_STEPS = 2_000;
    private static final double PRECISION = 1e-30;

    private NearestPoint() {}

    /** Of the hull of these corners, in doubles. */
    static double[] toOrigin(double[][] corners) {
        double[] weights = new double[corners.length];
        weights[0] = 1;
        double[] nearest = corners[0].clone();
        double scale = 0;
        for (double[] corner : corners) {
            scale = Math.max(scale, dot(corner, corner));
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            int best = 0;
            int worst = -1;
            for (int i = 0; i < corners.length; i++) {
                if (dot(corners[i], nearest) < dot(corners[best], nearest)) {
                    best = i;
                }
                if (weights[i] > 0 && (worst < 0 || dot(corners[i], nearest) > dot(corners[worst], nearest))) {
                    worst = i;
                }
            }
            double gap = dot(corners[worst], nearest) - dot(corners[best], nearest);
            if (gap <= PRECISION * scale) {
                break;
            }
            // move weight from the worst corner to the best one, as far as it helps
            double[] direction = new double[nearest.length];
            for (int j = 0; j < direction.length; j++) {
                direction[j] = corners[best][j] - corners[worst][j];
            }
            double moved = Math.min(weights[worst], gap / dot(direction, direction));
            weights[worst] -= moved;
            weights[best] += moved;
            for (int j = 0; j < nearest.length; j++) {
                double sum = 0;
                for (int i = 0; i < corners.length; i++) {
                    sum += weights[i] * corners[i][j];
                }
                nearest[j] = sum;
            }
        }
        return nearest;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
