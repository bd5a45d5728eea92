package org.adequal.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.adequal.expr.ArrayValue;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses of arrays: their derivatives against differences, their rows against the whole. */
class ArrayObjectiveTest {
    private static final Map<String, Long> SIZES = Map.of("m", 7L, "n", 3L, "k", 2L);

    /** The function's variables move, its data are random. */
    private static ArrayObjective objective(String definition) {
        Definition read = new Definition(Parser.definition(definition, "test"), definition, "test");
        Ast.Name name = new Ast.Name(read.name(), read.statement().name().span());
        Expr loss = Lowering.operand(name, definition, "test", Definitions.none().with(read), List.of());
        Random random = new Random(11);
        Map<Variable, ArrayValue> held = new LinkedHashMap<>();
        for (Variable parameter : Lowering.parameters(read)) {
            if (!read.variables().contains(parameter.name())) {
                held.put(parameter, new ArrayValue(parameter.shape(),
                        random.doubles(ArrayObjective.length(parameter, SIZES), 0.2, 1.7).toArray()));
            }
        }
        List<Variable> moving = Lowering.parameters(read).stream().filter(p -> !held.containsKey(p)).toList();
        return ArrayObjective.of(loss, moving, held, SIZES);
    }

    private static double[] point(ArrayObjective objective) {
        return new Random(5).doubles(objective.dimension(), -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(W[n,k], b[k]; X[m,n], Y[m,k]) = mean(cross_entropy(softmax(X @ W + b), Y, 1e-7))",
            "f(w[n], c; X[m,n], y[m]) = sum((sigmoid(X @ w + c) - y)^2)/m + 0.1*sum(w^2)",
            "f(a, b; y[m], x[m]) = 2*sum((y - a*exp(b*x))^2)"})
    void derivativesAreThose(String definition) {
        ArrayObjective objective = objective(definition);
        double[] point = point(objective);
        double[] gradient = new double[point.length];
        assertThat(objective.gradient(point, gradient)).isEqualTo(objective.value(point));
        double[] differences = new double[point.length];
        new Slope.Numeric(1e-5).at(objective, point, differences);
        assertThat(gradient).containsExactly(differences, within(1e-8));

        double[][] hessian = objective.hessian(point).orElseThrow();
        for (int i = 0; i < point.length; i++) {
            double[] above = new double[point.length];
            double[] below = new double[point.length];
            double[] near = point.clone();
            near[i] += 1e-5;
            objective.gradient(near, above);
            near[i] -= 2e-5;
            objective.gradient(near, below);
            for (int j = 0; j < point.length; j++) {
                assertThat(hessian[i][j]).isCloseTo((above[j] - below[j]) / 2e-5, within(1e-7));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(w[n], c; X[m,n], y[m]) = sum((sigmoid(X @ w + c) - y)^2)/m + 0.1*sum(w^2)",
            "f(a, b; y[m], x[m]) = 2*sum((y - a*exp(b*x))^2)", "f(w[n]; X[m,n]) = mean((X @ w)^4) + w[0]^2"})
    void sumsOfSquaresAreTakenApart(String definition) {
        ArrayObjective objective = objective(definition);
        double[] point = point(objective);
        LeastSquares squares = objective.leastSquares().orElseThrow();
        double[] residuals = squares.residuals(point);
        double[][] jacobian = squares.jacobian(point);
        double[] exact = new double[point.length];
        double value = objective.gradient(point, exact);
        double sum = 0;
        double[] gradient = new double[point.length];
        for (int i = 0; i < residuals.length; i++) {
            sum += residuals[i] * residuals[i];
            for (int j = 0; j < point.length; j++) {
                gradient[j] += 2 * residuals[i] * jacobian[i][j];
            }
        }
        assertThat(sum).isCloseTo(value, within(1e-12 * Math.abs(value)));
        assertThat(gradient).containsExactly(exact, within(1e-10));
        assertThat(objective("f(w[n]; X[m,n]) = sum((X @ w)^3)").leastSquares()).isEmpty();
        assertThat(objective("f(w[n]; X[m,n]) = -sum((X @ w)^2)").leastSquares()).isEmpty();
    }

    @Test
    void theMeanOfTheBatchesIsTheWhole() {
        ArrayObjective objective = objective(
                "f(W[n,k], b[k]; X[m,n], Y[m,k]) = mean(cross_entropy(softmax(X @ W + b), Y, 1e-7))");
        double[] point = point(objective);
        Rows rows = objective.rows().orElseThrow();
        assertThat(rows.count()).isEqualTo(7);
        double[] whole = new double[point.length];
        double value = objective.gradient(point, whole);
        double[] all = new double[point.length];
        assertThat(rows.gradient(point, new int[]{6, 5, 4, 3, 2, 1, 0}, all)).isCloseTo(value, within(1e-14));
        assertThat(all).containsExactly(whole, within(1e-14));
        double[] mean = new double[point.length];
        for (int row = 0; row < 7; row++) {
            double[] one = new double[point.length];
            rows.gradient(point, new int[]{row}, one);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / 7;
            }
        }
        assertThat(mean).containsExactly(whole, within(1e-14));
        assertThat(objective("f(w[n]; c) = c*sum(w^2)").rows()).isEmpty();
    }
}
