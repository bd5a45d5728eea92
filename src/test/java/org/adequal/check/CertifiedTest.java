package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;

class CertifiedTest {
    private static final Variable X = Variable.of("x");

    private static Formula formula(String text) {
        return Formula.of(
                Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of()),
                List.of(X), List.of(X));
    }

    /** The text of the derivative, sign(x), has a value at 0, and the derivative has none: nothing is proven. */
    @Test
    void theTextOfADerivativeProvesNothingWhereItsRuleFails() {
        Certified atKink = formula("diff(abs(x), x)").certified(0);
        assertThat(atKink.defined()).isFalse();
        assertThat(atKink.nearestValue()).isEqualTo(Quantity.NONE);
        Certified elsewhere = formula("diff(abs(x), x)").certified(2);
        assertThat(elsewhere.defined()).isTrue();
        assertThat(elsewhere.value()).isEqualTo(Interval.ONE);
    }

    @Test
    void secondDerivativesAreEnclosedOnlyWhereTheFunctionIsSmooth() {
        assertThat(formula("abs(x)").hessianEnclosures(0)).isEmpty();
        assertThat(formula("x^3").hessianEnclosures(2)).contains(List.of(List.of(Interval.of(12))));
    }

    /** Here 133 bits cancel: the first precision does not do. */
    @Test
    void precisionIsRaisedUntilTheEnclosureIsTight() {
        Certified certified = formula("exp(x) - 1 - x").certified(1e-20);
        Interval value = certified.value();
        assertThat(value.doubleHigh()).isLessThanOrEqualTo(Math.nextUp(Math.nextUp(value.doubleLow())));
        assertThat(value.doubleLow()).isCloseTo(5e-41, org.assertj.core.data.Percentage.withPercentage(1e-12));
        assertThat(certified.nearestValue().exists()).isTrue();
        assertThat(formula("exp(x)").certified(1000).nearestValue().exists()).isTrue();
    }

    /** A value is proven where no derivative is; neither is where intervals cannot tell a number from 0. */
    @Test
    void valueAndSmoothnessAreProvenApart() {
        Certified kink = formula("abs(x)").certified(0);
        assertThat(kink.defined()).isTrue();
        assertThat(kink.smooth()).isFalse();
        assertThat(kink.value()).isEqualTo(Interval.ZERO);
        Certified hidden = formula("sqrt(sin(x)^2 + cos(x)^2 - 1)").certified(0.7);
        assertThat(hidden.defined() || hidden.smooth()).isFalse();
        assertThat(hidden.nearestValue()).isEqualTo(Quantity.NONE);
        String hiddenKink = "abs(sin(x)^2 + cos(x)^2 - 1 + x - 3/4)";
        assertThat(formula(hiddenKink).certified(0.75).smooth()).isFalse();
        assertThat(formula(hiddenKink).hessianEnclosures(0.75)).isEmpty();
        PointResult result = formula(hiddenKink).at(0.75);
        assertThat(result.differentiable()).isNotEqualTo(Boolean.TRUE);
        assertThat(result.partials().values()).noneMatch(partial -> partial.status() == Status.SMOOTH);
        assertThat(formula("sqrt(sin(x)^2 + cos(x)^2 - 1 - x + 3/4)").at(0.75).differentiable())
                .isNotEqualTo(Boolean.TRUE);
    }
}
