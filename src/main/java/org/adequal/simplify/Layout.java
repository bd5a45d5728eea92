package org.adequal.simplify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.adequal.expr.Application;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;

/**
 * A product as it is written: a sign, and what stands above and below the one fraction bar.
 *
 * @param negative whether a minus stands in front
 * @param above the positive number above the bar, perhaps a decimal
 * @param below the positive integer below the bar
 * @param top the powers above, with exponents that are not negative numbers
 * @param bottom the powers below, likewise
 */
@SuppressWarnings("ReferenceEquality") // forms are interned
record Layout(boolean negative, Rational above, Rational below, List<Power> top, List<Power> bottom) {

    /** A base to an exponent; a turned sum is written with all its signs changed. */
    record Power(Form base, Form exponent, boolean turned) {}

    /** @param absorbing whether a minus is absorbed by a bracketed difference where there is one */
    static Layout of(Form form, boolean absorbing, Forms forms, Manner manner) {
        Rational coefficient = Forms.coefficient(form);
        Rational size = coefficient.abs();
        Rational above = size;
        BigInteger below = BigInteger.ONE;
        if (!manner.isDecimal(size)) {
            above = Rational.of(size.numerator());
            below = size.denominator();
        }
        List<Power> top = new ArrayList<>();
        List<Power> bottom = new ArrayList<>();
        Map<Rational, BigInteger> rootsAbove = new TreeMap<>();
        Map<Rational, BigInteger> rootsBelow = new TreeMap<>();
        Map<Form, Form> constants = new LinkedHashMap<>();
        boolean negative = coefficient.signum() < 0;
        switch (form) {
            case Form.Product product -> {
                Map<Form, Form> exponents = new LinkedHashMap<>();
                for (int i = 0; i < product.bases.size(); i++) {
                    exponents.put(product.bases.get(i), product.exponents.get(i));
                }
                joinMagnitudes(product, exponents, forms);
                for (Map.Entry<Form, Form> factor : exponents.entrySet()) {
                    Form base = factor.getKey();
                    Form exponent = factor.getValue();
                    if (base instanceof Form.Number n && exponent instanceof Form.Number r) {
                        BigInteger prime = n.value.numerator();
                        if (below.mod(prime).signum() == 0) {
                            below = below.divide(prime);
                            rootsBelow.merge(Rational.ONE.minus(r.value), prime, BigInteger::multiply);
                        } else {
                            rootsAbove.merge(r.value, prime, BigInteger::multiply);
                        }
                        continue;
                    }
                    boolean under = exponent instanceof Form.Number n && n.value.signum() < 0 && base != forms.e;
                    Form positive = under ? forms.negate(exponent) : exponent;
                    boolean turned = base instanceof Form.Sum sum && exponent.isInteger()
                            && manner.isTurned(sum, forms);
                    negative ^= turned && !Forms.isEven(exponent);
                    if (isConstantRoot(base, exponent)) {
                        constants.put(base, exponent);
                    } else {
                        (under ? bottom : top).add(new Power(base, positive, turned));
                    }
                }
            }
            case Form.Number _ -> {
            }
            case Form.Symbol _,Form.Call _,Form.Sum _ -> top.add(new Power(form, forms.one, false));
        }
        addRoots(rootsAbove, constants, false, top, forms);
        addRoots(rootsBelow, constants, true, bottom, forms);
        if (negative && absorbing && (absorb(top, manner, false) || absorb(bottom, manner, false)
                || absorb(top, manner, true) || absorb(bottom, manner, true))) {
            negative = false;
        }
        return new Layout(negative, above, Rational.of(below), top, bottom);
    }

    private static boolean isConstantRoot(Form base, Form exponent) {
        return base instanceof Form.Symbol symbol && symbol.expr instanceof Application a
                && a.primitive() == Primitive.PI && exponent instanceof Form.Number n && !n.value.isInteger();
    }

    /** sqrt(2)*sqrt(pi) is sqrt(2*pi). */
    private static void addRoots(Map<Rational, BigInteger> numbers, Map<Form, Form> constants, boolean below,
            List<Power> powers, Forms forms) {
        for (Map.Entry<Form, Form> constant : constants.entrySet()) {
            Rational r = Forms.coefficient(constant.getValue());
            if (r.signum() < 0 == below) {
                BigInteger number = numbers.remove(r.abs());
                Form inside = number == null
                        ? constant.getKey()
                        : forms.scaled(constant.getKey(), Rational.of(number));
                powers.addFirst(new Power(inside, forms.number(r.abs()), false));
            }
        }
        numbers.forEach((r, n) -> powers.addFirst(
                new Power(forms.number(Rational.of(n)), forms.number(r), false)));
    }

    /** Turns a bracketed difference in an odd power, if there is one: first one that the user did not write so. */
    private static boolean absorb(List<Power> powers, Manner manner, boolean written) {
        for (int i = 0; i < powers.size(); i++) {
            Power power = powers.get(i);
            if (power.base instanceof Form.Sum sum && isDifference(sum) && power.exponent.isInteger()
                    && !Forms.isEven(power.exponent)
                    && (written || !power.turned && !manner.sums().contains(sum))) {
                powers.set(i, new Power(sum, power.exponent, !power.turned));
                return true;
            }
        }
        return false;
    }

    /** u^2*abs(u) is abs(u)^3, abs(u)/u^2 is 1/abs(u), abs(u)/u is sign(u). */
    private static void joinMagnitudes(Form.Product product, Map<Form, Form> exponents, Forms forms) {
        for (Form base : product.bases) {
            if (base instanceof Form.Call call && call.function == Primitive.ABS
                    && exponents.getOrDefault(base, base).isOne()
                    && exponents.get(call.argument()) instanceof Form.Number k && k.value.isInteger()) {
                Form next = forms.number(k.value.plus(Rational.ONE));
                if (Forms.isEven(k)) {
                    exponents.remove(call.argument());
                    exponents.put(base, next);
                } else if (k.value.signum() < 0) {
                    exponents.remove(base);
                    exponents.remove(call.argument());
                    exponents.put(forms.sign(call.argument()), forms.one);
                    if (!next.isZero()) {
                        exponents.put(call.argument(), next);
                    }
                }
            }
        }
    }

    /** The same without the minus. */
    Layout positive() {
        return negative ? new Layout(false, above, below, top, bottom) : this;
    }

    /** Whether a number is written above the bar. */
    boolean hasNumberAbove() {
        return top.isEmpty() || !above.isOne();
    }

    private static boolean isDifference(Form.Sum sum) {
        return sum.coefficients.stream().anyMatch(c -> c.signum() < 0);
    }
}
