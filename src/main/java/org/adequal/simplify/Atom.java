package org.adequal.simplify;

import java.util.ArrayList;
import java.util.List;

import org.adequal.expr.Signs;

/**
 * A form has one of these signs.
 *
 * @param signs as {@link Signs} writes them
 */
record Atom(Form form, int signs) {
    private static final int NOT_ZERO = Signs.NEGATIVE | Signs.POSITIVE;

    /** The same question of the factors and arguments that decide it, where everything has a value; none if it holds. */
    List<Atom> parts(Forms forms, Facts facts) {
        List<Atom> parts = new ArrayList<>();
        split(form, signs, forms, facts, parts);
        return parts;
    }

    private static void split(Form form, int signs, Forms forms, Facts facts, List<Atom> parts) {
        int possible = facts.signs(form);
        if ((possible & ~signs) == 0) {
            return;
        }
        switch (form) {
            case Form.Call call -> splitCall(call, signs, forms, facts, parts);
            case Form.Product product -> splitProduct(product, signs, forms, facts, parts);
            case Form.Number _,Form.Symbol _,Form.Sum _ -> parts.add(new Atom(form, signs));
        }
    }

    private static void splitCall(Form.Call call, int signs, Forms forms, Facts facts, List<Atom> parts) {
        switch (call.function) {
            case LOG -> split(forms.minus(call.argument(), forms.one), signs, forms, facts, parts);
            case SINH, TANH, ATAN, ASINH, ASIN, ATANH, ERF, CBRT, SIGN ->
                split(call.argument(), signs, forms, facts, parts);
            case ABS -> {
                // what is not negative anyway is positive where it is not zero
                if ((signs & Signs.POSITIVE) != 0 && (signs & Signs.ZERO) == 0) {
                    split(call.argument(), NOT_ZERO, forms, facts, parts);
                } else {
                    parts.add(new Atom(call, signs));
                }
            }
            case SEC, CSC -> {
                if ((signs & NOT_ZERO) != NOT_ZERO) {
                    split(Trigonometry.reciprocal(call, forms), signs & NOT_ZERO, forms, facts, parts);
                }
            }
            default -> parts.add(new Atom(call, signs));
        }
    }

    private static void splitProduct(Form.Product product, int signs, Forms forms, Facts facts, List<Atom> parts) {
        boolean strict = (signs & Signs.ZERO) == 0;
        boolean whole = false;
        int wanted = product.coefficient.signum() < 0 ? Facts.flip(signs) : signs;
        List<Form> odd = new ArrayList<>();
        List<Form> zero = new ArrayList<>();
        for (int i = 0; i < product.bases.size(); i++) {
            Form base = product.bases.get(i);
            Form exponent = product.exponents.get(i);
            int own = facts.signs(forms.power(base, exponent));
            if (own == Signs.POSITIVE) {
                continue;
            }
            if (own == Signs.NEGATIVE) {
                wanted = Facts.flip(wanted);
            } else if (!(exponent instanceof Form.Number n)) {
                whole = true;
            } else if (n.value.signum() < 0) {
                // a denominator is not zero where there is a value
                if (n.value.isInteger() && !Forms.isEven(n)) {
                    odd.add(base);
                }
            } else {
                zero.add(base);
                if (n.value.isInteger() && !Forms.isEven(n)) {
                    odd.add(base);
                } else if (!strict) {
                    whole = true;
                }
            }
        }
        if (whole) {
            parts.add(new Atom(product, signs));
        } else if (wanted == NOT_ZERO) {
            zero.forEach(base -> split(base, NOT_ZERO, forms, facts, parts));
        } else {
            zero.stream().filter(base -> !odd.contains(base))
                    .forEach(base -> split(base, NOT_ZERO, forms, facts, parts));
            if (odd.size() == 1) {
                Form base = odd.getFirst();
                split(base, zero.contains(base) ? wanted : wanted & NOT_ZERO, forms, facts, parts);
            } else if (odd.isEmpty()) {
                if ((wanted & Signs.POSITIVE) == 0) {
                    parts.add(new Atom(product, signs));
                }
            } else if (strict) {
                Forms.ProductBuilder rest = forms.product();
                odd.forEach(rest::multiply);
                parts.add(new Atom(rest.build(), wanted));
            } else {
                parts.add(new Atom(product, signs));
            }
        }
    }
}
