package org.adequal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.adequal.check.Formula;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GradientArbitrariesProperties {

    @Property(tries = 200)
    void pointsAreInTheDomainAndTheRanges(
            @ForAll @DomainPoints(formula = "log(x) + abs(y)", on = "x = -1..1, y = 0..pi") double[] point) {
        assertThat(point).hasSize(2);
        assertThat(point[0]).isPositive().isLessThanOrEqualTo(1);
        assertThat(point[1]).isPositive().isLessThanOrEqualTo(Math.PI);
    }

    @Property(tries = 200)
    void formulasAreOfTheLanguage(@ForAll @RandomFormula(depth = 4, variables = {"u", "v"}) String formula) {
        Formula read = GradientCheck.of(formula).formula();
        assertThat(read.variables()).allSatisfy(variable -> assertThat(variable.name()).isIn("u", "v"));
    }

    @Property(tries = 100)
    void aRightGradientIsRightAtAnyPoint(
            @ForAll @DomainPoints(formula = "x*y^2", on = "x = -9..9, y = -9..9") double[] p) {
        GradientAssert.assertThatGradient(x -> new double[]{x[1] * x[1], 2 * x[0] * x[1]}).of("x*y^2").isRightAt(p);
    }
}
