package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.jr.ob.JSON;

/** Searches for a minimum as they are typed. */
class MinimizeStatementTest {
    private static final String BOWL = "minimize x0^2 + x1^2 from (-3, 4) ";

    private static Map<String, Object> json(String... statements) throws Exception {
        String[] arguments = new String[statements.length + 1];
        arguments[0] = "--json";
        System.arraycopy(statements, 0, arguments, 1, statements.length);
        return JSON.std.mapFrom(Terminal.run("", arguments).text().lines().reduce((_, last) -> last).orElseThrow());
    }

    private static double at(Map<String, Object> answer, String name) {
        return ((Number) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(answer.get("at"))).get(name)))
                .doubleValue();
    }

    private static List<String> remarks(Map<String, Object> answer) {
        return ((List<?>) Objects.requireNonNull(answer.get("remarks"))).stream()
                .map(remark -> String.valueOf(((Map<?, ?>) remark).get("kind"))).toList();
    }

    @Test
    void theFourDescentsOfTheBowl() throws Exception {
        Map<String, Object> good = json(BOWL + "by descent with rate = 0.1, steps = 100");
        assertThat(at(good, "x0")).isCloseTo(-6.1e-10, within(2e-12));
        assertThat(at(good, "x1")).isCloseTo(8.1e-10, within(5e-12));
        assertThat(good).containsEntry("found", "minimum").containsEntry("steps", 100)
                .containsEntry("ending", "steps").containsEntry("status", "smooth").containsEntry("remarks", List.of());

        Map<String, Object> far = json(BOWL + "by descent with rate = 10, steps = 100, gradient = numeric");
        assertThat(at(far, "x0")).isEqualTo(-25898374737328.363);
        assertThat(at(far, "x1")).isEqualTo(-1295248616896.5398);
        assertThat(remarks(far)).containsExactly("divergence", "numeric-gradient");

        Map<String, Object> diverged = json(BOWL + "by descent with rate = 10, steps = 100");
        assertThat(Math.abs(at(diverged, "x0"))).isGreaterThan(1e100);
        assertThat(remarks(diverged)).containsExactly("divergence");

        Map<String, Object> slow = json(BOWL + "by descent with rate = 1e-10, steps = 100");
        assertThat(at(slow, "x0")).isCloseTo(-3, within(1e-7));
        assertThat(at(slow, "x1")).isCloseTo(4, within(1e-7));
        assertThat(remarks(slow)).containsExactly("creeping");
    }

    @Test
    void aSweepFindsTheRate() throws Exception {
        Map<String, Object> answer = json(BOWL + "by descent with rate = 1e-10..10, steps = 100");
        List<?> sweep = (List<?>) Objects.requireNonNull(answer.get("sweep"));
        assertThat(sweep.stream().map(each -> Objects.requireNonNull(((Map<?, ?>) each).get("rate"))))
                .containsExactly(1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0);
        assertThat(answer).containsEntry("rate", 0.1).containsEntry("found", "minimum");
        assertThat(json(BOWL + "by momentum with rate = [0.05, 0.2], steps = 3").get("sweep"))
                .asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2);
        assertThat(json(BOWL + "by adam with rate = 0.1..0.3, points = 5, steps = 3").get("sweep"))
                .asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " by newton", " by bfgs", " by conjugate gradient", " by conjugate-gradient",
            " by levenberg-marquardt", " by simplex", " by powell", " by cma-es with seed = 3",
            " by descent with search = armijo, steps = 100000",
            " by steepest descent with search = wolfe, steps = 50000",
            " by gradient descent with rate = 1e-3, steps = 50000", " by adam with rate = 0.01"})
    void everyMethodByName(String by) throws Exception {
        Map<String, Object> answer = json("minimize (1 - x)^2 + 100*(y - x^2)^2 from x = -1.2, y = 1" + by);
        assertThat(at(answer, "x")).isCloseTo(1, within(1e-3));
        assertThat(at(answer, "y")).isCloseTo(1, within(1e-3));
        assertThat(answer).containsEntry("found", "minimum");
    }

    @Test
    void onlySomeVariablesMove() throws Exception {
        Map<String, Object> answer = json("f(x; k) = (x - k)^2 + k", "minimize f from x = 1, k = 5");
        assertThat(answer.get("at")).isEqualTo(Map.of("x", 5.0));
        assertThat(answer).containsEntry("value", 5.0);
        assertThat(json("minimize (x - y)^2 wrt y from (3, 1)").get("at")).isEqualTo(Map.of("y", 3.0));
    }

    @Test
    void leastSquaresAreReadFromTheSum() throws Exception {
        Map<String, Object> answer = json("r(y, x) = y - a*exp(b*x)",
                "minimize r(2, 0)^2 + r(1, 1)^2 + r(0.5, 2)^2 + r(0.25, 3)^2 from (1, 1)");
        assertThat(answer).containsEntry("method", "levenberg-marquardt").containsEntry("found", "minimum");
        assertThat(at(answer, "a")).isCloseTo(2, within(1e-12));
        assertThat(at(answer, "b")).isCloseTo(-Math.log(2), within(1e-12));
    }

    @Test
    void whatTheFunctionIsAtTheEnd() throws Exception {
        Map<String, Object> kink = json("minimize abs(x) from 0 by descent");
        assertThat(kink).containsEntry("found", "unsmooth").containsEntry("status", "kink");
        Map<String, Object> out = json("minimize log(x) from 3 by descent with rate = 20");
        assertThat(out).containsEntry("found", "nowhere").containsEntry("status", "undefined")
                .containsEntry("value", null);
        assertThat(remarks(out)).containsExactly("outside");
        assertThat(Terminal.run("", "minimize log(x) from -1").text()).contains("it needs x > 0").doesNotContain("NaN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "minimize x^2                                  | where does it begin?",
            "minimize x^2 from 1 by decent                 | did you mean descent?",
            "minimize x^2 from 1 by descent with rat = 1   | did you mean rate?",
            "minimize x^2 from 1 by newton with rate = 1   | newton has no option rate",
            "minimize x^2 from 1 by descent with rate = -1 | a positive number is needed",
            "minimize x^2 from 1 by descent with steps = 1.5 | a whole number",
            "minimize x^2 from 1 with steps = 1..5         | only rates can be a range",
            "minimize x^2 from 1 by adam with momentum = 1 | a momentum is below 1",
            "minimize x^2 from 1 by descent with h = 1e-4  | add gradient = numeric",
            "minimize x^2 from 1 by descent with gradient = wrong | one of exact, numeric",
            "minimize x^2 from 1 by descent with search = wolfe, rate = 1 | finds the rates itself",
            "minimize x^2 from 1 by descent with rate = 10..1 | ends before it begins",
            "minimize x^3 from 1 by levenberg-marquardt    | no sum of squares",
            "minimize x^2 from 1 from 2                    | there is one 'from'",
            "minimize x^2 from 1 with time = 0             | time is a positive number",
            "minimize 3 from 1                             | there is no variable",
            "minimize [x, y] from (1, 2)                   | where a number is needed"})
    void mistakesAreExplained(String statement, String message) {
        Terminal.Output output = Terminal.run("", statement);
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.text()).contains(message);
    }

    @Test
    void timeEndsALongSearch() throws Exception {
        Map<String, Object> answer = json(
                BOWL + "by descent with rate = 1e-9, steps = 1000000000, time = 0.2");
        assertThat(answer).containsEntry("ending", "time");
        assertThat(((Number) Objects.requireNonNull(answer.get("steps"))).longValue()).isBetween(1L, 999_999_999L);
    }
}
