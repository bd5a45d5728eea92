package org.adequal.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;

/**
 * What is proven of a formula at a point.
 *
 * @param smooth   whether it is proven that the function has a value and all derivatives; only then do the slopes'
 *                 intervals enclose derivatives
 * @param defined  whether it is proven that the formula has the value that the interval encloses
 * @param value    an enclosure of the value
 * @param gradient enclosures of the partial derivatives
 */
public record Certified(boolean smooth, boolean defined, Interval value, Map<Variable, Interval> gradient) {
    /** Where nothing is proven. */
    public static final Certified NOTHING = new Certified(false, false, Interval.ENTIRE, Map.of());
    /** About as many as a double has. */
    public static final int MOST_DIGITS = 16;
    /** Fewer are lost by rounding everywhere. */
    private static final int NOTABLE_DIGITS = 2;

    public Certified {
        gradient = Collections.unmodifiableMap(new LinkedHashMap<>(gradient));
    }

    /** The double nearest to the true value, or none where it is not proven to exist or not known well enough. */
    public Quantity nearestValue() {
        return defined ? Certificate.nearest(value) : Quantity.NONE;
    }

    /** Whether all differences are proven to lie within their error bounds of the true derivatives. */
    public boolean shows(PointCheck check) {
        return smooth && check.partials().stream().allMatch(this::shows);
    }

    private boolean shows(PartialCheck partial) {
        Interval slope = gradient.get(partial.variable());
        double difference = partial.difference().value();
        double margin = partial.difference().margin();
        return slope != null && slope.isBounded() && difference + margin >= slope.doubleHigh()
                && difference - margin <= slope.doubleLow();
    }

    /**
     * How many of its about 16 digits the double evaluation of a partial derivative has lost for certain, if that is more
     * than one: all 16 where nothing of it is right.
     */
    public OptionalInt lostDigits(PartialCheck partial) {
        Double value = partial.exact().slope().value();
        Interval truth = gradient.get(partial.variable());
        if (!smooth || value == null || value.isInfinite() || truth == null || !truth.isBounded()
                || truth.contains(value)) {
            return OptionalInt.empty();
        }
        double nearest = Math.clamp(value, truth.doubleLow(), truth.doubleHigh());
        double ulp = Math.ulp(Math.max(Math.abs(truth.doubleLow()), Math.abs(truth.doubleHigh())));
        int digits = (int) Math.clamp(Math.floor(Math.log10(Math.abs(value - nearest) / ulp)), 0, MOST_DIGITS);
        return digits >= NOTABLE_DIGITS ? OptionalInt.of(digits) : OptionalInt.empty();
    }

    /** The result with the doubles nearest to the truth, as far as they are known, in place of all others. */
    PointResult correct(PointResult result) {
        Map<Variable, PointResult.Partial> none = new LinkedHashMap<>();
        result.partials().forEach((variable, partial) -> none.put(variable,
                gradient.get(variable) instanceof Interval slope && Certificate.nearest(slope).exists()
                        ? new PointResult.Partial(Quantity.NONE, partial.status())
                        : partial));
        return complete(new PointResult(nearestValue().exists() ? nearestValue() : result.value(), none,
                result.differentiable(), result.why()));
    }

    /** The result with the doubles nearest to the truth in place of those that double arithmetic could not give. */
    public PointResult complete(PointResult result) {
        Map<Variable, PointResult.Partial> partials = new LinkedHashMap<>();
        result.partials().forEach((variable, partial) -> {
            Interval slope = gradient.get(variable);
            partials.put(variable, partial.slope().exists() || !smooth || slope == null
                    ? partial
                    : new PointResult.Partial(Certificate.nearest(slope), Status.SMOOTH));
        });
        Quantity nearest = result.value().exists() ? result.value() : nearestValue();
        boolean complete = nearest.exists() && partials.values().stream().allMatch(partial -> partial.slope().exists());
        return new PointResult(nearest, partials,
                smooth && result.differentiable() == null ? Boolean.TRUE : result.differentiable(),
                complete ? null : result.why());
    }
}
