package org.adequal.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.adequal.corpus.Corpus;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems of NIST's reference data for nonlinear regression, fitted as sums of squares that are written out. */
class LevenbergMarquardtTest {

    private static List<String> texts(@Nullable Object list) {
        if (list == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    private static Expr sumOfSquares(Map<String, Object> problem) {
        Map<?, ?> data = (Map<?, ?>) Objects.requireNonNull(problem.get("data"));
        List<String> predictors = texts(problem.get("predictors"));
        List<String> responses = texts(data.get("y"));
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            String model = String.valueOf(problem.get("model"));
            for (String predictor : predictors) {
                model = model.replaceAll("\\b" + predictor + "\\b", "(" + texts(data.get(predictor)).get(i) + ")");
            }
            terms.add("(" + responses.get(i) + " - (" + model + "))^2");
        }
        String text = String.join(" + ", terms);
        return Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of());
    }

    private static double[] doubles(@Nullable Object list) {
        return texts(list).stream().mapToDouble(Double::parseDouble).toArray();
    }

    static Stream<Arguments> problems() {
        return Stream.of("nist.jsonl", "nist-further.jsonl").flatMap(file -> Corpus.lines(file).stream())
                .flatMap(problem -> Stream.of("start1", "start2")
                        .map(start -> Arguments.of(problem.get("name"), start, problem)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("problems")
    void findsTheCertifiedParameters(String name, String start, Map<String, Object> problem) {
        List<Variable> variables = texts(problem.get("params")).stream().map(Variable::of).toList();
        FormulaObjective objective = FormulaObjective.of(sumOfSquares(problem), variables);

        Search search = new LevenbergMarquardt().minimize(objective, doubles(problem.get(start)),
                Limits.steps(10_000), Monitor.SILENT);

        double[] certified = doubles(problem.get("certified"));
        for (int i = 0; i < certified.length; i++) {
            assertThat(search.last().point()[i]).isCloseTo(certified[i], withPercentage(1e-7));
        }
        // the data of Lanczos1 are exact to their last digit: what is left is rounding
        assertThat(search.last().value())
                .isCloseTo(Double.parseDouble(String.valueOf(problem.get("certified_rss"))),
                        withPercentage(name.equals("Lanczos1") ? 1 : 1e-7));
    }
}
