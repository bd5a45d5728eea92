package org.adequal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.adequal.simplify.Domain;
import org.jspecify.annotations.Nullable;

/** Formulas without a value anywhere, proven by intervals over the whole line or by conditions that exclude each other. */
public final class EmptyDomain {
    private static final int BITS = 64;
    private static final int MOST_HALVED = 4;
    private static final String EXCLUDE = "its conditions exclude each other";

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
        EnclosureProgram program = EnclosureProgram.of(List.of(defined), variables);
        if (program.over(everywhere, BITS).of(defined) == Certainty.FALSE) {
            return new Blame(analysis.value(), variables).over(everywhere, true);
        }
        if (variables.size() <= MOST_HALVED && parts(variables.size()).stream()
                .allMatch(part -> program.over(part, BITS).of(defined) == Certainty.FALSE)) {
            return EXCLUDE;
        }
        return Domain.beside(Truth.TRUE, defined) == Truth.FALSE ? EXCLUDE : null;
    }

    /** All of space, cut at 0 along each variable. */
    private static List<List<Interval>> parts(int variables) {
        List<List<Interval>> parts = new ArrayList<>();
        for (int signs = 0; signs < 1 << variables; signs++) {
            List<Interval> part = new ArrayList<>();
            for (int i = 0; i < variables; i++) {
                part.add((signs >> i & 1) == 0 ? Interval.NOT_NEGATIVE : Interval.NOT_NEGATIVE.negate());
            }
            parts.add(part);
        }
        return parts;
    }
}
