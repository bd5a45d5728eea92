package org.adequal.simplify;

import java.math.BigInteger;

import org.adequal.expr.Graph;
import org.adequal.number.Rational;

/**
 * What decides between equal forms: the nodes of the tree that is printed (leaves, binary operators, calls; a minus in
 * front of a number is free, any other counts), plus two for every bracketed sum in a product in a sum (else nests of
 * brackets win), plus three for fractions in a sum above or
 * below another bar, plus one for every three digits of a number beyond four. Between equals: fewer symbols, then fewer
 * digits.
 */
@SuppressWarnings("ReferenceEquality") // forms are interned
final class Cost {
    private static final long NODE = 1L << 32;
    private static final long SYMBOL = 1L << 12;
    private static final long MOST = 1L << 60;
    private static final long BRACKET = 2 * NODE;
    private static final long BAR = 3 * NODE;
    private static final int FREE_DIGITS = 4;
    private static final int DIGITS_PER_NODE = 3;

    private final Forms forms;
    private final Manner manner;

    Cost(Forms forms, Manner manner) {
        this.forms = forms;
        this.manner = manner;
    }

    /** The cost of the form on its own. */
    long of(Form form) {
        if (form.cost < 0) {
            form.cost = Math.min(MOST, compute(form));
        }
        return form.cost;
    }

    /** The nodes that are printed, penalties included. */
    static long nodes(long cost) {
        return cost / NODE;
    }

    private long compute(Form form) {
        return switch (form) {
            case Form.Number number -> number(number.value.abs());
            case Form.Symbol symbol -> symbol.expr.arguments().isEmpty()
                    ? NODE + SYMBOL
                    : NODE * Graph.nodes(symbol.expr).size();
            case Form.Call call -> {
                long cost = NODE;
                for (Form argument : call.arguments) {
                    cost += of(argument);
                }
                yield cost;
            }
            case Form.Product _ -> product(Layout.of(form, true, forms, manner));
            case Form.Sum sum -> sum(sum);
        };
    }

    private long number(Rational positive) {
        return positive.isInteger() || manner.isDecimal(positive)
                ? whole(positive)
                : whole(Rational.of(positive.numerator())) + NODE + whole(Rational.of(positive.denominator()));
    }

    private static long whole(Rational number) {
        BigInteger n = number.numerator();
        int digits = n.bitLength() <= 13
                ? (n.intValue() < 10 ? 1 : n.intValue() < 100 ? 2 : n.intValue() < 1000 ? 3 : 4)
                : (int) (n.bitLength() * 0.30103) + 1;
        long penalty = digits > FREE_DIGITS ? (digits - FREE_DIGITS + DIGITS_PER_NODE - 1) / DIGITS_PER_NODE : 0;
        return NODE + penalty * NODE + digits;
    }

    private long sum(Form.Sum sum) {
        long cost = -NODE;
        boolean free = false;
        for (int i = 0; i < sum.terms.size(); i++) {
            Form monic = sum.terms.get(i);
            Layout layout = Layout.of(forms.scaled(monic, sum.coefficients.get(i)), false, forms, manner);
            cost += product(layout.positive()) + brackets(monic, sum.coefficients.get(i)) + NODE;
            // a positive term leads, or a minus in front of a number
            free |= !layout.negative() || layout.hasNumberAbove();
        }
        return free ? cost : cost + NODE;
    }

    private static long brackets(Form monic, Rational coefficient) {
        if (!(monic instanceof Form.Product product) || product.bases.size() == 1 && coefficient.abs().isOne()) {
            return 0;
        }
        long cost = 0;
        for (int i = 0; i < product.bases.size(); i++) {
            boolean root = product.exponents.get(i) instanceof Form.Number n
                    && n.value.denominator().equals(BigInteger.TWO) && n.value.numerator().abs().equals(BigInteger.ONE);
            if (product.bases.get(i) instanceof Form.Sum && !root) {
                cost += BRACKET;
            }
        }
        return cost;
    }

    private long product(Layout layout) {
        long cost = -NODE;
        if (layout.hasNumberAbove()) {
            cost += number(layout.above()) + NODE;
        } else if (layout.negative()) {
            cost += NODE;
        }
        if (!layout.below().isOne()) {
            cost += whole(layout.below()) + NODE;
        }
        boolean bar = !layout.below().isOne() || !layout.bottom().isEmpty();
        for (Layout.Power power : layout.top()) {
            cost += power(power) + NODE + (bar && hasBars(power.base()) ? BAR : 0);
        }
        for (Layout.Power power : layout.bottom()) {
            cost += power(power) + NODE + (hasBars(power.base()) ? BAR : 0);
        }
        return cost;
    }

    private static boolean hasBars(Form base) {
        return base instanceof Form.Sum sum && (sum.coefficients.stream().anyMatch(c -> !c.isInteger())
                || sum.terms.stream().anyMatch(Cost::hasBar));
    }

    private static boolean hasBar(Form term) {
        return term instanceof Form.Product product && product.exponents.stream()
                .anyMatch(exponent -> exponent instanceof Form.Number n && n.value.signum() < 0);
    }

    private long power(Layout.Power power) {
        if (power.base() == forms.e) {
            return NODE + (power.exponent().isOne() ? 0 : of(power.exponent()));
        }
        long base = of(power.base());
        if (power.exponent().isOne()) {
            return base;
        }
        if (power.exponent() == forms.half) {
            return base + NODE;
        }
        return base + NODE + of(power.exponent());
    }
}
