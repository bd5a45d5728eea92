package org.adequal.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Constructors that tidy what calculus builds: zero terms and unit factors go, numbers fold, like terms and like
 * powers come together. Values are kept wherever the parts are defined; that a part was defined at all is not kept, so
 * who uses these keeps the domain of the function beside.
 *
 * <p>Each costs a bounded number of steps: long sums and products are joined as they are.
 */
public final class Algebra {
    static final int MOST_BITS = 512;
    /** A sum of more terms than this is a term itself. */
    private static final int MOST_TERMS = 64;

    private Algebra() {}

    /** A number with whether it is shown as a decimal. */
    private record Coefficient(Rational value, boolean decimal) {
        Coefficient plus(Coefficient other) {
            return new Coefficient(value.plus(other.value), decimal || other.decimal);
        }
    }

    /** The number as an integer or as a fraction of integers. */
    public static Expr number(Rational value) {
        return new Term(value, false, Map.of()).toExpr();
    }

    public static Expr plus(Expr left, Expr right) {
        return sum(List.of(left, right));
    }

    public static Expr minus(Expr left, Expr right) {
        return plus(left, negate(right));
    }

    public static Expr negate(Expr value) {
        return times(Constant.of(-1), value);
    }

    /** The sum of any number of terms; like terms are collected however many there are. */
    public static Expr sum(List<Expr> summands) {
        Map<Expr, Coefficient> terms = new LinkedHashMap<>();
        List<Map.Entry<Expr, Coefficient>> full = new ArrayList<>();
        for (Expr summand : summands) {
            Map<Expr, Coefficient> own = read(summand);
            boolean join = own.size() <= 1 || terms.size() + own.size() <= Math.max(MOST_TERMS, summands.size());
            (join ? own : Map.of(summand, new Coefficient(Rational.ONE, false))).forEach((key, coefficient) -> {
                Coefficient before = terms.get(key);
                Coefficient total = before == null ? coefficient : before.plus(coefficient);
                if (before != null && total.value.bits() > MOST_BITS) {
                    // a larger number would be beyond what doubles can divide; its terms stay apart
                    full.add(Map.entry(key, before));
                    total = coefficient;
                }
                terms.put(key, total);
            });
        }
        full.addAll(terms.entrySet());
        return ArrayAlgebra.lifted(write(full));
    }

    /** The terms of a sum in order; the whole sum is one term if it is long. */
    private static Map<Expr, Coefficient> read(Expr sum) {
        Map<Expr, Coefficient> terms = new LinkedHashMap<>();
        Deque<Scaled> open = new ArrayDeque<>(List.of(new Scaled(sum, Rational.ONE)));
        for (int steps = 0; !open.isEmpty(); steps++) {
            if (steps > 2 * MOST_TERMS) {
                return Map.of(sum, new Coefficient(Rational.ONE, false));
            }
            Scaled next = open.pop();
            if (next.value.exactValue() == null && next.value instanceof Application application) {
                switch (application.primitive()) {
                    case ADD, SUBTRACT -> {
                        boolean minus = application.primitive() == Primitive.SUBTRACT;
                        open.push(new Scaled(application.argument(1), minus ? next.scale.negate() : next.scale));
                        open.push(new Scaled(application.argument(0), next.scale));
                        continue;
                    }
                    case NEGATE -> {
                        open.push(new Scaled(application.argument(0), next.scale.negate()));
                        continue;
                    }
                    default -> {
                    }
                }
            }
            Term term = Term.of(next.value).times(next.scale, false);
            if (!term.coefficient().isZero()) {
                Coefficient total = terms.merge(term.monic().toExpr(),
                        new Coefficient(term.coefficient(), term.decimal()), Coefficient::plus);
                if (total.value.bits() > MOST_BITS) {
                    return Map.of(sum, new Coefficient(Rational.ONE, false));
                }
            }
        }
        return terms;
    }

    private record Scaled(Expr value, Rational scale) {}

    /** The sum of these terms, a positive one first. */
    private static Expr write(List<Map.Entry<Expr, Coefficient>> terms) {
        List<Map.Entry<Expr, Coefficient>> rest = new ArrayList<>(terms);
        rest.removeIf(term -> term.getValue().value.isZero());
        mergeChoices(rest);
        if (rest.isEmpty()) {
            return Constant.ZERO;
        }
        int lead = 0;
        while (lead < rest.size() && rest.get(lead).getValue().value.signum() < 0) {
            lead++;
        }
        Map.Entry<Expr, Coefficient> first = rest.remove(lead == rest.size() ? 0 : lead);
        Expr sum = scaled(first.getKey(), first.getValue());
        for (Map.Entry<Expr, Coefficient> term : rest) {
            Coefficient c = term.getValue();
            boolean negative = c.value.signum() < 0;
            sum = Application.of(negative ? Primitive.SUBTRACT : Primitive.ADD, sum,
                    scaled(term.getKey(), new Coefficient(c.value.abs(), c.decimal)));
        }
        return sum;
    }

