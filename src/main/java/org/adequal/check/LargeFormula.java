package org.adequal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Reverse;
import org.adequal.eval.ArrayProgram;
import org.adequal.expr.Expr;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;

/**
 * A scalar formula over arrays that are too large to be judged element by element: its value and gradient by loops. Where the
 * rules hold without a condition the point is smooth; elsewhere its status is unknown, though the numbers are those of the
 * rules.
 */
public final class LargeFormula {
    private static final String WHY = "the arrays are too large to be looked at element by element; "
            + "the numbers are those of the rules in double arithmetic";

    private final ArrayProgram program;
    private final List<Variable> wrt;
    private final Elements elements;
    private final int inputs;
    private final boolean smooth;

    private LargeFormula(ArrayProgram program, List<Variable> wrt, Elements elements, int inputs, boolean smooth) {
        this.program = program;
        this.wrt = wrt;
        this.elements = elements;
        this.inputs = inputs;
        this.smooth = smooth;
    }

    /**
     * The formula as a function of these variables, to be differentiated by some of them.
     *
     * @param elements knows the sizes
     */
    public static LargeFormula of(Expr written, List<Variable> variables, List<Variable> wrt, Elements elements) {
        Analysis analysis = Analysis.of(written, wrt);
        List<Expr> outputs = new ArrayList<>(List.of(analysis.value()));
        outputs.addAll(Reverse.gradient(analysis.value(), wrt));
        return new LargeFormula(ArrayProgram.of(outputs, variables, elements.sizes()), List.copyOf(wrt), elements,
                variables.size(), analysis.ordinary() == Truth.TRUE && analysis.certain() == Truth.TRUE);
    }

    /** Value and gradient at a point: the numbers of all variables, one after the other, in row-major order. */
    public PointResult at(double... point) {
        double[][] parts = new double[inputs][];
        int start = 0;
        for (int i = 0; i < inputs; i++) {
            parts[i] = Arrays.copyOfRange(point, start, start + program.inputLength(i));
            start += parts[i].length;
        }
        double[][] results = program.run(parts);
        Map<Variable, PointResult.Partial> partials = new LinkedHashMap<>();
        for (int i = 0; i < wrt.size(); i++) {
            List<Variable> own = elements.of(wrt.get(i));
            for (int k = 0; k < own.size(); k++) {
                Quantity slope = quantity(results[i + 1][k]);
                partials.put(own.get(k), new PointResult.Partial(slope,
                        smooth && slope.exists() ? Status.SMOOTH : Status.UNKNOWN));
            }
        }
        Quantity value = quantity(results[0][0]);
        boolean known = smooth && value.exists()
                && partials.values().stream().allMatch(partial -> partial.status() == Status.SMOOTH);
        return new PointResult(value, partials, known ? Boolean.TRUE : null, known ? null : WHY);
    }

    private static Quantity quantity(double value) {
        return Double.isFinite(value) ? Quantity.of(value) : Quantity.NONE;
    }
}
