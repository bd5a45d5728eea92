package org.adequal.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.expr.Application;
import org.adequal.expr.Primitive;
import org.adequal.expr.Signs;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers a form can be wherever the result is read: from its shape and from the condition known to hold there.
 * What is not known is {@link Range#ALL}.
 */
final class Facts {
    private static final int DEPTH = 8;
    private static final int NOT_ZERO = Signs.NEGATIVE | Signs.POSITIVE;
    private static final int NOT_NEGATIVE = Signs.ZERO | Signs.POSITIVE;
    private static final Range POSITIVE = Range.of(Signs.POSITIVE, Rational.ZERO);
    private static final Range NONNEGATIVE = Range.of(NOT_NEGATIVE, Rational.ZERO);
    private static final Range INSIDE = Range.open(-1, 1);

    private final Forms forms;
    /** What the condition says of signs, by the form as it says it. */
    private final Map<Form, Integer> known = new HashMap<>();
    /** What it says of sizes, by the form without its constant and content. */
    private final Map<Form, Range> ranges = new HashMap<>();

    /** Whether what is known also says that its parts have values: that 1/x > 0 says that x is not 0. */
    private final boolean sayingValues;

    Facts(Forms forms, boolean sayingValues) {
        this.forms = forms;
        this.sayingValues = sayingValues;
    }

    /** The same facts; what is learned from here on says nothing of values. */
    Facts copy() {
        Facts copy = new Facts(forms, false);
        copy.known.putAll(known);
        copy.ranges.putAll(ranges);
        return copy;
    }

    // ---- learning

    /** From here on only these signs are possible. */
    void learn(Form form, int signs) {
        if (form.number() != null) {
            return;
        }
        known.merge(form, signs, (a, b) -> a & b);
        Linear linear = Linear.of(form, forms);
        limit(linear.part(), Range.of(linear.scale().signum() < 0 ? flip(signs) : signs, linear.zero()));
        if (form instanceof Form.Product product) {
            learnFactors(product, signs);
        }
    }

    private void limit(Form part, Range range) {
        Range before = ranges.getOrDefault(part, Range.ALL);
        Range now = before.meet(range);
        if (now.equals(before)) {
            return;
        }
        ranges.put(part, now);
        switch (part) {
            case Form.Call call -> limitArgument(call, now);
            case Form.Product product -> {
                Form root = root(product);
                Range roots = root == null ? null : now.roots();
                if (root != null && roots != null) {
                    limitForm(root, roots);
                }
            }
            case Form.Number _,Form.Symbol _,Form.Sum _ -> {
            }
        }
    }

    /** The same for a form that may have a constant and a content. */
    private void limitForm(Form form, Range range) {
        if (form.number() == null) {
            Linear linear = Linear.of(form, forms);
            limit(linear.part(), range.plus(linear.constant().negate()).times(linear.scale().reciprocal()));
        }
    }

    /** What a function's value says of its argument, and of the functions of the same argument. */
    private void limitArgument(Form.Call call, Range range) {
        switch (call.function) {
            case ABS -> {
                if (!range.contains(Rational.ZERO)) {
                    learn(call.argument(), NOT_ZERO);
                }
                if (range.high() != null && range.high().signum() >= 0) {
                    limitForm(call.argument(), new Range(range.high().negate(), range.highOpen(), range.high(),
                            range.highOpen(), Set.of()));
                }
            }
            case SIN, COS -> {
                Form other = forms.call(call.function == Primitive.SIN ? Primitive.COS : Primitive.SIN,
                        call.arguments);
                if (!range.contains(Rational.ZERO)) {
                    limitForm(other, INSIDE);
                }
                if (!range.contains(Rational.ONE) && !range.contains(Rational.MINUS_ONE)) {
                    limitForm(other, Range.of(NOT_ZERO, Rational.ZERO));
                }
            }
            case SEC, CSC -> limitForm(Trigonometry.reciprocal(call, forms),
                    Range.of(ofReciprocal(range.signs(Rational.ZERO)), Rational.ZERO));
            default -> {
            }
        }
    }

    private void learnFactors(Form.Product product, int signs) {
        if ((signs & Signs.ZERO) == 0) {
            for (int i = 0; i < product.bases.size(); i++) {
                // u^m is not 0 at u = 0, m = 0
                if (product.exponents.get(i) instanceof Form.Number n && (sayingValues || n.value.signum() > 0)) {
                    learn(product.bases.get(i), NOT_ZERO);
                }
            }
        }
        int open = -1;
        int wanted = product.coefficient.signum() < 0 ? flip(signs) : signs;
        for (int i = 0; i < product.bases.size(); i++) {
            int own = power(product.bases.get(i), product.exponents.get(i), DEPTH);
            if (own == Signs.NEGATIVE) {
                wanted = flip(wanted);
            } else if (own != Signs.POSITIVE) {
                if (open >= 0) {
                    return;
                }
                open = i;
            }
        }
        if (open >= 0 && product.exponents.get(open) instanceof Form.Number exponent && exponent.value.isInteger()
                && exponent.value.numerator().testBit(0)) {
            learn(product.bases.get(open), exponent.value.signum() < 0 ? ofReciprocal(wanted) : wanted);
        }
    }

    /** What the signs of 1/u say of u. */
    private int ofReciprocal(int signs) {
        return sayingValues ? signs & ~Signs.ZERO : signs | Signs.ZERO;
    }

    /** What follows from several facts together. */
    void settle() {
        for (Map.Entry<Form, Integer> entry : List.copyOf(known.entrySet())) {
            if (entry.getKey() instanceof Form.Product product) {
                learnFactors(product, entry.getValue());
                learnPair(product, entry.getValue());
            }
        }
    }

    /**
     * A product of two that is not negative, of two whose sum is positive: neither is negative. So (1 - x)/(1 + x) >= 0
     * says that -1 < x <= 1.
     */
    private void learnPair(Form.Product product, int given) {
        if (product.bases.size() != 2
                || !product.exponents.stream().allMatch(e -> e.isInteger() && !Forms.isEven(e))) {
            return;
        }
        int signs = product.coefficient.signum() < 0 ? flip(given) : given;
        Form a = product.bases.get(0);
        Form b = product.bases.get(1);
        boolean positive = (signs & Signs.NEGATIVE) == 0;
        if (positive || (signs & Signs.POSITIVE) == 0) {
            Form second = positive ? b : forms.negate(b);
            int sum = signs(forms.plus(a, second));
            if (sum == Signs.POSITIVE) {
                learn(a, NOT_NEGATIVE);
                learn(second, NOT_NEGATIVE);
            } else if (sum == Signs.NEGATIVE) {
                learn(a, flip(NOT_NEGATIVE));
                learn(second, flip(NOT_NEGATIVE));
            }
        }
    }

    // ---- asking

    /** Whether the condition says something of the sign, so that there is one. */
    boolean isKnown(Form form) {
        return known.containsKey(form);
    }

    /** Whether what is known cannot all hold. */
    boolean isContradictory() {
        return ranges.keySet().stream().anyMatch(part -> range(part, DEPTH).isEmpty());
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
        return known.getOrDefault(form, Signs.ANY) & range(form, depth).signs(Rational.ZERO);
    }

    private Range range(Form form, int depth) {
        return switch (form) {
            case Form.Number number -> Range.point(number.value);
            case Form.Symbol symbol -> ofSymbol(symbol).meet(ranges.getOrDefault(symbol, Range.ALL));
            case Form.Call call -> ofCall(call, depth).meet(ranges.getOrDefault(call, Range.ALL));
            case Form.Product product -> {
                Form monic = forms.monic(product);
                Range own = monic instanceof Form.Product p ? ofProduct(p, depth) : range(monic, depth);
                yield own.meet(ranges.getOrDefault(monic, Range.ALL)).times(product.coefficient);
            }
            case Form.Sum sum -> {
                Linear linear = Linear.of(sum, forms);
                Range given = ranges.getOrDefault(linear.part(), Range.ALL).times(linear.scale())
                        .plus(linear.constant());
                yield depth == 0 ? given : given.meet(ofSum(sum, depth)).meet(Quadratic.range(sum, this, forms));
            }
        };
    }

    private Range ofSum(Form.Sum sum, int depth) {
        Range total = Range.point(Rational.ZERO);
        for (int i = 0; i < sum.terms.size() && (total.low() != null || total.high() != null); i++) {
            total = total.plus(range(sum.terms.get(i), depth - 1).times(sum.coefficients.get(i)));
        }
        return total;
    }

    private Range ofProduct(Form.Product product, int depth) {
        if (depth == 0) {
            return Range.ALL;
        }
        int signs = Signs.POSITIVE;
        for (int i = 0; i < product.bases.size() && signs != Signs.ANY; i++) {
            signs = product(signs, power(product.bases.get(i), product.exponents.get(i), depth - 1));
        }
        Range own = Range.of(signs, Rational.ZERO);
        Form root = root(product);
        return root == null ? own : own.meet(range(root, depth - 1).squared());
    }

    /** What this is the square of, by halving the exponents; null if it is none. */
    private @Nullable Form root(Form.Product product) {
        if (!product.coefficient.isOne() || !product.exponents.stream().allMatch(Forms::isEven)) {
            return null;
        }
        Forms.ProductBuilder root = forms.product();
        for (int i = 0; i < product.bases.size(); i++) {
            root.multiply(product.bases.get(i), forms.scaled(product.exponents.get(i), Rational.of(1, 2)));
        }
        return root.build();
    }

    private static Range ofSymbol(Form.Symbol symbol) {
        if (symbol.expr instanceof Application a && a.primitive() == Primitive.E) {
            return Range.open(2, 3);
        }
        if (symbol.expr instanceof Application a && a.primitive() == Primitive.PI) {
            return Range.open(3, 4);
        }
        return Range.of(Signs.of(symbol.expr), Rational.ZERO);
    }

    private Range ofCall(Form.Call call, int depth) {
        return switch (call.function) {
            case SIN, COS -> Range.closed(-1, 1);
            case TANH, ERF -> depth == 0
                    ? INSIDE
                    : INSIDE.meet(Range.of(signs(call.argument(), depth - 1), Rational.ZERO));
            case SINH, ATAN, ASINH, ASIN, ATANH, CBRT -> depth == 0
                    ? Range.ALL
                    : Range.of(signs(call.argument(), depth - 1), Rational.ZERO);
            case SIGN -> depth == 0
                    ? Range.closed(-1, 1)
                    : Range.closed(-1, 1).meet(Range.of(signs(call.argument(), depth - 1), Rational.ZERO));
            case ABS -> depth > 0 && (signs(call.argument(), depth - 1) & Signs.ZERO) == 0 ? POSITIVE : NONNEGATIVE;
            case COSH -> new Range(Rational.ONE, false, null, true, Set.of());
            case SIGMOID -> Range.open(0, 1);
            case SECH -> new Range(Rational.ZERO, true, Rational.ONE, false, Set.of());
            case STEP -> Range.closed(0, 1);
            case ACOT, SOFTPLUS -> POSITIVE;
            case ACOSH, ACOS, HYPOT, RELU -> NONNEGATIVE;
            default -> Range.ALL;
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

    static int flip(int signs) {
        return (signs & Signs.ZERO) | ((signs & Signs.NEGATIVE) != 0 ? Signs.POSITIVE : 0)
                | ((signs & Signs.POSITIVE) != 0 ? Signs.NEGATIVE : 0);
    }

    private static int product(int left, int right) {
        int result = left == 0 || right == 0 ? 0 : (left | right) & Signs.ZERO;
        if ((left & Signs.POSITIVE) != 0) {
            result |= right & ~Signs.ZERO;
        }
        if ((left & Signs.NEGATIVE) != 0) {
            result |= flip(right & ~Signs.ZERO);
        }
        return result;
    }
}
