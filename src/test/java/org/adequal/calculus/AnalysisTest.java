package org.adequal.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.adequal.syntax.Printer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {

    private static Analysis analysis(String text) {
        Expr formula = Lowering.value(Parser.formula(text, "test"), text, "test", Definitions.none(), List.of());
        return Analysis.of(formula, Graph.variables(formula));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            log(x)                  | x > 0
            sqrt(x)                 | x >= 0
            1/x + log(y)            | x != 0 and y > 0
            x for x < 1             | x < 1
            sin(x)                  | 0 == 0
            diff(log(x), x)         | x > 0
            """)
    void saysWhereThereIsAValue(String formula, String defined) {
        assertThat(Printer.print(analysis(formula).defined())).isEqualTo(defined);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqrt(x)                 | x > 0
            abs(x)                  | x != 0
            if(x > y, x, y)         | x != y
            max(x, 2)               | x != 2
            x for x < 1             | x < 1
            x^2                     | 0 == 0
            """)
    void saysWhereItIsSurelySmooth(String formula, String ordinary) {
        assertThat(Printer.print(analysis(formula).ordinary())).isEqualTo(ordinary);
    }

    /** What an operator binds means nothing outside of it. */
    @Test
    void conditionsInsideOperatorsStayInside() {
        Analysis analysis = analysis("x for diff(if(x > 0, x, -x), x) > 0");
        assertThat(Graph.variables(analysis.ordinary())).containsOnly(Variable.of("x"));
        assertThat(Graph.nodes(analysis.ordinary())).noneMatch(
                node -> node instanceof Variable variable && variable.level() > 0);
    }

    @Test
    void operatorsAreWorkedOut() {
        assertThat(Printer.print(analysis("diff(x^3, x) + 1").value())).isEqualTo("3*x^2 + 1");
    }
}
