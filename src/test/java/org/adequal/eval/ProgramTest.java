package org.adequal.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final Variable X = Variable.of("x");

    private static Expr read(String text) {
        return Lowering.value(Parser.formula(text, "test"), text, "test", Definitions.none(), List.of());
    }

    private static double run(String text, double x) {
        return Program.of(List.of(read(text)), List.of(X)).run(x)[0];
    }

    @Test
    void eachDistinctNodeIsOneStep() {
        Expr formula = read("sin(x)*sin(x) + sin(x)");
        assertThat(Program.of(List.of(formula), List.of(X)).size()).isEqualTo(Graph.nodes(formula).size()).isEqualTo(4);
    }

    @Test
    void constantsAreExactUntilTheyAreRoundedOnce() {
        assertThat(run("0.1 + 0.2", 0)).isEqualTo(0.3);
        assertThat(run("10^30 + 1 - 10^30", 0)).isEqualTo(1);
        assertThat(run("x*(1/3 - 1/3)", 5)).isEqualTo(0);
    }

    @Test
    void thereIsNoMinusZero() {
        assertThat(1 / run("-x", 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(1 / run("x", -0.0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(1 / run("round(x)", -0.2)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void whatIsNotTakenDoesNotMatter() {
        assertThat(run("if(x > 0, log(x), 7)", -1)).isEqualTo(7);
        assertThat(run("if(x > 0 and log(x) > 0, 1, 2)", -1)).isEqualTo(2);
        assertThat(run("if(log(x) > 0, 1, 2)", -1)).isNaN();
        assertThat(run("x for x > 0", -1)).isNaN();
    }

    @Test
    void refusesWhatItCannotEvaluate() {
        assertThatThrownBy(() -> Program.of(List.of(read("x + y")), List.of(X)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("y");
        assertThatThrownBy(() -> Program.of(List.of(X), List.of(X)).run(1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
