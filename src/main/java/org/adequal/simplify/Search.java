package org.adequal.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.number.Rational;

/** The smallest of the candidates at every sum and product, from the inside out, each form once. */
@SuppressWarnings("ReferenceEquality") // forms are interned
final class Search {
    private final Forms forms;
    private final Cost cost;
    private final Factoring factoring;
    private final Trigonometry trigonometry;
    private final Map<Form, Form> best = new HashMap<>();
    private final Set<Form> angles = new HashSet<>();
    private final List<Found> trace = new ArrayList<>();

    /** A candidate that won. */
    record Found(Rule rule, Form before, Form after) {}

    Search(Forms forms, Manner manner) {
        this.forms = forms;
        this.cost = new Cost(forms, manner);
        this.factoring = new Factoring(forms, cost);
        this.trigonometry = new Trigonometry(forms, cost);
    }

    Factoring factoring() {
        return factoring;
    }

    List<Found> trace() {
        return trace;
    }

    Form best(Form form) {
        Form known = best.get(form);
        if (known == null) {
            known = search(form);
            best.put(form, known);
            best.putIfAbsent(known, known);
        }
        return known;
    }

    /** The best form of a whole. */
    Form whole(Form form) {
        collectAngles(form);
        return best(form);
    }

    private void collectAngles(Form form) {
        switch (form) {
            case Form.Number _,Form.Symbol _ -> {
            }
            case Form.Call call -> {
                Form inSines = trigonometry.inSines(call);
                if (inSines instanceof Form.Product product) {
                    angles.addAll(product.bases);
                } else {
                    angles.add(inSines);
                }
            }
            case Form.Sum sum -> sum.terms.forEach(this::collectAngles);
            case Form.Product product -> product.bases.forEach(this::collectAngles);
        }
    }

    private Form search(Form form) {
        return switch (form) {
            case Form.Number _,Form.Symbol _ -> form;
            case Form.Call call -> forms.call(call.function, call.arguments.stream().map(this::best).toList());
            case Form.Product product -> product(product);
            case Form.Sum sum -> sum(sum);
        };
    }

    private Form product(Form.Product product) {
        Forms.ProductBuilder builder = forms.product().multiply(forms.number(product.coefficient));
        for (int i = 0; i < product.bases.size(); i++) {
            builder.multiply(best(product.bases.get(i)), best(product.exponents.get(i)));
        }
        Form start = builder.build();
        Choice choice = new Choice(start);
        if (product.bases.stream().anyMatch(base -> base instanceof Form.Sum)) {
            offerFractions(choice, start);
        }
        choice.offer(Rule.TANGENTS, trigonometry.inTangents(choice.winner));
        offerConjugates(choice);
        return choice.winner(start);
    }

    /** (a - b)*(a + b) multiplied out where that is shorter; likewise under two roots. */
    private void offerConjugates(Choice choice) {
        for (boolean found = true; found;) {
            found = false;
            if (!(choice.winner instanceof Form.Product product)) {
                return;
            }
            for (int i = 0; i < product.bases.size() && !found; i++) {
                for (int k = i + 1; k < product.bases.size() && !found; k++) {
                    if (product.bases.get(i) instanceof Form.Sum a && product.bases.get(k) instanceof Form.Sum b
                            && a.terms.equals(b.terms)) {
                        found = offerConjugates(choice, product, i, k);
                    }
                }
            }
        }
    }

    private boolean offerConjugates(Choice choice, Form.Product product, int i, int k) {
        if (!(product.exponents.get(i) instanceof Form.Number p) || !(product.exponents.get(k) instanceof Form.Number q)
                || p.value.signum() != q.value.signum() || !p.value.minus(q.value).isInteger()) {
            return false;
        }
        Form joined = p.value.abs().compareTo(q.value.abs()) <= 0 ? p : q;
        Form once = factoring.expanded(forms.times(product.bases.get(i), product.bases.get(k)));
        Form twice = once == null ? null : factoring.expanded(once);
        if (twice == null) {
            return false;
        }
        Forms.ProductBuilder builder = forms.product().multiply(forms.number(product.coefficient));
        for (int j = 0; j < product.bases.size(); j++) {
            Form exponent = product.exponents.get(j);
            builder.multiply(product.bases.get(j), j == i || j == k ? forms.minus(exponent, joined) : exponent);
        }
        Form before = choice.winner;
        choice.offer(Rule.CONJUGATES, builder.multiply(best(factoring.factored(twice)), joined).build());
        return choice.winner != before;
    }

