package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.adequal.expr.Application;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    private static final double U = 0x1p-53;

    private static Accuracy.Bounds bounds(String formula, double... point) {
        return bounds(Format.F64, formula, point);
    }

    private static Accuracy.Bounds bounds(Format format, String formula, double... point) {
        List<String> names = List.of("x", "y", "z").subList(0, point.length);
        return KnownGradients.formula(formula, names).accuracy(format).at(point);
    }

    @Test
    void roundingsAddUp() {
        assertThat(bounds("x", 3).value()).isZero();
        assertThat(bounds("x + y", 3, 4).value()).isCloseTo(7 * U, within(1e-30));
        assertThat(bounds("x*y + x", 3, 4).value()).isCloseTo((12 + 15) * U, within(1e-30));
        assertThat(bounds("-abs(x)", 3).value()).isZero();
        assertThat(bounds("exp(x)", 1).value()).isCloseTo(4 * Math.E * U, within(1e-30));
        assertThat(bounds("x^7", 2).value()).isCloseTo(6 * 128 * U, within(1e-27));
    }

    @Test
    void constantsCountOnceWhereTheyAreNoDoubles() {
        assertThat(bounds("0.5*x", 3).value()).isCloseTo(1.5 * U, within(1e-30));
        assertThat(bounds("0.1*x", 3).value()).isCloseTo(0.6 * U, within(1e-30));
        assertThat(bounds(Format.F32, "16777217*x", 1).value()).isCloseTo(2 * 16777217 * 0x1p-24, within(1e-5));
    }

    @Test
    void coordinatesCountWhereTheFormatIsNarrower() {
        assertThat(bounds(Format.F32, "x", 0.5).value()).isZero();
        assertThat(bounds(Format.F32, "x", 0.1).value()).isCloseTo(0.1 * 0x1p-24, within(1e-15));
    }

    @Test
    void onlyTheBranchTakenCounts() {
        assertThat(bounds("if(x > 0, x, exp(x))", 3).value()).isZero();
        assertThat(bounds("if(x > 0, x, log(-x)/0)", 3).value()).isZero();
    }

    @Test
    void nothingIsKnownWhereRoundingMayTurnASwitch() {
        assertThat(bounds("if(exp(x) > 1, 1, 2)", 0).value()).isInfinite();
        assertThat(bounds("if(exp(x) > 1, 1, 2)", 1e-3).value()).isZero();
        assertThat(bounds("abs(sin(x)^2 + cos(x)^2 - 1)", 0.3).value()).isInfinite();
        assertThat(bounds("log(1 + x - 1)", 1e-20).value()).isInfinite();
    }

    /** floor(3x) just below 1, where rounding may reach 1 */
    @Test
    void jumpsCountOnBothSides() {
        assertThat(bounds("floor(x*y)", 0.1, 10).value()).isEqualTo(1);
        assertThat(bounds("floor(x*y)", 0.15, 10).value()).isZero();
    }

    /** At a zero of the slope the error is of second order, and not 0. */
    @Test
    void squaresOfNothingHaveErrors() {
        assertThat(bounds("(0.1*x - 0.3)^2", 3).value()).isBetween(1e-34, 1e-30);
    }

    @Test
    void cancellationIsNamed() {
        Accuracy.Bounds bounds = bounds("(x + 1e8)^2 - 1e16 - 2e8*x", 0.7);
        assertThat(bounds.value()).isBetween(1.0, 100.0);
        assertThat(bounds.valueCancellation()).hasValueSatisfying(lost -> {
            assertThat(lost.operation()).contains("(x + 100000000)^2 - 10000000000000000");
            assertThat(lost.digits()).isGreaterThan(14);
        });
        assertThat(bounds.condition(0)).isBetween(1e8, 1e10);
        assertThat(bounds("x*y", 3, 4).cancellation(0)).isEmpty();
    }

    /** The bound of a graph that shares is linear in its distinct nodes. */
    @Test
    void sharedPartsCountOnce() {
        Variable x = Variable.of("x");
        Expr f = x;
        for (int i = 0; i < 300; i++) {
            f = Application.of(Primitive.ADD, Application.of(Primitive.MULTIPLY, Application.of(Primitive.SIN, f), f),
                    x);
        }
        Formula formula = Formula.of(f, List.of(x), List.of(x));
        assertThat(formula.accuracy(Format.F64).at(0.01).value()).isPositive().isFinite();
    }
}
