package org.adequal.calculus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Algebra;
import org.adequal.expr.Application;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Factors;
import org.adequal.expr.Junction;
import org.adequal.expr.Logic;
import org.adequal.expr.Negation;
import org.adequal.expr.Primitive;
import org.adequal.expr.Relation;
import org.adequal.expr.Signs;
import org.adequal.expr.Truth;
import org.adequal.number.Rational;

/**
 * Conditions for a reader: products and roots taken apart, what is implied left out.
 *
 * <p>A condition that is redundant is harmless, one that is missing is a lie: whatever is not understood stays.
 */
public final class Domain {

    private Domain() {}

    /** What has to be said beside an expression so that it holds only where the condition does. */
    public static Condition beside(Expr shown, Condition condition) {
        Condition defined = Analysis.of(shown, List.of()).defined();
        Map<Question, Integer> known = new LinkedHashMap<>();
        collect(defined, known, new LinkedHashMap<>());
        knowSquares(known);
        Map<Question, Integer> wanted = new LinkedHashMap<>();
        Map<Condition, Boolean> rest = new LinkedHashMap<>();
        collect(condition, wanted, rest);
        Condition said = Truth.TRUE;
        for (Map.Entry<Question, Integer> entry : wanted.entrySet()) {
            int possible = known.getOrDefault(entry.getKey(), Signs.ANY) & entry.getKey().possible();
            if ((possible & ~entry.getValue()) != 0 && !isBounded(entry, wanted) && !isBounded(entry, known)) {
                said = Logic.and(said, Logic.every(entry.getKey().answer(entry.getValue())));
            }
        }
        wanted.forEach((question, signs) -> known.merge(question, signs, (a, b) -> a & b));
        List<Condition> given = Logic.conjuncts(defined);
        for (Condition other : rest.keySet()) {
            if (!given.contains(other) && !follows(other, known)) {
                said = Logic.and(said, other);
            }
        }
        return said;
    }

    /** Which signs left - right may have. */
    private record Question(Expr left, Expr right) {
        /** By the form of the left side alone. */
        int possible() {
            return Algebra.isZero(right) ? Signs.of(left) : Signs.ANY;
        }

        Condition answer(int signs) {
            for (Relation relation : Relation.values()) {
                if (Signs.of(relation) == signs) {
                    return Comparison.of(relation, left, right);
                }
            }
            return Truth.FALSE;
        }
    }

    /** Reads a conjunction as allowed signs per question, and what can't be read so. */
    private static void collect(Condition condition, Map<Question, Integer> allowed, Map<Condition, Boolean> rest) {
        for (Condition part : Logic.conjuncts(condition)) {
            if (bare(part) instanceof Comparison comparison) {
                read(comparison.left(), comparison.relation(), comparison.right(), allowed);
            } else {
                rest.put(part, true);
            }
        }
    }

    /** What holds for every element is read as it is for one. */
    private static Condition bare(Condition condition) {
        return condition instanceof Every every ? every.condition() : condition;
    }

    /** Whether a condition holds where these signs are known. */
    private static boolean follows(Condition condition, Map<Question, Integer> known) {
        return switch (condition) {
            case Truth truth -> truth == Truth.TRUE;
            case Comparison comparison -> {
                Map<Question, Integer> needed = new LinkedHashMap<>();
                read(comparison.left(), comparison.relation(), comparison.right(), needed);
                yield needed.entrySet().stream().allMatch(
                        entry -> (known.getOrDefault(entry.getKey(), Signs.ANY) & ~entry.getValue()) == 0);
            }
            case Junction junction -> junction.kind() == Junction.Kind.AND
                    ? Logic.conjuncts(junction).stream().allMatch(part -> follows(part, known))
                    : follows(junction.right(), known) || follows(junction.left(), known);
            case Every _,Negation _ -> false;
        };
    }

    private static void read(Expr left, Relation relation, Expr right, Map<Question, Integer> allowed) {
        if (left.exactValue() != null && right.exactValue() == null) {
            read(right, relation.flipped(), left, allowed);
            return;
        }
        if (!Algebra.isZero(right)) {
            Rational bound = right.exactValue();
            allow(new Question(left, bound == null ? right : Algebra.number(bound)), Signs.of(relation), allowed);
            return;
        }
        if (left instanceof Application application && readInner(application, relation, allowed)) {
            return;
        }
        Factors product = Factors.of(left);
        if (relation == Relation.NOT_EQUAL) {
            product.above().forEach(factor -> notZero(factor, allowed));
            return;
        }
        List<Expr> deciding = product.odd().stream().filter(factor -> Signs.of(factor) != Signs.POSITIVE).toList();
        if (product.even().isEmpty() && deciding.size() == 1) {
            Relation turned = product.sign() < 0 ? relation.flipped() : relation;
            if (deciding.getFirst() == left) {
                allow(new Question(left, Constant.ZERO), Signs.of(turned), allowed);
            } else {
                read(deciding.getFirst(), turned, Constant.ZERO, allowed);
            }
        } else {
            allow(new Question(left, right), Signs.of(relation), allowed);
        }
    }

