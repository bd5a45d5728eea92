package org.adequal.testing;

import static org.adequal.testing.GradientAssert.assertThatGradient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.adequal.check.Box;
import org.adequal.check.Format;
import org.adequal.check.probe.Probes;
import org.junit.jupiter.api.Test;

class GradientAssertTest {
    private static final String SQUARES = "x0^2 + x1^2";

    private static double[] squares(double[] x) {
        return new double[]{2 * x[0], 2 * x[1]};
    }

    private static double[] wrong(double[] x) {
        return new double[]{2 * x[0], 3 * x[1]};
    }

    @Test
    void rightGradientsPass() {
        UnaryOperator<double[]> operator = GradientAssertTest::squares;
        Function<double[], double[]> function = operator;
        assertThatGradient(GradientAssertTest::squares).of(SQUARES).isRightAt(3, 4).isRightAt(0, -1e200)
                .isRightOn("x0 = -1..1, x1 = 0..pi")
                .isRightOn(new Box(List.of(new Box.Range(0, 1), new Box.Range(2, 3))));
        assertThatGradient(operator).of(SQUARES).atAdversarialPoints().withSeed(5).isRightOn("x0 = -1..1, x1 = -1..1");
        assertThatGradient(function).of("f(x0) + f(x1)", "f(t) = t^2").isRightAt(3, 4);
        assertThatGradient(x -> new double[]{x[1], x[0]}).of("a*b", List.of("b", "a")).isRightAt(3, 4);
        assertThatGradient(x -> new double[]{(float) (1 / x[0])}).of("log(x)").inSinglePrecision()
                .isRightOn("x = -1..1");
        assertThatGradient(x -> new double[]{1.001 / x[0]}).of("log(x)").within(0.01).isRightOn("x = 0..1");
    }

    @Test
    void wrongGradientsFailWithAllThereIsToKnow() {
        assertThatThrownBy(() -> assertThatGradient(GradientAssertTest::wrong).of(SQUARES).atPoints(20).withSeed(7)
                .isRightOn("x0 = -1..1, x1 = 0..1")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("20 claims of the gradient's function: 0 right, 20 wrong, 0 undecided")
                .hasMessageContaining("x1: wrong, claimed ").hasMessageContaining("proven to be in [")
                .hasMessageContaining(" ulps").hasMessageContaining("| adequal oracle")
                .hasMessageContaining("points = 20, seed = 7");
        assertThatThrownBy(() -> assertThatGradient(GradientAssertTest::wrong).of(SQUARES).isRightAt(3, 4))
                .isInstanceOf(AssertionError.class).hasMessageContaining("at x0 = 3, x1 = 4")
                .hasMessageContaining("claimed 12, proven to be in [8, 8]");
        assertThatThrownBy(() -> assertThatGradient(x -> new double[]{1 / x[0]}).of("log(x)").inSinglePrecision()
                .within(0).isRightAt(3)).isInstanceOf(AssertionError.class).hasMessageContaining("format");
    }

    @Test
    void oneWrongRegionIsFound() {
        assertThatThrownBy(() -> assertThatGradient(x -> new double[]{x[0] > 0.9 ? 2.5 * x[0] : 2 * x[0]}).of("x^2")
                .isRightOn("x = -1..1")).isInstanceOf(AssertionError.class).hasMessageContaining("wrong");
    }

    @Test
    void whatIsNoGradientFails() {
        assertThatThrownBy(() -> assertThatGradient(_ -> new double[]{1}).of(SQUARES).isRightAt(3, 4))
                .hasMessageContaining("gives 1 number, not 2");
        assertThatThrownBy(() -> assertThatGradient(_ -> null).of(SQUARES).isRightAt(3, 4))
                .hasMessageContaining("gives null");
        assertThatThrownBy(() -> assertThatGradient(x -> new double[]{x[2]}).of(SQUARES).isRightAt(3, 4))
                .isInstanceOf(AssertionError.class).hasMessageContaining("ArrayIndexOutOfBounds");
        assertThatThrownBy(() -> assertThatGradient(x -> new double[]{Double.NaN, 0}).of(SQUARES).isRightAt(3, 4))
                .isInstanceOf(AssertionError.class).hasMessageContaining("not a number");
    }

    @Test
    void whatCannotBeToldFailsUnlessItIsAllowed() {
        // ten digits cancel: rounding admits anything there
        GradientAssert cancelling = assertThatGradient(x -> new double[]{Math.fma(1e300, x[0], -1e300 * x[0]) + 1})
                .of("1e300*x*x - 1e300*x^2 + x");
        assertThatThrownBy(() -> cancelling.isRightAt(0.3)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("undecided");
        assertThatGradient(x -> new double[]{x[0] > 0 ? 1 : -1}).of("abs(x)").allowingUndecided()
                .isRightOn("x = -1..1");
        assertThatThrownBy(() -> cancelling.allowingUndecided().isRightAt(0.3)).isInstanceOf(AssertionError.class);
    }

    @Test
    void mistakesOfTheTestAreToldApart() {
        assertThatThrownBy(() -> assertThatGradient(GradientAssertTest::squares).isRightAt(3, 4))
                .isInstanceOf(NullPointerException.class).hasMessageContaining("which formula");
        assertThatThrownBy(() -> assertThatGradient(GradientAssertTest::squares).of(SQUARES).isRightAt(3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 coordinates");
        assertThatThrownBy(() -> assertThatGradient(GradientAssertTest::squares).of(SQUARES).isRightOn("x0 = 0..1"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("x1 has no range");
        assertThatThrownBy(() -> GradientCheck.of("[x, y]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GradientCheck.of("x*y", List.of("x"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void thePointsGivenToTheGradientAreCopies() {
        assertThatGradient(x -> {
            double[] gradient = squares(x);
            x[0] = 77;
            return gradient;
        }).of(SQUARES).isRightOn("x0 = 0..1, x1 = 0..1");
    }

    @Test
    void aCheckIsAValue() {
        GradientCheck check = GradientCheck.of("sqrt(x)*y").in(Format.F32).seeded(3).atPoints(7)
                .atProbes(Probes.Choice.ADVERSARIAL).within(1e-3);
        assertThat(check).isEqualTo(check.seeded(4).seeded(3));
        assertThat(check.at(x -> new double[]{x[1] / (2 * Math.sqrt(x[0])), Math.sqrt(x[0])}, 4, 1).isRight()).isTrue();
    }

    @Test
    void functionsWithoutAFormula() {
        assertThatGradient(GradientAssertTest::squares).ofFunction(x -> x[0] * x[0] + x[1] * x[1]).isConsistentAt(3, 4);
        assertThatThrownBy(() -> assertThatGradient(GradientAssertTest::wrong)
                .ofFunction(x -> x[0] * x[0] + x[1] * x[1]).isConsistentAt(3, 4)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("estimated and not proven").hasMessageContaining("component 1: disagree")
                .hasMessageContaining("by Taylor order");
    }
}
