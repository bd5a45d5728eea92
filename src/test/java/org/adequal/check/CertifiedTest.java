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
}
