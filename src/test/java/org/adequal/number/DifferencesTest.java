package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static double rosenbrock(double[] p) {
        return Math.pow(1 - p[0], 2) + 100 * Math.pow(p[1] - p[0] * p[0], 2);
    }

    @Test
    void gradients() {
        List<Estimate> gradient = Differences.gradient(p -> p[0] * p[0] + p[1] * p[1], 3, 4);
        assertThat(gradient.get(0).admits(6)).isTrue();
        assertThat(gradient.get(1).admits(8)).isTrue();
        assertThat(gradient).allSatisfy(partial -> assertThat(partial.error()).isLessThan(1e-12));
        assertThat(Differences.derivative(Math::sin, 1).admits(Math.cos(1))).isTrue();
    }

    /** A function that overwrites its argument harms neither the caller's array nor the next evaluation. */
    @Test
    void inputsStayAsTheyAre() {
        double[] point = {3, 4};
        double[] direction = {1, -1};
        ToDoubleFunction<double[]> vandal = p -> {
            double value = p[0] * p[0] + p[1] * p[1];
            Arrays.fill(p, Double.NaN);
            return value;
        };
        NoisyField field = NoisyField.blackBox(vandal, point);
        assertThat(Differences.gradient(field, point, DifferenceScheme.standard()).get(1).admits(8)).isTrue();
        assertThat(Differences.directional(field, point, direction, DifferenceScheme.standard()).admits(-2)).isTrue();
        assertThat(Differences.hessian(field, point, DifferenceScheme.standard()).get(0).get(1).admits(0)).isTrue();
        assertThat(Differences.jacobian(p -> new double[]{vandal.applyAsDouble(p)}, point, DifferenceScheme.standard())
                .get(0).get(0).admits(6)).isTrue();
        assertThat(point).containsExactly(3, 4);
        assertThat(direction).containsExactly(1, -1);
    }

    @Test
    void hessians() {
        double[] point = {1.2, 1};
        List<List<Estimate>> hessian = Differences.hessian(NoisyField.rounded(DifferencesTest::rosenbrock), point,
                DifferenceScheme.standard());
        double[][] exact = {{2 - 400 * (1 - 3 * 1.2 * 1.2), -480}, {-480, 200}};
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                Estimate entry = hessian.get(i).get(j);
                assertThat(entry.admits(exact[i][j])).as("%d %d %s", i, j, entry).isTrue();
                assertThat(entry.error()).isLessThan(1e-6);
            }
        }
        assertThat(hessian.get(0).get(1)).isEqualTo(hessian.get(1).get(0));
    }

    @Test
    void jacobians() {
        List<List<Estimate>> jacobian = Differences.jacobian(
                p -> new double[]{p[0] * p[1], Math.sin(p[0]), p[2] / p[1]}, new double[]{1, 2, 3},
                DifferenceScheme.standard());
        double[][] exact = {{2, 1, 0}, {Math.cos(1), 0, 0}, {0, -0.75, 0.5}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(jacobian.get(i).get(j).admits(exact[i][j])).isTrue();
            }
        }
    }

    /** The direction is no number of few bits, so that every point along it is rounded. */
    @Test
    void roundedPointsCountAsNoise() {
        NoisyField steep = NoisyField.rounded(p -> Math.sin(1e6 * (p[0] + p[1])));
        double[] point = {0.1, 0.2};
        double[] direction = {1 / 3.0, 0.1};
        Estimate slope = Differences.directional(steep, point, direction, DifferenceScheme.standard());
        assertThat(slope.admits(1e6 * Math.cos(1e6 * (0.1 + 0.2)) * (1 / 3.0 + 0.1))).isTrue();
    }

    @Test
    void shapesMustAgree() {
        NoisyField f = NoisyField.rounded(p -> p[0]);
        assertThatThrownBy(() -> f.along(new double[]{1}, new double[]{1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
