package org.adequal.check.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.adequal.check.Box;
import org.adequal.check.Formula;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static Formula formula(String text) {
        Expr expression = Lowering.operand(Parser.formula(text, "test"), text, "test", Definitions.none(), List.of());
        return Formula.of(expression, Graph.variables(expression), Graph.variables(expression));
    }

    private static Probes draw(Probes.Choice choice, String text, double from, double to, int wanted, long seed) {
        Formula formula = formula(text);
        return Probes.draw(choice, formula,
                new Box(Collections.nCopies(formula.variables().size(), new Box.Range(from, to))), wanted, seed);
    }

    @Test
    void aSeedGivesTheSamePoints() {
        for (Probes.Choice choice : Probes.Choice.values()) {
            Probes first = draw(choice, "sin(x)*abs(y) + sqrt(z)", -2, 3, 30, 7);
            assertThat(draw(choice, "sin(x)*abs(y) + sqrt(z)", -2, 3, 30, 7)).isEqualTo(first);
            assertThat(draw(choice, "sin(x)*abs(y) + sqrt(z)", -2, 3, 30, 8).probes())
                    .isNotEqualTo(first.probes());
            assertThat(draw(choice, "sin(x)*abs(y) + sqrt(z)", -2, 3, 10, 7).probes())
                    .isEqualTo(first.probes().subList(0, 10));
        }
    }

    @Test
    void genericPointsAreLikeNoOther() {
        Probes probes = draw(Probes.Choice.GENERIC, "a*b + c*d + e1", -2, 2, 200, 1);
        assertThat(probes.probes()).hasSize(200).allSatisfy(probe -> {
            assertThat(probe.kind()).isEqualTo(Probe.Kind.GENERIC);
            assertThat(probe.clearance()).isEqualTo(0x1p-10);
            List<Double> magnitudes = probe.point().stream().map(Math::abs).sorted().toList();
            for (int i = 0; i < magnitudes.size(); i++) {
                assertThat(magnitudes.get(i)).isGreaterThan(0.01);
                assertThat(Math.abs(magnitudes.get(i) - 1)).isGreaterThan(0.01);
                if (i > 0) {
                    assertThat(magnitudes.get(i) - magnitudes.get(i - 1)).isGreaterThan(0.01);
                }
            }
        });
        assertThat(probes.remarks()).isEmpty();
    }

    @Test
    void genericPointsAreInTheDomainAndAwayFromSwitches() {
        Probes probes = draw(Probes.Choice.GENERIC, "log(x)*max(x, y)", -1, 1, 100, 3);
        assertThat(probes.rejected()).isPositive();
        assertThat(probes.probes()).hasSize(100).allSatisfy(probe -> {
            double x = probe.point().get(0);
            double y = probe.point().get(1);
            assertThat(x).isPositive();
            assertThat(probe.clearance()).isPositive();
            assertThat(Math.abs(x - y)).isGreaterThan(probe.clearance() * Math.max(Math.abs(x), Math.abs(y)));
        });
    }

    /** The switch at 2/3 is within 2^-44 of all of the box: nothing can be proven to be away from it. */
    @Test
    void whatIsNotProvenIsSaid() {
        double third = 2.0 / 3;
        Probes probes = draw(Probes.Choice.GENERIC, "abs(x - 2/3)", third * (1 - 0x1p-46), third * (1 + 0x1p-46), 5, 1);
        assertThat(probes.probes()).hasSize(5).allSatisfy(probe -> assertThat(probe.clearance()).isZero());
        assertThat(probes.remarks()).singleElement().asString().contains("not proven that they are away from switches");
    }

    @Test
    void anEmptyDomainIsSaid() {
        Probes probes = draw(Probes.Choice.GENERIC, "log(x)", -2, -1, 5, 1);
        assertThat(probes.probes()).isEmpty();
        assertThat(probes.remarks()).singleElement().asString().contains("only 0 of 5").contains("500 draws");
    }

    @Test
    void aFixedCoordinateStays() {
        Formula formula = formula("x*y");
        Probes probes = Probes.draw(Probes.Choice.GENERIC, formula,
                new Box(List.of(new Box.Range(1, 1), new Box.Range(0, 1))), 5, 1);
        assertThat(probes.points()).hasSize(5).allSatisfy(point -> assertThat(point.get(0)).isEqualTo(1.0));
    }

    @Test
    void adversarialPointsAreOfEveryKind() {
        Probes probes = draw(Probes.Choice.ADVERSARIAL, "max(x, y^2) + sqrt(x + 3)", -1e300, 1e300, 200, 1);
        Set<Probe.Kind> kinds = probes.probes().stream().map(Probe::kind).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Probe.Kind.TIE, Probe.Kind.EDGE, Probe.Kind.EQUAL,
                Probe.Kind.CORNER, Probe.Kind.ZERO, Probe.Kind.HUGE, Probe.Kind.TINY, Probe.Kind.SUBNORMAL);
        assertThat(probes.points()).doesNotHaveDuplicates();
    }

    @Test
    void tiesAndEdgesAreMetToTheBit() {
        List<Probe> probes = draw(Probes.Choice.ADVERSARIAL, "max(x, 2*y) + sqrt(x + 3)", -4, 4, 100, 1).probes();
        assertThat(probes).filteredOn(probe -> probe.kind() == Probe.Kind.TIE).hasSizeGreaterThan(4)
                .allSatisfy(probe -> assertThat(probe.point().get(0)).isBetween(
                        Math.nextDown(2 * probe.point().get(1)), Math.nextUp(2 * probe.point().get(1))))
                .anySatisfy(probe -> assertThat(probe.point().get(0)).isEqualTo(2 * probe.point().get(1)));
        assertThat(probes).filteredOn(probe -> probe.kind() == Probe.Kind.EDGE).isNotEmpty()
                .allSatisfy(probe -> assertThat(probe.point().get(0)).isBetween(-3.0, Math.nextUp(-3.0)));
    }

    @Test
    void adversarialPointsStayInTheirRanges() {
        assertThat(draw(Probes.Choice.ADVERSARIAL, "abs(x - y)", 0.5, 1, 100, 1).points())
                .isNotEmpty().allSatisfy(point -> assertThat(point).allSatisfy(x -> assertThat(x).isBetween(0.5, 1.0)));
    }
}
