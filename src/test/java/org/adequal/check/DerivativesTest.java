package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivative operators where the rules of some part fail: from the function, not from what the rules make of it. */
class DerivativesTest {
    private static final Variable X = Variable.of("x");
    private static final Variable Y = Variable.of("y");

    private static Expr read(String formula) {
        return Lowering.value(Parser.formula(formula, "formula"), formula, "formula", Definitions.none(), List.of());
    }

    private static Formula formula(Expr expression) {
        return Formula.of(expression, List.of(X, Y), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            diff(x*abs(x), x)                        | 0
            diff(if(x == 0, 0, x), x)                | 1
            diff(if(x == 0, 1, sin(x)/x), x)         | 0
            diff(if(x == 0, 1, sin(x)/x), x, 2)      | -0.3333333333333333
            diff(max(x, 0) + min(x, 0), x)           | 1
            diff(abs(x)^3, x, 2)                     | 0
            """)
    void valuesAtZero(String formula, double expected) {
        assertThat(formula(read(formula)).at(0, 0).value().value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            diff(abs(x), x)
            diff(x*abs(x), x, 2)
            diff(sqrt(x), x)
            log'(x)
            """)
    void noneAtZero(String formula) {
        PointResult result = formula(read(formula)).at(0, 0);

        assertThat(result.value().exists()).isFalse();
        assertThat(result.status()).isEqualTo(Status.UNDEFINED);
        assertThat(result.why()).isNotNull();
    }

    @Test
    void secondDerivativesOfASmoothPointWhoseRulesFail() {
        Formula formula = Formula.of(read("if(x == 0, 1, sin(x)/x)"), List.of(X), List.of(X));

        assertThat(formula.isOrdinaryAt(0)).isFalse();
        assertThat(formula.hessianAt(0)).containsExactly(List.of(Quantity.of(-1.0 / 3)));
    }

    @Test
    void directions() {
        Map<Variable, Expr> diagonal = Map.of(X, Constant.ONE, Y, Constant.ONE);

        assertThat(formula(Derivatives.along(read("abs(x) - abs(y)"), diagonal)).at(0, 0).value())
                .isEqualTo(Quantity.of(0));
        assertThat(formula(Derivatives.along(read("abs(x) + abs(y)"), diagonal)).at(0, 0).value().exists()).isFalse();
    }
}
