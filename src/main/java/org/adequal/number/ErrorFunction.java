package org.adequal.number;

/**
 * The error function and its complement by W. J. Cody's rational Chebyshev approximations, <i>Math. Comp.</i> 23 (1969),
 * 631–637, tables II to IV. Commons Math has both through the incomplete gamma function, with erf(1e-300) = 0 and 7e-14
 * relative error of erfc at 26.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as printed in the tables, to be compared with them
final class ErrorFunction {

    private static final double SMALL = 0.46875;
    private static final double LARGE = 4;
    /** erfc is 0 in doubles from here on. */
    private static final double UNDERFLOW = 27.3;
    private static final double ONE_OVER_SQRT_PI = 0.5641895835477563;

    /** erf(x) = x·P(x²)/Q(x²) for |x| ≤ 0.46875; highest power first, here and below. */
    private static final double[] SMALL_NUMERATOR = {1.85777706184603153e-1, 3.16112374387056560e0,
            1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3};
    private static final double[] SMALL_DENOMINATOR = {1, 2.36012909523441209e1, 2.44024637934444173e2,
            1.28261652607737228e3, 2.84423683343917062e3};

    /** erfc(x) = exp(-x²)·P(x)/Q(x) for 0.46875 ≤ x ≤ 4. */
    private static final double[] MIDDLE_NUMERATOR = {2.15311535474403846e-8, 5.64188496988670089e-1,
            8.88314979438837594e0, 6.61191906371416295e1, 2.98635138197400131e2, 8.81952221241769090e2,
            1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3};
    private static final double[] MIDDLE_DENOMINATOR = {1, 1.57449261107098347e1, 1.17693950891312499e2,
            5.37181101862009858e2, 1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3,
            3.43936767414372164e3, 1.23033935480374942e3};

    /** erfc(x) = exp(-x²)/x·(1/√π - x⁻²·P(x⁻²)/Q(x⁻²)) for x ≥ 4. */
    private static final double[] LARGE_NUMERATOR = {1.63153871373020978e-2, 3.05326634961232344e-1,
            3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4};
    private static final double[] LARGE_DENOMINATOR = {1, 2.56852019228982242e0, 1.87295284992346047e0,
            5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3};

    private ErrorFunction() {}

    static double erf(double x) {
        double magnitude = Math.abs(x);
        if (magnitude <= SMALL) {
            return x * Polynomial.horner(SMALL_NUMERATOR, x * x) / Polynomial.horner(SMALL_DENOMINATOR, x * x) + 0.0;
        }
        return Math.signum(x) * (1 - complement(magnitude));
    }

    static double erfc(double x) {
        if (Math.abs(x) <= SMALL) {
            return 1 - erf(x);
        }
        return x < 0 ? 2 - complement(-x) : complement(x);
    }

    /** erfc(x) for x > 0.46875. */
    private static double complement(double x) {
        if (x >= UNDERFLOW) {
            return 0;
        }
        double factor;
        if (x <= LARGE) {
            factor = Polynomial.horner(MIDDLE_NUMERATOR, x) / Polynomial.horner(MIDDLE_DENOMINATOR, x);
        } else {
            double inverse = 1 / (x * x);
            factor = (ONE_OVER_SQRT_PI - inverse * Polynomial.horner(LARGE_NUMERATOR, inverse)
                    / Polynomial.horner(LARGE_DENOMINATOR, inverse)) / x;
        }
        // exp(-x²) in two parts: x² rounded would cost x²/2 ulps. The square of the head is exact; halved, because
        // its exponential underflows before the result does.
        double head = Math.floor(x * 16) / 16;
        double rest = (x - head) * (x + head);
        double root = Math.exp(-head * head / 2);
        return factor * Math.exp(-rest) * root * root;
    }
}
