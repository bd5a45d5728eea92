package org.adequal.optimize;

import java.util.Optional;

/**
 * Steps of a given rate against the gradient, every one of them, whether the value falls or not.
 *
 * @param rate     what gradients are multiplied by
 * @param momentum how much of the last step stays in the next; without meaning for plain descent
 */
public record Descent(Rule rule, double rate, double momentum, Slope slope) implements Method {
    /** The momentum that is usual. */
    public static final double USUAL_MOMENTUM = 0.9;

    /** Refuses a rate that is not positive and finite, and a momentum outside 0 to 1. */
    public Descent {
        if (!(rate > 0) || Double.isInfinite(rate) || !(momentum >= 0) || !(momentum < 1)) {
            throw new IllegalArgumentException("a positive rate and a momentum below 1 are needed");
        }
    }

    /** Plain descent with the exact gradient. */
    public static Descent of(double rate) {
        return new Descent(Rule.DESCENT, rate, USUAL_MOMENTUM, new Slope.Exact());
    }

    @Override
    public String name() {
        return rule.wireName();
    }

    /** The same with another rate. */
    public Descent withRate(double other) {
        return new Descent(rule, other, momentum, slope);
    }

    @Override
    public Search minimize(Objective objective, double[] start, Limits limits, Monitor monitor) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = slope.at(objective, point, gradient);
        Journey journey = new Journey(point, value, gradient, limits, monitor);
        Optional<Ending> ending = journey.begin();
        Rule.Mover mover = rule.mover(rate, momentum, point.length);
        while (ending.isEmpty()) {
            if (mover.looksAhead()) {
                slope.at(objective, mover.ahead(point), gradient);
            }
            mover.move(point, gradient);
            value = slope.at(objective, point, gradient);
            ending = journey.step(point, value, gradient);
        }
        return journey.end(ending.get());
    }
}
