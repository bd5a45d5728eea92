package org.adequal.simplify;

/**
 * The equalities that all rewriting is made of, each with the condition under which the right side has a value and is
 * equal wherever the left side has a value. The {@link Rule candidates} are built of these alone.
 *
 * <p>Where the right side has a value at more points, what is shown beside it says so ({@link Domain}). Names: u, v are
 * any expressions, m any exponent, n an integer, k a positive integer, r a fraction.
 */
enum Law {
    // ---- without a condition
    LIKE_TERMS("p*u + q*u = (p + q)*u", "", "p and q are numbers"),
    LIKE_POWERS("u^p*u^q = u^(p + q)", "", "where both sides of a product have values, so has the power of the sum"),
    INTEGER_POWER("(u*v)^n = u^n*v^n", "", "n is an integer: the sign and zeros of each factor come out alike"),
    POWER_OF_POWER("(u^m)^n = u^(m*n)", "", "n is an integer: repeated products of u^m"),
    EXPONENTIALS("exp(u)*exp(v) = exp(u + v)", "", "exp has a value everywhere"),
    LOGARITHM_OF_EXPONENTIAL("log(exp(u)) = u", "", "exp(u) is positive"),
    EXPONENTIAL_OF_LOGARITHM("exp(p*log(u)) = u^p", "", "log(u) has a value only for u > 0"),
    CONTENT("p*u + q*v = c*((p/c)*u + (q/c)*v)", "", "c is a number that is not 0; under a root its size"),
    SURDS("(c^2*d)^(1/2) = c*d^(1/2)", "", "c and d are positive numbers"),
    EVEN_POWER_OF_ABS("abs(u)^(2*n) = u^(2*n)", "", "an even power has no sign"),
    EXACT_VALUE("f(p) = q", "", "the table computes exactly"),
    // ---- with a condition
    POWER_OF_PRODUCT("(u*v)^m = u^m*v^m", "u > 0 and v > 0", ""),
    ROOT_OF_PRODUCT("(u*v)^r = u^r*v^r", "u >= 0", ""),
    ROOT_OF_PRODUCT_WITH_ZERO("(u*v)^r = u^r*v^r", "u != 0 or v >= 0", ""),
    ROOT_OF_EVEN_POWER("(u^(2*k))^r = u^(2*k*r)", "u >= 0, else abs(u)^(2*k*r)", ""),
    ROOT_OF_POWER("(u^m)^r = u^(m*r)", "m is a number", ""),
    ABS_OF_NONNEGATIVE("abs(u) = u", "u >= 0", ""),
    ABS_OF_NONPOSITIVE("abs(u) = -u", "u <= 0", ""),
    SIGN_AS_QUOTIENT("sign(u) = u/abs(u)", "u != 0", ""),
    ODD_FUNCTION("f(-u) = -f(u)", "f is odd", ""),
    EVEN_FUNCTION("f(-u) = f(u)", "f is even", ""),
    FLOOR_OF_SUM("floor(u + p) = floor(u) + p", "p is an integer", ""),
    DECIDED_CHOICE("if(c, u, v) = u", "c holds", ""),
    CHOICE_OF_ZERO("if(c, 0, u) = u", "u is 0 or has no value where c holds", ""),
    CHOICE_WITHOUT_VALUE("if(c, 0, u) = u", "u has a value where c holds", ""),
    COMMON_POWER("u^(m + p)*v + u^(m + q)*w = u^(m + p)*(v + u^(q - p)*w)", "p <= q", ""),
    COMMON_DENOMINATOR("u^p*v + w = u^p*(v + u^(-p)*w)", "p < 0", ""),
    SPLIT_POWER("u^(m + p) = u^(m + q)*u^(p - q)", "p >= q", "");

    private final String form;
    private final String condition;
    private final String reason;

    Law(String form, String condition, String reason) {
        this.form = form;
        this.condition = condition;
        this.reason = reason;
    }

    /** The equality, from the left to the right. */
    String form() {
        return form;
    }

    /** Under what it holds; empty if it always does. */
    String condition() {
        return condition;
    }

    /** Why it needs no condition; empty if it has one. */
    String reason() {
        return reason;
    }
}
