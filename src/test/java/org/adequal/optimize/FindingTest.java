package org.adequal.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descents and what is said about where they end. */
class FindingTest {

    static FormulaObjective objective(String formula) {
        Expr expr = Lowering.value(Parser.formula(formula, "formula"), formula, "formula", Definitions.none(),
                List.of());
        return FormulaObjective.of(expr, Graph.variables(expr));
    }

    private static Finding descend(String formula, Descent descent, long steps, double... start) {
        Objective objective = objective(formula);
        return Finding.of(descent, objective,
                descent.minimize(objective, start, Limits.steps(steps), Monitor.SILENT));
    }

    private static double[] end(Finding finding) {
        return finding.search().last().point();
    }

    @Test
    void aSuitableRateConverges() {
        Finding finding = descend("x0^2 + x1^2", Descent.of(0.1), 100, -3, 4);
        assertThat(end(finding)[0]).isCloseTo(-6.111e-10, within(1e-13));
        assertThat(end(finding)[1]).isCloseTo(8.148e-10, within(1e-13));
        assertThat(finding.kind()).isEqualTo(Kind.MINIMUM);
        assertThat(finding.curvatures()).containsExactly(2, 2);
        assertThat(finding.distance()).isCloseTo(8.148e-10, within(1e-13));
        assertThat(finding.remarks()).isEmpty();
        assertThat(finding.search().ending()).isEqualTo(Ending.STEPS);
    }

    @Test
    void numericGradientsEndWhereRoundingDestroysThem() {
        Slope slope = new Slope.Numeric(1e-4);
        Finding finding = descend("x0^2 + x1^2", new Descent(Rule.DESCENT, 10, 0, slope), 100, -3, 4);
        assertThat(end(finding)).containsExactly(-25898374737328.363, -1295248616896.5398);
        assertThat(finding.remarks(Remark.Cause.DIVERGENCE)).isTrue();
        assertThat(finding.remarks(Remark.Cause.NUMERIC_GRADIENT)).isTrue();
    }

    @Test
    void tooLargeARateIsExplained() {
        Finding finding = descend("x0^2 + 2*x1^2", Descent.of(10), 20, -3, 4);
        assertThat(finding.kind()).isEqualTo(Kind.SLOPE);
        assertThat(finding.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.cause()).isEqualTo(Remark.Cause.DIVERGENCE);
            assertThat(remark.text())
                    .endsWith("the rate 10 is too large: largest curvature 4, rates above 0.5 diverge");
        });
    }

    /** Just below the limit every rule converges on a bowl of curvature 4, just above none does. */
    @ParameterizedTest
    @CsvSource({"DESCENT, 0.5", "MOMENTUM, 0.95", "NESTEROV, 0.3392857142857143"})
    void theLimitIsTheLimit(Rule rule, double limit) {
        assertThat(rule.stability(0.9) / 4).isCloseTo(limit, within(1e-12));
        Slope slope = new Slope.Exact();
        Finding below = descend("2*x^2", new Descent(rule, limit * 0.99, 0.9, slope), 5000, 1);
        assertThat(Math.abs(end(below)[0])).isLessThan(1e-6);
        Finding above = descend("2*x^2", new Descent(rule, limit * 1.01, 0.9, slope), 5000, 1);
        assertThat(above.remarks(Remark.Cause.DIVERGENCE)).isTrue();
    }

    @Test
    void tooSmallARateCreeps() {
        Finding finding = descend("x0^2 + x1^2", Descent.of(1e-10), 100, -3, 4);
        assertThat(end(finding)[0]).isCloseTo(-3, within(1e-7));
        assertThat(end(finding)[1]).isCloseTo(4, within(1e-7));
        assertThat(finding.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.cause()).isEqualTo(Remark.Cause.CREEPING);
            assertThat(remark.text()).contains("a rate of 0.5 is a good first guess");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "x^2 - y^2; 1, 0; SADDLE; NOT_LOWEST",
            "1 - exp(-x^2 - y^2); 5, 4; PLATEAU;",
            "relu(x)^2; -3; PLATEAU;",
            "x^3; 1; PLATEAU;",
            "x^4 - 4*x^2 + x; 2; MINIMUM;",
            "-x^2; 0; MAXIMUM; NOT_LOWEST",
            "(x - y)^2; 1, 3; VALLEY;",
            "-(x - y)^2; 2, 2; RIDGE; NOT_LOWEST",
            "x^2; 3; MINIMUM;",
            "1e12*x^2 + 1e-6*(y - 1)^2 + 1e3*x*(y - 1); 0, 1; MINIMUM;",
            "x^2*1e-6; 3; SLOPE; CREEPING",
            "abs(x); 1.03; SLOPE; OSCILLATION",
            "abs(x); 0; UNSMOOTH;",
            "x - log(x); 0.01; SLOPE; UNFINISHED",
            "x^2 - y^2; 1, 1e-3; SLOPE; UNBOUNDED"})
    void theKindOfPoint(String formula, String start, Kind kind, Remark.Cause cause) {
        double[] from = java.util.Arrays.stream(start.split(",")).mapToDouble(Double::parseDouble).toArray();
        double rate = formula.contains("log") ? 1e-4 : formula.contains("1e12") ? 1e-13 : 0.05;
        Finding finding = descend(formula, Descent.of(rate), formula.equals("x^3") ? 5000 : 400, from);
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.remarks()).extracting(Remark::cause)
                .isEqualTo(cause == null ? List.of() : List.of(cause));
    }

    @Test
    void toAndFro() {
        Finding finding = descend("x^2", Descent.of(1), 100, 3);
        assertThat(finding.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.cause()).isEqualTo(Remark.Cause.OSCILLATION);
            assertThat(remark.text()).contains("by 6").contains("largest curvature 2, rates above 1 diverge");
        });
    }

    @Test
    void stepsOutOfTheDomain() {
        Finding finding = descend("log(x)", Descent.of(20), 100, 3);
        assertThat(finding.kind()).isEqualTo(Kind.NOWHERE);
        assertThat(finding.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.cause()).isEqualTo(Remark.Cause.OUTSIDE);
            assertThat(remark.text()).contains("it needs x > 0");
        });
    }

    @Test
    void thePathIsKeptAndThinned() {
        Path path = descend("x^2", Descent.of(1e-3), 5000, 3).search().path();
        assertThat(path.stops().getFirst().point()).containsExactly(3);
        assertThat(path.stops().getLast().step()).isEqualTo(5000);
        assertThat(path.stops().size()).isBetween(250, 515);
        assertThat(path.stops()).extracting(Path.Stop::value).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void whoInterruptsGetsTheBestSoFar() {
        Monitor impatient = new Monitor() {
            private int asked;

            @Override
            public void progress(long step, double value) {
                // not asked for
            }

            @Override
            public boolean stopped() {
                return ++asked > 50;
            }
        };
        Search search = Descent.of(1e-3).minimize(objective("x^2"), new double[]{3}, Limits.steps(1_000_000),
                impatient);
        assertThat(search.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(search.steps()).isEqualTo(51);
        assertThat(search.best().value()).isEqualTo(search.last().value()).isLessThan(9);
    }
}
