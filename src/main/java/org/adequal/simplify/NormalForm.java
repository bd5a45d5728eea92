package org.adequal.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.adequal.simplify.polynomial.Budget;
import org.adequal.simplify.polynomial.LimitReached;
import org.adequal.simplify.polynomial.Limits;
import org.adequal.simplify.polynomial.Monomial;
import org.adequal.simplify.polynomial.Polynomial;
import org.adequal.simplify.polynomial.SideRelation;
import org.adequal.simplify.polynomial.SquareFree;
import org.jspecify.annotations.Nullable;

/**
 * An expression as one fraction of polynomials in its {@link Generators}: roots reduced by t^q = u, the numerator
 * divided by the sums that occur as far as they divide it, and in the factored kind by greatest common divisors and
 * into square-free factors.
 *
 * <p>Every denominator is one of the expression, so that nothing becomes undefined; it may become defined where a
 * factor cancels.
 */
@SuppressWarnings("ReferenceEquality") // forms are interned
final class NormalForm {
    private static final Limits LIMITS = Limits.DEFAULT.withSteps(200_000);
    private static final int MOST_EXPONENT = 12;

    /** Which squares are replaced by the other one of the pair. */
    enum Squares {
        NONE,
        /** sin(u)^2 = 1 - cos(u)^2. */
        SINES,
        /** cos(u)^2 = 1 - sin(u)^2. */
        COSINES,
        /** 2*sin(u/2)*cos(u/2) = sin(u), 2*cos(u/2)^2 = 1 + cos(u), where u occurs too. */
        HALVES
    }

    private final Forms forms;
    private final Factoring factoring;
    private final Generators generators;
    private final Squares squares;
    private final boolean factored;
    private final Budget budget = new Budget(LIMITS);
    private final List<Polynomial> known = new ArrayList<>();
    private final List<Form> knownForms = new ArrayList<>();
    private final Map<Polynomial, Integer> knownIndex = new HashMap<>();
    private final Map<Form, Fraction> read = new HashMap<>();
    private final Map<Integer, Fraction> radicands = new TreeMap<>();
    private final List<SideRelation> relations = new ArrayList<>();
    private final List<Form> angles = new ArrayList<>();
    private final List<Halves> halves = new ArrayList<>();

    private NormalForm(Forms forms, Factoring factoring, Form form, Squares squares, boolean factored) {
        this.forms = forms;
        this.factoring = factoring;
        this.squares = squares;
        this.factored = factored;
        this.generators = new Generators(forms, factoring, form);
    }

    /**
     * The expression as one fraction; null beyond the limits.
     *
     * @param whole the sines and cosines that occur somewhere in the whole
     */
    static @Nullable Form of(Forms forms, Factoring factoring, Form form, Squares squares, boolean factored,
            Set<Form> whole) {
        NormalForm normal = new NormalForm(forms, factoring, form, squares, factored);
        try {
            if (squares == Squares.HALVES) {
                if (!normal.relateHalves(form, whole)) {
                    return null;
                }
            } else if (squares != Squares.NONE) {
                normal.relateSquares(form);
            }
            return normal.write(normal.fraction(form));
        } catch (LimitReached _) {
            return null;
        } finally {
            forms.spend((LIMITS.steps() - Math.max(0, normal.budget.left())) / 2);
        }
    }

    // ---- relations of squares

    private void relateSquares(Form form) throws LimitReached {
        Map<Form, Boolean> seen = new LinkedHashMap<>();
        collectAngles(form, seen);
        for (Form call : seen.keySet()) {
            Form.Call c = (Form.Call) call;
            boolean circular = c.function == Primitive.SIN || c.function == Primitive.COS;
            Form sine = forms.call(circular ? Primitive.SIN : Primitive.SINH, c.arguments);
            Form cosine = forms.call(circular ? Primitive.COS : Primitive.COSH, c.arguments);
            if (angles.contains(sine) || !(sine instanceof Form.Call) || !(cosine instanceof Form.Call)) {
                continue;
            }
            angles.add(sine);
            int s = generators.of(sine);
            int k = generators.of(cosine);
            int two = generators.unit(s).denominator().intValue() * 2;
            int twoK = generators.unit(k).denominator().intValue() * 2;
            Polynomial sine2 = Polynomial.term(Monomial.power(s, two), Rational.ONE);
            Polynomial cosine2 = Polynomial.term(Monomial.power(k, twoK), Rational.ONE);
            if (squares == Squares.SINES) {
                Polynomial other = circular
                        ? Polynomial.ONE.minus(cosine2, budget)
                        : cosine2.minus(Polynomial.ONE, budget);
                relations.add(new SideRelation(s, two, other));
                learn(other.primitivePart(), forms.scaled(forms.power(sine, Rational.TWO),
                        other.content().reciprocal()));
            } else {
                Polynomial other = circular
                        ? Polynomial.ONE.minus(sine2, budget)
                        : Polynomial.ONE.plus(sine2, budget);
                relations.add(new SideRelation(k, twoK, other));
                learn(other.primitivePart(), forms.scaled(forms.power(cosine, Rational.TWO),
                        other.content().reciprocal()));
            }
        }
    }

