package org.adequal.plot;

import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.check.Formula;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.eval.Program;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/** A function of one variable with all that a sampler asks of it. */
final class Curve {
    private static final int BOX_BITS = 64;
    private static final int POINT_BITS = 160;
    /** Beyond so many parts points are evaluated in doubles, not in intervals. */
    private static final int MOST_PARTS_IN_INTERVALS = 400;

    private final Analysis analysis;
    private final EnclosureProgram conditions;
    private final EnclosureProgram values;
    private final Program program;
    private final boolean isLarge;
    private final Formula formula;

    Curve(Expr written, Variable variable) {
        List<Variable> variables = List.of(variable);
        analysis = Analysis.of(written, variables);
        conditions = EnclosureProgram.of(List.of(analysis.ordinary(), analysis.defined()), variables);
        values = EnclosureProgram.of(List.of(analysis.value()), variables);
        program = Program.of(List.of(analysis.value()), variables);
        isLarge = Graph.nodes(analysis.value()).size() > MOST_PARTS_IN_INTERVALS;
        formula = Formula.of(written, variables, variables);
    }

    Formula formula() {
        return formula;
    }

    /** TRUE: smooth all over; FALSE: without a value all over. */
    Certainty over(double from, double to) {
        EnclosureProgram.Enclosures found = conditions.over(List.of(Interval.of(from, to)), BOX_BITS);
        return found.of(analysis.ordinary()) == Certainty.TRUE
                ? Certainty.TRUE
                : found.of(analysis.defined()) == Certainty.FALSE ? Certainty.FALSE : Certainty.UNKNOWN;
    }

    /** The value in a stretch where there is one; null where no double holds it. */
    @Nullable
    Double at(double x) {
        if (!isLarge) {
            Interval value = values.at(new double[]{x}, POINT_BITS).of(analysis.value());
            if (value.isBounded()) {
                double low = value.doubleLow();
                double high = value.doubleHigh();
                if (Double.isFinite(low) && Double.isFinite(high)
                        && high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
                    return low / 2 + high / 2;
                }
            }
        }
        double value = program.run(x)[0];
        return Double.isFinite(value) ? value : null;
    }
}
