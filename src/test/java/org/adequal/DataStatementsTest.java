package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.adequal.corpus.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.jr.ob.JSON;

/** Tables and arrays in statements: loaded, learned from, asked. */
class DataStatementsTest {
    private static final String IRIS = "load \"samples/data/iris.csv\" as train, test with target = species, share = 0.7,"
            + " seed = 1, standardize = true";

    private static List<Map<String, Object>> json(String... statements) {
        List<String> arguments = new ArrayList<>(List.of("--json"));
        arguments.addAll(List.of(statements));
        return Terminal.run("", arguments.toArray(String[]::new)).text().lines().map(DataStatementsTest::parsed)
                .toList();
    }

    private static Map<String, Object> parsed(String line) {
        try {
            return JSON.std.mapFrom(line);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double value(Map<String, Object> answer) {
        return ((Number) Objects.requireNonNull(answer.get("value"), answer.toString())).doubleValue();
    }

    @Test
    void columnsHaveValues() {
        List<Map<String, Object>> answers = json("load \"samples/data/iris.csv\" as data", "mean(data.sepal_length)",
                "sum(data.species)", "max(data.petal_width) - data.petal_width[0]", "data.petal_width[0:3]",
                "grad (c - mean(data.petal_width))^2 at 1");
        assertThat(value(answers.get(1))).isCloseTo(5.843333333333334, within(1e-12));
        assertThat(value(answers.get(2))).isEqualTo(150);
        assertThat(value(answers.get(3))).isCloseTo(2.3, within(1e-12));
        assertThat(answers.get(4).toString()).contains("0.2, 0.2, 0.2");
        assertThat(answers.get(5).toString()).contains("-0.398666666666");
    }

    @Test
    void standardisingAndSplitting() {
        List<Map<String, Object>> answers = json(IRIS, "mean(train.x)", "mean(train.x^2)", "sum(train.y)",
                "sum(test.y)",
                "sum(train.x, axis = 0)");
        assertThat(value(answers.get(1))).isCloseTo(0, within(1e-14));
        assertThat(value(answers.get(2))).isCloseTo(1, within(1e-14));
        assertThat(value(answers.get(3))).isEqualTo(105);
        assertThat(value(answers.get(4))).isEqualTo(45);
    }

    /** A network of 67 weights names the species of at least 95 of 100 flowers that it has not seen. */
    @Test
    void aNetworkLearnsTheIrises() {
        String[] statements = {IRIS,
                "mlp(Z[m,4], W1[4,8], b1[8], W2[8,3], b2[3]) = softmax(tanh(Z @ W1 + b1) @ W2 + b2)",
                "loss(W1[4,8], b1[8], W2[8,3], b2[3]; Z[m,4], Y[m,3]) ="
                        + " mean(cross_entropy(mlp(Z, W1, b1, W2, b2), Y, 1e-7))",
                "minimize loss from W1 = normal(0.5), b1 = 0, W2 = normal(0.5), b2 = 0, Z = train.x, Y = train.y"
                        + " by adam with rate = 0.02, batch = 16, epochs = 60, seed = 1 as net",
                "mean(where(argmax(mlp(test.x, net.W1, net.b1, net.W2, net.b2), axis = 1)"
                        + " == argmax(test.y, axis = 1), 1, 0))"};
        List<Map<String, Object>> answers = json(statements);
        assertThat(value(answers.get(4))).isGreaterThanOrEqualTo(0.95);
        assertThat(answers.get(3)).containsEntry("batch", 16).containsEntry("steps", 60);
        assertThat(json(statements)).isEqualTo(answers);
    }

    @Test
    void aNetworkLearnsExclusiveOr() {
        List<Map<String, Object>> answers = json("X = [[0, 0], [0, 1], [1, 0], [1, 1]]", "t = [0, 1, 1, 0]",
                "out(W1[2,4], b1[4], w2[4], b2) = sigmoid(tanh(X @ W1 + b1) @ w2 + b2)",
                "xor(W1[2,4], b1[4], w2[4], b2) = mean((out(W1, b1, w2, b2) - t)^2)",
                "minimize xor from W1 = normal(1), b1 = 0, w2 = normal(1), b2 = 0 by adam with rate = 0.1, steps = 500,"
                        + " seed = 3 as net",
                "max(abs(out(net.W1, net.b1, net.w2, net.b2) - t))");
        assertThat(value(answers.get(5))).isLessThan(0.05);
    }

    static Stream<Arguments> problems() {
        return Stream.of("nist.jsonl", "nist-further.jsonl").flatMap(file -> Corpus.lines(file).stream())
                .flatMap(problem -> Stream.of("start1", "start2")
                        .map(start -> Arguments.of(problem.get("name"), start, problem)));
    }

    /** NIST's problems as they are typed, with arrays; the text is what the command line reads. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("problems")
    void fitsOfArrays(String name, String start, Map<String, Object> problem) {
        List<String> statements = new ArrayList<>();
        ((Map<?, ?>) Objects.requireNonNull(problem.get("data")))
                .forEach((column, numbers) -> statements.add(column + " = " + numbers));
        List<String> parameters = texts(problem, "params");
        List<String> from = texts(problem, start);
        List<String> begin = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            begin.add(parameters.get(i) + " = " + from.get(i));
        }
        statements.add("minimize sum((y - (" + problem.get("model") + "))^2) from " + String.join(", ", begin)
                + " by levenberg-marquardt");
        Map<String, Object> answer = json(statements.toArray(String[]::new)).getLast();
        Map<?, ?> at = (Map<?, ?>) Objects.requireNonNull(answer.get("at"), answer.toString());
        List<String> certified = texts(problem, "certified");
        for (int i = 0; i < parameters.size(); i++) {
            assertThat(((Number) Objects.requireNonNull(at.get(parameters.get(i)))).doubleValue())
                    .isCloseTo(Double.parseDouble(certified.get(i)), withPercentage(1e-7));
        }
    }

    private static List<String> texts(Map<String, Object> problem, String field) {
        return ((List<?>) Objects.requireNonNull(problem.get(field))).stream().map(String.class::cast).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "load \"samples/data/none.csv\" as d | cannot read this file",
            "load \"samples/data/README.md\" as d | line 5 has 8 cells",
            "load \"samples/data/iris.csv\" as d with targt = species | did you mean target?",
            "load \"samples/data/iris.csv\" as d with target = specis | did you mean species?",
            "load \"samples/data/iris.csv\" as d, t | which share of the rows is for d?",
            "load \"samples/data/iris.csv\" as d, t with share = 2 | a share is between 0 and 1",
            "load \"samples/data/iris.csv\" as d with share = 0.5 | a share is for two tables",
            "load \"samples/data/iris.csv\" as d with standardize = yes | this is true or false",
            "load \"samples/data/iris.csv\" as pi | is a constant",
            "d.x | d is no table",
            "minimize sum(x^2) from x = [1, 2] by sgd | there are no rows of data"})
    void mistakesAreExplained(String statement, String message) {
        Terminal.Output output = Terminal.run("", statement);
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.text()).contains(message);
    }

    @Test
    void mistakesWithTables() {
        assertThat(Terminal.run("", IRIS, "train.z").text()).contains("there is no column z");
        assertThat(Terminal.run("", IRIS, "train").text()).contains("train is a table");
        assertThat(Terminal.run("", IRIS, "train.x @ test.x").text()).contains("[train, 4]").contains("[test, 4]");
        assertThat(Terminal.run("", IRIS, "f(w[n]; X[m,n]) = sum((X @ w)^2)", "minimize f from w = [1, 2], X = train.x")
                .text()).contains("an array of shape").contains("n is");
        assertThat(Terminal.run("", "f(w[n]) = sum(w^2)", "minimize f from w = 1").text())
                .contains("the size n of w[n] is not known");
        assertThat(Terminal.run("", IRIS, "forget train", "who").text()).contains("forgot train")
                .contains("test: test.sepal_length[test]");
    }
}