    private record Halves(int sine, int cosine, int doubled) {}

    private boolean relateHalves(Form form, Set<Form> whole) throws LimitReached {
        Map<Form, Boolean> seen = new LinkedHashMap<>();
        collectAngles(form, seen);
        for (Form angle : seen.keySet()) {
            Form.Call call = (Form.Call) angle;
            boolean circular = call.function == Primitive.SIN || call.function == Primitive.COS;
            Primitive sin = circular ? Primitive.SIN : Primitive.SINH;
            Primitive cos = circular ? Primitive.COS : Primitive.COSH;
            List<Form> twice = List.of(forms.scaled(call.argument(), Rational.TWO));
            Form sine = forms.call(sin, call.arguments);
            Form doubledSine = forms.call(sin, twice);
            Form doubledCosine = forms.call(cos, twice);
            if (angles.contains(sine) || !whole.contains(doubledSine) && !whole.contains(doubledCosine)) {
                continue;
            }
            angles.add(sine);
            int s = generators.of(sine);
            int c = generators.of(forms.call(cos, call.arguments));
            int s2 = generators.of(doubledSine);
            int c2 = generators.of(doubledCosine);
            if (!generators.unit(s).isOne() || !generators.unit(c).isOne() || !generators.unit(s2).isOne()
                    || !generators.unit(c2).isOne()) {
                continue;
            }
            Rational half = Rational.of(1, 2);
            Polynomial one = Polynomial.constant(half);
            Polynomial cosine = Polynomial.term(Monomial.power(c2, 1), half);
            relations.add(new SideRelation(s, 2, circular ? one.minus(cosine, budget) : cosine.minus(one, budget)));
            relations.add(new SideRelation(c, 2, one.plus(cosine, budget)));
            halves.add(new Halves(s, c, s2));
        }
        return !halves.isEmpty();
    }

    /** sin(u/2)*cos(u/2) = sin(u)/2 in every term. */
    private static Polynomial doubled(Polynomial polynomial, Halves halves) {
        Map<Monomial, Rational> terms = new HashMap<>();
        for (Polynomial.Term term : polynomial.terms()) {
            Monomial m = term.monomial();
            int common = Math.min(m.exponent(halves.sine), m.exponent(halves.cosine));
            Monomial next = m.with(halves.sine, m.exponent(halves.sine) - common)
                    .with(halves.cosine, m.exponent(halves.cosine) - common)
                    .with(halves.doubled, m.exponent(halves.doubled) + common);
            terms.merge(next, term.coefficient().times(Rational.of(1, 2).pow(common)), Rational::plus);
        }
        return Polynomial.of(terms);
    }

    private void collectAngles(Form form, Map<Form, Boolean> seen) {
        switch (form) {
            case Form.Number _,Form.Symbol _ -> {
            }
            case Form.Call call -> {
                if (Trigonometry.isSineOrCosine(call.function)) {
                    seen.put(call, true);
                }
            }
            case Form.Sum sum -> sum.terms.forEach(term -> collectAngles(term, seen));
            case Form.Product product -> product.bases.forEach(base -> collectAngles(base, seen));
        }
    }

    // ---- reading

