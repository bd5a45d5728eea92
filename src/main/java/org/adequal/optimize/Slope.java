package org.adequal.optimize;

/** How a descent learns the gradient. */
public sealed interface Slope {

    /** Writes the gradient at a point and returns the value there. */
    double at(Objective objective, double[] point, double[] gradient);

    /** The exact gradient. */
    record Exact() implements Slope {
        @Override
        public double at(Objective objective, double[] point, double[] gradient) {
            return objective.gradient(point, gradient);
        }
    }

    /**
     * Central differences as textbooks write them, {@code (f(x + h) - f(x - h))/(2*h)} for one coordinate after the other.
     */
    record Numeric(double h) implements Slope {
        /** The step that textbooks take. */
        public static final double USUAL_STEP = 1e-4;

        /** Refuses a step that is not positive and finite. */
        public Numeric {
            if (!(h > 0) || Double.isInfinite(h)) {
                throw new IllegalArgumentException("a positive finite step, not " + h);
            }
        }

        @Override
        public double at(Objective objective, double[] point, double[] gradient) {
            double[] near = point.clone();
            for (int i = 0; i < point.length; i++) {
                near[i] = point[i] + h;
                double above = objective.value(near);
                near[i] = point[i] - h;
                double below = objective.value(near);
                gradient[i] = (above - below) / (2 * h);
                near[i] = point[i];
            }
            return objective.value(point);
        }
    }
}
