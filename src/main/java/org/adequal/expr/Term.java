package org.adequal.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.number.Rational;

/**
 * A product in normal form: a coefficient and factors with integer exponents, each factor once.
 *
 * @param decimal whether the coefficient comes from a number typed as a decimal, and is shown as one
 */
record Term(Rational coefficient, boolean decimal, Map<Expr, Integer> factors) {
    /** A product of more factors than this is a factor itself, so that long products cost no more than they have parts. */
    private static final int MOST_FACTORS = 12;
    private static final int MOST_DECIMAL_DIGITS = 17;
    private static final int LARGEST_EXPONENT = 1 << 20;

    static Term of(Expr expression) {
        Rational exact = expression.exactValue();
        if (exact != null) {
            return new Term(exact, hasDecimals(expression, MOST_FACTORS), Map.of());
        }
        Rational coefficient = Rational.ONE;
        boolean decimal = false;
        Map<Expr, Integer> factors = new LinkedHashMap<>();
        Deque<Factor> open = new ArrayDeque<>(List.of(new Factor(expression, 1)));
        for (int steps = 0; !open.isEmpty(); steps++) {
            Factor next = open.pop();
            if (steps > 4 * MOST_FACTORS || factors.size() > MOST_FACTORS || coefficient.bits() > Algebra.MOST_BITS) {
                return atom(expression);
            }
            Rational number = next.value.exactValue();
            if (number != null && !(number.isZero() && next.exponent < 0)) {
                if (number.bits() * Math.abs((long) next.exponent) > 4L * Algebra.MOST_BITS && !number.abs().isOne()) {
                    return atom(expression);
                }
                coefficient = coefficient.times(number.pow(next.exponent));
                decimal |= hasDecimals(next.value, MOST_FACTORS);
            } else if (!(next.value instanceof Application application) || !spread(application, next.exponent, open)) {
                factors.merge(next.value, next.exponent, Integer::sum);
            }
        }
        factors.values().removeIf(exponent -> exponent == 0);
        return new Term(coefficient, decimal, factors);
    }

    private static Term atom(Expr expression) {
        return new Term(Rational.ONE, false, Map.of(expression, 1));
    }

    private record Factor(Expr value, int exponent) {}

    /** Opens a product, quotient or integer power of one factor into its parts; false if it is none. */
    private static boolean spread(Application application, int exponent, Deque<Factor> open) {
        switch (application.primitive()) {
            case NEGATE -> {
                open.push(new Factor(application.argument(0), exponent));
                open.push(new Factor(Constant.of(-1), exponent));
            }
            case MULTIPLY, DIVIDE -> {
                boolean divide = application.primitive() == Primitive.DIVIDE;
                open.push(new Factor(application.argument(1), divide ? -exponent : exponent));
                open.push(new Factor(application.argument(0), exponent));
            }
            case INTEGER_POWER -> {
                Rational n = application.argument(1).exactValue();
                if (n == null || n.abs().compareTo(Rational.of(LARGEST_EXPONENT)) > 0
                        || Math.abs((long) exponent) > LARGEST_EXPONENT / 1024) {
                    return false;
                }
                long product = (long) exponent * n.numerator().intValueExact();
                if (Math.abs(product) > LARGEST_EXPONENT) {
                    return false;
                }
                open.push(new Factor(application.argument(0), (int) product));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDecimals(Expr number, int depth) {
        if (number instanceof Constant constant) {
            return !constant.value().isInteger();
        }
        return depth > 0 && number.arguments().stream()
                .anyMatch(argument -> argument instanceof Expr part && hasDecimals(part, depth - 1));
    }

    Term times(Rational factor, boolean isDecimal) {
        return new Term(coefficient.times(factor), decimal || isDecimal, factors);
    }

    Term times(Term other) {
        Map<Expr, Integer> merged = new LinkedHashMap<>(factors);
        other.factors.forEach((base, exponent) -> merged.merge(base, exponent, Integer::sum));
        merged.values().removeIf(exponent -> exponent == 0);
        return new Term(coefficient.times(other.coefficient), decimal || other.decimal, merged);
    }

    boolean isSmall() {
        return factors.size() <= MOST_FACTORS && coefficient.bits() <= Algebra.MOST_BITS
                && factors.values().stream().allMatch(exponent -> Math.abs(exponent) <= LARGEST_EXPONENT);
    }

    /** The same product with the coefficient 1: what like terms have in common. */
    Term monic() {
        return new Term(Rational.ONE, false, factors);
    }

    /** The product written out: sign and number first, one fraction bar. */
    Expr toExpr() {
        List<Expr> above = new ArrayList<>();
        List<Expr> below = new ArrayList<>();
        List<Map.Entry<Expr, Integer>> sorted = new ArrayList<>(factors.entrySet());
        sorted.sort(Map.Entry.comparingByKey(ORDER));
        for (Map.Entry<Expr, Integer> factor : sorted) {
            (factor.getValue() > 0 ? above : below).add(power(factor.getKey(), Math.abs(factor.getValue())));
        }
        Rational number = coefficient;
        boolean fraction = !(decimal && isShortDecimal(coefficient));
        Rational under = fraction ? Rational.of(number.denominator()) : Rational.ONE;
        number = number.times(under);
        if (!number.abs().isOne() || above.isEmpty()) {
            above.addFirst(Constant.of(number));
        } else if (number.signum() < 0) {
            above.set(0, Application.of(Primitive.NEGATE, above.getFirst()));
        }
        if (!under.isOne()) {
            below.addFirst(Constant.of(under));
        }
        Expr numerator = product(above);
        return below.isEmpty() ? numerator : Application.of(Primitive.DIVIDE, numerator, product(below));
    }

    private static Expr power(Expr base, int exponent) {
        return exponent == 1 ? base : Application.of(Primitive.POWER, base, Constant.of(exponent));
    }

    private static Expr product(List<Expr> factors) {
        return factors.stream().reduce((a, b) -> Application.of(Primitive.MULTIPLY, a, b)).orElseThrow();
    }

    private static boolean isShortDecimal(Rational number) {
        return number.isInteger() || number.bits() < 8 * MOST_DECIMAL_DIGITS && number.isDecimal()
                && number.toDecimal().precision() <= MOST_DECIMAL_DIGITS;
    }

    /** Numbers and parameters by name, then functions, then sums, then choices and exponentials. */
    private static final Comparator<Expr> ORDER = Comparator.comparingInt(Term::rank)
            .thenComparing(StructuralOrder.INSTANCE);

    private static int rank(Expr factor) {
        return switch (factor) {
            case Constant _ -> 0;
            case Variable _ -> 2;
            case Application application -> switch (application.primitive()) {
                case PI, E -> 1;
                case ADD, SUBTRACT, NEGATE -> 5;
                case EXP, POWER_OF_E -> 6;
                default -> application.arguments().stream().allMatch(a -> ((Expr) a).exactValue() != null) ? 1 : 4;
            };
            case View view -> rank(view.argument());
            case Reduce _,Window _,Range _,Stack _ -> 4;
            case Choice _,Guard _,Derivative _ -> 7;
        };
    }
}
