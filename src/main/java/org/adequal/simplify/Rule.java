package org.adequal.simplify;

/**
 * The candidates, among which the {@link Cost cheapest} wins at every sum and product.
 *
 * <p>Each is sound by itself, because it is built of {@link Law laws} alone: wherever the form is defined and the known
 * {@link Facts} hold, the candidate is defined and equal. It may be defined at more points; who shows it says there what the function's domain was.
 */
public enum Rule {
    /**
     * {@code if(x == 0 and n == 0, 0, n*u)} is n*u if that has a value everywhere, and else {@code if(n == 0, 0, n*u)}:
     * where n is 0 the other branch is 0 too, or has no value.
     */
    VANISHING_CHOICE("vanishing factor"),
    /** The {@link Forms constructors}: like terms, like powers, exact numbers, parity. */
    CANONICAL("canonical"),
    /**
     * u^a*p + u^b*q = u^min(a, b)*(...): common factors and common denominators in one. The power that is pulled out
     * stands in one of the terms, so that it restricts no point.
     */
    COMMON_FACTOR("common factor"),
    /** Sums in products are multiplied out, whole positive powers only, as far as there are few terms. */
    EXPAND("expand"),
    /** a*x + a*y + b = a*(x + y) + b, as often as it helps. */
    GROUP("group"),
    /** Terms with the same log, atan, exp, ... together, their coefficients simplified alone. */
    COLLECT("collect kernels"),
    /**
     * One fraction of polynomials in the symbols, functions and roots that occur, roots reduced by t^q = u, divided by
     * the sums that occur as far as they divide it.
     */
    FRACTION("one fraction"),
    /** The same with sin(u)^2 = 1 - cos(u)^2, or the other way round; sinh and cosh likewise. */
    TRIGONOMETRIC_FRACTION("one fraction, squares of sines replaced"),
    /** The same with greatest common divisors and square-free factors. */
    FACTORED_FRACTION("one fraction, factored"),
    /** tan(u) = sin(u)/cos(u), sec(u) = 1/cos(u), ...: same poles. */
    SINES("in sines and cosines"),
    /** sin(u)/cos(u) = tan(u), 1/cos(u) = sec(u), ...: same poles. */
    TANGENTS("as tangents and secants"),
    /** 2*sin(u/2)*cos(u/2) = sin(u), 2*cos(u/2)^2 = 1 + cos(u), where sin(u) or cos(u) occurs too. */
    HALF_ANGLES("half angles"),
    /** (a - b)*(a + b) multiplied out; sqrt(a - b)*sqrt(a + b) = sqrt(a^2 - b^2), where both roots are there. */
    CONJUGATES("conjugates");

    private final String title;

    Rule(String title) {
        this.title = title;
    }

    /** A few words for a person. */
    public String title() {
        return title;
    }
}
