package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.calculus.Analysis;
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
            1         | 2*x > 1              | x > 1/2
            1         | x - 1 >= 0 and x + 1 >= 0 | x >= 1
            1         | sec(x) != 0 and cos(x) != 0 | cos(x) != 0
            1         | csc(x) != 0 and sin(x) != 0 | sin(x) != 0
            1         | 1/x > 0 and x != 0   | x > 0
            1         | 1/x >= 0 and x >= 0 and x != 0 | x > 0
            1         | a/x != 0 and x != 0  | a != 0 and x != 0
            1         | a/x^2 > 0 and x != 0 | a > 0 and x != 0
            1         | a*sec(x)^2 > 0 and cos(x) != 0 | a > 0 and cos(x) != 0
            1         | a*b > 0 and a > 0    | b > 0 and a > 0
            1         | x*x + y*y > 0        | x^2 + y^2 > 0
            sqrt(x^2 + y^2)/(x^2 + y^2) | x*x + y*y > 0 | 0 == 0
            1/x       | x*x + y*y > 0        | 0 == 0
            (1 for x != 0 or y != 0) | x*x + y*y > 0 | 0 == 0
            1/(x^2 + y^2) | x != 0 or y != 0 | 0 == 0
            1/sqrt(4 - x^2) | x/2 > -1 and x/2 < 1 | 0 == 0
            1         | x/2 > -1 and x/2 < 1 | x > -2 and x < 2
            1         | x^2/a^2 < 1 and x/a > -1 and x/a < 1 and a != 0 | x/a > -1 and x/a < 1 and a != 0
            1/sin(x)  | cos(x) > -1 and cos(x) < 1 | 0 == 0
            1         | 1 - sqrt(2)*x + x^2 > 0 | 0 == 0
            1         | 1 - 2*x + x^2 > 0    | x != 1
            1         | 1 - 3*x + x^2 > 0    | 1 - 3*x + x^2 > 0
            1         | x^2 - 4 > 0          | x^2 > 4
            1         | x > 0 or n - 1 >= 0 and n - 1 == floor(n - 1) | x > 0 or n >= 1 and n == floor(n)
            log(x)    | x > 0 or n > 1       | 0 == 0
            1         | (x > 0 or n > 1) and x < 0 | n > 1 and x < 0
            """)
    void saysWhatIsMissing(String shown, String condition, String said) {
        Expr expression = Lowering.value(Parser.formula(shown, "test"), shown, "test", Definitions.none(), List.of());
        Condition holds = Lowering.condition(Parser.formula(condition, "test"), condition, "test", Definitions.none(),
                List.of());
        assertThat(Printer.print(Domain.beside(Analysis.of(expression, List.of()).defined(), holds))).isEqualTo(said);
    }
}
