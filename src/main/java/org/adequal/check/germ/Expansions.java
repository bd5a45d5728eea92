package org.adequal.check.germ;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.adequal.check.germ.Coefficient.Exact;
import org.adequal.check.germ.Germ.Wave;
import org.adequal.number.Rational;
import org.adequal.number.interval.Interval;

/**
 * Arithmetic on germs: sums, products, powers, logarithms, exponentials and power series of them.
 *
 * @param field the numbers
 * @param order how many powers of t are kept beyond the leading one
 */
record Expansions(Field field, int order) {
    private static final int LARGEST_PLAIN_POWER = 8;
    private static final int SHORT_EXPONENT_BITS = 5;

    private int mostTerms() {
        return 3 * order + 6;
    }

    // order of magnitude

    /** Negative where a is the larger for t -&gt; 0. */
    int compare(Monomial a, Monomial b) {
        int byPower = field.compare(a.power(), b.power());
        if (byPower != 0) {
            return byPower;
        }
        int byLog = b.log().compareTo(a.log());
        return byLog != 0 ? byLog : b.loglog().compareTo(a.loglog());
    }

    Monomial times(Monomial a, Monomial b) {
        return new Monomial(field.plus(a.power(), b.power()), a.log().plus(b.log()), a.loglog().plus(b.loglog()));
    }

    private Monomial power(Monomial m, Coefficient exponent) {
        if (exponent instanceof Exact(Rational b)) {
            return new Monomial(field.times(m.power(), exponent), m.log().times(b), m.loglog().times(b));
        }
        if (!m.isPower()) {
            throw Undecided.never("a logarithm grows to an irrational power near the point");
        }
        return Monomial.of(field.times(m.power(), exponent));
    }

    private Monomial inverse(Monomial m) {
        return power(m, Coefficient.MINUS_ONE);
    }

    /** Positive where the first remainder is the larger, 0 where they are of one order. */
    int compare(Remainder a, Remainder b) {
        if (a instanceof Remainder.Order(Monomial x) && b instanceof Remainder.Order(Monomial y)) {
            return -compare(x, y);
        }
        return Integer.compare(rank(a), rank(b));
    }

    private static int rank(Remainder remainder) {
        return switch (remainder) {
            case Remainder.Small small -> small.ordinal();
            case Remainder.Order _ -> 2;
        };
    }

    private Remainder larger(Remainder a, Remainder b) {
        return compare(a, b) >= 0 ? a : b;
    }

    private Remainder times(Remainder remainder, Monomial m) {
        return remainder instanceof Remainder.Order(Monomial own) ? new Remainder.Order(times(own, m)) : remainder;
    }

    private Remainder times(Remainder a, Remainder b) {
        if (a == Remainder.Small.NONE || b == Remainder.Small.NONE) {
            return Remainder.Small.NONE;
        }
        return b instanceof Remainder.Order(Monomial own) ? times(a, own) : b;
    }

    // building

