package org.adequal.number;

import java.util.function.UnaryOperator;

import org.apache.commons.math3.complex.Complex;

/**
 * The complex step f'(x) = Im f(x + ih)/h of W. Squire and G. Trapp, SIAM Review 40 (1998): no difference is taken, so
 * nothing cancels and h can be tiny.
 *
 * <p>For functions that are analytic and given on complex numbers. Where the function contains an absolute value, a
 * comparison, a maximum or a conjugate the answer is silently wrong: a third opinion, no more.
 */
public final class ComplexStep {

    /** So small that h^2 |f'''| / 6 is beyond doubles, so large that h f' is no subnormal number. */
    private static final double STEP = 1e-100;

    /** Complex functions of Commons Math are good to a few units in the last place. */
    private static final double RELATIVE_ERROR = 16 * Doubles.EPSILON;

    /** How far off, in units in the last place of x, the slope is taken again to see how rounding scatters it. */
    private static final double SCATTER = 4;

    private ComplexStep() {}

    /** The first derivative at x; the error is judged from the slopes at doubles close by. */
    public static Estimate derivative(UnaryOperator<Complex> f, double x) {
        Probe.requireFinite(x);
        Complex value = f.apply(new Complex(x, STEP));
        double slope = value.getImaginary() / STEP;
        if (!Double.isFinite(slope) || !Double.isFinite(value.getReal())) {
            return Estimate.outside(x, 1);
        }
        if (Math.abs(value.getImaginary()) > Math.sqrt(STEP)) {
            return Estimate.none(Estimate.Status.NO_ESTIMATE, 1,
                    "f has an imaginary part at the real point " + x + ": it is not real there");
        }
        double error = RELATIVE_ERROR * Math.abs(slope) + Double.MIN_VALUE / STEP;
        for (int sign = -1; sign <= 1; sign += 2) {
            double near = f.apply(new Complex(x + sign * SCATTER * Math.ulp(x), STEP)).getImaginary() / STEP;
            error += Double.isFinite(near) ? Math.abs(near - slope) : 0;
        }
        return new Estimate(slope, error, STEP, 3, Estimate.Status.FIXED_STEP, "complex step " + STEP);
    }
}
