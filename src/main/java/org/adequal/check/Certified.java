package org.adequal.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

    public Certified {
        gradient = Collections.unmodifiableMap(new LinkedHashMap<>(gradient));
    }

    /** The double nearest to the true value, or none where it is not proven to exist or not known well enough. */
    public Quantity nearestValue() {
        return defined ? Certificate.nearest(value) : Quantity.NONE;
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
        return new PointResult(nearest, partials, smooth ? Boolean.TRUE : result.differentiable(),
                complete ? null : result.why());
    }
}
