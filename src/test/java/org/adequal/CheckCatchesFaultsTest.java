package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.Formula;
import org.adequal.check.NoisyFormula;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.number.DifferenceScheme;
import org.adequal.number.Estimate;
import org.adequal.verdict.Claim;
import org.adequal.verdict.ClaimJudge;
import org.adequal.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For every row of the table: numeric derivatives admit the row's own derivative and none with a wrong sign, factor or
 * argument, or with a factor left out; and a claim computed from the wrong one is called wrong.
 */
class CheckCatchesFaultsTest {
    private static final int POINTS = 25;
    /** A fault that changes less than this part of the derivative is not visible at a point. */
    private static final double VISIBLE = 1e-6;

    @ParameterizedTest
    @EnumSource
    void wrongRowsAreCaught(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            for (Variable variable : way.variables()) {
                Map<String, Expr> faults = faults(way.derivative(variable));
                faults.put("swapped arguments", swapped(way, variable));
                Law law = new Law(way, variable);
                law.hold();
                faults.forEach(law::catches);
            }
        }
    }

    private static Map<String, Expr> faults(Expr right) {
        Map<String, Expr> faults = new LinkedHashMap<>();
        faults.put("wrong sign", Application.of(Primitive.NEGATE, right));
        faults.put("factor 2", Application.of(Primitive.MULTIPLY, Constant.TWO, right));
        if (right instanceof Application application && application.arguments().size() == 2) {
            faults.put("without its first part", application.argument(1));
            faults.put("without its second part", application.argument(0));
        } else if (right instanceof Choice choice) {
            faults.put("the other branch", choice.then());
        }
        return faults;
    }

    private static Expr swapped(RowUnderTest way, Variable variable) {
        Expr right = way.derivative(variable);
        List<Variable> all = way.variables();
        return all.size() < 2
                ? right
                : (Expr) Graph.substitute(right, Map.of(all.get(0), all.get(1), all.get(1), all.get(0)));
    }

    /** One partial derivative of a row at points where it is smooth. */
    private record Law(RowUnderTest way, Variable variable, Formula formula, NoisyFormula noisy,
            List<double[]> points) {

        Law(RowUnderTest way, Variable variable) {
            Formula formula = Formula.of(way.application(), way.variables(), List.of(variable));
            Program smooth = Program.of(List.of(way.smooth(variable)), way.variables());
            this(way, variable, formula, NoisyFormula.of(formula), way.pointsOfDomain().stream()
                    .filter(point -> smooth.run(point)[0] == 1).limit(POINTS).toList());
        }

        /** The row's own derivative is admitted by the differences, and never called wrong. */
        void hold() {
            assertThat(points).as("points for %s", way).isNotEmpty();
            Program right = Program.of(List.of(way.derivative(variable)), way.variables());
            for (double[] point : points) {
                double exact = right.run(point)[0];
                Estimate estimate = noisy.derivative(variable, DifferenceScheme.standard(), point);
                assertThat(!estimate.isKnown() || estimate.admits(exact)
                        || Math.abs(estimate.value() - exact) <= estimate.margin() + Math.ulp(exact) * 64)
                        .as("d/d%s %s at %s: %s, %s", variable, way, point, exact, estimate).isTrue();
                assertThat(verdict(point, exact)).as("d/d%s %s at %s", variable, way, point)
                        .isNotEqualTo(Verdict.WRONG);
            }
        }

        /** Wherever the fault shows, the claim is wrong; and at some point the differences refute it. */
        void catches(String name, Expr fault) {
            Program programs = Program.of(List.of(way.derivative(variable), fault), way.variables());
            int visible = 0;
            int refuted = 0;
            for (double[] point : points) {
                double[] values = programs.run(point);
                if (!Double.isFinite(values[1])
                        || !(Math.abs(values[0] - values[1]) > VISIBLE * Math.abs(values[0]))) {
                    continue;
                }
                visible++;
                assertThat(verdict(point, values[1])).as("%s: d/d%s %s at %s", name, variable, way, point)
                        .isNotEqualTo(Verdict.RIGHT);
                Estimate estimate = noisy.derivative(variable, DifferenceScheme.standard(), point);
                if (estimate.isKnown() && Math.abs(estimate.value() - values[1]) > estimate.margin()
                        && verdict(point, values[1]) == Verdict.WRONG) {
                    refuted++;
                }
            }
            assertThat(refuted).as("%s in d/d%s %s refuted, at %d points where it shows", name, variable, way, visible)
                    .isGreaterThanOrEqualTo(Math.min(1, visible));
        }

        private Verdict verdict(double[] point, double claim) {
            return ClaimJudge.standard().judge(formula, point, Claim.of(claim)).verdict();
        }
    }
}
