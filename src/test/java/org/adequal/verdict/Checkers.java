package org.adequal.verdict;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The rules by which other tools judge a gradient, as they document them, with their defaults: whether they complain.
 * Sources: PyTorch, torch.autograd.gradcheck; JAX, test_util.check_grads (one random direction, central, the gradient
 * tolerances of the format); Ipopt, option derivative_test (forward, absolute below 1); Ceres, GradientChecker (Ridders,
 * relative precision 1e-8); MATLAB, checkGradients (forward, absolute below 1).
 */
enum Checkers {
    TORCH("torch gradcheck") {
        @Override
        boolean complains(ToDoubleFunction<double[]> f, double[] x, double[] claim, boolean single, Random random) {
            for (int i = 0; i < x.length; i++) {
                double numeric = central(f, x, i, 1e-6);
                if (!(Math.abs(claim[i] - numeric) <= 1e-5 + 1e-3 * Math.abs(numeric))) {
                    return true;
                }
            }
            return false;
        }
    },
    JAX("jax check_grads") {
        @Override
        boolean complains(ToDoubleFunction<double[]> f, double[] x, double[] claim, boolean single, Random random) {
            double[] direction = Arrays.stream(x).map(_ -> random.nextGaussian()).toArray();
            double[] above = x.clone();
            double[] below = x.clone();
            double claimed = 0;
            for (int i = 0; i < x.length; i++) {
                above[i] += 1e-4 * direction[i];
                below[i] -= 1e-4 * direction[i];
                claimed += claim[i] * direction[i];
            }
            double numeric = (f.applyAsDouble(above) - f.applyAsDouble(below)) * (0.5 / 1e-4);
            double tolerance = single ? 2e-3 : 1e-5;
            return !(Math.abs(claimed - numeric) <= tolerance + tolerance * Math.abs(numeric));
        }
    },
    IPOPT("Ipopt derivative_test") {
        @Override
        boolean complains(ToDoubleFunction<double[]> f, double[] x, double[] claim, boolean single, Random random) {
            for (int i = 0; i < x.length; i++) {
                double numeric = forward(f, x, i, 1e-8 * Math.max(1, Math.abs(x[i])));
                if (!(Math.abs(claim[i] - numeric) <= 1e-4 * Math.max(1, Math.abs(numeric)))) {
                    return true;
                }
            }
            return false;
        }
    },
    CERES("Ceres GradientChecker") {
        @Override
        boolean complains(ToDoubleFunction<double[]> f, double[] x, double[] claim, boolean single, Random random) {
            for (int i = 0; i < x.length; i++) {
                double numeric = ridders(f, x, i);
                double size = Math.max(Math.abs(numeric), Math.abs(claim[i]));
                boolean absolute = numeric == 0 || claim[i] == 0;
                if (!(Math.abs(claim[i] - numeric) <= 1e-8 * (absolute ? 1 : size))) {
                    return true;
                }
            }
            return false;
        }
    },
    MATLAB("MATLAB checkGradients") {
        @Override
        boolean complains(ToDoubleFunction<double[]> f, double[] x, double[] claim, boolean single, Random random) {
            for (int i = 0; i < x.length; i++) {
                double numeric = forward(f, x, i, Math.sqrt(Math.ulp(1.0)) * Math.max(1, Math.abs(x[i])));
                if (!(Math.abs(claim[i] - numeric) <= 1e-6 * Math.max(1, Math.abs(claim[i])))) {
                    return true;
                }
            }
            return false;
        }
    };

    final String label;

    Checkers(String label) {
        this.label = label;
    }

    abstract boolean complains(ToDoubleFunction<double[]> f, double[] x, double[] claim, boolean single, Random random);

    private static double at(ToDoubleFunction<double[]> f, double[] x, int i, double h) {
        double[] moved = x.clone();
        moved[i] += h;
        return f.applyAsDouble(moved);
    }

    private static double central(ToDoubleFunction<double[]> f, double[] x, int i, double h) {
        return (at(f, x, i, h) - at(f, x, i, -h)) / (2 * h);
    }

    private static double forward(ToDoubleFunction<double[]> f, double[] x, int i, double h) {
        return (at(f, x, i, h) - f.applyAsDouble(x)) / h;
    }

    /** Ridders as Ceres has it: first step 1e-2 relative, halved, at most 10 columns. */
    private static double ridders(ToDoubleFunction<double[]> f, double[] x, int i) {
        double h = Math.max(1e-2 * Math.abs(x[i]), Math.sqrt(Math.ulp(1.0)));
        double[] previous = {central(f, x, i, h)};
        double best = previous[0];
        double error = Double.MAX_VALUE;
        for (int row = 1; row < 10; row++) {
            h /= 2;
            double[] current = new double[row + 1];
            current[0] = central(f, x, i, h);
            double factor = 4;
            for (int k = 1; k <= row; k++) {
                current[k] = (factor * current[k - 1] - previous[k - 1]) / (factor - 1);
                factor *= 4;
                double own = Math.max(Math.abs(current[k] - current[k - 1]), Math.abs(current[k] - previous[k - 1]));
                if (own <= error) {
                    error = own;
                    best = current[k];
                }
            }
            if (Math.abs(current[row] - previous[row - 1]) >= 2 * error) {
                break;
            }
            previous = current;
        }
        return best;
    }

    static Map<Checkers, int[]> counts(int columns) {
        Map<Checkers, int[]> counts = new LinkedHashMap<>();
        for (Checkers each : values()) {
            counts.put(each, new int[columns]);
        }
        return counts;
    }
}