    /** u - c > 0 is u > c, log(u) > 0 is u > 1, abs(u) > 0 is u != 0. */
    private static boolean readInner(Application left, Relation relation, Map<Question, Integer> allowed) {
        switch (left.primitive()) {
            case ADD, SUBTRACT -> {
                boolean minus = left.primitive() == Primitive.SUBTRACT;
                Rational first = left.argument(0).exactValue();
                Rational second = left.argument(1).exactValue();
                if (first == null == (second == null)) {
                    return false;
                }
                if (second != null) {
                    read(left.argument(0), relation, Algebra.number(minus ? second : second.negate()), allowed);
                } else if (first != null) {
                    read(left.argument(1), minus ? relation.flipped() : relation,
                            Algebra.number(minus ? first : first.negate()), allowed);
                }
                return true;
            }
            case LOG -> {
                read(left.argument(0), Relation.GREATER, Constant.ZERO, allowed);
                read(left.argument(0), relation, Constant.ONE, allowed);
                return true;
            }
            default -> {
                if (relation == Relation.GREATER && (Signs.of(left) & Signs.NEGATIVE) == 0
                        && left.primitive().vanishesWithArgument()) {
                    notZero(left, allowed);
                    return true;
                }
                return false;
            }
        }
    }

    /** Whether another bound says more: {@code u > -1} beside {@code u > 1}. */
    private static boolean isBounded(Map.Entry<Question, Integer> entry, Map<Question, Integer> others) {
        Rational bound = entry.getKey().right.exactValue();
        int signs = entry.getValue();
        if (bound == null) {
            return false;
        }
        for (Map.Entry<Question, Integer> other : others.entrySet()) {
            Rational tighter = other.getKey().right.exactValue();
            if (tighter == null || other.getKey().left != entry.getKey().left) {
                continue;
            }
            int side = tighter.compareTo(bound);
            boolean above = (other.getValue() & Signs.NEGATIVE) == 0;
            boolean below = (other.getValue() & Signs.POSITIVE) == 0;
            if (side > 0 && above && (signs & Signs.POSITIVE) != 0
                    || side < 0 && below && (signs & Signs.NEGATIVE) != 0) {
                return true;
            }
        }
        return false;
    }

    /** u^2 < c^2 says that u is between -c and c. */
    private static void knowSquares(Map<Question, Integer> known) {
        for (Map.Entry<Question, Integer> entry : List.copyOf(known.entrySet())) {
            Rational bound = entry.getKey().right.exactValue();
            if (bound != null && bound.signum() > 0 && (entry.getValue() & Signs.POSITIVE) == 0
                    && entry.getKey().left instanceof Application square
                    && square.primitive() == Primitive.INTEGER_POWER
                    && Rational.TWO.equals(square.argument(1).exactValue())) {
                Rational root = new Rational(bound.numerator().sqrt(), bound.denominator().sqrt());
                if (root.times(root).equals(bound)) {
                    int above = (entry.getValue() & Signs.ZERO) | Signs.POSITIVE;
                    allow(new Question(square.argument(0), Algebra.number(root)), entry.getValue(), known);
                    allow(new Question(square.argument(0), Algebra.number(root.negate())), above, known);
                }
            }
        }
    }

    private static boolean vanishesWithArgument(Application application) {
        if (application.primitive() != Primitive.POWER) {
            return application.primitive().vanishesWithArgument();
        }
        Rational exponent = application.argument(1).exactValue();
        return exponent != null && exponent.signum() > 0;
    }

    private static void notZero(Expr factor, Map<Question, Integer> allowed) {
        if ((Signs.of(factor) & Signs.ZERO) == 0) {
            return;
        }
        if (factor instanceof Application application && vanishesWithArgument(application)) {
            read(application.argument(0), Relation.NOT_EQUAL, Constant.ZERO, allowed);
        } else if (!(factor instanceof Application inner) || !readInner(inner, Relation.NOT_EQUAL, allowed)) {
            allow(new Question(factor, Constant.ZERO), Signs.ANY & ~Signs.ZERO, allowed);
        }
    }

    private static void allow(Question question, int signs, Map<Question, Integer> allowed) {
        allowed.merge(question, signs, (a, b) -> a & b);
    }
}
