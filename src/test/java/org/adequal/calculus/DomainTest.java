package org.adequal.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.adequal.syntax.Printer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainTest {

    /** What is implied by the expression shown is left out, all else is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1/x       | x > 0                | x > 0
            1/x       | x != 0               | 0 == 0
            1/sqrt(x) | x > 0                | 0 == 0
            sqrt(x)   | x > 0                | x > 0
            log(x)    | x > 0                | 0 == 0
            1         | x != 0               | x != 0
            1         | 3*x > 0              | x > 0
            1         | -x > 0               | x < 0
            1         | x*y != 0             | x != 0 and y != 0
            1         | x >= 0 and x > 0     | x > 0
            x         | x > 0 or y > 0       | x > 0 or y > 0
            1         | exp(x) > 0           | 0 == 0
            """)
    void saysWhatIsMissing(String shown, String condition, String said) {
        Expr expression = Lowering.value(Parser.formula(shown, "test"), shown, "test", Definitions.none(), List.of());
        Condition holds = Lowering.condition(Parser.formula(condition, "test"), condition, "test", Definitions.none(),
                List.of());
        assertThat(Printer.print(Domain.beside(expression, holds))).isEqualTo(said);
    }
}