    private Fraction fraction(Form form) throws LimitReached {
        Fraction done = read.get(form);
        if (done == null) {
            done = switch (form) {
                case Form.Number number -> Fraction.of(Polynomial.constant(number.value));
                case Form.Symbol _,Form.Call _ -> power(form, Rational.ONE);
                case Form.Sum sum -> {
                    Fraction total = Fraction.ZERO;
                    for (int i = 0; i < sum.terms.size(); i++) {
                        Fraction term = fraction(sum.terms.get(i));
                        total = plus(total, new Fraction(term.numerator().times(sum.coefficients.get(i), budget),
                                term.generators(), term.factors()));
                    }
                    yield reduced(total);
                }
                case Form.Product product -> {
                    Fraction total = Fraction.of(Polynomial.constant(product.coefficient));
                    for (int i = 0; i < product.bases.size(); i++) {
                        total = times(total, factor(product.bases.get(i), product.exponents.get(i)));
                    }
                    yield reduced(total);
                }
            };
            read.put(form, done);
        }
        return done;
    }

    private Fraction factor(Form base, Form exponent) throws LimitReached {
        if (base == forms.e) {
            Fraction total = Fraction.ONE;
            for (Map.Entry<Form, Rational> term : generators.exponentTerms(exponent).entrySet()) {
                int g = generators.ofExponential(term.getKey());
                total = times(total, monomial(g, exponent(g, term.getValue())));
            }
            return total;
        }
        if (!(exponent instanceof Form.Number number)) {
            Rational own = Generators.numberIn(exponent);
            Form symbolic = forms.minus(exponent, forms.number(own));
            Rational offset = generators.offset(base, symbolic);
            Rational over = own.minus(offset);
            if (!over.isInteger()) {
                return monomial(generators.ofSymbolic(base, exponent), 1);
            }
            int g = generators.ofSymbolic(base, forms.plus(symbolic, forms.number(offset)));
            return over.isZero() ? monomial(g, 1) : times(monomial(g, 1), factor(base, forms.number(over)));
        }
        if (generators.isGenerator(base)) {
            return power(base, number.value);
        }
        Fraction value = fraction(base);
        int n = exponent(number.value);
        if (n > 0) {
            Fraction total = value;
            // a sum that occurs may divide the numerator later
            remember(value, base);
            for (int i = 1; i < n; i++) {
                total = times(total, value);
            }
            return reduced(total);
        }
        Fraction inverse = inverse(value, base);
        Fraction total = inverse;
        for (int i = 1; i < -n; i++) {
            total = times(total, inverse);
        }
        return total;
    }

    private static int exponent(Rational number) throws LimitReached {
        if (!number.isInteger() || number.abs().compareTo(Rational.of(MOST_EXPONENT)) > 0) {
            throw LimitReached.of(LimitReached.Limit.POWER);
        }
        return number.numerator().intValue();
    }

    private int exponent(int generator, Rational number) throws LimitReached {
        Integer e = generators.exponent(generator, number);
        if (e == null) {
            throw LimitReached.of(LimitReached.Limit.DEGREE);
        }
        return e;
    }

    private static Fraction monomial(int generator, int exponent) {
        return exponent >= 0
                ? Fraction.of(Polynomial.term(Monomial.power(generator, exponent), Rational.ONE))
                : new Fraction(Polynomial.ONE, Map.of(generator, -exponent), Map.of());
    }

    private Fraction power(Form base, Rational exponent) throws LimitReached {
        int g = generators.of(base);
        if (!radicands.containsKey(g) && !generators.unit(g).isInteger()
                && !(base instanceof Form.Symbol) && !(base instanceof Form.Call)) {
            Fraction inside = fraction(base);
            radicands.put(g, inside);
            remember(inside, base);
        }
        return monomial(g, exponent(g, exponent));
    }

    /** A numerator that occurs as a sum may divide the whole later. */
    private void remember(Fraction value, Form form) {
        Polynomial primitive = value.numerator();
        if (primitive.size() > 1) {
            Monomial common = primitive.monomialContent();
            boolean whole = common.equals(Monomial.ONE) && value.isPolynomial() && form instanceof Form.Sum;
            Polynomial rest = value.numerator().primitivePart();
            learn(common.equals(Monomial.ONE) ? rest : withoutMonomial(rest),
                    whole ? forms.scaled(form, value.numerator().content().reciprocal()) : null);
        }
    }

