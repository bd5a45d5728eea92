package org.adequal.optimize;

import java.util.Locale;
import java.util.Optional;

/** How far to go in a direction in which the value falls. */
public enum LineSearch {
    /** Half the step until the value falls enough: Armijo, 1966. */
    ARMIJO,
    /** Also far enough for the slope to flatten: the strong Wolfe conditions, Nocedal and Wright, algorithms 3.5 and 3.6. */
    WOLFE;

    private static final double FALL = 1e-4;
    private static final double FLATTENING = 0.9;
    private static final int MOST_TRIALS = 60;
    /** Values that differ by so little, relatively, are the same: then the slopes decide. */
    private static final double SAME = 1e-13;

    /** The name as it is typed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A point on the line, at a multiple of the direction. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Trial(double step, double[] point, double value, double[] gradient, double slope) {}

    /** The objective along a line. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Line(Objective objective, Trial from, double[] direction, Journey journey) {
        static Line of(Objective objective, double[] point, double value, double[] gradient, double[] direction,
                Journey journey) {
            return new Line(objective, new Trial(0, point, value, gradient, dot(gradient, direction)), direction,
                    journey);
        }

        Trial at(double step) {
            double[] point = new double[direction.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = from.point[i] + step * direction[i];
            }
            double[] gradient = new double[point.length];
            double value = objective.gradient(point, gradient);
            journey.look(point, value);
            return new Trial(step, point, value, gradient, dot(gradient, direction));
        }

        /** Whether the value fell enough, or, where doubles can't tell, the slope did. */
        boolean falls(Trial trial) {
            if (trial.value <= from.value + FALL * trial.step * from.slope) {
                return trial.value < from.value || Math.abs(trial.slope) < Math.abs(from.slope);
            }
            return Math.abs(trial.value - from.value) <= SAME * Math.abs(from.value)
                    && Math.abs(trial.slope) < Math.abs(from.slope);
        }

        boolean flattens(Trial trial) {
            return Math.abs(trial.slope) <= FLATTENING * Math.abs(from.slope);
        }
    }

    /** A step that begins with trying the first; empty where no step in this direction helps in double arithmetic. */
    Optional<Trial> along(Line line, double first) {
        return switch (this) {
            case ARMIJO -> armijo(line, first);
            case WOLFE -> wolfe(line, first);
        };
    }

    private static Optional<Trial> armijo(Line line, double first) {
        double step = first;
        for (int i = 0; i < MOST_TRIALS; i++) {
            Trial trial = line.at(step);
            if (line.falls(trial)) {
                return Optional.of(trial);
            }
            step /= 2;
        }
        return Optional.empty();
    }

    private static Optional<Trial> wolfe(Line line, double first) {
        Trial before = line.from;
        double step = first;
        for (int i = 0; i < MOST_TRIALS; i++) {
            Trial trial = line.at(step);
            if (!line.falls(trial) || (i > 0 && trial.value >= before.value)) {
                return zoom(line, before, trial);
            }
            if (line.flattens(trial)) {
                return Optional.of(trial);
            }
            if (trial.slope >= 0) {
                return zoom(line, trial, before);
            }
            before = trial;
            step *= 2;
        }
        return Optional.of(before);
    }

    /** Between a step that falls and one that is too far. */
    private static Optional<Trial> zoom(Line line, Trial low, Trial high) {
        Trial near = low;
        Trial far = high;
        for (int i = 0; i < MOST_TRIALS; i++) {
            Trial trial = line.at(between(near, far));
            if (!line.falls(trial) || trial.value > near.value) {
                far = trial;
            } else {
                if (line.flattens(trial)) {
                    return Optional.of(trial);
                }
                if (trial.slope * (far.step - near.step) >= 0) {
                    far = near;
                }
                near = trial;
            }
            if (Math.abs(far.step - near.step) <= Math.ulp(Math.max(far.step, near.step))) {
                break;
            }
        }
        return near.step > 0 ? Optional.of(near) : Optional.empty();
    }

    /** The minimum of the cubic through both values and slopes, or the middle where it lies too near an end. */
    private static double between(Trial a, Trial b) {
        double middle = (a.step + b.step) / 2;
        double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step);
        double root = Math.sqrt(d1 * d1 - a.slope * b.slope) * Math.signum(b.step - a.step);
        double cubic = b.step - (b.step - a.step) * ((b.slope + root - d1) / (b.slope - a.slope + 2 * root));
        double margin = 0.1 * Math.abs(b.step - a.step);
        return cubic >= Math.min(a.step, b.step) + margin && cubic <= Math.max(a.step, b.step) - margin
                ? cubic
                : middle;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
