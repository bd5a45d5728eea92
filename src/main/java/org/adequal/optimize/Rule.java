package org.adequal.optimize;

import java.util.Locale;

/** How a descent of a given rate turns gradients into steps. */
public enum Rule {
    /** {@code x - rate*g} */
    DESCENT,
    /** Polyak's heavy ball: {@code v = momentum*v - rate*g}, {@code x + v}. */
    MOMENTUM,
    /** The same with the gradient where the momentum alone would lead. */
    NESTEROV,
    /** Steps divided by the root of the mean square of past gradients: Kingma and Ba, 2014, with their 0.999 and 1e-8. */
    ADAM;

    private static final double ADAM_SQUARES = 0.999;
    private static final double ADAM_EPSILON = 1e-8;

    /** The name as it is typed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Rates above this over the largest curvature leave a quadratic minimum; infinite where there is no such limit.
     * Polyak 1964 and, for Nesterov's gradient, O'Donoghue and Candès 2015.
     */
    double stability(double momentum) {
        return switch (this) {
            case DESCENT -> 2;
            case MOMENTUM -> 2 * (1 + momentum);
            case NESTEROV -> 2 * (1 + momentum) / (1 + 2 * momentum);
            case ADAM -> Double.POSITIVE_INFINITY;
        };
    }

    /** The rule at work on one search. */
    Mover mover(double rate, double momentum, int dimension) {
        return new Mover(this, rate, momentum, dimension);
    }

    /** Velocities and mean squares of one search. */
    static final class Mover {
        private final Rule rule;
        private final double rate;
        private final double momentum;
        private final double[] velocity;
        private final double[] squares;
        private long steps;

        Mover(Rule rule, double rate, double momentum, int dimension) {
            this.rule = rule;
            this.rate = rate;
            this.momentum = momentum;
            velocity = new double[dimension];
            squares = new double[rule == ADAM ? dimension : 0];
        }

        /** Whether the gradient is wanted elsewhere than at the point. */
        boolean looksAhead() {
            return rule == NESTEROV;
        }

        /** Where the momentum alone leads. */
        double[] ahead(double[] point) {
            double[] ahead = new double[point.length];
            for (int i = 0; i < ahead.length; i++) {
                ahead[i] = point[i] + momentum * velocity[i];
            }
            return ahead;
        }

        /** Moves the point by a gradient. */
        void move(double[] point, double[] gradient) {
            steps++;
            switch (rule) {
                case DESCENT -> {
                    for (int i = 0; i < point.length; i++) {
                        point[i] -= rate * gradient[i];
                    }
                }
                case MOMENTUM, NESTEROV -> {
                    for (int i = 0; i < point.length; i++) {
                        velocity[i] = momentum * velocity[i] - rate * gradient[i];
                        point[i] += velocity[i];
                    }
                }
                case ADAM -> {
                    double first = 1 - Math.pow(momentum, (double) steps);
                    double second = 1 - Math.pow(ADAM_SQUARES, (double) steps);
                    for (int i = 0; i < point.length; i++) {
                        velocity[i] = momentum * velocity[i] + (1 - momentum) * gradient[i];
                        squares[i] = ADAM_SQUARES * squares[i] + (1 - ADAM_SQUARES) * gradient[i] * gradient[i];
                        point[i] -= rate * (velocity[i] / first) / (Math.sqrt(squares[i] / second) + ADAM_EPSILON);
                    }
                }
            }
        }
    }
}
