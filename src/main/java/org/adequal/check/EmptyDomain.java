package org.adequal.check;

import java.util.Collections;
import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Domain;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/** Formulas without a value anywhere, proven by intervals over the whole line or by conditions that exclude each other. */
public final class EmptyDomain {
    private static final int BITS = 64;

    private EmptyDomain() {}

    /** Why the formula has no value at any point; null if that is not proven. */
    public static @Nullable String why(Expr formula) {
        Analysis analysis = Analysis.of(formula, List.of());
        Condition defined = analysis.defined();
        if (defined == Truth.TRUE) {
            return null;
        }
        List<Variable> variables = Graph.variables(formula);
        List<Interval> everywhere = Collections.nCopies(variables.size(), Interval.ENTIRE);
        if (EnclosureProgram.of(List.of(defined), variables).over(everywhere, BITS).of(defined) == Certainty.FALSE) {
            return new Blame(analysis.value(), variables).over(everywhere, true);
        }
        return Domain.beside(Constant.ZERO, defined) == Truth.FALSE ? "its conditions exclude each other" : null;
    }
}
