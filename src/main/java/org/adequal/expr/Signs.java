package org.adequal.expr;

import org.adequal.number.Rational;

/** Which signs an expression can have where it is defined, as far as its form tells. */
public final class Signs {
    public static final int NEGATIVE = 1;
    public static final int ZERO = 2;
    public static final int POSITIVE = 4;
    public static final int ANY = NEGATIVE | ZERO | POSITIVE;

    /** How deep a form is looked into: keeps every question cheap. */
    private static final int DEPTH = 12;

    private Signs() {}

    /** The set of possible signs: a sum of {@link #NEGATIVE}, {@link #ZERO} and {@link #POSITIVE}. */
    public static int of(Expr expression) {
        return of(expression, DEPTH);
    }

    /** The signs of left - right for which a relation between the two holds. */
    public static int of(Relation relation) {
        return (relation.holds(-1) ? NEGATIVE : 0) | (relation.holds(0) ? ZERO : 0)
                | (relation.holds(1) ? POSITIVE : 0);
    }

    /** The possible signs of left - right. */
    static int ofDifference(Expr left, Expr right) {
        if (left == right) {
            return ZERO;
        }
        return sum(of(left, DEPTH), flip(of(right, DEPTH)));
    }

    private static int of(Expr expression, int depth) {
        Rational exact = expression.exactValue();
        if (exact != null) {
            return ofSign(exact.signum());
        }
        if (depth == 0) {
            return ANY;
        }
        return switch (expression) {
            case Application application -> of(application, depth - 1);
            case Choice choice -> of(choice.then(), depth - 1) | of(choice.otherwise(), depth - 1);
            case Guard guard -> of(guard.value(), depth - 1);
            case Variable variable -> variable.isSize() ? POSITIVE : ANY;
            case Constant _,Derivative _,ArrayNode _ -> ANY;
        };
    }

    private static int of(Application application, int depth) {
        Primitive primitive = application.primitive();
        return switch (primitive) {
            case ADD -> sum(of(application.argument(0), depth), of(application.argument(1), depth));
            case SUBTRACT -> sum(of(application.argument(0), depth), flip(of(application.argument(1), depth)));
            case NEGATE -> flip(of(application.argument(0), depth));
            case MULTIPLY -> application.argument(0) == application.argument(1)
                    ? square(of(application.argument(0), depth))
                    : product(of(application.argument(0), depth), of(application.argument(1), depth));
            case DIVIDE -> product(of(application.argument(0), depth), of(application.argument(1), depth) & ~ZERO);
            case POWER -> of(application.argument(0), depth) == POSITIVE ? POSITIVE : ANY;
            case INTEGER_POWER -> power(of(application.argument(0), depth), application.argument(1));
            default -> primitive.signs();
        };
    }

    private static int power(int base, Expr exponent) {
        Rational n = exponent.exactValue();
        if (n == null || n.isZero()) {
            return n == null ? ANY : POSITIVE;
        }
        int possible = n.signum() < 0 ? base & ~ZERO : base;
        return n.numerator().testBit(0) ? possible : square(possible);
    }

    private static int square(int signs) {
        return (signs & ZERO) | ((signs & ~ZERO) != 0 ? POSITIVE : 0);
    }

    private static int flip(int signs) {
        return (signs & ZERO) | ((signs & NEGATIVE) != 0 ? POSITIVE : 0) | ((signs & POSITIVE) != 0 ? NEGATIVE : 0);
    }

    private static int sum(int left, int right) {
        if (left == 0 || right == 0) {
            return 0;
        }
        int both = left | right;
        if ((both & NEGATIVE) != 0 && (both & POSITIVE) != 0) {
            return ANY;
        }
        return (both & ~ZERO) | (left & right & ZERO);
    }

    private static int product(int left, int right) {
        int result = left != 0 && right != 0 ? (left | right) & ZERO : 0;
        if ((left & POSITIVE) != 0) {
            result |= right & ~ZERO;
        }
        if ((left & NEGATIVE) != 0) {
            result |= flip(right & ~ZERO);
        }
        return result;
    }

    private static int ofSign(int sign) {
        return sign < 0 ? NEGATIVE : sign == 0 ? ZERO : POSITIVE;
    }
}
