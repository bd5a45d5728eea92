package org.adequal.verdict;

import java.util.ArrayList;
import java.util.List;

import org.adequal.check.Formula;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;

/**
 * What a claim is about: scalars and the variables that each is differentiated by, row by row.
 *
 * @param tapes   one per row: of the formula for a gradient, of each partial derivative for a Hessian
 * @param written the derivatives of each row as they are evaluated
 */
record Derivatives(List<Tape> tapes, List<List<Expr>> written, List<Label> labels) {

    /** The first derivatives of a formula. */
    static Derivatives first(Formula formula) {
        return formula.attached(First.class, f -> new First(new Derivatives(List.of(Tape.of(f.value(), f.wrt())),
                List.of(f.gradient()),
                f.wrt().stream().map(variable -> Label.of(variable.name())).toList()))).derivatives;
    }

    private record First(Derivatives derivatives) {}

    /** The second derivatives of a formula. */
    static Derivatives second(Formula formula) {
        return formula.attached(Second.class, f -> {
            List<Label> labels = new ArrayList<>();
            for (Variable row : f.wrt()) {
                f.wrt().forEach(column -> labels.add(Label.of(row.name(), column.name())));
            }
            return new Second(new Derivatives(f.gradient().stream().map(slope -> Tape.of(slope, f.wrt())).toList(),
                    f.hessian(), labels));
        }).derivatives;
    }

    private record Second(Derivatives derivatives) {}
}
