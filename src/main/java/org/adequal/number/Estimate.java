package org.adequal.number;

/**
 * A number that was estimated, with what is known about its error.
 *
 * <p>A value that is NaN, or an error that is infinite, never comes without a status and a text that say why.
 *
 * @param value the estimate; NaN where there is none
 * @param error the estimated absolute error; infinite where nothing is known about it
 * @param step the step h the value rests on, 0 where none was taken
 * @param evaluations how many times the function was evaluated
 * @param status how the value came about
 * @param text the same in one sentence for a person
 */
public record Estimate(double value, double error, double step, int evaluations, Status status, String text) {

    /** By how much {@link #error} is enlarged where a conclusion hangs on it. */
    public static final double SAFETY = 10;

    /** How an estimate came about. */
    public enum Status {
        /** Several steps agree within the error. */
        CONVERGED,
        /** One step was chosen beforehand and taken. */
        FIXED_STEP,
        /** One step was chosen beforehand, and halved until every point lay in the domain. */
        SHRUNK_STEP,
        /** The function has no value on the other side, or only too close: the slope of one side. */
        ONE_SIDED,
        /** x + h is x: the difference knows nothing of the function. */
        DESTROYED_BY_ROUNDING,
        /** The step is below the spacing of doubles at x: no difference can be taken. */
        STEP_BELOW_SPACING,
        /** The function has no finite value at x. */
        OUTSIDE_DOMAIN,
        /** No step gave a value that could be trusted. */
        NO_ESTIMATE
    }

    static Estimate none(Status status, int evaluations, String text) {
        return new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0, evaluations, status, text);
    }

    static Estimate outside(double x, int evaluations) {
        return none(Status.OUTSIDE_DOMAIN, evaluations, "the function has no finite value at " + x);
    }

    /** Whether there is a value with a finite error. */
    public boolean isKnown() {
        return Double.isFinite(value) && Double.isFinite(error);
    }

    /** Half the width within which the true number is taken to lie: ten times the error. */
    public double margin() {
        return SAFETY * error;
    }

    /** Whether a number lies within the margin; false where there is no estimate. */
    public boolean admits(double number) {
        return isKnown() && Math.abs(value - number) <= margin();
    }

    Estimate plusEvaluations(int more) {
        return new Estimate(value, error, step, evaluations + more, status, text);
    }

    Estimate withEvaluations(int all) {
        return new Estimate(value, error, step, all, status, text);
    }
}
