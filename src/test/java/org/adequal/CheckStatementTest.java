package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.jr.ob.JSON;

/** Checks as they are typed: what they say, what they answer to programs, and with which exit status they end. */
class CheckStatementTest {
    private static final String PARABOLA = "0.01*x^2 + 0.1*x";

    private static Terminal.Output run(String... statements) {
        return Terminal.run("", statements);
    }

    private static Map<String, Object> json(String statement) throws Exception {
        return JSON.std.mapFrom(run("--json", statement).text());
    }

    private static double number(Object json, String... path) {
        return ((Number) at(json, path)).doubleValue();
    }

    private static Object at(Object json, String... path) {
        Object value = json;
        for (String name : path) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(name), name);
        }
        return value;
    }

    @Test
    void theBadWay() throws Exception {
        String statement = "check " + PARABOLA + " at 5 with scheme = forward, h = 1e-50";
        assertThat(run(statement)).satisfies(output -> {
            assertThat(output.status()).isZero();
            assertThat(output.text()).contains("x  0.2    0 ").contains("destroyed by rounding");
        });
        assertThat(run("--strict", statement).status()).isEqualTo(3);
        assertThat(number(json(statement), "differences", "x", "value")).isZero();
        assertThat(at(json(statement), "differences", "x", "status")).isEqualTo("destroyed by rounding");
    }

    @ParameterizedTest
    @CsvSource({"5, 0.2", "10, 0.3"})
    void theGoodWay(String x, double slope) throws Exception {
        for (String with : List.of("", " with h = 1e-4", " with scheme = textbook")) {
            Map<String, Object> answer = json("check " + PARABOLA + " at " + x + with);
            assertThat(number(answer, "gradient", "x")).isCloseTo(slope, within(1e-16));
            assertThat(number(answer, "differences", "x", "value")).isCloseTo(slope, within(2e-12));
            assertThat(answer).containsEntry("verdict", "agree");
        }
    }

    @Test
    void theErrorAgainstTheStep() throws Exception {
        Map<String, Object> forward = json("check " + PARABOLA + " at 5 with scheme = forward, steps = 16");
        assertThat(number(forward, "best_h")).isBetween(1e-8, 1e-5);
        List<?> rows = (List<?>) at(forward, "steps");
        assertThat(rows).hasSize(16);
        assertThat(number(rows.get(0), "error")).isCloseTo(1e-3, within(1e-8));
        assertThat(number(rows.get(6), "error")).isLessThan(1e-8);
        assertThat(number(rows.get(15), "value")).isZero();
        for (Object row : rows) {
            assertThat(number(row, "error")).isLessThanOrEqualTo(
                    1.001 * number(row, "truncation") + number(row, "rounding") + 1e-16);
        }
        Map<String, Object> central = json("check sin(x) at 1 with steps = 12");
        assertThat(number(central, "best_h")).isBetween(1e-6, 1e-4);
        assertThat(run("check x*y at (1, 2) with steps = 3").status()).isEqualTo(1);
    }

    @Test
    void stepAndSigmoid() throws Exception {
        assertThat(number(json("diff step(x) wrt x at -1"), "value")).isZero();
        assertThat(number(json("diff step(x) wrt x at 0.5"), "value")).isZero();
        assertThat(json("diff step(x) wrt x at 0")).containsEntry("value", null);
        assertThat(run("check step(x) at 0").text()).contains("cannot tell");
        for (String x : List.of("-30", "-1", "0", "5", "30")) {
            double slope = number(json("diff sigmoid(x) wrt x at " + x), "value");
            assertThat(slope).isPositive();
            double product = number(json("sigmoid(" + x + ")*sigmoid(-(" + x + "))"), "value");
            assertThat(slope).isCloseTo(product, within(1e-15 * product));
        }
        assertThat(number(json("diff sigmoid(x) wrt x at 0"), "value")).isEqualTo(0.25);
    }

    @Test
    void claims() throws Exception {
        String statement = "check x0^2 + x1^2 at (3, 4) claiming ";
        assertThat(run(statement + "(6, 8)").status()).isZero();
        assertThat(run(statement + "x1 = 8, x0 = 6").status()).isZero();
        Terminal.Output wrong = run(statement + "(6, 8.1)");
        assertThat(wrong.status()).isEqualTo(3);
        assertThat(wrong.text())
                .contains("the claim is wrong, proven\nx1: wrong, off by 5.6e13 ulps of the true derivative in [8, 8]");
        assertThat(json(statement + "(6, 8.1)")).containsEntry("verdict", "wrong").containsEntry("evidence",
                "proven");
        assertThat(run(statement + "(6, 8.1) with tolerance = 0.1").status()).isZero();
        assertThat(run(statement + "(6, 8.0000001) with format = f32").status()).isZero();
        assertThat(run("check log(x) at -1 claiming -1").status()).isEqualTo(3);
        String cancelling = "check (x + 1e8)^3 - 3e8*x^2 - 3e16*x - 1e24 at 0.001 claiming 3.1e-6";
        assertThat(run(cancelling).text()).contains("undecided").contains("condition number");
        assertThat(run(cancelling).status()).isZero();
        assertThat(run("--strict", cancelling).status()).isEqualTo(3);
    }

    @Test
    void randomPointsOfTheDomain() throws Exception {
        String statement = "check log(x) - sqrt(y) on x = -2..2, y = -2..2 with points = 50, seed = 7";
        Map<String, Object> answer = json(statement);
        assertThat(answer).containsEntry("points", 50).containsEntry("seed", 7).containsEntry("disagree", 0)
                .containsEntry("verdict", "agree");
        assertThat(number(answer, "rejected")).isBetween(50.0, 500.0);
        assertThat(json(statement)).isEqualTo(answer);
        assertThat(json(statement.replace("seed = 7", "seed = 8"))).isNotEqualTo(answer);
        Terminal.Output worst = run((String) at(answer, "worst"));
        assertThat(worst.status()).isZero();
        assertThat(worst.text()).contains("they agree");
        assertThat(json("check log(x) on x = -2..-1")).containsEntry("points", 0).containsEntry("verdict",
                "cannot tell");
    }

    @Test
    void pointsWithoutAValueAreNamed() {
        assertThat(run("check log(x - 3) + x at 1").text())
                .contains("log(x - 3) is undefined here: it needs x - 3 > 0");
    }

    @Test
    void cancellationIsNamed() {
        assertThat(run("check (x + 1e8)^2 - 1e16 - 2e8*x at 0.7").text())
                .contains("cannot tell for x: the error bound is larger than the derivative")
                .contains("digits cancel in 2*(x + 100000000) - 200000000");
    }

    /** The first three lines, the table and the verdict. */
    @Test
    void oneScreen() {
        assertThat(run("check x^2 at 3").text()).isEqualTo("""
                x^2
                gradient [2*x]
                at x = 3: 9
                   exact  central difference  error bound  enclosure
                x  6      6                   1.7e-12      6
                they agree, proven: the exact gradient lies in the enclosure, each difference within its bound of it
                automatic differentiation (Commons Math) gives the same
                """);
        StringBuilder formula = new StringBuilder("x0^2");
        for (int i = 1; i < 200; i++) {
            formula.append(" + x").append(i).append("^2");
        }
        assertThat(run("check " + formula + " at (" + "1, ".repeat(199) + "1)").text()
                .lines().count()).isLessThan(45);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"check x at 1 with shceme = forward|did you mean scheme",
            "check x at 1 with scheme = sideways|one of richardson",
            "check x at 1 with scheme = ridders, h = 1e-3|finds its steps itself", "check x at 1 with h = -1|positive",
            "check x at 1 with points = 10|points is for a check with ranges",
            "check x at 1 with tolerance = 0.1|for a check with a claim", "check x|where is it to be checked",
            "check x on x = 2..1|ends before it begins", "check x*y on x = 0..1|y has no range",
            "check x on x = 0..1 claiming 1|a claim is about a point",
            "check x on x = 0..1 with points = 0|whole number"})
    void mistakesAreExplained(String statement, String words) {
        Terminal.Output output = run(statement);
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.text()).contains(words);
    }

    @Test
    void enclosuresProveAgreement() throws Exception {
        assertThat(run("check x^2*y at (3, 1)").text()).contains("enclosure", "they agree, proven");
        Map<String, Object> answer = json("check x^2*y at (3, 1)");
        assertThat(answer).containsEntry("evidence", "proven");
        assertThat(at(answer, "enclosure", "x")).isEqualTo(List.of(6.0, 6.0));
        assertThat(json("check abs(x) at 0")).containsEntry("evidence", "estimated").doesNotContainKey("enclosure");
    }

    @Test
    void saysHowManyDigitsDoubleArithmeticLoses() throws Exception {
        String statement = "check (x + 1e8)^2 - 1e16 - 2e8*x at 0.7";
        assertThat(run(statement).text()).contains("double arithmetic loses 7 digits of x here");
        assertThat(number(json(statement), "differences", "x", "lost_digits")).isEqualTo(7);
        assertThat(run("check sin(x) at 1").text()).doesNotContain("loses");
    }

    @Test
    void provesWhatHoldsOnAWholeBox() throws Exception {
        assertThat(run("check x^2 - y on x = -1..2, y = 0..1").text())
                .contains("proven: smooth on the whole box", "by x in [-2, 4], by y in [-1, -1]");
        assertThat(at(json("check x^2 - y on x = -1..2, y = 0..1"), "proven", "enclosure", "x"))
                .isEqualTo(List.of(-2.0, 4.0));
        assertThat(run("check abs(x - y) on x = -1..2, y = 0..1").text()).contains("not proven smooth on x =",
                "abs(x - y) needs x - y != 0");
        assertThat(run("check log(x) on x = -1..2").text()).contains("proven: undefined on all of x = -1..");
    }

    @Test
    void saysThatAFormulaIsDefinedNowhere() throws Exception {
        for (String statement : List.of("log(-1 - x^2)", "diff sqrt(-1 - x^2) wrt x", "grad acos(2 + x^2)",
                "simplify log(x)*sqrt(-x - 1)")) {
            assertThat(run(statement).text()).as(statement).contains("defined nowhere: ");
            assertThat(json(statement).toString()).as(statement).contains("empty=true");
        }
        for (String statement : List.of("log(1 - x^2)", "diff sqrt(-x^2) wrt x", "grad acos(1 + x^2)", "x/x")) {
            assertThat(run(statement).text()).as(statement).doesNotContain("nowhere");
        }
    }

    @Test
    void derivativesThatDoNotExistHaveSides() throws Exception {
        assertThat(at(json("diff abs(x) wrt x at 0"), "sides")).isEqualTo(Map.of("left", -1.0, "right", 1.0));
        assertThat(at(json("diff x*abs(x) wrt x, x at 0"), "sides")).isEqualTo(Map.of("left", -2.0, "right", 2.0));
        assertThat(at(json("diff abs(x)*y along (1, 1) at (0, 2)"), "sides"))
                .isEqualTo(Map.of("left", -2.0, "right", 2.0));
        assertThat(run("diff x*abs(x) wrt x, x at 0").text()).contains("on the left -2, on the right 2");
    }
}