    private Polynomial withoutMonomial(Polynomial polynomial) {
        Monomial common = polynomial.monomialContent();
        Map<Monomial, Rational> terms = new HashMap<>();
        polynomial.terms().forEach(term -> terms.put(term.monomial().dividedBy(common), term.coefficient()));
        return Polynomial.of(terms);
    }

    /** The number of a known primitive polynomial; the form it has, if the user wrote it. */
    private int learn(Polynomial primitive, @Nullable Form form) {
        Integer present = knownIndex.get(primitive);
        if (present == null) {
            present = known.size();
            known.add(primitive);
            knownForms.add(form == null ? form(primitive) : form);
            knownIndex.put(primitive, present);
        }
        return present;
    }

    private Fraction inverse(Fraction value, Form form) throws LimitReached {
        Polynomial numerator = value.numerator();
        if (numerator.isZero()) {
            throw new GaveUp("division by zero");
        }
        Rational content = numerator.content();
        Monomial common = numerator.monomialContent();
        Polynomial rest = withoutMonomial(numerator.primitivePart());
        Map<Integer, Integer> below = new TreeMap<>();
        for (int g = 0; g < common.generatorBound(); g++) {
            if (common.exponent(g) > 0) {
                below.put(g, common.exponent(g));
            }
        }
        Map<Integer, Integer> factors = new TreeMap<>();
        for (int i = 0; i < known.size() && !rest.isConstant() && !knownIndex.containsKey(rest); i++) {
            for (Optional<Polynomial> q = rest.dividedBy(known.get(i), budget); q.isPresent()
                    && !rest.isConstant(); q = rest
                            .dividedBy(known.get(i), budget)) {
                factors.merge(i, 1, Integer::sum);
                rest = q.get();
            }
        }
        if (!rest.isConstant()) {
            boolean whole = factors.isEmpty() && below.isEmpty() && value.isPolynomial() && form instanceof Form.Sum;
            factors.merge(learn(rest, whole ? forms.scaled(form, content.reciprocal()) : null), 1, Integer::sum);
        }
        Polynomial above = Polynomial.constant(content.reciprocal());
        above = above.times(denominator(value.generators(), value.factors()), budget);
        return cancelled(new Fraction(above, below, factors));
    }

    private Polynomial denominator(Map<Integer, Integer> gens, Map<Integer, Integer> factors) throws LimitReached {
        Polynomial product = Polynomial.ONE;
        for (Map.Entry<Integer, Integer> g : gens.entrySet()) {
            product = product.times(Polynomial.term(Monomial.power(g.getKey(), g.getValue()), Rational.ONE), budget);
        }
        for (Map.Entry<Integer, Integer> f : factors.entrySet()) {
            product = product.times(known.get(f.getKey()).pow(f.getValue(), budget), budget);
        }
        return product;
    }

    // ---- arithmetic

    private Fraction plus(Fraction a, Fraction b) throws LimitReached {
        if (a.numerator().isZero()) {
            return b;
        }
        if (b.numerator().isZero()) {
            return a;
        }
        Map<Integer, Integer> gens = Fraction.larger(a.generators(), b.generators());
        Map<Integer, Integer> factors = Fraction.larger(a.factors(), b.factors());
        Polynomial sum = raised(a, gens, factors).plus(raised(b, gens, factors), budget);
        return cancelled(new Fraction(sum, gens, factors));
    }

    /** The numerator over a larger denominator. */
    private Polynomial raised(Fraction a, Map<Integer, Integer> gens, Map<Integer, Integer> factors)
            throws LimitReached {
        return a.numerator().times(denominator(difference(gens, a.generators()), difference(factors, a.factors())),
                budget);
    }

    private static Map<Integer, Integer> difference(Map<Integer, Integer> a, Map<Integer, Integer> b) {
        Map<Integer, Integer> rest = new TreeMap<>();
        a.forEach((i, e) -> {
            int left = e - b.getOrDefault(i, 0);
            if (left > 0) {
                rest.put(i, left);
            }
        });
        return rest;
    }

    private Fraction times(Fraction a, Fraction b) throws LimitReached {
        return cancelled(new Fraction(a.numerator().times(b.numerator(), budget),
                Fraction.added(a.generators(), b.generators()), Fraction.added(a.factors(), b.factors())));
    }

