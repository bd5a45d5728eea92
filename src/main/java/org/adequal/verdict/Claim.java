package org.adequal.verdict;

import java.util.Arrays;
import java.util.List;

import org.adequal.check.Format;

/**
 * Somebody's derivatives at a point.
 *
 * @param components the numbers claimed, NaN and infinities included: of a gradient one per variable that the formula is
 *                   differentiated by, of a matrix row by row
 * @param format     the format that they were computed in
 * @param policy     what they have to be
 */
public record Claim(List<Double> components, Format format, Policy policy) {

    public Claim {
        components = List.copyOf(components);
    }

    /** Computed in double precision, to be judged by what rounding explains. */
    public static Claim of(double... components) {
        return new Claim(Arrays.stream(components).boxed().toList(), Format.F64, new Policy.Reachable());
    }

    /** The same numbers as computed in another format. */
    public Claim in(Format other) {
        return new Claim(components, other, policy);
    }

    /** The same numbers, to be judged otherwise. */
    public Claim by(Policy other) {
        return new Claim(components, format, other);
    }

    /** The same numbers, to be right within a relative tolerance. */
    public Claim within(double tolerance) {
        return by(new Policy.Relative(tolerance));
    }
}
