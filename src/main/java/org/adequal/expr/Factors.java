package org.adequal.expr;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A product, quotient or integer power taken apart.
 *
 * @param sign  the sign of its number
 * @param above the factors that are not under the bar
 * @param odd   the factors with odd exponents, which decide its sign
 * @param even  the factors with even exponents
 */
public record Factors(int sign, List<Expr> above, List<Expr> odd, List<Expr> even) {

    public static Factors of(Expr expression) {
        Term term = Term.of(expression);
        return new Factors(term.coefficient().signum(), keys(term, exponent -> exponent > 0),
                keys(term, exponent -> exponent % 2 != 0), keys(term, exponent -> exponent % 2 == 0));
    }

    private static List<Expr> keys(Term term, IntPredicate wanted) {
        return term.factors().entrySet().stream().filter(factor -> wanted.test(factor.getValue()))
                .map(Map.Entry::getKey).toList();
    }
}
