package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proven of formulas on whole boxes. */
class BoxEnclosureTest {

    private static Formula formula(String text) {
        Expr value = Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of());
        List<Variable> variables = Graph.variables(value);
        return Formula.of(value, variables, variables);
    }

    private static Interval range(double from, double to) {
        return Interval.of(from, to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^2 + y^2", "(1 - x)^2 + 100*(y - x^2)^2", "exp(x*y)*sin(x - y)", "log(x^2 + y^2 + 1)",
            "x/(y^2 + 1) - atan(x*y)", "sqrt(x^2 + y^2 + 1/2)", "x*y*(x - y)", "sigmoid(3*x) - tanh(y - x)"})
    void containsValuesAndPartialDerivatives(String text) {
        Formula formula = formula(text);
        BoxEnclosure box = formula.over(List.of(range(-2, 2), range(-1, 2)));
        SplittableRandom random = new SplittableRandom(1);

        assertThat(box.smooth()).isTrue();
        assertThat(box.open()).isNull();
        for (int i = 0; i < 50; i++) {
            Certified truth = formula.certified(random.nextDouble(-2, 2), random.nextDouble(-1, 2));
            assertThat(box.value().contains(truth.value())).isTrue();
            box.gradient().forEach((variable, slopes) -> assertThat(
                    slopes.contains(Objects.requireNonNull(truth.gradient().get(variable)))).isTrue());
        }
    }

    @Test
    void boundsAreTight() {
        Formula parabola = formula("x^2 - 2*x");
        BoxEnclosure box = parabola.over(List.of(range(-2, 2)));

        assertThat(box.value().doubleLow()).isBetween(-1.1, -1.0);
        assertThat(box.value().doubleHigh()).isBetween(8.0, 8.1);
        assertThat(box.gradient().get(Variable.of("x"))).isEqualTo(range(-6, 2));
    }

    @Test
    void namesTheSwitchThatIsOpen() {
        BoxEnclosure.Open open = Objects.requireNonNull(
                formula("abs(x - y) + x^2").over(List.of(range(-2, 2), range(-2, 2))).open());

        assertThat(open.undefined()).isFalse();
        assertThat(open.why()).contains("abs(x - y)");
        assertThat(open.box().get(0).intersects(open.box().get(1))).isTrue();
    }

    @Test
    void namesTheDomainThatFails() {
        BoxEnclosure box = formula("log(x)*y").over(List.of(range(-2, 2), range(0, 1)));
        BoxEnclosure.Open open = Objects.requireNonNull(box.open());

        assertThat(box.defined()).isFalse();
        assertThat(open.undefined()).isTrue();
        assertThat(open.why()).contains("x > 0");
        assertThat(open.box().getFirst().certainlyPositive()).isFalse();
    }

    @Test
    void isNeverSmoothOnASwitch() {
        List<String> wrong = new ArrayList<>();
        for (String text : List.of("abs(x)", "max(x, 0)*x", "floor(x)", "if(x > 0, x^2, x)", "x*abs(x)", "1/x",
                "sqrt(x + 2)", "atan2(x, -1)", "cbrt(x)", "hypot(x, 0)", "sign(sin(x))")) {
            if (formula(text).over(List.of(range(-2, 2))).smooth()) {
                wrong.add(text);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
