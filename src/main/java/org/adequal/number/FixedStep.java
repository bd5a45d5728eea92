package org.adequal.number;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A difference with a step chosen beforehand.
 *
 * <p>The error is twice the change from h to h/2, extended to h = 0 by the order of accuracy, plus what noise of the
 * samples and the rounding of their points can do. Outside the domain the points are taken from one side, or the step
 * is halved.
 *
 * @param name the name of the scheme
 * @param family the points, of whatever order of derivative
 * @param extraPoints how many points more than the fewest
 * @param step h; empty for eps^(1/(order + accuracy)) max(1, |x|)
 * @param realised whether the quotient divides by (x + h) - x, the step as realised in doubles, or by h as textbooks do
 */
public record FixedStep(String name, Family family, int extraPoints, OptionalDouble step, boolean realised)
        implements
            DifferenceScheme {

    private static final int HALVINGS = 60;

    /** The change from h to h/2 shows the leading term of the error only. */
    private static final double FURTHER_TERMS = 2;

    /** Where the points of a difference lie. */
    public enum Family {
        /** Around x. */
        CENTRAL,
        /** From x upwards. */
        FORWARD,
        /** From x downwards. */
        BACKWARD;

        /** The stencil of an order with some points more than the least number. */
        Stencil stencil(int order, int extraPoints) {
            return switch (this) {
                // an odd number of points, as the domain of f contains x more surely than x +- h/2
                case CENTRAL -> Stencil.central(order, (order + 1) / 2 * 2 + 1 + (extraPoints + 1) / 2 * 2)
                        .withoutZeros();
                case FORWARD -> Stencil.forward(order, order + 1 + extraPoints);
                case BACKWARD -> Stencil.backward(order, order + 1 + extraPoints);
            };
        }
    }

    /** Refuses a negative number of points and a step that is not positive and finite. */
    public FixedStep {
        if (extraPoints < 0) {
            throw new IllegalArgumentException("no points less than needed: " + extraPoints);
        }
        if (step.isPresent() && !(step.getAsDouble() > 0 && Double.isFinite(step.getAsDouble()))) {
            throw new IllegalArgumentException("a positive finite step, not " + step.getAsDouble());
        }
    }

    /** (f(x + h) - f(x - h))/(2h), as the textbook has it. */
    public static FixedStep central(double h) {
        return new FixedStep("central h=" + h, Family.CENTRAL, 0, OptionalDouble.of(h), false);
    }

    /** (f(x + h) - f(x))/h, as the textbook has it. */
    public static FixedStep forward(double h) {
        return new FixedStep("forward h=" + h, Family.FORWARD, 0, OptionalDouble.of(h), false);
    }

    /** (f(x) - f(x - h))/h, as the textbook has it. */
    public static FixedStep backward(double h) {
        return new FixedStep("backward h=" + h, Family.BACKWARD, 0, OptionalDouble.of(h), false);
    }

    /** The central difference with the step fitted to x, eps^(1/3) max(1, |x|) for the slope. */
    public static FixedStep central() {
        return new FixedStep("central", Family.CENTRAL, 0, OptionalDouble.empty(), true);
    }

    /** The forward difference with the step fitted to x, eps^(1/2) max(1, |x|) for the slope. */
    public static FixedStep forward() {
        return new FixedStep("forward", Family.FORWARD, 0, OptionalDouble.empty(), true);
    }

    /** The backward difference with the step fitted to x, eps^(1/2) max(1, |x|) for the slope. */
    public static FixedStep backward() {
        return new FixedStep("backward", Family.BACKWARD, 0, OptionalDouble.empty(), true);
    }

    /** The stencil for a derivative. */
    public Stencil stencil(int order) {
        return family.stencil(order, extraPoints);
    }

    /** The same points with another step, which is realised or not as here. */
    public FixedStep withStep(double h) {
        return new FixedStep(name + " h=" + h, family, extraPoints, OptionalDouble.of(h), realised);
    }

    /** The step for a derivative at x, before it is realised. */
    public double step(int order, double x) {
        return step.orElseGet(() -> Math.max(1, Math.abs(x))
                * Math.pow(Doubles.EPSILON, 1.0 / (order + stencil(order).accuracy())));
    }

    @Override
    public Estimate derivative(NoisyFunction f, double x, int order) {
        Probe.requireFinite(x);
        if (order < 1) {
            throw new IllegalArgumentException("orders from 1, not " + order);
        }
        Probe probe = new Probe(f);
        if (!probe.at(x).isDefined()) {
            return Estimate.outside(x, probe.evaluations());
        }
        double h = step(order, x);
        double realisedStep = (x + h) - x;
        if (realisedStep == 0) {
            return realised
                    ? Estimate.none(Estimate.Status.STEP_BELOW_SPACING, probe.evaluations(),
                            "h is below the spacing of doubles at " + x)
                    : new Estimate(0, Double.POSITIVE_INFINITY, h, probe.evaluations(),
                            Estimate.Status.DESTROYED_BY_ROUNDING, "destroyed by rounding: x + h == x");
        }
        return inDomain(probe, x, order, realised ? realisedStep : h).orElseGet(
                () -> Estimate.none(Estimate.Status.NO_ESTIMATE, probe.evaluations(),
                        "the function has no finite values near enough to " + x));
    }

    private Optional<Estimate> inDomain(Probe f, double x, int order, double h) {
        int onesidedPoints = Math.max(extraPoints, 1);
        List<Stencil> stencils = switch (family) {
            case CENTRAL -> List.of(stencil(order), Family.FORWARD.stencil(order, onesidedPoints),
                    Family.BACKWARD.stencil(order, onesidedPoints));
            case FORWARD -> List.of(stencil(order), Family.BACKWARD.stencil(order, extraPoints));
            case BACKWARD -> List.of(stencil(order), Family.FORWARD.stencil(order, extraPoints));
        };
        double tried = h;
        for (int halvings = 0; halvings < HALVINGS && x + tried != x; halvings++, tried /= 2) {
            for (Stencil stencil : stencils) {
                Optional<Estimate> estimate = new Difference(f, x, stencil).estimate(tried);
                if (estimate.isPresent()) {
                    return estimate.map(stencil.equals(stencils.get(0)) && tried == h
                            ? found -> found
                            : found -> elsewhere(found, stencil));
                }
            }
        }
        return Optional.empty();
    }

    private Estimate elsewhere(Estimate found, Stencil stencil) {
        boolean chosen = stencil.equals(stencil(stencil.order()));
        Side side = stencil.offsets().get(1).signum() > 0 ? Side.RIGHT : Side.LEFT;
        return new Estimate(found.value(), found.error(), found.step(), found.evaluations(),
                chosen ? Estimate.Status.SHRUNK_STEP : Estimate.Status.ONE_SIDED, found.text()
                        + (chosen ? ", shortened to stay in the domain" : ", from " + side + " to stay in the domain"));
    }

    /** One stencil at one point. */
    private record Difference(Probe f, double x, Stencil stencil) {

        /** The sum of weight * sample / h^q, with what noise and displaced points did to it; empty outside the domain. */
        Optional<Quotient> at(double h) {
            double scale = Math.pow(h, stencil.order());
            double sum = 0;
            double noise = 0;
            double displaced = 0;
            double steepest = 0;
            Sample previous = null;
            double previousPoint = 0;
            for (int i = 0; i < stencil.points(); i++) {
                double offset = stencil.offsets().get(i).doubleValue() * h;
                double weight = stencil.weights().get(i).doubleValue();
                double point = x + offset;
                Sample sample = f.at(point);
                if (!sample.isDefined()) {
                    return Optional.empty();
                }
                sum += weight * sample.value();
                noise += Math.abs(weight) * (sample.noise() + stencil.points() * Doubles.UNIT_ROUNDOFF
                        * Math.abs(sample.value()));
                displaced += Math.abs(weight * Doubles.sumError(x, offset));
                if (previous != null && point != previousPoint) {
                    steepest = Math.max(steepest,
                            Math.abs((sample.value() - previous.value()) / (point - previousPoint)));
                }
                previous = sample;
                previousPoint = point;
            }
            return Double.isFinite(sum / scale)
                    ? Optional.of(new Quotient(sum / scale, (noise + displaced * steepest) / scale))
                    : Optional.empty();
        }

        Optional<Estimate> estimate(double h) {
            Optional<Quotient> full = at(h);
            if (full.isEmpty()) {
                return Optional.empty();
            }
            Quotient whole = full.get();
            Optional<Quotient> half = x + h / 2 == x ? Optional.empty() : at(h / 2);
            double power = Math.scalb(1.0, stencil.accuracy());
            double change = half.map(finer -> Math.abs(whole.value - finer.value)).orElse(Math.abs(whole.value));
            double truncation = FURTHER_TERMS * change * power / (power - 1);
            boolean visible = change > whole.noise + half.map(Quotient::noise).orElse(0.0);
            String text = String.format(Locale.ROOT, "step %.3g, the error mostly %s", h,
                    visible ? "truncation" : "rounding");
            return Optional.of(new Estimate(whole.value, truncation + whole.noise, h, f.evaluations(),
                    Estimate.Status.FIXED_STEP, text));
        }
    }

    private record Quotient(double value, double noise) {}
}
