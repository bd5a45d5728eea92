package org.adequal.check.germ;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proven, what is assumed, and what stays hidden. */
class GermAnalysisTest {
    private static final Variable X = Variable.of("x");

    private static GermAnalysis analysis(String formula, String x) {
        Expr expression = Lowering.value(Parser.formula(formula, "formula"), formula, "formula", Definitions.none(),
                List.of());
        return GermAnalysis.of(expression, Map.of(X, Rational.parse(x)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sign(sin(x)^2 + cos(x)^2 - 1)              | 0.5
            sign(asin(x) + acos(x) - pi/2)             | 0.5
            abs((sqrt(2)*sqrt(3) - sqrt(6))*x)         | 1
            abs(exp(x)*exp(-x) - 1)                    | 3
            abs(log(6*x) - log(2*x) - log(3))          | 1
            abs(x)^(pi - 3)*abs(x)^(5 - pi)            | 0
            """)
    void zerosByLawAreProven(String formula, String x) {
        assertThat(analysis(formula, x).along(X))
                .isEqualTo(new Finding(new Side.Slope(0), new Side.Slope(0), true, true));
    }

    /** The true value is far below the precision, and not zero. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abs((1 + exp(-1000*x)) - 1)                | 2
            abs((exp(5000*x) + 1) - exp(5000*x))       | 1
            """)
    void tinyIsNotZero(String formula, String x) {
        Finding finding = analysis(formula, x).along(X);

        assertThat(finding.smooth()).isTrue();
        assertThat(finding.proven()).isTrue();
    }

    @Test
    void whatNoLawShowsIsAssumedAndSaidToBe() {
        assertThat(analysis("abs(lgamma(x + 1) - lgamma(x) - log(x))", "1.5").along(X).proven()).isFalse();
    }

    @Test
    void whatIsBeyondIsHidden() {
        assertThat(analysis("if(x == 0, 0, x*exp(exp(1/abs(x))))", "0").along(X).right())
                .isInstanceOf(Side.Hidden.class);
        assertThat(analysis("abs((1 + exp(-100000*x^2)) - 1)", "3").along(X).right()).isInstanceOf(Side.Hidden.class);
    }

    @Test
    void oscillationThatMayCancelIsNotCalledOne() {
        String twice = "if(x == 0, 0, x*sin(1/x) - x*sin(1/x + 0*x))";

        assertThat(analysis(twice, "0").along(X).right()).isInstanceOf(Side.Hidden.class);
        assertThat(analysis("if(x == 0, 0, x*sin(1/x))", "0").along(X).right()).isInstanceOf(Side.Oscillating.class);
    }

    @Test
    void valuesAreTheNearestDoubles() {
        assertThat(analysis("sin(pi*x)", "1").value()).isEqualTo(new GermAnalysis.Decided(0, true));
        assertThat(analysis("exp(x)", "1").value()).isEqualTo(new GermAnalysis.Decided(2.718281828459045, true));
        assertThat(analysis("log(x)", "-1").value()).isInstanceOf(GermAnalysis.Undefined.class);
    }
}
