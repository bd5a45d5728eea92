package org.adequal.simplify;

import java.util.HashSet;
import java.util.Set;

import org.adequal.expr.Signs;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that something can be: an interval with rational ends, and single numbers that are left out.
 *
 * @param low the lower end; null if there is none
 * @param lowOpen whether the lower end itself is left out
 * @param high the upper end; null if there is none
 * @param highOpen whether the upper end itself is left out
 * @param holes numbers that are left out
 */
record Range(@Nullable Rational low, boolean lowOpen, @Nullable Rational high, boolean highOpen,
        Set<Rational> holes) {
    static final Range ALL = new Range(null, true, null, true, Set.of());

    Range {
        holes = Set.copyOf(holes);
    }

    static Range point(Rational number) {
        return new Range(number, false, number, false, Set.of());
    }

    static Range closed(long low, long high) {
        return new Range(Rational.of(low), false, Rational.of(high), false, Set.of());
    }

    static Range open(long low, long high) {
        return new Range(Rational.of(low), true, Rational.of(high), true, Set.of());
    }

    /** The numbers that differ from the bound by these signs. */
    static Range of(int signs, Rational bound) {
        boolean below = (signs & Signs.NEGATIVE) != 0;
        boolean above = (signs & Signs.POSITIVE) != 0;
        boolean there = (signs & Signs.ZERO) != 0;
        return new Range(below ? null : bound, below || !there, above ? null : bound, above || !there,
                there || below != above ? Set.of() : Set.of(bound));
    }

    boolean isEmpty() {
        if (low == null || high == null) {
            return false;
        }
        int order = low.compareTo(high);
        return order > 0 || order == 0 && (lowOpen || highOpen || holes.contains(low));
    }

    boolean contains(Rational number) {
        return (signs(number) & Signs.ZERO) != 0;
    }

    /** The signs that a member less the bound can have. */
    int signs(Rational bound) {
        if (isEmpty()) {
            return 0;
        }
        int below = low == null ? -1 : low.compareTo(bound);
        int above = high == null ? 1 : high.compareTo(bound);
        boolean there = (below < 0 || below == 0 && !lowOpen) && (above > 0 || above == 0 && !highOpen)
                && !holes.contains(bound);
        return (below < 0 ? Signs.NEGATIVE : 0) | (above > 0 ? Signs.POSITIVE : 0) | (there ? Signs.ZERO : 0);
    }

    Range meet(Range other) {
        Rational from = low;
        boolean fromOpen = lowOpen;
        if (other.low != null) {
            int order = from == null ? -1 : from.compareTo(other.low);
            fromOpen = order == 0 ? fromOpen || other.lowOpen : order < 0 ? other.lowOpen : fromOpen;
            from = order < 0 ? other.low : from;
        }
        Rational to = high;
        boolean toOpen = highOpen;
        if (other.high != null) {
            int order = to == null ? 1 : to.compareTo(other.high);
            toOpen = order == 0 ? toOpen || other.highOpen : order > 0 ? other.highOpen : toOpen;
            to = order > 0 ? other.high : to;
        }
        Set<Rational> all = new HashSet<>(holes);
        all.addAll(other.holes);
        // a hole at an end opens it
        fromOpen |= from != null && all.contains(from);
        toOpen |= to != null && all.contains(to);
        return new Range(from, fromOpen, to, toOpen, all);
    }

    Range plus(Range other) {
        return new Range(low == null || other.low == null ? null : low.plus(other.low), lowOpen || other.lowOpen,
                high == null || other.high == null ? null : high.plus(other.high), highOpen || other.highOpen,
                Set.of());
    }

    Range plus(Rational number) {
        Set<Rational> moved = new HashSet<>();
        holes.forEach(hole -> moved.add(hole.plus(number)));
        return new Range(low == null ? null : low.plus(number), lowOpen, high == null ? null : high.plus(number),
                highOpen, moved);
    }

    /** The multiples by a number that is not zero. */
    Range times(Rational factor) {
        Set<Rational> scaled = new HashSet<>();
        holes.forEach(hole -> scaled.add(hole.times(factor)));
        Rational a = low == null ? null : low.times(factor);
        Rational b = high == null ? null : high.times(factor);
        return factor.signum() > 0
                ? new Range(a, lowOpen, b, highOpen, scaled)
                : new Range(b, highOpen, a, lowOpen, scaled);
    }

    /** The squares. */
    Range squared() {
        boolean bothSides = (signs(Rational.ZERO) & Signs.ANY) == Signs.ANY
                || (signs(Rational.ZERO) & ~Signs.ZERO) == (Signs.NEGATIVE | Signs.POSITIVE);
        if (!bothSides) {
            Range positive = low == null || low.signum() < 0 ? times(Rational.MINUS_ONE) : this;
            Rational from = positive.low == null ? Rational.ZERO : positive.low;
            Rational to = positive.high;
            return new Range(from.times(from), positive.lowOpen, to == null ? null : to.times(to), positive.highOpen,
                    Set.of());
        }
        boolean zeroOut = !contains(Rational.ZERO);
        if (low == null || high == null) {
            return new Range(Rational.ZERO, zeroOut, null, true, Set.of());
        }
        int order = low.abs().compareTo(high.abs());
        Rational most = order > 0 ? low : high;
        boolean mostOpen = order == 0 ? lowOpen && highOpen : order > 0 ? lowOpen : highOpen;
        return new Range(Rational.ZERO, zeroOut, most.times(most), mostOpen, Set.of());
    }

    /** The numbers whose squares these can be, where the upper end has a rational root; null if nothing is known. */
    @Nullable
    Range roots() {
        if (high == null || high.signum() < 0) {
            return null;
        }
        Rational root = new Rational(high.numerator().sqrt(), high.denominator().sqrt());
        return root.times(root).equals(high)
                ? new Range(root.negate(), highOpen, root, highOpen, Set.of())
                : null;
    }
}
