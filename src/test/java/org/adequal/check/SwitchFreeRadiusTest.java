package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a point is from the next switch, as far as intervals prove it. */
class SwitchFreeRadiusTest {
    private static final Variable X = Variable.of("x");
    private static final Variable Y = Variable.of("y");

    private static Formula formula(String text, Variable... variables) {
        return Formula.of(
                Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of()),
                List.of(variables), List.of(variables));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abs(x)               | 0.5    | 0.5
            log(x)               | 3      | 3
            sqrt(x - 1)          | 1.25   | 0.25
            floor(x)             | 2.25   | 0.25
            max(x, 1 - x)        | 2      | 1.5
            if(x > 1, x^2, x)    | -3     | 4
            abs(x)               | 1e-300 | 1e-300
            abs(x)               | 1e300  | 1e300
            1/(x^2 - 4)          | 1      | 1
            """)
    void reachesTheNextSwitch(String text, double x, double radius) {
        assertThat(formula(text, X).switchFreeRadius(x)).isCloseTo(radius, within(2e-6 * radius))
                .isLessThanOrEqualTo(radius);
    }

    @Test
    void isNothingOnASwitchAndInfiniteWithoutOne() {
        assertThat(formula("abs(x)", X).switchFreeRadius(0)).isZero();
        assertThat(formula("log(x)", X).switchFreeRadius(-1)).isZero();
        assertThat(formula("exp(x)*sin(x)", X).switchFreeRadius(3)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void moveTogetherOrAlone() {
        Formula formula = formula("abs(x - y)*sqrt(y)", X, Y);

        assertThat(formula.switchFreeRadius(3, 1)).isCloseTo(1, within(2e-6));
        assertThat(formula.switchFreeRadius(X, 3, 1)).isCloseTo(2, within(4e-6));
        assertThat(formula.switchFreeRadius(Y, 3, 1)).isCloseTo(1, within(2e-6));
    }
}