    /** Powers of generators cancelled. */
    private Fraction cancelled(Fraction f) {
        if (f.numerator().isZero()) {
            return Fraction.ZERO;
        }
        if (f.generators().isEmpty()) {
            return f;
        }
        Monomial content = f.numerator().monomialContent();
        Monomial cancel = Monomial.ONE;
        Map<Integer, Integer> rest = new TreeMap<>();
        for (Map.Entry<Integer, Integer> g : f.generators().entrySet()) {
            int common = Math.min(g.getValue(), content.exponent(g.getKey()));
            if (common > 0) {
                cancel = cancel.with(g.getKey(), common);
            }
            if (g.getValue() > common) {
                rest.put(g.getKey(), g.getValue() - common);
            }
        }
        if (cancel.equals(Monomial.ONE)) {
            return f;
        }
        Map<Monomial, Rational> terms = new HashMap<>();
        for (Polynomial.Term term : f.numerator().terms()) {
            terms.put(term.monomial().dividedBy(cancel), term.coefficient());
        }
        return new Fraction(Polynomial.of(terms), rest, f.factors());
    }

    /** The relations of roots and squares applied to the numerator. */
    private Fraction reduced(Fraction f) throws LimitReached {
        Fraction before;
        Fraction after = f;
        do {
            before = after;
            for (Map.Entry<Integer, Fraction> radicand : radicands.entrySet()) {
                after = rooted(after, radicand.getKey(), radicand.getValue());
            }
            for (Halves pair : halves) {
                Polynomial numerator = doubled(after.numerator(), pair);
                if (!numerator.equals(after.numerator())) {
                    after = cancelled(new Fraction(numerator, after.generators(), after.factors()));
                }
            }
            for (SideRelation relation : relations) {
                Polynomial numerator = relation.applyTo(after.numerator(), budget);
                if (!numerator.equals(after.numerator())) {
                    after = cancelled(new Fraction(numerator, after.generators(), after.factors()));
                }
            }
        } while (!after.equals(before));
        return after;
    }

    private Fraction rooted(Fraction f, int generator, Fraction radicand) throws LimitReached {
        int q = generators.unit(generator).denominator().intValue();
        int degree = f.numerator().degree(generator);
        if (degree < q) {
            return f;
        }
        if (radicand.isPolynomial()) {
            return cancelled(new Fraction(
                    new SideRelation(generator, q, radicand.numerator()).applyTo(f.numerator(), budget),
                    f.generators(), f.factors()));
        }
        Fraction total = Fraction.ZERO;
        for (Map.Entry<Integer, Polynomial> part : f.numerator().coefficients(generator).entrySet()) {
            Fraction value = Fraction.of(part.getValue().times(
                    Polynomial.term(Monomial.power(generator, part.getKey() % q), Rational.ONE), budget));
            for (int i = 0; i < part.getKey() / q; i++) {
                value = times(value, radicand);
            }
            total = plus(total, value);
        }
        return times(total, new Fraction(Polynomial.ONE, f.generators(), f.factors()));
    }

    // ---- writing

    private Form write(Fraction f) throws LimitReached {
        Polynomial numerator = budget.admitNumerator(f.numerator());
        if (numerator.isZero()) {
            return forms.zero;
        }
        TreeMap<Integer, Integer> exponents = new TreeMap<>();
        f.factors().forEach((i, e) -> exponents.put(i, -e));
        Polynomial rest = dividedByKnown(numerator, exponents);
        if (factored) {
            rest = dividedByDivisors(rest, exponents);
        }
        Map<Integer, Integer> powers = new TreeMap<>();
        f.generators().forEach((g, e) -> powers.put(g, -e));
        Rational content = joinRoots(powers, exponents);
        Forms.ProductBuilder product = forms.product().multiply(forms.number(content));
        powers.forEach((g, e) -> generators.multiply(product, g, e));
        exponents.forEach((i, e) -> product.multiply(knownForms.get(i), forms.number(e)));
        if (factored && !rest.isConstant()) {
            SquareFree squareFree = rest.squareFree(budget);
            product.multiply(forms.number(squareFree.content()));
            for (SquareFree.Factor factor : squareFree.factors()) {
                product.multiply(compressed(form(factor.base())), forms.number(factor.multiplicity()));
            }
        } else {
            product.multiply(compressed(form(rest)));
        }
        return product.build();
    }

