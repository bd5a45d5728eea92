package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.expr.Variable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points where double arithmetic takes the wrong side of a switch are not called ordinary. */
class RunningErrorTest {
    private static final Variable X = Variable.of("x");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abs(sin(pi*x))                     | 1   | KINK
            sign(x/3*3 - x)                    | 0.1 | SMOOTH
            floor(log(exp(1)^3))*x             | 1   | SMOOTH
            abs(sqrt(2)^2 - 2)*x               | 1   | SMOOTH
            1/sin(pi*x)                        | 1   | UNDEFINED
            if(sin(pi*x) == 0, 2, x)           | 1   | JUMP
            """)
    void nearASwitchTheTruthDecides(String formula, double x, Status status) {
        assertThat(SpecialPointsTest.at(formula, List.of(X), x).status()).isEqualTo(status);
    }
}
