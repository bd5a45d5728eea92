package org.adequal.optimize;

import java.time.Duration;

/**
 * When a search is over.
 *
 * @param steps    after so many steps
 * @param gradient when the largest partial derivative is at most this
 * @param step     when the largest change of a coordinate in a step is at most this, relative to max(1, |x|)
 * @param value    when a step changes the value by at most this, relative to max(1, |f|)
 * @param time     after this time; searches that end so are not repeatable
 */
public record Limits(long steps, double gradient, double step, double value, Duration time) {

    /** Refuses negative limits. */
    public Limits {
        if (steps < 0 || !(gradient >= 0) || !(step >= 0) || !(value >= 0)) {
            throw new IllegalArgumentException("limits are not negative");
        }
    }

    /** All steps, however small they get, for less than a lifetime. */
    public static Limits steps(long steps) {
        return new Limits(steps, 0, 0, 0, Duration.ofDays(1));
    }

    /** The same with a limit for the gradient. */
    public Limits withGradient(double limit) {
        return new Limits(steps, limit, step, value, time);
    }

    /** The same with another time. */
    public Limits within(Duration other) {
        return new Limits(steps, gradient, step, value, other);
    }
}
