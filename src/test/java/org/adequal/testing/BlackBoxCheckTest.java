package org.adequal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.adequal.check.Agreement;
import org.adequal.check.Format;
import org.junit.jupiter.api.Test;

class BlackBoxCheckTest {
    private static double f(double[] x) {
        return Math.sin(x[0]) * Math.exp(x[1]) + x[2] * x[2];
    }

    private static double[] gradient(double[] x) {
        return new double[]{Math.cos(x[0]) * Math.exp(x[1]), Math.sin(x[0]) * Math.exp(x[1]), 2 * x[2]};
    }

    @Test
    void aRightGradientIsNotRefuted() {
        BlackBoxCheck check = new BlackBoxCheck(BlackBoxCheckTest::f, BlackBoxCheckTest::gradient);
        assertThat(check.at(1, 0.3, -0.7, 2).agreement()).isEqualTo(Agreement.AGREE);
        assertThat(check.at(1, 0.3, -0.7, 2).text()).contains("not proven").doesNotContain("right\n");
    }

    @Test
    void everyWrongComponentIsFoundByBothTests() {
        for (int wrong = 0; wrong < 3; wrong++) {
            int component = wrong;
            BlackBoxCheck check = new BlackBoxCheck(BlackBoxCheckTest::f, x -> {
                double[] gradient = gradient(x);
                gradient[component] *= 1 + 1e-6;
                return gradient;
            });
            assertThat(check.differencesAt(0.3, -0.7, 2)).satisfies(finding -> {
                assertThat(finding.agreement()).isEqualTo(Agreement.DISAGREE);
                assertThat(finding.text()).contains("component " + component + ": disagree");
            });
            assertThat(check.taylorOrderAt(1, 0.3, -0.7, 2).agreement()).isEqualTo(Agreement.DISAGREE);
        }
    }

    @Test
    void notANumberIsRefutedAndAKinkIsNot() {
        assertThat(new BlackBoxCheck(x -> x[0] * x[0], _ -> new double[]{Double.NaN}).at(1, 3).agreement())
                .isEqualTo(Agreement.DISAGREE);
        assertThat(new BlackBoxCheck(x -> Math.abs(x[0]), _ -> new double[]{0}).at(1, 0).agreement())
                .isEqualTo(Agreement.CANNOT_TELL);
    }

    private static double[] times(double[][] matrix, double[] v) {
        return Arrays.stream(matrix).mapToDouble(row -> {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * v[i];
            }
            return sum;
        }).toArray();
    }

    @Test
    void adjoints() {
        double[][] matrix = {{1, 2, 3}, {4, 5, 7}};
        double[][] transposed = {{1, 4}, {2, 5}, {3, 7}};
        double[][] wrong = {{1, 4}, {2, 5}, {3, 7.001}};
        assertThat(BlackBoxCheck.adjoint(v -> times(matrix, v), w -> times(transposed, w), 3, 2, Format.F64, 1)
                .agreement()).isEqualTo(Agreement.AGREE);
        assertThat(BlackBoxCheck.adjoint(v -> times(matrix, v), w -> times(wrong, w), 3, 2, Format.F64, 1))
                .satisfies(finding -> {
                    assertThat(finding.agreement()).isEqualTo(Agreement.DISAGREE);
                    assertThat(finding.text()).contains("not proven");
                });
        assertThat(BlackBoxCheck.adjoint(v -> times(matrix, v), w -> times(transposed, w).clone(), 3, 2, Format.F32, 1)
                .agreement()).isEqualTo(Agreement.AGREE);
    }
}
