package org.adequal.check;

import java.util.List;
import java.util.Map;

import org.adequal.calculus.Forward;
import org.adequal.eval.Program;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.number.DifferenceError;
import org.adequal.number.DifferenceScheme;
import org.adequal.number.Differences;
import org.adequal.number.Estimate;
import org.adequal.number.FixedStep;
import org.adequal.number.NoisyField;
import org.adequal.number.NoisyFunction;
import org.adequal.number.Sample;

/**
 * A formula as numeric differentiation sees it: values in doubles, each with the bound of its rounding errors; no value
 * outside the domain.
 */
public final class NoisyFormula implements NoisyField {
    private final Formula formula;
    /** A step over which the formula moves less than over this many doubles tells nothing of its slope. */
    private static final double RESOLVED = 1024;
    private static final double FINER = 8;

    private final Program program;

    private NoisyFormula(Formula formula) {
        this.formula = formula;
        Expr bound = new RunningError(List.of(formula.value()), Format.F64, Map.of()).bound(formula.value());
        program = Program.of(List.of(formula.value(), bound, formula.defined(), formula.certain()),
                formula.variables());
    }

    /** The formula's own rounding errors are the noise. */
    public static NoisyFormula of(Formula formula) {
        return new NoisyFormula(formula);
    }

    @Override
    public Sample at(double[] point) {
        double[] results = program.run(point);
        if (results[2] != 1 || results[3] != 1 || !Double.isFinite(results[0])) {
            return Sample.OUTSIDE;
        }
        double noise = Format.F64.roundoff() * results[1];
        return new Sample(results[0], Double.isNaN(noise) ? Double.POSITIVE_INFINITY : noise);
    }

    /** The function of one variable, the others held at the point. */
    public NoisyFunction along(Variable variable, double... point) {
        return alongAxis(point, formula.variables().indexOf(variable));
    }

    /**
     * The numeric derivative by one variable at a point, one coordinate per variable.
     *
     * <p>There is none where the exact derivative may lie beyond the estimate and either moves the function, if it does,
     * from one double to the next by as much as the step shows in all: waves as fine as doubles are spaced are not seen
     * by any difference; or where differences with much smaller steps contradict the estimate: then the function has
     * features between the points that it rests on.
     */
    public Estimate derivative(Variable variable, DifferenceScheme scheme, double... point) {
        int axis = formula.variables().indexOf(variable);
        NoisyFunction along = alongAxis(point, axis);
        double x = point[axis];
        Estimate estimate = scheme.derivative(along, x);
        int index = formula.wrt().indexOf(variable);
        if (!estimate.isKnown() || index < 0) {
            return estimate;
        }
        Accuracy.Bounds exact = formula.accuracy(Format.F64).at(point);
        double steepness = exact.steepness(index);
        if (steepness > Math.abs(estimate.value()) + estimate.margin()
                && variation(along, x, estimate.step()) < RESOLVED * steepness * Math.ulp(x)) {
            return none(estimate,
                    "by its exact derivative the function may vary as fast as doubles are spaced at " + x);
        }
        return Math.abs(exact.slope(index) - estimate.value()) > estimate.margin() + exact.partial(index)
                && isContradicted(estimate, along, x)
                        ? none(estimate, "smaller steps contradict larger ones: the function has features between the"
                                + " points of a difference")
                        : estimate;
    }

    private static Estimate none(Estimate estimate, String why) {
        return new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0, estimate.evaluations(),
                Estimate.Status.NO_ESTIMATE, why);
    }

    /** Whether a difference with a much smaller step lies outside the estimate's margin by more than its own error. */
    private static boolean isContradicted(Estimate estimate, NoisyFunction along, double x) {
        for (double h = estimate.step() / FINER; x + h != x && h >= Double.MIN_NORMAL; h /= FINER) {
            Estimate finer = FixedStep.central().withStep(h).derivative(along, x);
            if (finer.isKnown()
                    && Math.abs(finer.value() - estimate.value()) > finer.error() + estimate.margin()) {
                return true;
            }
        }
        return false;
    }

    /** How far the function moves, at most, from x to x + h and x - h. */
    static double variation(NoisyFunction along, double x, double h) {
        double value = along.at(x).value();
        double most = 0;
        for (int side = -1; side <= 1; side += 2) {
            Sample there = along.at(x + side * h);
            most = there.isDefined() ? Math.max(most, Math.abs(there.value() - value)) : most;
        }
        return most;
    }

    /** An estimate for each variable that the formula is differentiated by; one coordinate per variable. */
    public List<Estimate> gradient(DifferenceScheme scheme, double... point) {
        return formula.wrt().stream().map(variable -> derivative(variable, scheme, point)).toList();
    }

    /** The second derivatives by all variables, in the order of the formula's variables. */
    public List<List<Estimate>> hessian(DifferenceScheme scheme, double... point) {
        return Differences.hessian(this, point, scheme);
    }

    /**
     * The error of a difference explained: truncation from the exact next derivative, rounding from the formula's own
     * errors.
     *
     * @throws IllegalArgumentException where the formula has no value at the point
     */
    public DifferenceError differenceError(FixedStep scheme, int order, Variable variable, double... point) {
        Expr derivative = formula.value();
        for (int i = 0; i < order + scheme.stencil(order).accuracy(); i++) {
            derivative = Forward.derivative(derivative, variable);
        }
        double next = Program.of(List.of(derivative), formula.variables()).run(point)[0];
        return DifferenceError.of(along(variable, point), point[formula.variables().indexOf(variable)], scheme, order,
                Double.isFinite(next) ? next : 0);
    }
}
