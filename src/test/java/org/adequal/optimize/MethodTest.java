package org.adequal.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method on functions of which the minima are known. */
class MethodTest {

    static Stream<Method> methods() {
        Slope slope = new Slope.Exact();
        return Stream.of(new Newton(), LimitedMemory.usual(), new LimitedMemory(5, LineSearch.ARMIJO),
                new LimitedMemory(0, LineSearch.WOLFE), new LimitedMemory(0, LineSearch.ARMIJO),
                new CommonsMath(CommonsMath.Algorithm.CONJUGATE_GRADIENT, 1),
                new CommonsMath(CommonsMath.Algorithm.SIMPLEX, 1), new CommonsMath(CommonsMath.Algorithm.POWELL, 1),
                new CommonsMath(CommonsMath.Algorithm.CMA_ES, 1), new LevenbergMarquardt(),
                new Descent(Rule.DESCENT, 1e-3, 0, slope), new Descent(Rule.MOMENTUM, 1e-3, 0.9, slope),
                new Descent(Rule.NESTEROV, 1e-3, 0.9, slope), new Descent(Rule.ADAM, 0.02, 0.9, slope),
                new Descent(Rule.DESCENT, 1e-3, 0, new Slope.Numeric(1e-4)));
    }

    static Stream<Arguments> problems() {
        return methods().flatMap(method -> Stream.of(
                Arguments.of(method, "(1 - x)^2 + 100*(y - x^2)^2", new double[]{-1.2, 1}, new double[]{1, 1}, 0),
                Arguments.of(method, "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", new double[]{4, 3}, new double[]{3, 2}, 0)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void findsTheMinimum(Method method, String formula, double[] start, double[] minimum, double value) {
        Objective objective = FindingTest.objective(formula);
        double[] from = start.clone();
        Search search = method.minimize(objective, from, Limits.steps(60_000).withGradient(1e-9), Monitor.SILENT);
        assertThat(search.best().value()).isCloseTo(value, within(1e-8));
        assertThat(search.best().point()).containsExactly(minimum, within(1e-3));
        assertThat(from).as("the start is not touched").containsExactly(start);
        if (!(method instanceof LimitedMemory memory && memory.memory() == 0)) {
            assertThat(Finding.of(method, objective, search).kind()).isEqualTo(Kind.MINIMUM);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isRepeatable(Method method) {
        Search first = method.minimize(FindingTest.objective("(x - 1)^2 + (y - x)^4"), new double[]{3, 5},
                Limits.steps(200), Monitor.SILENT);
        Search second = method.minimize(FindingTest.objective("(x - 1)^2 + (y - x)^4"), new double[]{3, 5},
                Limits.steps(200), Monitor.SILENT);
        assertThat(second.last().point()).containsExactly(first.last().point());
        assertThat(second.steps()).isEqualTo(first.steps());
    }

    @Test
    void newtonTurnsAwayFromSaddles() {
        Search search = new Newton().minimize(FindingTest.objective("x^4 - x^2 + y^2"), new double[]{1e-3, 1},
                Limits.steps(100).withGradient(1e-12), Monitor.SILENT);
        assertThat(search.last().point()[0]).isCloseTo(Math.sqrt(0.5), within(1e-9));
    }

    @Test
    void sumsOfSquaresAreReadFromWhatIsWritten() {
        for (String sum : List.of("(x - 1)^2 + (y - 2)^4", "((x - 1)*(x - 1) + (y - 2)^4 + 3)/2",
                "0.5*((x - 1)^2 + 3*(y - 2)^4) - (-2*y^2)", "(x - 1)^2")) {
            Objective objective = FindingTest.objective(sum);
            double[] point = sum.contains("y") ? new double[]{3.5, -1.25} : new double[]{3.5};
            LeastSquares squares = objective.leastSquares().orElseThrow();
            double sumOfSquares = 0;
            double[] gradient = new double[point.length];
            double[][] jacobian = squares.jacobian(point);
            double[] residuals = squares.residuals(point);
            for (int i = 0; i < residuals.length; i++) {
                sumOfSquares += residuals[i] * residuals[i];
                for (int j = 0; j < point.length; j++) {
                    gradient[j] += 2 * residuals[i] * jacobian[i][j];
                }
            }
            double[] exact = new double[point.length];
            double value = objective.gradient(point, exact);
            double constant = sum.contains("+ 3)/2") ? 1.5 : 0;
            assertThat(sumOfSquares + constant).isCloseTo(value, within(1e-9));
            assertThat(gradient).containsExactly(exact, within(1e-9));
        }
        for (String other : List.of("(x - 1)^2 - y^2", "x^3", "x^2 + y", "(x - 1)^2*y", "-(x^2)", "exp(x)^x")) {
            assertThat(FindingTest.objective(other).leastSquares()).as(other).isEmpty();
        }
    }
}