    /** The germ of terms in any order: sorted, merged, and cut where the remainder or the order asks for it. */
    private Germ collect(List<Term> exponent, List<Term> loose, Remainder remainder, Wave wave, boolean continuous,
            boolean analytic) {
        List<Term> sorted = new ArrayList<>(loose);
        sorted.sort((a, b) -> compare(a.monomial(), b.monomial()));
        List<Term> merged = new ArrayList<>();
        for (Term term : sorted) {
            if (remainder instanceof Remainder.Order(Monomial bound) && compare(term.monomial(), bound) >= 0) {
                break;
            }
            Term last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && compare(last.monomial(), term.monomial()) == 0) {
                merged.removeLast();
                Coefficient sum = field.plus(last.coefficient(), term.coefficient());
                merged.add(new Term(sum, last.monomial()));
            } else {
                merged.add(term);
            }
        }
        merged.removeIf(term -> term.coefficient().isZero());
        if (remainder == Remainder.Small.NONE && merged.size() <= 12 + 4 * order) {
            return new Germ(exponent, merged, remainder, wave, continuous, analytic);
        }
        List<Term> kept = new ArrayList<>();
        Coefficient last = merged.isEmpty()
                ? Coefficient.ZERO
                : field.plus(merged.getFirst().monomial().power(), Coefficient.of(order));
        for (Term term : merged) {
            if (kept.size() == mostTerms() || field.compare(term.monomial().power(), last) > 0) {
                return new Germ(exponent, kept, new Remainder.Order(term.monomial()), Wave.NONE, continuous, analytic);
            }
            kept.add(term);
        }
        return new Germ(exponent, kept, remainder, wave, continuous, analytic);
    }

    /** The germ with more left out. */
    Germ withRemainder(Germ u, Remainder remainder, Wave wave) {
        int order = compare(u.remainder(), remainder);
        Wave both = order > 0
                ? u.wave()
                : order < 0 ? wave : u.wave() == Wave.NONE && wave == Wave.NONE ? Wave.NONE : Wave.VAGUE;
        return collect(u.exponent(), u.terms(), larger(u.remainder(), remainder), both, u.continuous(), u.analytic());
    }

    /** O(monomial) alone. */
    Germ bounded(Remainder remainder, Wave wave) {
        return new Germ(List.of(), List.of(), remainder, wave, false, false);
    }

    // sums and products

    Germ negate(Germ u) {
        return scale(u, Coefficient.MINUS_ONE, Monomial.ONE);
    }

    Germ minus(Germ u, Germ v) {
        return plus(u, negate(v));
    }

    Germ plus(Germ u, Germ v) {
        boolean continuous = u.continuous() && v.continuous();
        boolean analytic = u.analytic() && v.analytic();
        if (u.isZero()) {
            return v.flagged(continuous, analytic);
        }
        if (v.isZero()) {
            return u.flagged(continuous, analytic);
        }
        int dominance = u.exponent().isEmpty() && v.exponent().isEmpty() ? 0 : compareExponents(u, v);
        if (dominance != 0) {
            Germ large = dominance > 0 ? u : v;
            return collect(large.exponent(), large.terms(), larger(large.remainder(), Remainder.Small.FLAT),
                    large.wave(), continuous, analytic);
        }
        List<Term> terms = new ArrayList<>(u.terms());
        terms.addAll(v.terms());
        Germ sum = collect(u.exponent(), terms, u.remainder(), u.wave(), continuous, analytic);
        return withRemainder(sum, v.remainder(), v.wave());
    }

    /** The sign of the difference of the exponents, which grows without bound unless it is zero. */
    private int compareExponents(Germ u, Germ v) {
        List<Term> difference = new ArrayList<>(u.exponent());
        v.exponent().forEach(term -> difference.add(new Term(field.negate(term.coefficient()), term.monomial())));
        for (Term term : collect(List.of(), difference, Remainder.Small.NONE, Wave.NONE, true, true).terms()) {
            int sign = field.sign(term.coefficient());
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }

    private Germ scale(Germ u, Coefficient c, Monomial m) {
        List<Term> terms = u.terms().stream()
                .map(term -> new Term(field.times(term.coefficient(), c), times(term.monomial(), m))).toList();
        return new Germ(u.exponent(), terms, times(u.remainder(), m), u.wave(), u.continuous(), u.analytic());
    }

    Germ times(Germ u, Germ v) {
        boolean continuous = u.continuous() && v.continuous();
        boolean analytic = u.analytic() && v.analytic();
        if (u.isZero() || v.isZero()) {
            return Germ.constant(Coefficient.ZERO).flagged(continuous, analytic);
        }
        List<Term> exponent = addExponents(u.exponent(), v.exponent());
        List<Term> terms = new ArrayList<>();
        for (Term a : u.terms()) {
            for (Term b : v.terms()) {
                terms.add(new Term(field.times(a.coefficient(), b.coefficient()), times(a.monomial(), b.monomial())));
            }
        }
        Remainder one = u.terms().isEmpty()
                ? Remainder.Small.NONE
                : times(v.remainder(), u.terms().getFirst().monomial());
        Remainder other = v.terms().isEmpty()
                ? Remainder.Small.NONE
                : times(u.remainder(), v.terms().getFirst().monomial());
        Germ product = collect(exponent, terms, one, wave(u, v), continuous, analytic);
        product = withRemainder(product, other, wave(v, u));
        return withRemainder(product, times(u.remainder(), v.remainder()),
                u.wave() == Wave.NONE && v.wave() == Wave.NONE ? Wave.NONE : Wave.VAGUE);
    }

    private List<Term> addExponents(List<Term> a, List<Term> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        List<Term> both = new ArrayList<>(a);
        both.addAll(b);
        return collect(List.of(), both, Remainder.Small.NONE, Wave.NONE, true, true).terms().stream()
                .filter(term -> field.sign(term.coefficient()) != 0).toList();
    }

    /** How the leading term of the first times the remainder of the second oscillates. */
    private Wave wave(Germ leading, Germ remaining) {
        if (remaining.wave() == Wave.NONE || leading.terms().isEmpty()) {
            return Wave.NONE;
        }
        return remaining.wave() == Wave.SHARP && isSurelyNotZero(leading.terms().getFirst().coefficient())
                ? Wave.SHARP
                : Wave.VAGUE;
    }

    private boolean isSurelyNotZero(Coefficient c) {
        return field.interval(c).certainlyNotZero();
    }

    // leading terms

    /** The germ with a leading term that is not zero, or the constant 0. */
    Germ lead(Germ u) {
        int first = 0;
        while (first < u.terms().size() && field.sign(u.terms().get(first).coefficient()) == 0) {
            first++;
        }
        if (first == u.terms().size() && u.remainder() != Remainder.Small.NONE) {
            if (u.remainder() == Remainder.Small.FLAT || u.wave() != Wave.NONE) {
                throw Undecided.never(u.wave() == Wave.NONE
                        ? "what decides it is smaller than every power of the distance"
                        : "what decides it oscillates near the point");
            }
            throw Undecided.order();
        }
        return first == 0
                ? u
                : new Germ(u.exponent(), u.terms().subList(first, u.terms().size()), u.remainder(), u.wave(),
                        u.continuous(), u.analytic());
    }

    /** The sign for small t &gt; 0. */
    int sign(Germ u) {
        Germ led = lead(u);
        return led.isZero() ? 0 : field.sign(led.terms().getFirst().coefficient());
    }

    /** An infinite part, a constant and a part that vanishes for t -&gt; 0; refuses what has no limit. */
    record Parts(List<Term> infinite, Coefficient constant, Germ vanishing) {}

    Parts parts(Germ u) {
        if (!u.exponent().isEmpty()) {
            if (compareExponents(u, Germ.constant(Coefficient.ZERO)) > 0) {
                return new Parts(List.of(lead(u).terms().getFirst()), Coefficient.ZERO,
                        Germ.constant(Coefficient.ZERO));
            }
            return new Parts(List.of(), Coefficient.ZERO, u);
        }
        if (u.remainder() instanceof Remainder.Order(Monomial m) && compare(m, Monomial.ONE) <= 0) {
            throw u.wave() == Wave.NONE
                    ? Undecided.order()
                    : Undecided.never("what decides it oscillates near the point");
        }
        List<Term> infinite = new ArrayList<>();
        List<Term> rest = new ArrayList<>();
        Coefficient constant = Coefficient.ZERO;
        for (Term term : u.terms()) {
            int order = compare(term.monomial(), Monomial.ONE);
            if (order > 0) {
                rest.add(term);
            } else if (order == 0) {
                constant = term.coefficient();
            } else if (field.sign(term.coefficient()) != 0) {
                infinite.add(term);
            }
        }
        return new Parts(infinite, constant,
                new Germ(List.of(), rest, u.remainder(), u.wave(), u.continuous(), u.analytic()));
    }

    /** Whether it grows without bound although it has a limit in the wider sense; 0 where the limit is finite. */
    int infinity(Germ u) {
        Parts parts = parts(u);
        return parts.infinite().isEmpty() ? 0 : field.sign(parts.infinite().getFirst().coefficient());
    }

    // series

    /** The sum of c(k) eps^k for a function that is smooth at 0, or has this asymptotic series there. */
    Germ series(IntFunction<Coefficient> c, Germ eps, int known) {
        if (eps.isZero()) {
            return Germ.constant(c.apply(0)).flagged(eps.continuous(), eps.analytic());
        }
        int count = Math.min(known, count(eps));
        Germ sum = Germ.constant(c.apply(count - 1));
        for (int k = count - 2; k >= 0; k--) {
            sum = plus(times(sum, eps), Germ.constant(c.apply(k)));
        }
        Germ bound = eps;
        for (int k = 1; k < count; k++) {
            bound = magnitude(times(magnitude(bound), magnitude(eps)));
        }
        return withRemainder(sum, bound.exponent().isEmpty() ? size(bound) : Remainder.Small.FLAT,
                count == 1 && eps.terms().isEmpty() && eps.wave() != Wave.NONE ? Wave.VAGUE : Wave.NONE)
                .flagged(eps.continuous(), eps.analytic());
    }

    /** The leading monomial or remainder alone, as a sum that is cheap to multiply. */
    private Germ magnitude(Germ u) {
        return u.terms().isEmpty()
                ? u
                : new Germ(u.exponent(), List.of(new Term(Coefficient.ONE, u.terms().getFirst().monomial())),
                        Remainder.Small.NONE, Wave.NONE, true, true);
    }

    private static Remainder size(Germ u) {
        return u.terms().isEmpty() ? u.remainder() : new Remainder.Order(u.terms().getFirst().monomial());
    }

    /** How many powers reach the order asked for. */
    private int count(Germ eps) {
        if (!eps.exponent().isEmpty() || !(size(eps) instanceof Remainder.Order(Monomial first))) {
            return 1;
        }
        Interval power = field.interval(first.power());
        double step = power.doubleLow();
        return step <= 0 ? order + 3 : (int) Math.max(1, Math.min(mostTerms(), Math.ceil(order / step) + 1));
    }

    // powers, logarithms, exponentials

    /** u^b for a constant b: u is positive, or b an integer; u is not the constant 0 unless b is positive or 0. */
    Germ power(Germ u, Coefficient b) {
        if (b.isZero()) {
            return Germ.constant(Coefficient.ONE).flagged(u.continuous(), u.analytic());
        }
        if (b.isOne()) {
            return u;
        }
        if (b instanceof Exact(Rational n) && n.isInteger() && n.signum() > 0
                && n.compareTo(Rational.of(LARGEST_PLAIN_POWER)) <= 0) {
            return plainPower(u, n.numerator().intValueExact());
        }
        Germ led = lead(u);
        if (led.isZero()) {
            return led;
        }
        Term first = led.terms().getFirst();
        Germ eps = overLead(led);
        Germ series = series(k -> binomial(b, k), eps, Integer.MAX_VALUE);
        Coefficient scale = field.power(first.coefficient(), b);
        List<Term> exponent = led.exponent().stream()
                .map(term -> new Term(field.times(term.coefficient(), b), term.monomial())).toList();
        Germ scaled = exactRoot(u, b, scale(series, scale, power(first.monomial(), b)));
        return new Germ(exponent, scaled.terms(), scaled.remainder(), scaled.wave(), u.continuous(),
                u.analytic() && led.exponent().isEmpty() && compare(first.monomial(), Monomial.ONE) == 0);
    }

    /** The finite sum that the root is, if its power says so; otherwise the root as it was found. */
    private Germ exactRoot(Germ u, Coefficient b, Germ root) {
        if (root.remainder() == Remainder.Small.NONE || !u.isExact() || !(b instanceof Exact(Rational exponent))
                || exponent.signum() < 0 || exponent.isInteger()
                || exponent.bits() > SHORT_EXPONENT_BITS) {
            return root;
        }
        Germ finite = withoutRemainder(root);
        Germ difference = minus(plainPower(finite, exponent.denominator().intValueExact()),
                plainPower(u, exponent.numerator().intValueExact()));
        return isNothing(difference) ? finite : root;
    }

    private Germ plainPower(Germ u, int n) {
        Germ power = u;
        for (int i = 1; i < n; i++) {
            power = times(power, u);
        }
        return u.wave() == Wave.SHARP && u.terms().isEmpty()
                ? new Germ(power.exponent(), power.terms(), power.remainder(), Wave.SHARP, power.continuous(),
                        power.analytic())
                : power;
    }

    /** u divided by its leading term, less 1. */
    private Germ overLead(Germ led) {
        Term first = led.terms().getFirst();
        Germ tail = new Germ(List.of(), led.terms().subList(1, led.terms().size()), led.remainder(), led.wave(),
                led.continuous(), led.analytic());
        return scale(tail, field.divide(Coefficient.ONE, first.coefficient()), inverse(first.monomial()));
    }

    private Coefficient binomial(Coefficient b, int k) {
        Coefficient product = Coefficient.ONE;
        for (int i = 0; i < k; i++) {
            product = field.times(product,
                    field.divide(field.minus(b, Coefficient.of(i)), Coefficient.of(i + 1L)));
        }
        return product;
    }

    Germ reciprocal(Germ u) {
        return power(u, Coefficient.MINUS_ONE);
    }

    Germ divide(Germ u, Germ v) {
        Germ quotient = times(u, reciprocal(v));
        if (quotient.remainder() == Remainder.Small.NONE || !u.isExact() || !v.isExact()) {
            return quotient;
        }
        Germ finite = withoutRemainder(quotient);
        return isNothing(minus(u, times(finite, v))) ? finite : quotient;
    }

    private static Germ withoutRemainder(Germ u) {
        return new Germ(u.exponent(), u.terms(), Remainder.Small.NONE, Wave.NONE, u.continuous(), u.analytic());
    }

    /** Whether it is 0 by the exact forms of its coefficients. */
    private boolean isNothing(Germ u) {
        return u.isExact() && u.terms().stream().allMatch(term -> field.isProvenZero(term.coefficient()));
    }

    /** log u for u &gt; 0. */
    Germ log(Germ u) {
        Germ led = lead(u);
        Term first = led.terms().getFirst();
        Monomial m = first.monomial();
        if (!m.loglog().isZero()) {
            throw Undecided.never("three nested logarithms near the point");
        }
        List<Term> terms = new ArrayList<>(led.exponent());
        terms.add(new Term(field.apply(org.adequal.expr.Primitive.LOG, first.coefficient()), Monomial.ONE));
        terms.add(new Term(field.negate(m.power()), new Monomial(Coefficient.ZERO, Rational.ONE, Rational.ZERO)));
        terms.add(new Term(Coefficient.of(m.log()), new Monomial(Coefficient.ZERO, Rational.ZERO, Rational.ONE)));
        Germ sum = plus(collect(List.of(), terms, Remainder.Small.NONE, Wave.NONE, true, true),
                series(k -> k == 0 ? Coefficient.ZERO : Coefficient.of(Rational.of(k % 2 == 1 ? 1 : -1, k)),
                        overLead(led), Integer.MAX_VALUE));
        return sum.flagged(u.continuous(),
                u.analytic() && led.exponent().isEmpty() && compare(m, Monomial.ONE) == 0);
    }

    Germ exp(Germ u) {
        if (!u.exponent().isEmpty() && compareExponents(u, Germ.constant(Coefficient.ZERO)) > 0) {
            if (sign(u) < 0) {
                return bounded(Remainder.Small.FLAT, Wave.NONE);
            }
            throw Undecided.never("an exponential of an exponential grows near the point");
        }
        Parts parts = parts(u);
        Coefficient scale = field.apply(org.adequal.expr.Primitive.EXP, parts.constant());
        Monomial monomial = Monomial.ONE;
        List<Term> exponent = new ArrayList<>();
        for (Term term : parts.infinite()) {
            Monomial m = term.monomial();
            boolean isLog = m.power().isZero() && m.log().isOne() && m.loglog().isZero();
            boolean isLogLog = m.power().isZero() && m.log().isZero() && m.loglog().isOne();
            if (isLog) {
                monomial = times(monomial, Monomial.of(field.negate(term.coefficient())));
            } else if (isLogLog && term.coefficient() instanceof Exact(Rational power)) {
                monomial = times(monomial, new Monomial(Coefficient.ZERO, power, Rational.ZERO));
            } else if (isLogLog) {
                throw Undecided.never("a logarithm grows to an irrational power near the point");
            } else {
                exponent.add(term);
            }
        }
        Coefficient[] inverseFactorial = inverseFactorials();
        Germ series = scale(series(k -> inverseFactorial[k], parts.vanishing(), inverseFactorial.length), scale,
                monomial);
        return new Germ(exponent, series.terms(), series.remainder(), series.wave(), u.continuous(), u.analytic());
    }

    Coefficient[] inverseFactorials() {
        Coefficient[] inverse = new Coefficient[mostTerms() + 2];
        Rational value = Rational.ONE;
        for (int k = 0; k < inverse.length; k++) {
            inverse[k] = Coefficient.of(value);
            value = value.dividedBy(Rational.of(k + 1L));
        }
        return inverse;
    }

    /** |u - limit| &gt; 0 put for s into a germ in s. */
    Germ substitute(Germ inner, Germ s) {
        Germ sum = Germ.constant(Coefficient.ZERO);
        for (Term term : inner.terms()) {
            sum = plus(sum, times(Germ.constant(term.coefficient()), substitute(term.monomial(), s)));
        }
        return switch (inner.remainder()) {
            case Remainder.Small small -> withRemainder(sum, small, Wave.NONE);
            case Remainder.Order(Monomial m) -> {
                Germ bound = substitute(m, s);
                yield withRemainder(sum, bound.exponent().isEmpty() ? size(bound) : Remainder.Small.FLAT, Wave.NONE);
            }
        };
    }

    private Germ substitute(Monomial m, Germ s) {
        Germ product = power(s, m.power());
        if (!m.log().isZero() || !m.loglog().isZero()) {
            Germ logarithm = negate(log(s));
            product = times(product, power(logarithm, Coefficient.of(m.log())));
            if (!m.loglog().isZero()) {
                product = times(product, power(log(logarithm), Coefficient.of(m.loglog())));
            }
        }
        return product;
    }

    /** The integral from 0 to s of a germ in s, termwise. */
    Germ integral(Germ u) {
        if (!u.exponent().isEmpty()) {
            throw Undecided.never("a derivative grows or falls exponentially near the point");
        }
        List<Term> terms = new ArrayList<>();
        for (Term term : u.terms()) {
            integrate(term, terms);
        }
        Remainder remainder = u.remainder();
        if (remainder instanceof Remainder.Order(Monomial m)) {
            requireIntegrable(m);
            remainder = new Remainder.Order(times(m, Monomial.T));
        }
        return collect(List.of(), terms, remainder, Wave.NONE, u.continuous(), u.analytic());
    }

    private void requireIntegrable(Monomial m) {
        if (field.compare(m.power(), Coefficient.MINUS_ONE) <= 0) {
            throw Undecided.never("a derivative is not integrable near the point");
        }
    }

    private void integrate(Term term, List<Term> terms) {
        Monomial m = term.monomial();
        requireIntegrable(m);
        if (!m.loglog().isZero() || !m.log().isInteger() || m.log().signum() < 0) {
            throw Undecided.never("a derivative has an unusual logarithm near the point");
        }
        // integral of s^p L^n is s^(p+1)/(p+1) L^n + n/(p+1) integral of s^p L^(n-1)
        Coefficient next = field.plus(m.power(), Coefficient.ONE);
        Coefficient c = term.coefficient();
        for (Rational n = m.log(); n.signum() >= 0; n = n.minus(Rational.ONE)) {
            c = field.divide(c, next);
            terms.add(new Term(c, new Monomial(next, n, Rational.ZERO)));
            c = field.times(c, Coefficient.of(n));
        }
    }
}
