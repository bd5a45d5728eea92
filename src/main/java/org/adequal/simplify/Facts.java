package org.adequal.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Primitive;
import org.adequal.expr.Signs;
import org.adequal.number.Rational;

/**
 * Which signs a form can have wherever the result is read: from its shape and from the condition known to hold there.
 * What is not known is {@link Signs#ANY}.
 */
final class Facts {
    private static final int DEPTH = 8;
    private static final int NONNEGATIVE = Signs.ZERO | Signs.POSITIVE;

    private final Map<Form, Integer> known = new HashMap<>();

    /** From here on only these signs are possible. */
    void learn(Form form, int signs) {
        if (form.number() != null) {
            return;
        }
        known.merge(form, signs, (a, b) -> a & b);
        switch (form) {
            case Form.Product product -> learnFactors(product, signs);
            case Form.Sum sum -> learnPrimitive(sum, signs);
            case Form.Call call -> {
                if (call.function == Primitive.ABS && (signs & Signs.ZERO) == 0) {
                    learn(call.argument(), Signs.NEGATIVE | Signs.POSITIVE);
                }
            }
            case Form.Number _,Form.Symbol _ -> {
            }
        }
    }

    private void learnFactors(Form.Product product, int signs) {
        if ((signs & Signs.ZERO) == 0) {
            for (int i = 0; i < product.bases.size(); i++) {
                // u^m is not 0 at u = 0, m = 0
                if (product.exponents.get(i) instanceof Form.Number) {
                    learn(product.bases.get(i), Signs.NEGATIVE | Signs.POSITIVE);
                }
            }
        }
        if (product.bases.size() == 1 && product.exponents.getFirst() instanceof Form.Number exponent
                && exponent.value.isInteger() && exponent.value.numerator().testBit(0)) {
            int wanted = product.coefficient.signum() < 0 ? flip(signs) : signs;
            learn(product.bases.getFirst(), exponent.value.signum() < 0 ? wanted & ~Signs.ZERO : wanted);
        }
    }

    /**
     * A product of two that is not negative, of two whose sum is positive: neither is negative. So (1 - x)/(1 + x) >= 0
     * says that -1 < x <= 1.
     */
    private void learnPairs(Forms forms) {
        for (Map.Entry<Form, Integer> entry : List.copyOf(known.entrySet())) {
            if (!(entry.getKey() instanceof Form.Product product) || product.bases.size() != 2
                    || !product.exponents.stream().allMatch(e -> e.isInteger() && !Forms.isEven(e))) {
                continue;
            }
            int signs = product.coefficient.signum() < 0 ? flip(entry.getValue()) : entry.getValue();
            Form a = product.bases.get(0);
            Form b = product.bases.get(1);
            boolean positive = (signs & Signs.NEGATIVE) == 0;
            if (positive || (signs & Signs.POSITIVE) == 0) {
                Form second = positive ? b : forms.negate(b);
                int sum = signs(forms.plus(a, second));
                if (sum == Signs.POSITIVE) {
                    learn(a, NONNEGATIVE);
                    learn(second, NONNEGATIVE);
                } else if (sum == Signs.NEGATIVE) {
                    learn(a, flip(NONNEGATIVE));
                    learn(second, flip(NONNEGATIVE));
                }
            }
        }
    }

    /** A sum and its multiples are one question: remembered of the primitive one, whose bases it is in products. */
    private void learnPrimitive(Form.Sum sum, int signs) {
        primitives.add(Map.entry(sum, signs));
    }

    private final List<Map.Entry<Form.Sum, Integer>> primitives = new ArrayList<>();

    /** Files what is known of sums under their primitive parts of both signs. */
    void settle(Forms forms) {
        settlePrimitives(forms);
        learnPairs(forms);
        settlePrimitives(forms);
    }

    private void settlePrimitives(Forms forms) {
        for (Map.Entry<Form.Sum, Integer> entry : primitives) {
            Rational content = Forms.content(entry.getKey());
            Form primitive = forms.scaled(entry.getKey(), content.reciprocal());
            int signs = content.signum() < 0 ? flip(entry.getValue()) : entry.getValue();
            known.merge(primitive, signs, (a, b) -> a & b);
            known.merge(forms.scaled(primitive, Rational.MINUS_ONE), flip(signs), (a, b) -> a & b);
        }
        primitives.clear();
    }