    /** The common factor taken out, the rest grouped. */
    private Form compressed(Form sum) {
        if (!(factoring.factored(sum) instanceof Form.Product product)) {
            return factoring.grouped(sum);
        }
        Forms.ProductBuilder builder = forms.product().multiply(forms.number(product.coefficient));
        for (int i = 0; i < product.bases.size(); i++) {
            Form base = product.bases.get(i);
            Form exponent = product.exponents.get(i);
            builder.multiply(exponent.isOne() ? factoring.grouped(base) : base, exponent);
        }
        return builder.build();
    }

    /** Under t = (n/d)^(1/q) a factor n of the numerator is t^q*d; the number that is left of that. */
    private Rational joinRoots(Map<Integer, Integer> powers, TreeMap<Integer, Integer> exponents) {
        Rational content = Rational.ONE;
        for (Map.Entry<Integer, Fraction> root : radicands.entrySet()) {
            Fraction inside = root.getValue();
            int t = root.getKey();
            Polynomial n = inside.numerator();
            Integer factor = knownIndex.get(withoutMonomial(n.primitivePart()));
            if (inside.isPolynomial() || factor == null || powers.getOrDefault(t, 0) >= 0) {
                continue;
            }
            int q = generators.unit(t).denominator().intValue();
            while (exponents.getOrDefault(factor, 0) > 0 && powers.getOrDefault(t, 0) < 0) {
                exponents.merge(factor, -1, Integer::sum);
                powers.merge(t, q, Integer::sum);
                inside.generators().forEach((g, e) -> powers.merge(g, e, Integer::sum));
                inside.factors().forEach((i, e) -> exponents.merge(i, e, Integer::sum));
                Monomial common = n.monomialContent();
                for (int g = 0; g < common.generatorBound(); g++) {
                    powers.merge(g, -common.exponent(g), Integer::sum);
                }
                content = content.dividedBy(n.content());
            }
        }
        return content;
    }

    private Polynomial dividedByKnown(Polynomial numerator, Map<Integer, Integer> exponents) throws LimitReached {
        Polynomial rest = numerator;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            // what stands below first: it cancels
            order.add(exponents.getOrDefault(i, 0) < 0 ? order.size() - count(order, exponents) : order.size(), i);
        }
        for (int i : order) {
            if (rest.isConstant()) {
                break;
            }
            for (Optional<Polynomial> q = rest.dividedBy(known.get(i), budget); q.isPresent(); q = rest
                    .dividedBy(known.get(i), budget)) {
                rest = q.get();
                exponents.merge(i, 1, Integer::sum);
                if (rest.isConstant()) {
                    break;
                }
            }
        }
        return rest;
    }

    private static int count(List<Integer> order, Map<Integer, Integer> exponents) {
        return (int) order.stream().filter(i -> exponents.getOrDefault(i, 0) >= 0).count();
    }

    /** Common divisors with the denominators split off, and the numerator divided by them. */
    private Polynomial dividedByDivisors(Polynomial numerator, TreeMap<Integer, Integer> exponents)
            throws LimitReached {
        Polynomial rest = numerator;
        for (int i : List.copyOf(exponents.keySet())) {
            int e = exponents.getOrDefault(i, 0);
            if (e >= 0) {
                continue;
            }
            Polynomial divisor = rest.gcd(known.get(i), budget);
            if (divisor.isConstant()) {
                continue;
            }
            Optional<Polynomial> other = known.get(i).dividedBy(divisor, budget);
            if (other.isEmpty() || other.get().isConstant()) {
                continue;
            }
            exponents.remove(i);
            exponents.merge(learn(divisor.primitivePart(), null), e, Integer::sum);
            exponents.merge(learn(other.get().primitivePart(), null), e, Integer::sum);
            rest = dividedByKnown(rest, exponents);
        }
        return rest;
    }

    private Form form(Polynomial polynomial) {
        Forms.SumBuilder sum = forms.sum();
        for (Polynomial.Term term : polynomial.terms()) {
            Forms.ProductBuilder product = forms.product();
            for (int g = 0; g < term.monomial().generatorBound(); g++) {
                if (term.monomial().exponent(g) > 0) {
                    generators.multiply(product, g, term.monomial().exponent(g));
                }
            }
            sum.add(term.coefficient(), product.build());
        }
        return sum.build();
    }
}
