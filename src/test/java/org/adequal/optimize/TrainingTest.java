package org.adequal.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Networks trained by batches. */
class TrainingTest {
    private static final String NETWORK = "loss(W1[784,50], b1[50], W2[50,10], b2[10]; X[m,784], T[m,10]) ="
            + " mean(cross_entropy(softmax(sigmoid(X @ W1 + b1) @ W2 + b2), T, 1e-7))";

    /** A function with its parameters, the last two of which are data. */
    private static ArrayObjective objective(String definition, Map<String, double[]> data, Map<String, Long> sizes) {
        Definition read = new Definition(Parser.definition(definition, "test"), definition, "test");
        Ast.Name name = new Ast.Name(read.name(), read.statement().name().span());
        Expr loss = Lowering.operand(name, definition, "test", Definitions.none().with(read), List.of());
        List<Variable> parameters = Lowering.parameters(read);
        Map<Variable, ArrayValue> held = new LinkedHashMap<>();
        parameters.stream().filter(parameter -> data.containsKey(parameter.name())).forEach(parameter -> held
                .put(parameter, new ArrayValue(parameter.shape(), Objects.requireNonNull(data.get(parameter.name())))));
        return ArrayObjective.of(loss, parameters.stream().filter(p -> !held.containsKey(p)).toList(), held, sizes);
    }

    /** Ten thousand points around ten centres, in batches of a hundred. */
    @Test
    void aNetworkOfFortyThousandWeights() {
        int rows = 10_000;
        Random random = new Random(5);
        double[][] centres = new double[10][784];
        for (double[] centre : centres) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] = random.nextDouble() < 0.2 ? 1 : 0;
            }
        }
        double[] x = new double[rows * 784];
        double[] t = new double[rows * 10];
        for (int row = 0; row < rows; row++) {
            int label = random.nextInt(10);
            t[row * 10 + label] = 1;
            for (int i = 0; i < 784; i++) {
                x[row * 784 + i] = Math.clamp(centres[label][i] + 0.5 * random.nextGaussian(), 0, 1);
            }
        }
        double[] x0 = x.clone();
        ArrayObjective objective = objective(NETWORK, Map.of("X", x, "T", t), Map.of("m", (long) rows));
        assertThat(objective.dimension()).isEqualTo(39_760);
        double[] start = new double[objective.dimension()];
        for (int i = 0; i < start.length; i++) {
            start[i] = 0.01 * random.nextGaussian();
        }
        Search search = new BatchDescent(Descent.of(0.5), 100, 1).minimize(objective, start, Limits.steps(2),
                Monitor.SILENT);
        assertThat(search.steps()).isEqualTo(2);
        assertThat(search.last().value()).isLessThan(search.start().value() / 10);
        assertThat(Arrays.equals(x, x0)).as("data are not touched").isTrue();
    }
}