    /** Whether the condition says something of the sign, so that there is one. */
    boolean isKnown(Form form) {
        return known.containsKey(form);
    }

    boolean isNonnegative(Form form) {
        return (signs(form) & Signs.NEGATIVE) == 0;
    }

    boolean isPositive(Form form) {
        return signs(form) == Signs.POSITIVE;
    }

    boolean isNotZero(Form form) {
        return (signs(form) & Signs.ZERO) == 0;
    }

    /** The possible signs, as {@link Signs} writes them. */
    int signs(Form form) {
        return signs(form, DEPTH);
    }

    private int signs(Form form, int depth) {
        int given = known.getOrDefault(form, Signs.ANY);
        if (depth == 0) {
            return given;
        }
        return given & switch (form) {
            case Form.Number number -> ofNumber(number.value);
            case Form.Symbol symbol -> Signs.of(symbol.expr);
            case Form.Call call -> ofCall(call, depth);
            case Form.Product product -> {
                int signs = ofNumber(product.coefficient);
                for (int i = 0; i < product.bases.size(); i++) {
                    signs = product(signs, power(product.bases.get(i), product.exponents.get(i), depth - 1));
                }
                yield signs;
            }
            case Form.Sum sum -> {
                int signs = Signs.ZERO;
                for (int i = 0; i < sum.terms.size() && signs != Signs.ANY; i++) {
                    int term = signs(sum.terms.get(i), depth - 1);
                    signs = sum(signs, sum.coefficients.get(i).signum() < 0 ? flip(term) : term);
                }
                yield signs;
            }
        };
    }

    private int ofCall(Form.Call call, int depth) {
        return switch (call.function) {
            case COSH, ABS, ACOSH, ACOS, ACOT, SECH, HYPOT, RELU, SIGMOID, SOFTPLUS, STEP ->
                call.function == Primitive.ABS && isNotZero(call.argument()) ? Signs.POSITIVE : row(call);
            case SINH, TANH, ATAN, ASINH, ASIN, ATANH, ERF, CBRT, SIGN -> signs(call.argument(), depth - 1);
            default -> row(call);
        };
    }

    /** What the table says of the function, whatever its arguments are. */
    private static int row(Form.Call call) {
        return switch (call.function) {
            case COSH, ACOT, SECH, SIGMOID, SOFTPLUS -> Signs.POSITIVE;
            case ABS, ACOSH, ACOS, HYPOT, RELU, STEP -> NONNEGATIVE;
            default -> Signs.ANY;
        };
    }

    private int power(Form base, Form exponent, int depth) {
        if (!(exponent instanceof Form.Number number)) {
            return signs(base, depth) == Signs.POSITIVE ? Signs.POSITIVE : Signs.ANY;
        }
        int signs = signs(base, depth);
        if (!number.value.isInteger()) {
            signs &= ~Signs.NEGATIVE;
        } else if (!number.value.numerator().testBit(0)) {
            signs = (signs & Signs.ZERO) | ((signs & ~Signs.ZERO) != 0 ? Signs.POSITIVE : 0);
        }
        return number.value.signum() < 0 ? signs & ~Signs.ZERO : signs;
    }

    private static int ofNumber(Rational number) {
        return number.signum() < 0 ? Signs.NEGATIVE : number.signum() == 0 ? Signs.ZERO : Signs.POSITIVE;
    }

    static int flip(int signs) {
        return (signs & Signs.ZERO) | ((signs & Signs.NEGATIVE) != 0 ? Signs.POSITIVE : 0)
                | ((signs & Signs.POSITIVE) != 0 ? Signs.NEGATIVE : 0);
    }

    private static int sum(int left, int right) {
        int both = left | right;
        if ((both & Signs.NEGATIVE) != 0 && (both & Signs.POSITIVE) != 0) {
            return Signs.ANY;
        }
        return (both & ~Signs.ZERO) | (left & right & Signs.ZERO);
    }

    private static int product(int left, int right) {
        int result = (left | right) & Signs.ZERO;
        if ((left & Signs.POSITIVE) != 0) {
            result |= right & ~Signs.ZERO;
        }
        if ((left & Signs.NEGATIVE) != 0) {
            result |= flip(right & ~Signs.ZERO);
        }
        return result;
    }
}
