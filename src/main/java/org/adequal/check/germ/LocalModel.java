package org.adequal.check.germ;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A function of several variables near a point: u(a + h) = terms + O(|h|^remainder) for all small h other than 0, where h
 * has one component for each of the variables the function depends on.
 *
 * @param variables what u depends on; the norm of h, and the h that are left out, are those of these alone
 * @param terms     a polynomial in {@link Symbol symbols}
 * @param remainder null where the terms are all there is; not positive where no limit is known
 * @param lower     |u - limit| &gt;= k |h|^lower for a k &gt; 0 (|u| where no limit is known); null where nothing is known
 * @param sign      1 where u - limit is known to be &gt;= 0 near the point, -1 where it is &lt;= 0, else 0
 * @param filled    whether the value at the point itself exists, and is the limit where one is known
 */
record LocalModel(Set<Variable> variables, Map<Map<Symbol, Integer>, Coefficient> terms, @Nullable Rational remainder,
        @Nullable Rational lower, int sign, boolean filled) {
    /** Terms of this weight and above go into the remainder. */
    private static final Rational LARGEST_WEIGHT = Rational.of(8);
    private static final int MOST_TERMS = 200;
    private static final Map<Symbol, Integer> NOTHING = Map.of();

    /**
     * A factor of terms.
     *
     * @param key    what it is: a variable (its component of h), or a function that is no polynomial
     * @param weight it is O(|h|^weight); not negative
     */
    record Symbol(Object key, Rational weight) {}

    LocalModel {
        variables = Set.copyOf(variables);
        terms = Map.copyOf(terms);
    }

    static LocalModel constant(Coefficient c) {
        return new LocalModel(Set.of(), c.isZero() ? Map.of() : Map.of(NOTHING, c), null, null, 0, true);
    }

    static LocalModel variable(Variable variable, Coefficient at) {
        Map<Map<Symbol, Integer>, Coefficient> terms = new HashMap<>();
        terms.put(Map.of(new Symbol(variable, Rational.ONE), 1), Coefficient.ONE);
        if (!at.isZero()) {
            terms.put(NOTHING, at);
        }
        return new LocalModel(Set.of(variable), terms, null, Rational.ONE, 0, true);
    }

    static LocalModel symbol(Symbol symbol, Set<Variable> variables) {
        return new LocalModel(variables, Map.of(Map.of(symbol, 1), Coefficient.ONE), null, null, 0, true);
    }

    /** O(|h|^remainder) alone. */
    static LocalModel bounded(Set<Variable> variables, Rational remainder, @Nullable Rational lower, int sign) {
        return new LocalModel(variables, Map.of(), remainder, lower, sign, false);
    }

    static Rational weight(Map<Symbol, Integer> factors) {
        Rational sum = Rational.ZERO;
        for (Map.Entry<Symbol, Integer> factor : factors.entrySet()) {
            sum = sum.plus(factor.getKey().weight().times(Rational.of(factor.getValue())));
        }
        return sum;
    }

    /** Whether u has a limit, which {@link #limit} then is. */
    boolean hasLimit() {
        return (remainder == null || remainder.signum() > 0) && terms.keySet().stream()
                .allMatch(factors -> factors.isEmpty() || weight(factors).signum() > 0);
    }

    Coefficient limit() {
        return terms.getOrDefault(NOTHING, Coefficient.ZERO);
    }

    boolean isConstant() {
        return remainder == null && terms.keySet().stream().allMatch(Map::isEmpty);
    }

    /** u = O(|h|^order); null where u is 0. */
    @Nullable
    Rational order() {
        Rational least = remainder;
        for (Map<Symbol, Integer> factors : terms.keySet()) {
            Rational weight = weight(factors);
            least = least == null || weight.compareTo(least) < 0 ? weight : least;
        }
        return least;
    }

    LocalModel withoutLimit() {
        Map<Map<Symbol, Integer>, Coefficient> rest = new HashMap<>(terms);
        rest.remove(NOTHING);
        return new LocalModel(variables, rest, remainder, lower, sign, filled);
    }

    LocalModel known(@Nullable Rational nowLower, int nowSign, boolean nowFilled) {
        return new LocalModel(variables, terms, remainder, nowLower, nowSign, nowFilled);
    }

    /** The same function as one of more variables; undecided where it is not known at those h that become new. */
    LocalModel widened(Set<Variable> all) {
        if (all.size() == variables.size() || variables.isEmpty()) {
            return new LocalModel(all, terms, remainder, variables.isEmpty() ? null : lower, sign, filled);
        }
        if (!filled || (remainder != null && remainder.signum() < 0)) {
            throw Undecided.never("what holds beside a point is not known on a line through it");
        }
        return new LocalModel(all, terms, remainder, null, sign, true);
    }

    static Set<Variable> union(LocalModel u, LocalModel v) {
        Set<Variable> both = new HashSet<>(u.variables);
        both.addAll(v.variables);
        return both;
    }

    private static @Nullable Rational least(@Nullable Rational a, @Nullable Rational b) {
        return a == null || (b != null && b.compareTo(a) < 0) ? b : a;
    }

    /** The terms without zeros and without what the remainder covers. */
    static LocalModel collect(Field field, Set<Variable> variables, Map<Map<Symbol, Integer>, Coefficient> terms,
            @Nullable Rational remainder) {
        Map<Map<Symbol, Integer>, Coefficient> kept = new HashMap<>();
        Rational rest = remainder;
        Rational bound = terms.size() > MOST_TERMS ? Rational.of(3) : LARGEST_WEIGHT;
        for (Map.Entry<Map<Symbol, Integer>, Coefficient> term : terms.entrySet()) {
            if (field.isProvenZero(term.getValue())) {
                continue;
            }
            Rational weight = weight(term.getKey());
            if (weight.compareTo(bound) >= 0) {
                rest = least(rest, weight);
            } else {
                kept.put(term.getKey(), term.getValue());
            }
        }
        Rational covered = rest;
        if (covered != null) {
            kept.keySet().removeIf(factors -> weight(factors).compareTo(covered) >= 0);
        }
        return new LocalModel(variables, kept, rest, null, 0, true);
    }

    LocalModel scaled(Field field, Coefficient c) {
        Map<Map<Symbol, Integer>, Coefficient> scaled = new HashMap<>();
        terms.forEach((factors, coefficient) -> scaled.put(factors, field.times(coefficient, c)));
        int own = field.sign(c);
        return own == 0
                ? new LocalModel(variables, Map.of(), null, null, 0, filled)
                : new LocalModel(variables, scaled, remainder, lower, sign * own, filled);
    }

    LocalModel plus(Field field, LocalModel other) {
        if (isConstant() && variables.isEmpty() || other.isConstant() && other.variables.isEmpty()) {
            LocalModel moving = isConstant() && variables.isEmpty() ? other : this;
            LocalModel sum = collect(field, moving.variables, added(field, other), moving.remainder);
            return sum.known(moving.hasLimit() ? moving.lower : null, moving.hasLimit() ? moving.sign : 0,
                    moving.filled);
        }
        Set<Variable> all = union(this, other);
        LocalModel u = widened(all);
        LocalModel v = other.widened(all);
        LocalModel sum = collect(field, all, u.added(field, v), least(u.remainder, v.remainder));
        boolean limits = u.hasLimit() && v.hasLimit();
        int same = limits && sign == other.sign ? sign : 0;
        // each is the norm of its own components to a power, and the larger norm is that of all of them
        Rational both = same != 0 && lower != null && other.lower != null
                ? lower.compareTo(other.lower) > 0 ? lower : other.lower
                : null;
        LocalModel known = sum.known(both, same, u.filled && v.filled);
        return both == null && limits ? known.withDefiniteForm(field) : known;
    }

    private Map<Map<Symbol, Integer>, Coefficient> added(Field field, LocalModel other) {
        Map<Map<Symbol, Integer>, Coefficient> sum = new HashMap<>(terms);
        other.terms.forEach((factors, c) -> sum.merge(factors, c, field::plus));
        return sum;
    }

    /** With the bound from below that a definite quadratic form in front gives. */
    private LocalModel withDefiniteForm(Field field) {
        List<Variable> order = List.copyOf(variables);
        Coefficient[][] form = new Coefficient[order.size()][order.size()];
        for (Coefficient[] row : form) {
            java.util.Arrays.fill(row, Coefficient.ZERO);
        }
        if (remainder != null && remainder.compareTo(Rational.TWO) <= 0) {
            return this;
        }
        for (Map.Entry<Map<Symbol, Integer>, Coefficient> term : terms.entrySet()) {
            Map<Symbol, Integer> factors = term.getKey();
            if (factors.isEmpty() || weight(factors).compareTo(Rational.TWO) > 0) {
                continue;
            }
            if (!weight(factors).equals(Rational.TWO)
                    || !factors.keySet().stream().allMatch(symbol -> symbol.key() instanceof Variable)) {
                return this;
            }
            List<Integer> places = factors.keySet().stream().map(symbol -> order.indexOf((Variable) symbol.key()))
                    .toList();
            int i = places.getFirst();
            int j = places.getLast();
            Coefficient c = i == j
                    ? term.getValue()
                    : field.times(term.getValue(), Coefficient.of(Rational.of(1, 2)));
            form[i][j] = c;
            form[j][i] = c;
        }
        int definite = definite(field, form);
        return definite == 0 ? this : known(Rational.TWO, definite, filled);
    }

    /** The common sign of all pivots of a symmetric matrix; 0 if they have none. */
    private static int definite(Field field, Coefficient[][] form) {
        int sign = 0;
        for (int k = 0; k < form.length; k++) {
            int pivot = field.sign(form[k][k]);
            if (pivot == 0 || sign != 0 && sign != pivot) {
                return 0;
            }
            sign = pivot;
            for (int i = k + 1; i < form.length; i++) {
                Coefficient factor = field.divide(form[i][k], form[k][k]);
                for (int j = k + 1; j < form.length; j++) {
                    form[i][j] = field.minus(form[i][j], field.times(factor, form[k][j]));
                }
            }
        }
        return sign;
    }

    LocalModel times(Field field, LocalModel other) {
        if (isConstant() && variables.isEmpty()) {
            return other.scaled(field, limit());
        }
        if (other.isConstant() && other.variables.isEmpty()) {
            return scaled(field, other.limit());
        }
        Set<Variable> all = union(this, other);
        LocalModel u = widened(all);
        LocalModel v = other.widened(all);
        Map<Map<Symbol, Integer>, Coefficient> product = new HashMap<>();
        u.terms.forEach((a, x) -> v.terms.forEach((b, y) -> {
            Map<Symbol, Integer> both = new HashMap<>(a);
            b.forEach((symbol, power) -> both.merge(symbol, power, Integer::sum));
            product.merge(Map.copyOf(both), field.times(x, y), field::plus);
        }));
        Rational remainder = least(sum(u.remainder, v.order()), sum(v.remainder, u.order()));
        LocalModel result = collect(field, all, product, remainder);
        // bounds of a product are known where its limit is 0, or there is none
        boolean vanishes = !result.hasLimit() || result.limit().isZero();
        Rational below = vanishes ? sum(u.magnitude(field), v.magnitude(field)) : null;
        int sign = vanishes ? u.direction(field) * v.direction(field) : 0;
        LocalModel known = result.known(below, sign, u.filled && v.filled);
        return below == null && result.hasLimit() ? known.withDefiniteForm(field).orSign(sign) : known;
    }

    private LocalModel orSign(int other) {
        return sign == 0 ? known(lower, other, filled) : this;
    }

    private static @Nullable Rational sum(@Nullable Rational a, @Nullable Rational b) {
        return a == null || b == null ? null : a.plus(b);
    }

    private boolean hasOtherLimit(Field field) {
        return hasLimit() && !limit().isZero() && field.interval(limit()).certainlyNotZero();
    }

    /** |u| &gt;= k |h|^magnitude; null where nothing is known. */
    @Nullable
    Rational magnitude(Field field) {
        return hasOtherLimit(field) ? Rational.ZERO : !hasLimit() || limit().isZero() ? lower : null;
    }

    /** 1 where u &gt;= 0 is known near the point, -1 where u &lt;= 0, else 0. */
    int direction(Field field) {
        return hasOtherLimit(field) ? field.sign(limit()) : !hasLimit() || limit().isZero() ? sign : 0;
    }

    /** The partial derivative of what is left of the terms by weight 1; null where other things have that weight. */
    @Nullable
    Map<Variable, Coefficient> gradient(Field field) {
        if (!hasLimit() || remainder != null && remainder.compareTo(Rational.ONE) <= 0) {
            return null;
        }
        Map<Variable, Coefficient> gradient = new HashMap<>();
        for (Map.Entry<Map<Symbol, Integer>, Coefficient> term : terms.entrySet()) {
            Map<Symbol, Integer> factors = term.getKey();
            if (factors.isEmpty() || weight(factors).compareTo(Rational.ONE) > 0
                    || field.isProvenZero(term.getValue())) {
                continue;
            }
            if (factors.size() != 1 || !factors.values().iterator().next().equals(1)
                    || !(factors.keySet().iterator().next().key() instanceof Variable variable)) {
                return null;
            }
            gradient.put(variable, term.getValue());
        }
        return gradient;
    }
}
