package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.adequal.expr.Convention;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the programs of each convention answer at kinks. */
class ConventionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abs(x)          | 0   | 0   | 0   | 0
            relu(x)         | 0   | 0   | 0   | 0
            step(x)         | 0   | 0   | 0   | 0
            max(x, 0)       | 0.5 | 0.5 | 1   | 0
            max(0, x)       | 0.5 | 0.5 | 0   | 0
            min(x, 0)       | 0.5 | 0.5 | 1   | 0
            clamp(x, 0, 1)  | 1   | 0.5 | 1   | 0
            clamp(x, -1, 0) | 1   | 0.5 | 1   | 0
            abs(x) + 3*x    | 3   | 3   | 3   | 3
            """)
    void atZero(String formula, double torch, double jax, double tensorflow, double zero) {
        Expr written = Lowering.value(Parser.formula(formula, "formula"), formula, "formula", Definitions.none(),
                List.of());
        List<Variable> variables = Graph.variables(written);
        Formula function = Formula.of(written, variables, variables);
        Map<Convention, Double> expected = Map.of(Convention.TORCH, torch, Convention.JAX, jax, Convention.TENSORFLOW,
                tensorflow, Convention.ZERO, zero);
        assertThat(function.at(0).status()).isNotEqualTo(Status.SMOOTH);
        expected.forEach((convention, slope) -> assertThat(function.following(convention, 0).get(variables.getFirst()))
                .as("%s of %s", convention, formula).isEqualTo(Quantity.of(slope)));
    }

    /** Away from the kinks every convention is the derivative. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max(x, 0)*x | 2 | 4
            clamp(x, 0, 1) | 0.5 | 1
            clamp(x, 0, 1) | 3 | 0
            min(x, x^2) | 3 | 1
            """)
    void elsewhere(String formula, double at, double slope) {
        Expr written = Lowering.value(Parser.formula(formula, "formula"), formula, "formula", Definitions.none(),
                List.of());
        Variable x = Variable.of("x");
        Formula function = Formula.of(written, List.of(x), List.of(x));
        for (Convention convention : Convention.values()) {
            assertThat(function.following(convention, at)).containsEntry(x, Quantity.of(slope));
        }
    }
}
