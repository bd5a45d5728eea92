package org.adequal.optimize;

import java.util.Optional;

/** A search that chooses a direction, looks for a lower point in it, and begins anew there. */
abstract class Descending {
    private final Objective objective;
    private final Limits limits;
    private final Monitor monitor;
    private final LineSearch lineSearch;

    Descending(Objective objective, Limits limits, Monitor monitor, LineSearch lineSearch) {
        this.objective = objective;
        this.limits = limits;
        this.monitor = monitor;
        this.lineSearch = lineSearch;
    }

    /** A direction in which the value should fall; its length is the first step that is tried. */
    abstract double[] direction(double[] point, double[] gradient);

    /** Told of a step made and of how the gradient changed in it. */
    void moved(double[] step, double[] change) {
        // most remember nothing
    }

    static double[] steepest(double[] gradient) {
        double[] direction = new double[gradient.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -gradient[i];
        }
        return direction;
    }

    Search from(double[] start) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = objective.gradient(point, gradient);
        Journey journey = new Journey(point, value, gradient, limits, monitor);
        Optional<Ending> ending = journey.begin();
        while (ending.isEmpty()) {
            Optional<LineSearch.Trial> found = lower(point, value, gradient, journey);
            if (found.isEmpty()) {
                return journey.end(Ending.PRECISION);
            }
            LineSearch.Trial next = found.get();
            double[] step = new double[point.length];
            double[] change = new double[point.length];
            for (int i = 0; i < step.length; i++) {
                step[i] = next.point()[i] - point[i];
                change[i] = next.gradient()[i] - gradient[i];
            }
            moved(step, change);
            point = next.point();
            value = next.value();
            gradient = next.gradient();
            ending = journey.step(point, value, gradient);
        }
        return journey.end(ending.get());
    }

    private Optional<LineSearch.Trial> lower(double[] point, double value, double[] gradient, Journey journey) {
        double[] direction = direction(point, gradient);
        boolean down = LineSearch.dot(direction, gradient) < 0;
        if (down) {
            Optional<LineSearch.Trial> found = lineSearch.along(
                    LineSearch.Line.of(objective, point, value, gradient, direction, journey), 1);
            if (found.isPresent()) {
                return found;
            }
        }
        double[] steepest = steepest(gradient);
        double first = 1 / Math.max(1, Journey.largest(gradient));
        return LineSearch.ARMIJO
                .along(LineSearch.Line.of(objective, point, value, gradient, steepest, journey), first);
    }
}
