package org.adequal.verdict;

import java.util.List;
import java.util.Optional;

import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.eval.Program;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;

/** Numbers on the way that are too large, or too small, for the format. */
final class RangeFaults {

    private RangeFaults() {}

    private record Prepared(Program program) {}

    /** The first part of the formula, or of its derivative, that is too large for the format. */
    static Optional<Expr> overflow(Formula formula, double[] point, Format format) {
        Tape tape = Derivatives.first(formula).tapes().getFirst();
        Program program = formula.attached(Prepared.class,
                f -> new Prepared(Program.of(tape.order(), f.variables()))).program;
        Program.Evaluation evaluation = program.evaluate(point);
        for (Node node : Graph.nodes(tape.root())) {
            if (node instanceof Expr part && isTooLarge(evaluation.of(part), format)) {
                return Optional.of(part);
            }
        }
        Sweep sweep = new Sweep(tape, program, point);
        for (int i = 0; i < tape.edges().size(); i++) {
            Tape.Edge edge = tape.edges().get(i);
            boolean live = edge.when() == null && sweep.adjoint(i) != 0;
            if (live && (isTooLarge(sweep.slope(i), format) || isTooLarge(sweep.adjoint(i), format))) {
                return Optional.of(edge.parent());
            }
        }
        for (Expr slope : formula.gradient()) {
            for (Node node : Graph.nodes(slope)) {
                if (node instanceof Expr part && tape.slots().containsKey(part)
                        && isTooLarge(evaluation.of(part), format)) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isTooLarge(double value, Format format) {
        return Math.abs(value) > format.largest();
    }

    /** Zero, or another finite number, claimed where a number on the way is too large for the format, or too small. */
    static List<Explanation> lost(Suspicion suspicion) {
        if (suspicion.tape() == null || !suspicion.inAll(each -> each.fitsWrongOnes(new double[each.size()]))) {
            return List.of();
        }
        Case first = suspicion.cases().getFirst();
        return overflow(suspicion.formula(), first.point(), first.format())
                .map(part -> List.of(new Explanation(Kind.OVERFLOW, 1, "zero is claimed because " + Suspicion.show(part)
                        + " is too large for the format", List.of(part))))
                .orElse(List.of());
    }
}
