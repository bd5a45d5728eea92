package org.adequal.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Numeric derivatives of Java functions: of one variable, gradients, Jacobians, Hessians.
 *
 * <p>{@code Differences.gradient(p -> p[0] * p[0] + p[1] * p[1], 3, 4)} is [6, 8], each with its error. No array given
 * is changed, neither here nor by the function.
 */
public final class Differences {

    private Differences() {}

    /** The first derivative of a black box at x, by the standard scheme, its noise measured first. */
    public static Estimate derivative(DoubleUnaryOperator f, double x) {
        Probe.requireFinite(x);
        NoiseEstimate noise = NoiseEstimate.around(f, x);
        return DifferenceScheme.standard().derivative(NoisyFunction.rounded(f).noisyAs(noise), x)
                .plusEvaluations(noise.evaluations());
    }

    /** The gradient of a black box by the standard scheme, its noise measured first; one estimate per coordinate. */
    public static List<Estimate> gradient(ToDoubleFunction<double[]> f, double... point) {
        return gradient(NoisyField.blackBox(f, point), point, DifferenceScheme.standard());
    }

    /** The gradient: one estimate per coordinate. */
    public static List<Estimate> gradient(NoisyField f, double[] point, DifferenceScheme scheme) {
        List<Estimate> partials = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            partials.add(scheme.derivative(f.alongAxis(point, i), point[i], 1));
        }
        return List.copyOf(partials);
    }

    /** The derivative of f(point + t direction) by t at t = 0; not divided by the length of the direction. */
    public static Estimate directional(NoisyField f, double[] point, double[] direction, DifferenceScheme scheme) {
        return scheme.derivative(f.along(point, direction), 0, 1);
    }

    /**
     * The Jacobian of a function of m values: m rows, one estimate per coordinate each. The values of one evaluation
     * serve all rows; each is taken to be as good as one rounding.
     *
     * @throws IllegalArgumentException where the number of values is not the same everywhere
     */
    public static List<List<Estimate>> jacobian(Function<double[], double[]> f, double[] point,
            DifferenceScheme scheme) {
        int values = f.apply(point.clone()).length;
        List<List<Estimate>> rows = new ArrayList<>();
        for (int row = 0; row < values; row++) {
            rows.add(new ArrayList<>());
        }
        for (int axis = 0; axis < point.length; axis++) {
            Map<Double, double[]> known = new HashMap<>();
            int column = axis;
            Function<Double, double[]> alongAxis = t -> {
                double[] moved = point.clone();
                moved[column] = t;
                double[] result = f.apply(moved);
                if (result.length != values) {
                    throw new IllegalArgumentException(values + " values at the point, " + result.length + " beside");
                }
                return result.clone();
            };
            for (int row = 0; row < values; row++) {
                int component = row;
                NoisyFunction partial = t -> Sample.rounded(known.computeIfAbsent(t, alongAxis)[component]);
                rows.get(row).add(scheme.derivative(partial, point[axis], 1));
            }
        }
        return rows.stream().map(List::copyOf).toList();
    }

    /**
     * The Hessian, symmetric by construction. Mixed derivatives come from the second derivatives along the two
     * diagonals of the plane of two coordinates, as their difference.
     */
    public static List<List<Estimate>> hessian(NoisyField f, double[] point, DifferenceScheme scheme) {
        int n = point.length;
        Estimate[][] entries = new Estimate[n][n];
        for (int i = 0; i < n; i++) {
            entries[i][i] = scheme.derivative(f.alongAxis(point, i), point[i], 2);
            for (int j = 0; j < i; j++) {
                entries[i][j] = mixed(f, point, i, j, scheme);
                entries[j][i] = entries[i][j];
            }
        }
        List<List<Estimate>> rows = new ArrayList<>();
        for (Estimate[] row : entries) {
            rows.add(List.of(row));
        }
        return List.copyOf(rows);
    }

    private static Estimate mixed(NoisyField f, double[] point, int i, int j, DifferenceScheme scheme) {
        double[] direction = new double[point.length];
        // powers of two: point + t direction stays exact, and neither coordinate is lost beside the other
        direction[i] = Doubles.powerOfTwoBelow(Math.max(1, Math.abs(point[i])));
        direction[j] = Doubles.powerOfTwoBelow(Math.max(1, Math.abs(point[j])));
        Estimate rising = scheme.derivative(f.along(point, direction), 0, 2);
        double area = 4 * direction[i] * direction[j];
        direction[j] = -direction[j];
        Estimate falling = scheme.derivative(f.along(point, direction), 0, 2);
        int evaluations = rising.evaluations() + falling.evaluations();
        if (Double.isNaN(rising.value())) {
            return rising.withEvaluations(evaluations);
        }
        if (Double.isNaN(falling.value())) {
            return falling.withEvaluations(evaluations);
        }
        double value = (rising.value() - falling.value()) / area;
        double error = (rising.error() + falling.error()
                + Doubles.EPSILON * (Math.abs(rising.value()) + Math.abs(falling.value()))) / area;
        Estimate weaker = rising.status().compareTo(falling.status()) >= 0 ? rising : falling;
        return new Estimate(value, error, Math.max(rising.step(), falling.step()), evaluations, weaker.status(),
                "from two diagonals, " + weaker.text());
    }
}
