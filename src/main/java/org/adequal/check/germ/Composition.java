package org.adequal.check.germ;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.check.germ.Coefficient.Exact;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A function F of one number around the limit of an inner function of several variables: what F is on both sides of that
 * number bounds the composition.
 */
record Composition(Expansions expansions, Map<Variable, Germ> held) {
    private static final Coefficient HALF = Coefficient.of(Rational.of(1, 2));
    /** L^n t^p is O(t^(p - this)). */
    private static final Rational A_LITTLE = Rational.of(1, 64);
    /** What is flat is smaller than this power; larger ones are not needed. */
    private static final Rational FLAT = Rational.of(64);

    private Field field() {
        return expansions.field();
    }

    /**
     * F on one side of a number c, as a function of the distance t.
     *
     * @param limit     for t -&gt; 0; null where there is none
     * @param powers    the coefficients of t, t^2, ... as far as they are known
     * @param remainder the rest is O(t^remainder); null for nothing; not above 0 where there is no limit
     * @param lead      |F - limit| (|F| without) &gt;= k t^lead; null where nothing is known
     * @param sign      of F - limit (of F)
     */
    private record Half(@Nullable Coefficient limit, List<Coefficient> powers, @Nullable Rational remainder,
            @Nullable Rational lead, int sign) {}

    /**
     * F(s) for the inner function s, which has a limit.
     *
     * @param variable that of F
     * @param key      what |s - limit| is called
     */
    LocalModel of(Expr outer, Variable variable, LocalModel inner, Object key) {
        Coefficient at = inner.limit();
        LocalModel change = inner.withoutLimit();
        boolean meets = inner.lower() == null; // whether s may be its limit at other points
        Map<Variable, Germ> environment = new HashMap<>(held);
        environment.put(variable, Germ.constant(at));
        Pass here = Pass.over(expansions, environment, true);
        Coefficient value = here.of(outer) instanceof Germ germ ? Functions.constant(germ) : null;
        if (meets && value == null) {
            throw Undecided.never("it may be undefined beside the point");
        }
        Set<Node> moving = Graph.dependents(Graph.nodes(outer), List.of(variable));
        List<Half> halves = new ArrayList<>();
        for (int side : new int[]{1, -1}) {
            if (inner.sign() != -side) {
                halves.add(half(Pass.beside(here, expansions, variable, side, moving, true).of(outer)));
            }
        }
        LocalModel model = combine(halves, inner, change, value, meets, key);
        return model.known(model.lower(), model.sign(), value != null && inner.filled() && agrees(value, model));
    }

    private boolean agrees(Coefficient value, LocalModel model) {
        return !model.hasLimit() || field().compare(value, model.limit()) == 0;
    }

    private Half half(Outcome outcome) {
        if (!(outcome instanceof Germ germ)) {
            throw Undecided.never("it may be undefined beside the point");
        }
        if (!germ.exponent().isEmpty()) {
            if (expansions.infinity(germ) != 0) {
                throw Undecided.never("it grows exponentially beside the point");
            }
            return new Half(Coefficient.ZERO, List.of(), FLAT, null, sign(germ));
        }
        Rational rest = germ.remainder() instanceof Remainder.Order(Monomial m)
                ? below(m)
                : germ.remainder() == Remainder.Small.FLAT ? FLAT : null;
        Coefficient limit = Coefficient.ZERO;
        List<Coefficient> powers = new ArrayList<>();
        Term lead = null;
        for (Term term : germ.terms()) {
            if (field().sign(term.coefficient()) == 0) {
                continue;
            }
            int order = expansions.compare(term.monomial(), Monomial.ONE);
            if (order < 0) {
                // without a limit, what matters is how fast it grows
                return new Half(null, List.of(), below(term.monomial()), exactPower(term.monomial()),
                        field().sign(term.coefficient()));
            }
            if (order == 0) {
                limit = term.coefficient();
                continue;
            }
            lead = lead == null ? term : lead;
            int k = powers.size() + 1;
            while (k < mostPowers() && expansions.compare(term.monomial(),
                    Monomial.of(Coefficient.of(k))) > 0) {
                powers.add(Coefficient.ZERO);
                k++;
            }
            if (k < mostPowers() && expansions.compare(term.monomial(), Monomial.of(Coefficient.of(k))) == 0) {
                powers.add(term.coefficient());
            } else {
                Rational weight = below(term.monomial());
                rest = rest == null || weight.compareTo(rest) < 0 ? weight : rest;
                break;
            }
        }
        if (rest != null && rest.signum() <= 0) {
            return new Half(null, List.of(), rest, null, 0);
        }
        return new Half(limit, powers, rest, lead == null ? null : exactPower(lead.monomial()),
                lead == null ? 0 : field().sign(lead.coefficient()));
    }

    private int sign(Germ germ) {
        try {
            return expansions.sign(germ);
        } catch (Undecided _) {
            return 0;
        }
    }

    private static int mostPowers() {
        return 10;
    }

    /** The monomial is O(t^below). */
    private Rational below(Monomial m) {
        Rational power = m.power() instanceof Exact(Rational exact)
                ? exact
                : field().interval(m.power()).lo().rounded(64, org.adequal.number.interval.Direction.DOWN)
                        .toRational();
        return m.log().signum() > 0 || m.log().isZero() && m.loglog().signum() > 0 ? power.minus(A_LITTLE) : power;
    }