    private static Expr scaled(Expr key, Coefficient coefficient) {
        if (isOne(key)) {
            return new Term(coefficient.value, coefficient.decimal, Map.of()).toExpr();
        }
        Term term = Term.of(key).times(coefficient.value, coefficient.decimal);
        return term.isSmall() ? term.toExpr() : raw(Primitive.MULTIPLY, number(coefficient.value), key);
    }

    /** {@code if(c, a, 0) + if(c, 0, b)} is {@code if(c, a, b)}. */
    private static void mergeChoices(List<Map.Entry<Expr, Coefficient>> terms) {
        Map<Condition, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            if (!(terms.get(i).getKey() instanceof Choice choice) || !terms.get(i).getValue().value.isOne()) {
                continue;
            }
            Integer before = seen.putIfAbsent(choice.condition(), i);
            if (before != null && terms.get(before).getKey() instanceof Choice other
                    && other.condition() == choice.condition()) {
                Expr merged = choice(choice.condition(), plus(other.then(), choice.then()),
                        plus(other.otherwise(), choice.otherwise()));
                terms.set(before, Map.entry(merged, terms.get(before).getValue()));
                terms.remove(i--);
            }
        }
    }

    public static Expr times(Expr left, Expr right) {
        if (isZero(left) || isZero(right)) {
            return Constant.ZERO;
        }
        if (isOne(left) || isOne(right)) {
            return isOne(left) ? right : left;
        }
        if (isHalf(left) && isHalf(right) && ((Choice) left).condition() != ((Choice) right).condition()) {
            // one condition instead of two nested choices, or long products of choices would nest as deep as they are long
            return choice(Logic.and(where((Choice) left), where((Choice) right)),
                    times(half((Choice) left), half((Choice) right)), Constant.ZERO);
        }
        if (isHalf(left)) {
            return inside((Choice) left, part -> times(part, besides((Choice) left, right)));
        }
        if (isHalf(right)) {
            return inside((Choice) right, part -> times(besides((Choice) right, left), part));
        }
        Term term = Term.of(left).times(Term.of(right));
        return term.isSmall() ? term.toExpr() : raw(Primitive.MULTIPLY, left, right);
    }

    public static Expr over(Expr numerator, Expr denominator) {
        Rational divisor = denominator.exactValue();
        if (divisor != null && divisor.isZero()) {
            return raw(Primitive.DIVIDE, numerator, denominator);
        }
        if (isZero(numerator)) {
            return Constant.ZERO;
        }
        if (isHalf(numerator)) {
            return inside((Choice) numerator, part -> over(part, denominator));
        }
        Term term = Term.of(numerator).times(Term.of(raw(Primitive.DIVIDE, Constant.ONE, denominator)));
        return term.isSmall() ? term.toExpr() : raw(Primitive.DIVIDE, numerator, denominator);
    }

    /**
     * The derivative of a product of at least three factors, if this is one: the sum over its factors, each in its turn
     * differentiated. A chain of two-factor rules would put sums into products into sums, and repeated derivatives would
     * swell.
     *
     * @param slope the derivative of a factor, null where it is 0
     */
    public static Optional<Expr> productRule(Expr product, Function<Expr, @Nullable Expr> slope) {
        Term term = Term.of(product);
        if (term.factors().size() < 3) {
            return Optional.empty();
        }
        List<Expr> terms = new ArrayList<>();
        term.factors().forEach((factor, exponent) -> {
            Expr inner = slope.apply(factor);
            if (inner != null && !isZero(inner)) {
                Term rest = term.times(new Term(Rational.ONE, false, Map.of(factor, -1))).times(Rational.of(exponent),
                        false);
                terms.add(times(rest.toExpr(), inner));
            }
        });
        return Optional.of(sum(terms));
    }

    /** base^exponent, with u^0 = 1 and u^1 = u. */
    public static Expr power(Expr base, Expr exponent) {
        Rational n = exponent.exactValue();
        if (n != null && n.isZero()) {
            return Constant.ONE;
        }
        if (n != null && n.isOne()) {
            return base;
        }
        Application power = raw(Primitive.POWER, base, exponent);
        Rational value = power.exactValue();
        if (value != null && value.bits() > MOST_BITS) {
            return power;
        }
        Term term = Term.of(power);
        return ArrayAlgebra.lifted(term.isSmall() ? term.toExpr() : power);
    }

    public static Expr choice(Condition condition, Expr then, Expr otherwise) {
        Boolean decided = condition.decided();
        if (decided != null) {
            return decided ? then : otherwise;
        }
        return then == otherwise ? then : Choice.of(condition, then, otherwise);
    }

    /** The value where the condition holds. */
    public static Expr guard(Expr value, Condition condition) {
        return condition == Truth.TRUE ? value : Guard.of(value, condition);
    }

    /** A row applied to arguments, tidied. */
    public static Expr apply(Primitive primitive, List<Expr> arguments) {
        return switch (primitive) {
            case ADD -> plus(arguments.get(0), arguments.get(1));
            case SUBTRACT -> minus(arguments.get(0), arguments.get(1));
            case NEGATE -> negate(arguments.get(0));
            case MULTIPLY -> times(arguments.get(0), arguments.get(1));
            case DIVIDE -> over(arguments.get(0), arguments.get(1));
            case POWER, INTEGER_POWER, POWER_OF_E -> power(arguments.get(0), arguments.get(1));
            case LOG -> arguments.getFirst() instanceof Application a && a.primitive() == Primitive.E
                    ? Constant.ONE
                    : folded(Application.of(primitive, arguments));
            default -> folded(Application.of(primitive, arguments));
        };
    }

    /** The node over other arguments, tidied. */
    public static Node rebuild(Node node, List<? extends Node> arguments) {
        return switch (node) {
            case Application application ->
                apply(application.primitive(), arguments.stream().map(Expr.class::cast).toList());
            case Choice _ -> choice((Condition) arguments.get(0), (Expr) arguments.get(1), (Expr) arguments.get(2));
            case Guard _ -> guard((Expr) arguments.get(0), (Condition) arguments.get(1));
            case Comparison comparison ->
                ArrayAlgebra.compare(comparison.relation(), (Expr) arguments.get(0), (Expr) arguments.get(1));
            case Junction junction -> junction.kind() == Junction.Kind.AND
                    ? Logic.and((Condition) arguments.get(0), (Condition) arguments.get(1))
                    : Logic.or((Condition) arguments.get(0), (Condition) arguments.get(1));
            case Negation _ -> Logic.not((Condition) arguments.getFirst());
            case Every _ -> Logic.every((Condition) arguments.getFirst());
            case View view -> ArrayAlgebra.view((Expr) arguments.getFirst(), view.axes(), view.shape());
            case Reduce reduce -> ArrayAlgebra.reduce(reduce.reduction(), (Expr) arguments.getFirst(),
                    reduce.argument().shape(), reduce.axes());
            case Window window -> ArrayAlgebra.window((Expr) arguments.getFirst(), window.argument().shape(),
                    window.axis(), window.offset(), window.size(), window.isInside());
            case Stack _,Derivative _ -> node.with(spread(node.arguments(), arguments));
            case Constant _,Variable _,Range _,Truth _ -> node.with(arguments);
        };
    }

    /** The new arguments in the shapes of the old. */
    private static List<Expr> spread(List<Node> old, List<? extends Node> arguments) {
        return IntStream.range(0, old.size())
                .mapToObj(i -> ArrayAlgebra.spread((Expr) arguments.get(i), old.get(i).shape())).toList();
    }

    private static Expr folded(Application application) {
        Rational exact = application.exactValue();
        return exact == null || exact.bits() > MOST_BITS ? ArrayAlgebra.lifted(application) : number(exact);
    }

    private static Application raw(Primitive primitive, Expr left, Expr right) {
        return Application.of(primitive, left, right);
    }

    public static boolean isZero(Expr expression) {
        Rational exact = expression.exactValue();
        return exact != null && exact.isZero();
    }

    private static boolean isOne(Expr expression) {
        Rational exact = expression.exactValue();
        return exact != null && exact.isOne();
    }

    /** A choice that is 0 on one side: products move into it, so that what is not chosen is never evaluated. */
    private static boolean isHalf(Expr expression) {
        return expression instanceof Choice choice && (isZero(choice.then()) != isZero(choice.otherwise()));
    }

    /** Where a half choice is not 0. */
    private static Condition where(Choice half) {
        return isZero(half.then()) ? Logic.not(half.condition()) : half.condition();
    }

    /** The side of a half choice that is not 0. */
    private static Expr half(Choice half) {
        return isZero(half.then()) ? half.otherwise() : half.then();
    }

    /** What an expression is where the half is not 0: choices by one condition do not pile up inside each other. */
    private static Expr besides(Choice half, Expr other) {
        return other instanceof Choice choice && choice.condition() == half.condition()
                ? isZero(half.then()) ? choice.otherwise() : choice.then()
                : other;
    }

    private static Expr inside(Choice half, Function<Expr, Expr> product) {
        return isZero(half.then())
                ? choice(half.condition(), Constant.ZERO, product.apply(half.otherwise()))
                : choice(half.condition(), product.apply(half.then()), Constant.ZERO);
    }
}
