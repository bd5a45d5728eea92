package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every candidate wins somewhere, and keeps the value there. */
class RuleTest {

    private static String example(Rule rule) {
        return switch (rule) {
            case VANISHING_CHOICE -> "if(a == 0 and x == 0, 0, a*x)";
            case COMMON_FACTOR -> "x^2*a + x*b";
            case EXPAND -> "1/4 - (2*x - 1)^2/4";
            case GROUP -> "a*x + a*b + c";
            case COLLECT -> "log(x)*sin(a)^2 + log(x)*cos(a)^2 + atan(x)*sin(a)^2";
            case FRACTION -> "1/(x*(1 + 1/x))";
            case TRIGONOMETRIC_FRACTION -> "1 - cos(x)^2";
            case FACTORED_FRACTION -> "1 + 2*x + x^2";
            case SINES -> "tan(x)/a - b*sin(x)/(a*(a + b*cos(x)))";
            case TANGENTS -> "sin(x)/cos(x)^2";
            case HALF_ANGLES -> "cos(x/2)^2 - sin(x/2)^2 + cos(x)";
            case CONJUGATES -> "1/((x + 2)*(2 - x))";
            case CANONICAL -> "";
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANONICAL")
    void winsAndKeepsTheValue(Rule rule) {
        Expr written = Corpus.expression(example(rule), List.of());
        Condition defined = Analysis.of(written, List.of()).defined();
        Simplified result = Simplifier.simplify(written, defined, written);
        assertThat(result.trace()).extracting(Step::rule).contains(rule);
        List<Variable> variables = List.of(Variable.of("a"), Variable.of("b"), Variable.of("c"), Variable.of("x"));
        for (double x : new double[]{0.25, 0.75, 1, 1.5, 3}) {
            assertThat(Enclosed.compare(written, defined, result.expression(), variables, 3, 2, 0.5, x))
                    .isEqualTo(Enclosed.Verdict.SAME);
        }
        for (Step step : result.trace()) {
            Condition there = Analysis.of(step.before(), List.of()).defined();
            assertThat(Enclosed.compare(step.before(), there, step.after(), variables, 3, 2, 0.5, 0.75))
                    .isEqualTo(Enclosed.Verdict.SAME);
        }
    }
}
