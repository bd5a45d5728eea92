package org.adequal.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Status;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** Exact derivatives beside central differences. */
final class Checking {
    /** The step that balances truncation and rounding of a central difference: the cube root of the double's epsilon. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    private static final double TOLERANCE = 1e-6;

    private Checking() {}

    static Answer.Check at(Formula formula, String text, List<Answer.Shown> partials, Answer.Place place,
            double[] point) {
        PointResult result = formula.at(point);
        Map<Variable, Double> differences = new LinkedHashMap<>();
        boolean agrees = true;
        for (Variable variable : formula.wrt()) {
            double h = STEP * Math.max(1, Math.abs(point[formula.variables().indexOf(variable)]));
            Double above = moved(formula, point, variable, h);
            Double below = moved(formula, point, variable, -h);
            if (above == null || below == null) {
                continue;
            }
            double difference = (above - below) / (2 * h);
            differences.put(variable, difference);
            PointResult.Partial partial = result.partials().get(variable);
            if (partial != null && partial.status() == Status.SMOOTH
                    && partial.slope().value() instanceof Double exact) {
                agrees &= Math.abs(exact - difference) <= TOLERANCE * Math.max(1, Math.abs(exact));
            }
        }
        Answer.Verdict verdict = result.status() != Status.SMOOTH || differences.size() < formula.wrt().size()
                ? Answer.Verdict.CANNOT_TELL
                : agrees ? Answer.Verdict.AGREE : Answer.Verdict.DISAGREE;
        return new Answer.Check(text, formula.wrt(), partials, place, result, differences, verdict);
    }

    private static @Nullable Double moved(Formula formula, double[] point, Variable variable, double by) {
        double[] there = point.clone();
        there[formula.variables().indexOf(variable)] += by;
        Double value = formula.at(there).value().value();
        return value == null || value.isInfinite() ? null : value;
    }
}
