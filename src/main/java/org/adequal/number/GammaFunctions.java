package org.adequal.number;

import java.math.BigInteger;

/**
 * The gamma function, its logarithm and the derivatives of that, on the reals.
 *
 * <p>Three formulas carry all of them. Next to 2 a Taylor series; from 10 on the asymptotic series with Bernoulli numbers
 * (DLMF 5.11.1, 5.11.2, 5.15.8), whose first omitted term is below 1e-18 there; in between the recurrence
 * (DLMF 5.5.1, 5.5.2, 5.15.5), downwards to 2 or upwards to 10, whichever adds no cancellation. Negative arguments are
 * reflected (DLMF 5.5.3, 5.5.4, 5.15.6), with the distance to the nearest pole, which is exact, instead of x.
 */
final class GammaFunctions {

    private static final double LARGE = 10;
    /** Beyond this gamma is not a double; its exact value at the largest double in range is below Double.MAX_VALUE. */
    private static final double GAMMA_OVERFLOW = 171.6243769563027;
    private static final double LOG_GAMMA_OVERFLOW = 2.6e305;
    private static final double SQRT_TWO_PI = 2.5066282746310007;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    /** B(2), B(4), …, B(20); DLMF 24.2.4. */
    private static final double[] BERNOULLI = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730,
            7.0 / 6,
            -3617.0 / 510, 43867.0 / 798, -174611.0 / 330};

    /**
     * log Γ(2 + t) = (1 - γ)·t + Σ (-1)^k (ζ(k) - 1)/k·t^k (DLMF 5.7.3), the coefficients of t^28 to t; the rest is below 1e-18
     * of the sum for |t| ≤ 1/2.
     */
    private static final double[] LOG_GAMMA_NEAR_TWO = {1.330476437424449e-10, -2.7595228851242334e-10,
            5.731367241678862e-10, -1.1921401405860912e-09,
            2.4836745438024785e-09, -5.183475041970047e-09, 1.0838659214896955e-08, -2.2711094608943164e-08,
            4.7698101693639804e-08, -1.0043224823968099e-07, 2.1207184805554665e-07, -4.492469198764566e-07,
            9.55141213040742e-07, -2.039215753801366e-06, 4.374866789907488e-06, -9.439488275268397e-06,
            2.050721277567069e-05, -4.492623673813314e-05, 9.945751278180853e-05, -0.00022315475845357939,
            0.0005096695247430425, -0.001192753911703261, 0.0028905103307415234, -0.007385551028673986,
            0.020580808427784546, -0.0673523010531981, 0.3224670334241132, 0.42278433509846713};

    /** The positive zero of digamma, in two parts (DLMF 5.4.19 has the first digits). */
    private static final double DIGAMMA_ROOT = 1.4616321449683622;
    private static final double DIGAMMA_ROOT_REST = 9.549995429965697e-17;

    /** ψ(root + t) = Σ ψ⁽ᵏ⁾(root)/k!·t^k, the coefficients of t^25 to t, computed with 50 digits. */
    private static final double[] DIGAMMA_NEAR_ROOT = {5.178575795222081e-05, -7.569179582195066e-05,
            0.0001106337276874741, -0.00016170622091974803,
            0.00023635601564027053, -0.0003454680251063077, 0.000504953265834602, -0.0007380709389960052,
            0.0010788252019162967, -0.0015769367714301972, 0.002305126326734928, -0.003369801655439328,
            0.004926781395729853, -0.007204534386356869, 0.010538791616612175, -0.01542476590494896,
            0.022597648232218104, -0.03316112647484736, 0.04880428816414311, -0.07219956125645471,
            0.10782405069126237, -0.16394270544240652, 0.258499760955651, -0.4427631689835921, 0.9676722454476212};

    /** n! for n up to 170, each rounded once. */
    private static final double[] FACTORIAL = factorials();

    private GammaFunctions() {}

    static double gamma(double x) {
        if (isPole(x)) {
            return Double.NaN;
        }
        if (x > GAMMA_OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        if (x == Math.rint(x)) {
            return FACTORIAL[(int) x - 1];
        }
        if (x <= -0.5) {
            return reflectedGamma(-x);
        }
        if (x < 0.5) {
            return Math.exp(logGammaNearTwo(x)) / (x + x * x);
        }
        if (x < 1.5) {
            return Math.exp(logGammaNearTwo(x - 1)) / x;
        }
        if (x < LARGE) {
            double shift = Math.rint(x - 2);
            return Math.exp(logGammaNearTwo(x - 2 - shift)) * factorsAbove(x, shift);
        }
        double root = stirlingRoot(x);
        return Math.exp(stirlingSeries(x)) * SQRT_TWO_PI * root * root;
    }

    /** Γ(-x) = -π/(x sin(πx) Γ(x)): unlike 1 + x, x itself is exact. */
    private static double reflectedGamma(double x) {
        double numerator = -Math.PI / (x * sinPi(x));
        if (x < LARGE) {
            return numerator / gamma(x);
        }
        if (x > 200) {
            return 0;
        }
        double root = stirlingRoot(x);
        return numerator / (Math.exp(stirlingSeries(x)) * SQRT_TWO_PI) / root / root + 0.0;
    }

    /** The square root of x^(x - 1/2)·exp(-x), which overflows later than the whole. */
    private static double stirlingRoot(double x) {
        return Math.pow(x, x / 2 - 0.25) * Math.exp(-x / 2);
    }

    static double logGamma(double x) {
        if (isPole(x)) {
            return Double.NaN;
        }
        if (x <= -0.5) {
            return Math.log(Math.PI / Math.abs(x * sinPi(x))) - logGamma(-x);
        }
        if (x < 0.5) {
            return logGammaNearTwo(x) - Math.log1p(x) - Math.log(Math.abs(x));
        }
        if (x < 1.5) {
            return logGammaNearTwo(x - 1) - Math.log1p(x - 1) + 0.0;
        }
        if (x < LARGE) {
            double shift = Math.rint(x - 2);
            return logGammaNearTwo(x - 2 - shift) + Math.log(factorsAbove(x, shift)) + 0.0;
        }
        if (x > LOG_GAMMA_OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        // (x - 1/2) log x - x, gathered so that it neither cancels nor overflows early
        return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI - 0.5) + stirlingSeries(x);
    }

    private static double logGammaNearTwo(double t) {
        return t * Polynomial.horner(LOG_GAMMA_NEAR_TWO, t);
    }

    /** (x - 1)(x - 2)…(x - count): each factor is exact. */
    private static double factorsAbove(double x, double count) {
        double product = 1;
        for (int i = 1; i <= count; i++) {
            product *= x - i;
        }
        return product;
    }

    /** log Γ(x) - ((x - 1/2) log x - x + log(2π)/2) = Σ B(2k)/(2k(2k - 1) x^(2k - 1)) for x ≥ 10. */
    private static double stirlingSeries(double x) {
        double square = 1 / x / x;
        double sum = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            sum = sum * square + BERNOULLI[k - 1] / (2.0 * k * (2 * k - 1));
        }
        return sum / x;
    }

    static double digamma(double x) {
        if (isPole(x)) {
            return Double.NaN;
        }
        if (x < 0) {
            return digamma(1 - x) - Math.PI * cotPi(x);
        }
        if (x > 1.2 && x < 1.75) {
            double t = x - DIGAMMA_ROOT - DIGAMMA_ROOT_REST;
            return t * Polynomial.horner(DIGAMMA_NEAR_ROOT, t);
        }
        double shifted = x;
        double shift = 0;
        while (shifted < LARGE) {
            shift += 1 / shifted;
            shifted += 1;
        }
        double square = 1 / shifted / shifted;
        double sum = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            sum = (sum + BERNOULLI[k - 1] / (2 * k)) * square;
        }
        return Math.log(shifted) - 0.5 / shifted - sum - shift;
    }

    static double polygamma(int n, double x) {
        if (n < 0 || isPole(x)) {
            return Double.NaN;
        }
        if (n == 0) {
            return digamma(x);
        }
        if (Double.isInfinite(x)) {
            return 0;
        }
        double sign = n % 2 == 0 ? -1 : 1;
        if (x > 0) {
            return sign * positivePolygamma(n, x) + 0.0;
        }
        // Σ over all integers k of (x + k)^-(n+1) has period 1; what lies below 0 is taken away again.
        double distance = x - Math.rint(x);
        double above = distance > 0 ? distance : 1 + distance;
        double below = distance > 0 ? 1 - distance : -distance;
        return sign * (positivePolygamma(n, above)
                + sign * (positivePolygamma(n, below) - positivePolygamma(n, 1 - x))) + 0.0;
    }

    /**
     * n!·Σ (x + k)^-(n+1) over k ≥ 0, for n ≥ 1 and x &gt; 0: terms until x + k passes n + 10, then the asymptotic series.
     * n!/x^n is taken out of all terms, so that they stay within range.
     */
    private static double positivePolygamma(int n, double x) {
        double sum = 0;
        double shifted = x;
        while (shifted < n + LARGE) {
            double term = Math.pow(shifted / x, -(n + 1.0)) / x;
            sum += term;
            shifted += 1;
            // all further terms are below their integral, here an eighth of an ulp of the sum
            if (term * shifted < 1e-17 * n * sum) {
                return timesFactorialOverPower(sum, n, x);
            }
        }
        // shifted^-n·(1/n + 1/(2 shifted) + Σ B(2k)/(2k)!·(n+1)…(n+2k-1)/shifted^(2k))
        double tail = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            double above = k == 1 ? 1 : n + 2.0 * k - 2;
            tail = (BERNOULLI[k - 1] + tail) * (above / shifted) * ((n + 2.0 * k - 1) / shifted)
                    / (2.0 * k * (2 * k - 1));
        }
        return timesFactorialOverPower(sum + Math.pow(shifted / x, -n) * (1.0 / n + 0.5 / shifted + tail), n, x);
    }

    /** factor·n!/x^n, which may fit where n! and x^n do not. */
    private static double timesFactorialOverPower(double factor, int n, double x) {
        if (n > 1000) {
            return Math.exp(logGamma(n + 1.0) - n * Math.log(x) + Math.log(factor));
        }
        double product = factor;
        int exponent = 0;
        for (int i = 1; i <= n; i++) {
            product *= i / x;
            int excess = Math.getExponent(product);
            if (Math.abs(excess) > 500 && Double.isFinite(product)) {
                product = Math.scalb(product, -excess);
                exponent += excess;
            }
        }
        return Math.scalb(product, exponent);
    }

    /** 0, -1, -2, …, and what is no number at all. */
    private static boolean isPole(double x) {
        return Double.isNaN(x) || (x <= 0 && x == Math.rint(x));
    }

    /** sin(πx), from the exact distance to the nearest integer. */
    private static double sinPi(double x) {
        double nearest = Math.rint(x);
        double sine = Math.sin(Math.PI * (x - nearest));
        return nearest % 2 == 0 ? sine : -sine;
    }

    private static double cotPi(double x) {
        double angle = Math.PI * (x - Math.rint(x));
        return Math.cos(angle) / Math.sin(angle);
    }

    private static double[] factorials() {
        double[] table = new double[171];
        BigInteger factorial = BigInteger.ONE;
        table[0] = 1;
        for (int n = 1; n < table.length; n++) {
            factorial = factorial.multiply(BigInteger.valueOf(n));
            table[n] = factorial.doubleValue();
        }
        return table;
    }
}
