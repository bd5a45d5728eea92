package org.adequal.simplify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** Common factors of sums: of all terms, of some, and the way back. */
@SuppressWarnings("ReferenceEquality") // forms are interned
final class Factoring {
    private static final int MOST_TERMS = 300;
    private static final int MOST_POWER = 8;
    private static final int MOST_GROUPED = 60;

    private final Forms forms;
    private final Cost cost;
    private final Map<Form, Form> grouped = new HashMap<>();

    Factoring(Forms forms, Cost cost) {
        this.forms = forms;
        this.cost = cost;
    }

    // ---- common factors

    /** Content times common powers times the rest of a sum; a form that is no sum stays. */
    Form factored(Form form) {
        if (!(form instanceof Form.Sum sum)) {
            return form;
        }
        Form common = common(sum);
        Rational content = Forms.content(sum);
        return common.isOne()
                ? times(content, form)
                : forms.product().multiply(forms.number(content)).multiply(common)
                        .multiply(quotient(sum, content, common)).build();
    }

    private Form times(Rational content, Form sum) {
        return forms.product().multiply(forms.number(content))
                .multiply(forms.scaled(sum, content.reciprocal())).build();
    }

    /** What stands in every term, above or below the bar, taken out; the denominators that differ stay. */
    Form shared(Form form) {
        if (!(form instanceof Form.Sum sum)) {
            return form;
        }
        Form common = sharedPowers(sum);
        Rational content = sharedContent(sum);
        if (common.isOne() && content.abs().isOne()) {
            return form;
        }
        return forms.product().multiply(forms.number(content)).multiply(common)
                .multiply(quotient(sum, content, common)).build();
    }

