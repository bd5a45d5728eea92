package org.adequal.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.adequal.check.Agreement;
import org.adequal.check.Format;
import org.adequal.check.Numbers;
import org.adequal.number.Estimate;
import org.adequal.number.NoisyField;
import org.adequal.number.Richardson;
import org.adequal.number.TaylorOrder;

/**
 * Gradients of functions that have no formula, compared with what evaluations of the function show. Everything here is an
 * estimate: agreement is no proof, and a wrong component that hides in the noise is not seen.
 *
 * @param function what the gradient is of; deterministic
 * @param gradient one number for each coordinate
 */
public record BlackBoxCheck(ToDoubleFunction<double[]> function, Function<double[], double[]> gradient) {
    /** Roundings that an adjoint may have collected in each product, and those beyond which it is wrong. */
    private static final double FEW_ROUNDINGS = 1e3;
    private static final double TOO_MANY_ROUNDINGS = 1e6;

    /** What was found, in words that say how it is known. */
    public record Finding(Agreement agreement, String text) {}

    /**
     * Each component beside Richardson's extrapolation of differences: they agree where they lie within ten times its
     * estimated error, which counts the function's noise; nothing can be told where that is wider than the slope.
     */
    public Finding differencesAt(double... point) {
        double[] claimed = claimed(point);
        NoisyField field = NoisyField.blackBox(function, point);
        List<Agreement> agreements = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            Estimate estimate = new Richardson().derivative(field.alongAxis(point, i), point[i], 1);
            Agreement agreement = compare(claimed[i], estimate);
            agreements.add(agreement);
            if (agreement != Agreement.AGREE) {
                lines.add("  component " + i + ": " + agreement.wireName() + ", claimed " + number(claimed[i])
                        + (estimate.isKnown()
                                ? ", estimated " + number(estimate.value()) + " up to "
                                        + Numbers.about(estimate.margin())
                                : ", no estimate: " + estimate.text()));
            }
        }
        Agreement worst = Agreement.worst(agreements);
        lines.addFirst("by differences at " + Arrays.toString(point) + ", estimated and not proven: " + switch (worst) {
            case AGREE -> "no component is refuted";
            case DISAGREE -> "the gradient does not agree with the function";
            case CANNOT_TELL -> "cannot tell of all components";
        });
        return new Finding(worst, String.join("\n", lines));
    }

    private static Agreement compare(double claimed, Estimate estimate) {
        if (!estimate.isKnown()) {
            return Agreement.CANNOT_TELL;
        }
        return !estimate.admits(claimed)
                ? Agreement.DISAGREE
                : estimate.margin() > Math.abs(estimate.value()) && estimate.margin() > Math.abs(claimed)
                        && claimed != 0 ? Agreement.CANNOT_TELL : Agreement.AGREE;
    }

    /**
     * The Taylor-order test along a random direction: the residual falls as h^3 where the gradient is right, as h where
     * it is wrong.
     *
     * @param seed of the direction
     */
    public Finding taylorOrderAt(long seed, double... point) {
        double[] claimed = claimed(point);
        double[] direction = directions(new SplittableRandom(seed), point.length);
        TaylorOrder found = TaylorOrder.of(NoisyField.blackBox(function, point), point, direction, claimed);
        Agreement agreement = switch (found.verdict()) {
            case CONSISTENT -> Agreement.AGREE;
            case WRONG -> Agreement.DISAGREE;
            case CANNOT_TELL -> Agreement.CANNOT_TELL;
        };
        return new Finding(agreement, "by Taylor order at " + Arrays.toString(point) + " along the direction of seed "
                + seed + ", estimated and not proven: " + found.text());
    }

    /** The worse of both tests at a point. */
    public Finding at(long seed, double... point) {
        Finding differences = differencesAt(point);
        Finding order = taylorOrderAt(seed, point);
        return new Finding(Agreement.worst(List.of(differences.agreement, order.agreement)),
                differences.text + "\n" + order.text);
    }

    private double[] claimed(double[] point) {
        double[] claimed = gradient.apply(point.clone());
        if (claimed.length != point.length) {
            throw new IllegalArgumentException("the gradient has " + claimed.length + " numbers, not " + point.length);
        }
        return claimed;
    }

    /**
     * The dot-product test of a linear map and its adjoint: (J v) w = v (J* w) for random v and w, up to rounding.
     *
     * @param forward v to J v
     * @param reverse w to J* w
     * @param inputs  how many numbers v has
     * @param outputs how many w has
     * @param format  in which both are computed
     */
    public static Finding adjoint(Function<double[], double[]> forward, Function<double[], double[]> reverse,
            int inputs,
            int outputs, Format format, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] v = directions(random, inputs);
        double[] w = directions(random, outputs);
        double[] image = forward.apply(v.clone());
        double[] back = reverse.apply(w.clone());
        if (image.length != outputs || back.length != inputs) {
            throw new IllegalArgumentException("J v has " + image.length + " numbers, not " + outputs + ", or J* w has "
                    + back.length + ", not " + inputs);
        }
        double left = 0;
        double right = 0;
        double size = 0;
        for (int i = 0; i < outputs; i++) {
            left = Math.fma(image[i], w[i], left);
            size += Math.abs(image[i] * w[i]);
        }
        for (int i = 0; i < inputs; i++) {
            right = Math.fma(v[i], back[i], right);
            size += Math.abs(v[i] * back[i]);
        }
        double roundings = size == 0 ? 0 : Math.abs(left - right) / (format.roundoff() * size);
        Agreement agreement = roundings <= FEW_ROUNDINGS
                ? Agreement.AGREE
                : roundings <= TOO_MANY_ROUNDINGS ? Agreement.CANNOT_TELL : Agreement.DISAGREE;
        return new Finding(agreement, "by the adjoint test of seed " + seed + ", estimated and not proven: (J v) w is "
                + number(left) + " and v (J* w) is " + number(right));
    }

    /** No coordinate is small, so that none hides. */
    private static double[] directions(SplittableRandom random, int size) {
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            direction[i] = (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.5, 1);
        }
        return direction;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "not a number" : Numbers.show(value);
    }
}