    private Form sum(Form.Sum sum) {
        Forms.SumBuilder builder = forms.sum();
        for (int i = 0; i < sum.terms.size(); i++) {
            builder.add(sum.coefficients.get(i), best(sum.terms.get(i)));
        }
        Form start = builder.build();
        if (!(start instanceof Form.Sum)) {
            return start;
        }
        Choice choice = new Choice(start);
        choice.offer(Rule.COMMON_FACTOR, factoring.factored(start));
        choice.offer(Rule.COMMON_FACTOR, factoring.shared(start));
        choice.offer(Rule.GROUP, factoring.grouped(start));
        Form expanded = factoring.expanded(start);
        if (expanded != null && expanded != start) {
            choice.offer(Rule.EXPAND, expanded);
            choice.offer(Rule.EXPAND, factoring.factored(expanded));
            choice.offer(Rule.EXPAND, factoring.grouped(expanded));
        }
        Form common = factoring.factored(start);
        if (common instanceof Form.Product && expanded != null) {
            choice.offer(Rule.EXPAND, expandedNumerator(common));
        }
        offerCollected(choice, expanded == null ? start : expanded);
        offerFractions(choice, start);
        Form rooted = factoring.rooted(start);
        if (rooted != start) {
            offerFractions(choice, rooted);
        }
        choice.offer(Rule.TANGENTS, trigonometry.inTangents(choice.winner));
        return choice.winner(start);
    }

    /** The terms with the same functions together, each coefficient simplified alone. */
    private void offerCollected(Choice choice, Form form) {
        Map<Form, Forms.SumBuilder> coefficients = new LinkedHashMap<>();
        factoring.terms(form).forEach((term, c) -> {
            Form kernel = kernel(term);
            coefficients.computeIfAbsent(kernel, _ -> forms.sum()).add(c, forms.over(term, kernel));
        });
        if (coefficients.size() < 2) {
            return;
        }
        Forms.SumBuilder collected = forms.sum();
        coefficients.forEach((kernel, c) -> collected.add(Rational.ONE, forms.times(kernel, best(c.build()))));
        Form sum = collected.build();
        choice.offer(Rule.COLLECT, sum);
        choice.offer(Rule.COLLECT, factoring.grouped(sum));
        choice.offer(Rule.COLLECT, factoring.factored(sum));
    }

    /** The functions in a term other than sines and their relatives, and exponentials. */
    private Form kernel(Form term) {
        if (term instanceof Form.Call call) {
            return Trigonometry.occurs(call) ? forms.one : call;
        }
        Forms.ProductBuilder kernel = forms.product();
        if (term instanceof Form.Product product) {
            for (int i = 0; i < product.bases.size(); i++) {
                Form base = product.bases.get(i);
                if (base == forms.e || base instanceof Form.Call && !Trigonometry.occurs(base)
                        && product.exponents.get(i) instanceof Form.Number n && n.value.signum() > 0) {
                    kernel.multiply(base, product.exponents.get(i));
                }
            }
        }
        return kernel.build();
    }

    private void offerFractions(Choice choice, Form start) {
        if (forms.hasDoneMuch()) {
            return;
        }
        offer(choice, Rule.FRACTION, start, NormalForm.Squares.NONE, false);
        offer(choice, Rule.FACTORED_FRACTION, start, NormalForm.Squares.NONE, true);
        if (Trigonometry.occurs(start)) {
            Form sines = trigonometry.inSines(start);
            if (sines != start) {
                choice.offer(Rule.SINES, trigonometry.inTangents(sines));
                offer(choice, Rule.SINES, sines, NormalForm.Squares.NONE, false);
            }
            Form halves = NormalForm.of(forms, factoring, sines, NormalForm.Squares.HALVES, false, angles);
            if (halves != null) {
                choice.offer(Rule.HALF_ANGLES, trigonometry.inTangents(halves));
                sines = halves;
            }
            for (NormalForm.Squares squares : List.of(NormalForm.Squares.SINES, NormalForm.Squares.COSINES)) {
                offer(choice, Rule.TRIGONOMETRIC_FRACTION, sines, squares, false);
                offer(choice, Rule.TRIGONOMETRIC_FRACTION, sines, squares, true);
            }
        }
    }

    private void offer(Choice choice, Rule rule, Form start, NormalForm.Squares squares, boolean factored) {
        Form form = NormalForm.of(forms, factoring, start, squares, factored, angles);
        if (form != null) {
            choice.offer(rule, form);
            if (squares != NormalForm.Squares.NONE || rule == Rule.SINES) {
                choice.offer(rule, trigonometry.inTangents(form));
            }
        }
    }

    /** The sums in a product with powers multiplied out, common factors taken out again, grouped. */
    private Form expandedNumerator(Form form) {
        if (!(form instanceof Form.Product product)) {
            return form;
        }
        Forms.ProductBuilder rest = forms.product().multiply(forms.number(product.coefficient));
        for (int i = 0; i < product.bases.size(); i++) {
            Form base = product.bases.get(i);
            if (base instanceof Form.Sum && product.exponents.get(i).isOne()) {
                Form expanded = factoring.expanded(base);
                rest.multiply(expanded == null ? base : factoring.grouped(expanded));
            } else {
                rest.multiply(base, product.exponents.get(i));
            }
        }
        return rest.build();
    }

    /** The cheapest of the candidates offered; of equals, the one offered first. */
    private final class Choice {
        private Form winner;
        private Rule rule = Rule.CANONICAL;

        Choice(Form start) {
            this.winner = start;
        }

        void offer(Rule offered, Form candidate) {
            if (cost.of(candidate) < cost.of(winner)) {
                winner = candidate;
                rule = offered;
            }
        }

        Form winner(Form start) {
            if (winner != start) {
                trace.add(new Found(rule, start, winner));
            }
            return winner;
        }
    }
}