    /** The greatest common divisor of the numerators over that of the denominators. */
    private static Rational sharedContent(Form.Sum sum) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ZERO;
        for (Rational c : sum.coefficients) {
            numerator = numerator.gcd(c.numerator());
            denominator = denominator.gcd(c.denominator());
        }
        Rational content = new Rational(numerator, denominator);
        return Forms.content(sum).signum() < 0 ? content.negate() : content;
    }

    private Form sharedPowers(Form.Sum sum) {
        Map<Form, Power> common = null;
        for (Form term : sum.terms) {
            Map<Form, Power> own = powers(term);
            if (common == null) {
                common = own;
                continue;
            }
            Map<Form, Power> met = new LinkedHashMap<>();
            common.forEach((base, power) -> {
                Power other = own.get(base);
                if (other == null) {
                    return;
                }
                if (base == forms.e || !power.symbolic.isZero() || !other.symbolic.isZero()) {
                    Power least = least(base, power, other);
                    if (least != null) {
                        met.put(base, least);
                    }
                } else if (power.number.signum() == other.number.signum()) {
                    met.put(base, power.number.abs().compareTo(other.number.abs()) <= 0 ? power : other);
                }
            });
            common = met;
            forms.spend(own.size() + 1);
        }
        Forms.ProductBuilder product = forms.product();
        if (common != null) {
            common.forEach((base, power) -> product.multiply(base, power.exponent()));
        }
        return product.build();
    }

    /** sum/(content*common), term by term. */
    Form quotient(Form.Sum sum, Rational content, Form common) {
        Forms.SumBuilder rest = forms.sum();
        Form inverse = forms.power(common, forms.minusOne);
        for (int i = 0; i < sum.terms.size(); i++) {
            rest.add(sum.coefficients.get(i).dividedBy(content), forms.times(sum.terms.get(i), inverse));
        }
        return rest.build();
    }

    /** The product of powers with minimal exponents over all terms; each power stands in one of them. */
    Form common(Form.Sum sum) {
        Map<Form, Power> common = null;
        for (Form term : sum.terms) {
            Map<Form, Power> own = powers(term);
            common = common == null ? own : meet(common, own);
            forms.spend(own.size() + 1);
        }
        Forms.ProductBuilder product = forms.product();
        if (common != null) {
            common.forEach((base, power) -> product.multiply(base, power.exponent()));
        }
        return product.build();
    }

    /** symbolic + number, the parts of an exponent. */
    private record Power(Form symbolic, Rational number, Form exponent) {}

    private Map<Form, Power> powers(Form term) {
        Map<Form, Power> powers = new LinkedHashMap<>();
        switch (term) {
            case Form.Number _ -> {
            }
            case Form.Product product -> {
                for (int i = 0; i < product.bases.size(); i++) {
                    powers.put(product.bases.get(i), split(product.exponents.get(i)));
                }
            }
            case Form.Sum _,Form.Symbol _,Form.Call _ -> powers.put(term, split(forms.one));
        }
        return powers;
    }

    private Power split(Form exponent) {
        if (exponent instanceof Form.Number n) {
            return new Power(forms.zero, n.value, exponent);
        }
        if (exponent instanceof Form.Sum sum) {
            int constant = sum.terms.indexOf(forms.one);
            if (constant >= 0) {
                Rational n = sum.coefficients.get(constant);
                return new Power(forms.minus(exponent, forms.number(n)), n, exponent);
            }
        }
        return new Power(exponent, Rational.ZERO, exponent);
    }

    private Map<Form, Power> meet(Map<Form, Power> left, Map<Form, Power> right) {
        Map<Form, Power> met = new LinkedHashMap<>();
        left.forEach((base, power) -> {
            Power least = least(base, power, right.get(base));
            if (least != null) {
                met.put(base, least);
            }
        });
        right.forEach((base, power) -> {
            if (!left.containsKey(base)) {
                Power least = least(base, power, null);
                if (least != null) {
                    met.put(base, least);
                }
            }
        });
        return met;
    }

    /** The smaller of two exponents where they differ by a number, the other one absent is 0; null if none is common. */
    private @Nullable Power least(Form base, Power power, @Nullable Power other) {
        if (other == null) {
            return power.symbolic.isZero() && forms.allows(Law.COMMON_DENOMINATOR, power.number.signum() < 0)
                    && base != forms.e ? power : null;
        }
        if (power.symbolic == other.symbolic) {
            return forms.allows(Law.COMMON_POWER, power.number.compareTo(other.number) <= 0) ? power : other;
        }
        if (base == forms.e) {
            Form shared = sharedTerms(power.exponent, other.exponent);
            return shared.isZero() ? null : split(shared);
        }
        // u^-1 beside u^m: the point u = 0 is excluded by the first
        if (power.symbolic.isZero() && power.number.signum() < 0) {
            return power;
        }
        return other.symbolic.isZero() && other.number.signum() < 0 ? other : null;
    }

    /** The terms that two exponents of e have in common. */
    private Form sharedTerms(Form left, Form right) {
        Map<Form, Rational> other = terms(right);
        Forms.SumBuilder shared = forms.sum();
        terms(left).forEach((term, coefficient) -> {
            Rational c = other.get(term);
            if (c != null && c.equals(coefficient)) {
                shared.add(c, term);
            }
        });
        return shared.build();
    }

    /** The terms of a form with their coefficients. */
    Map<Form, Rational> terms(Form form) {
        Map<Form, Rational> terms = new LinkedHashMap<>();
        if (form instanceof Form.Sum sum) {
            for (int i = 0; i < sum.terms.size(); i++) {
                terms.put(sum.terms.get(i), sum.coefficients.get(i));
            }
        } else if (!form.isZero()) {
            terms.put(forms.monic(form), Forms.coefficient(form));
        }
        return terms;
    }

    // ---- grouping

    /** a*x + a*y + b as a*(x + y) + b, greedily, the largest saving first, inside and outside again. */
    Form grouped(Form form) {
        if (!(form instanceof Form.Sum sum)) {
            return form;
        }
        Form known = grouped.get(form);
        if (known == null) {
            known = group(sum);
            grouped.put(form, known);
        }
        return known;
    }

    private Form group(Form.Sum start) {
        Form.Sum sum = start;
        while (true) {
            Form all = cheaper(factoredAndGrouped(sum), sharedAndGrouped(sum));
            if (sum.terms.size() < 3 || sum.terms.size() > MOST_GROUPED || isPlainPolynomial(sum)) {
                return cheaper(sum, all);
            }
            Form next = bestGroup(sum);
            if (next == null || cost.of(next) >= cost.of(sum)) {
                return cheaper(sum, all);
            }
            Form better = cheaper(next, all);
            if (better == all || !(next instanceof Form.Sum smaller)) {
                return better;
            }
            sum = smaller;
        }
    }

    /** A polynomial in one symbol with number coefficients stays as it is: nobody reads nested brackets gladly. */
    private static boolean isPlainPolynomial(Form.Sum sum) {
        Form symbol = null;
        for (Form term : sum.terms) {
            Form base = term instanceof Form.Product product && product.bases.size() == 1
                    && product.exponents.getFirst().isInteger() ? product.bases.getFirst() : term;
            if (base.isOne()) {
                continue;
            }
            if (!(base instanceof Form.Symbol) || symbol != null && symbol != base) {
                return false;
            }
            symbol = base;
        }
        return true;
    }

    /** The common factor of all terms taken out and the rest grouped. */
    private Form factoredAndGrouped(Form.Sum sum) {
        Form common = common(sum);
        Rational content = Forms.content(sum);
        if (common.isOne() && content.abs().isOne()) {
            return sum;
        }
        Form rest = grouped(quotient(sum, content, common));
        return forms.product().multiply(forms.number(content)).multiply(common).multiply(rest).build();
    }

    private Form sharedAndGrouped(Form.Sum sum) {
        Form common = sharedPowers(sum);
        Rational content = sharedContent(sum);
        if (common.isOne() && content.abs().isOne()) {
            return sum;
        }
        Form rest = grouped(quotient(sum, content, common));
        return forms.product().multiply(forms.number(content)).multiply(common).multiply(rest).build();
    }

    private Form cheaper(Form a, Form b) {
        return cost.of(b) < cost.of(a) ? b : a;
    }

    /** The sum with those terms drawn together that share a power, for the power that saves most. */
    private @Nullable Form bestGroup(Form.Sum sum) {
        Map<Form, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < sum.terms.size(); i++) {
            forms.spend(1);
            for (Form base : powers(sum.terms.get(i)).keySet()) {
                places.computeIfAbsent(base, _ -> new ArrayList<>()).add(i);
            }
        }
        Form best = null;
        for (Map.Entry<Form, List<Integer>> place : places.entrySet()) {
            List<Integer> some = place.getValue();
            if (some.size() < 2 || some.size() == sum.terms.size()) {
                continue;
            }
            for (boolean everywhere : new boolean[]{false, true}) {
                Form candidate = together(sum, some, everywhere);
                if (candidate != null && (best == null || isBefore(candidate, best))) {
                    best = candidate;
                }
            }
        }
        return best;
    }

    private boolean isBefore(Form a, Form b) {
        long difference = cost.of(a) - cost.of(b);
        return difference < 0 || difference == 0 && a.compareTo(b) < 0;
    }

    private @Nullable Form together(Form.Sum sum, List<Integer> some, boolean everywhere) {
        Forms.SumBuilder part = forms.sum();
        for (int i : some) {
            part.add(sum.coefficients.get(i), sum.terms.get(i));
        }
        if (!(part.build() instanceof Form.Sum inner)) {
            return null;
        }
        Form product = everywhere ? shared(inner) : factored(inner);
        if (product instanceof Form.Sum) {
            return null;
        }
        return forms.plus(forms.minus(sum, inner), product);
    }

    // ---- radicands

    /** Every radicand multiplied out, its content and what is known not to be negative taken out of the root. */
    Form rooted(Form form) {
        return switch (form) {
            case Form.Number _,Form.Symbol _,Form.Call _ -> form;
            case Form.Sum sum -> {
                Forms.SumBuilder builder = forms.sum();
                for (int i = 0; i < sum.terms.size(); i++) {
                    builder.add(sum.coefficients.get(i), rooted(sum.terms.get(i)));
                }
                yield builder.build();
            }
            case Form.Product product -> {
                Forms.ProductBuilder builder = forms.product().multiply(forms.number(product.coefficient));
                for (int i = 0; i < product.bases.size(); i++) {
                    Form base = product.bases.get(i);
                    Form exponent = product.exponents.get(i);
                    boolean root = exponent instanceof Form.Number n && !n.value.isInteger();
                    Form inside = rooted(base);
                    Form expanded = root ? expanded(inside) : inside;
                    builder.multiply(root && expanded != null ? factored(expanded) : inside, exponent);
                }
                yield builder.build();
            }
        };
    }

    // ---- expansion

    /** All products of sums multiplied out as far as the powers are whole, positive and small; null beyond the limit. */
    @Nullable
    Form expanded(Form form) {
        return switch (form) {
            case Form.Number _,Form.Symbol _,Form.Call _ -> form;
            case Form.Sum sum -> {
                Forms.SumBuilder total = forms.sum();
                int size = 0;
                for (int i = 0; i < sum.terms.size(); i++) {
                    Form term = expanded(sum.terms.get(i));
                    size += term instanceof Form.Sum parts ? parts.terms.size() : 1;
                    if (term == null || size > MOST_TERMS) {
                        yield null;
                    }
                    total.add(sum.coefficients.get(i), term);
                }
                yield total.build();
            }
            case Form.Product product -> expandedProduct(product);
        };
    }

    private @Nullable Form expandedProduct(Form.Product product) {
        Forms.ProductBuilder rest = forms.product().multiply(forms.number(product.coefficient));
        List<Form> sums = new ArrayList<>();
        for (int i = 0; i < product.bases.size(); i++) {
            Form base = product.bases.get(i);
            if (base instanceof Form.Sum && product.exponents.get(i) instanceof Form.Number n && n.value.isInteger()
                    && n.value.signum() > 0 && n.value.compareTo(Rational.of(MOST_POWER)) <= 0) {
                Form inner = expanded(base);
                if (inner == null) {
                    return null;
                }
                for (int k = 0; k < n.value.numerator().intValue(); k++) {
                    sums.add(inner);
                }
            } else {
                rest.multiply(base, product.exponents.get(i));
            }
        }
        Form total = rest.build();
        for (Form factor : sums) {
            total = multiplied(total, factor);
            if (total == null) {
                return null;
            }
        }
        return total;
    }

    private @Nullable Form multiplied(Form left, Form right) {
        Map<Form, Rational> a = terms(left);
        Map<Form, Rational> b = terms(right);
        if ((long) a.size() * b.size() > MOST_TERMS) {
            return null;
        }
        Forms.SumBuilder sum = forms.sum();
        a.forEach((s, p) -> b.forEach((t, q) -> sum.add(p.times(q), forms.times(s, t))));
        return sum.build();
    }
}
