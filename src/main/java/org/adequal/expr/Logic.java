package org.adequal.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Constructors of conditions that decide what exact numbers and known signs decide. */
public final class Logic {
    /** How many parts of a chain are looked through for a repetition: keeps every construction cheap. */
    private static final int LOOK = 12;

    private Logic() {}

    public static Condition and(Condition left, Condition right) {
        return join(Junction.Kind.AND, left, right);
    }

    public static Condition or(Condition left, Condition right) {
        if (left instanceof Junction a && right instanceof Junction b && a.kind() == Junction.Kind.AND
                && b.kind() == Junction.Kind.AND && a.left() == b.left() && a.right() == not(b.right())) {
            return a.left();
        }
        return left == not(right) ? Truth.TRUE : join(Junction.Kind.OR, left, right);
    }

    private static Condition join(Junction.Kind kind, Condition left, Condition right) {
        Truth neutral = Truth.of(kind == Junction.Kind.AND);
        Condition l = decided(left);
        Condition r = decided(right);
        if (l == neutral || r != neutral && r instanceof Truth || isPart(kind, l, r)) {
            return r;
        }
        if (r == neutral || l instanceof Truth || isPart(kind, r, l)) {
            return l;
        }
        return Junction.of(kind, l, r);
    }

    /** Whether a part stands among the last of a chain, or is implied by it. */
    private static boolean isPart(Junction.Kind kind, Condition part, Condition chain) {
        Condition rest = chain;
        for (int i = 0; i < LOOK; i++) {
            if (rest instanceof Junction junction && junction.kind() == kind) {
                if (absorbs(kind, part, junction.right())) {
                    return true;
                }
                rest = junction.left();
            } else {
                return absorbs(kind, part, rest);
            }
        }
        return false;
    }

    /** Whether, joined with the other, the part says nothing new: {@code x >= 0} beside {@code and x > 0}. */
    private static boolean absorbs(Junction.Kind kind, Condition part, Condition other) {
        if (part == other) {
            return true;
        }
        if (part instanceof Comparison a && other instanceof Comparison b && a.left() == b.left()
                && a.right() == b.right()) {
            int weak = Signs.of((kind == Junction.Kind.AND ? a : b).relation());
            int strong = Signs.of((kind == Junction.Kind.AND ? b : a).relation());
            return (strong & ~weak) == 0;
        }
        return false;
    }

    public static Condition not(Condition condition) {
        return switch (condition) {
            case Truth truth -> Truth.of(truth == Truth.FALSE);
            case Comparison c -> Comparison.of(c.relation().negated(), c.left(), c.right());
            case Negation n -> n.condition();
            case Junction j -> Negation.of(j);
            case Every every -> Negation.of(every);
        };
    }

    /** The condition for every element of an array; of a single number it is the condition. */
    public static Condition every(Condition condition) {
        if (condition.shape().isScalar()) {
            return condition;
        }
        Boolean decided = condition.decided();
        if (decided != null) {
            return Truth.of(decided);
        }
        return condition instanceof Junction junction && junction.kind() == Junction.Kind.AND
                ? and(every(junction.left()), every(junction.right()))
                : Every.of(condition);
    }

    /** The comparison, decided where exact numbers or the known sign of a side decide it. */
    public static Condition compare(Relation relation, Expr left, Expr right) {
        return decided(Comparison.of(relation, left, right));
    }

    private static Condition decided(Condition condition) {
        Boolean decided = condition.decided();
        if (decided != null) {
            return Truth.of(decided);
        }
        if (condition instanceof Comparison c) {
            int possible = Signs.ofDifference(c.left(), c.right());
            int wanted = Signs.of(c.relation());
            if ((possible & ~wanted) == 0) {
                return Truth.TRUE;
            }
            if ((possible & wanted) == 0) {
                return Truth.FALSE;
            }
        }
        return condition;
    }

    /** The conditions whose conjunction this is, each once, in order. */
    public static List<Condition> conjuncts(Condition condition) {
        Deque<Condition> open = new ArrayDeque<>(List.of(condition));
        Set<Condition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Condition> parts = new ArrayList<>();
        while (!open.isEmpty()) {
            Condition next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof Junction junction && junction.kind() == Junction.Kind.AND) {
                open.push(junction.right());
                open.push(junction.left());
            } else if (next != Truth.TRUE) {
                parts.add(next);
            }
        }
        return parts;
    }
}