    /** The monomial is at least k t^power. */
    private static @Nullable Rational exactPower(Monomial m) {
        boolean shrinks = m.log().signum() < 0 || m.log().isZero() && m.loglog().signum() < 0;
        return m.power() instanceof Exact(Rational exact) ? shrinks ? exact.plus(A_LITTLE) : exact : null;
    }

    private LocalModel combine(List<Half> halves, LocalModel inner, LocalModel change, @Nullable Coefficient value,
            boolean meets, Object key) {
        Rational order = change.order();
        if (order == null) {
            if (value == null) {
                throw Undecided.never("it is undefined beside the point");
            }
            return new LocalModel(inner.variables(), LocalModel.constant(value).terms(), null, null, 0, true);
        }
        if (halves.stream().anyMatch(half -> half.limit() == null)) {
            return unlimited(halves, inner, order, meets);
        }
        Coefficient limit = halves.getFirst().limit();
        for (Half half : halves) {
            if (limit == null || half.limit() == null || field().compare(limit, half.limit()) != 0
                    || meets && (value == null || field().compare(limit, value) != 0)) {
                return LocalModel.bounded(inner.variables(), Rational.ZERO, null, 0);
            }
        }
        return limited(halves, limit == null ? Coefficient.ZERO : limit, inner, change, order, key);
    }

    private static LocalModel unlimited(List<Half> halves, LocalModel inner, Rational order, boolean meets) {
        Rational grows = Rational.ZERO;
        Rational lower = null;
        boolean tends = !meets;
        int sign = meets ? 0 : halves.getFirst().sign();
        for (Half half : halves) {
            boolean limited = half.limit() != null;
            Rational rest = half.remainder();
            grows = !limited && rest != null && rest.compareTo(grows) < 0 ? rest : grows;
            Rational own = limited || half.lead() == null ? null : half.lead().times(order);
            tends &= own != null && own.signum() <= 0;
            lower = own != null && (lower == null || own.compareTo(lower) > 0) ? own : lower;
            sign = !limited && half.sign() == sign ? sign : 0;
        }
        Rational below = inner.lower();
        if (grows.signum() < 0 && below == null) {
            throw Undecided.never("it may grow without bound beside the point");
        }
        return LocalModel.bounded(inner.variables(),
                below == null || grows.isZero() ? Rational.ZERO : grows.times(below), tends ? lower : null, sign);
    }

    private LocalModel limited(List<Half> halves, Coefficient limit, LocalModel inner, LocalModel change,
            Rational order, Object key) {
        Field field = field();
        int direction = inner.sign();
        Rational rest = null;
        int known = Integer.MAX_VALUE;
        for (Half half : halves) {
            rest = rest == null || half.remainder() != null && half.remainder().compareTo(rest) < 0
                    ? half.remainder()
                    : rest;
            known = Math.min(known, half.remainder() == null ? Integer.MAX_VALUE : half.powers().size());
        }
        int longest = halves.stream().mapToInt(half -> half.powers().size()).max().orElse(0);
        LocalModel sum = new LocalModel(inner.variables(), LocalModel.constant(limit).terms(), null, null, 0, true);
        LocalModel power = change;
        for (int k = 1; k <= longest; k++) {
            if (rest != null && Rational.of(k).compareTo(rest) >= 0) {
                break;
            }
            Coefficient first = power(halves.getFirst(), k);
            Coefficient last = power(halves.getLast(), k);
            if (halves.size() == 1) {
                sum = sum.plus(field, power.scaled(field, direction < 0 && k % 2 == 1 ? field.negate(first) : first));
            } else {
                Coefficient mirrored = k % 2 == 1 ? field.negate(last) : last;
                if (field.compare(first, mirrored) == 0) {
                    sum = sum.plus(field, power.scaled(field, first));
                } else if (k == 1) {
                    sum = sum.plus(field, power.scaled(field, field.times(HALF, field.plus(first, mirrored))));
                    LocalModel size = LocalModel.symbol(new LocalModel.Symbol(key, order), inner.variables());
                    sum = sum.plus(field, size.scaled(field, field.times(HALF, field.minus(first, mirrored))));
                } else {
                    Rational here = Rational.of(k);
                    rest = rest == null || here.compareTo(rest) < 0 ? here : rest;
                    break;
                }
            }
            power = power.times(field, change);
        }
        Rational remainder = rest == null ? null : rest.times(order);
        LocalModel total = sum.plus(field, new LocalModel(inner.variables(), Map.of(), remainder, null, 0, true));
        return total.known(lower(halves, inner), sign(halves), true);
    }

    private static Coefficient power(Half half, int k) {
        return k <= half.powers().size() ? half.powers().get(k - 1) : Coefficient.ZERO;
    }

    /** |F(s) - limit| &gt;= k |s - c|^lead &gt;= k' |h|^(lead lower). */
    private static @Nullable Rational lower(List<Half> halves, LocalModel inner) {
        Rational lead = Rational.ZERO;
        for (Half half : halves) {
            if (half.lead() == null) {
                return null;
            }
            lead = half.lead().compareTo(lead) > 0 ? half.lead() : lead;
        }
        return inner.lower() == null ? null : lead.times(inner.lower());
    }

    /** The sign of F(s) - limit on all sides; on a side where F is constant it has any. */
    private static int sign(List<Half> halves) {
        int common = 0;
        for (Half half : halves) {
            boolean flat = half.lead() == null && half.remainder() == null;
            if (!flat && (half.sign() == 0 || common == -half.sign())) {
                return 0;
            }
            common = flat ? common : half.sign();
        }
        return common;
    }
}
