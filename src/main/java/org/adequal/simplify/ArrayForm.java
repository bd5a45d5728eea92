package org.adequal.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.adequal.expr.Algebra;
import org.adequal.expr.Application;
import org.adequal.expr.ArrayAlgebra;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Logic;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Reduce;
import org.adequal.expr.Reduction;
import org.adequal.expr.Relation;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.number.Rational;
import org.adequal.syntax.Printer;
import org.jspecify.annotations.Nullable;

/**
 * Closed forms of expressions over arrays: built anew by the tidying constructors, quotients of exponentials as sigmoids, and
 * the terms of sums that the user did not write in an order for readers.
 */
public final class ArrayForm {
    /** A longer sum stays in the order in which it was found. */
    private static final int MOST_TERMS = 24;

    private final Set<Node> source = Collections.newSetFromMap(new IdentityHashMap<>());

    private ArrayForm(Expr source) {
        this.source.addAll(Graph.nodes(source));
        this.source.addAll(Graph.nodes(Graph.tidied(source)));
    }

    /** Whether an expression is made of arrays, so that this is its simplifier. */
    public static boolean concerns(Expr expression) {
        for (Node node : Graph.nodes(expression)) {
            if (!node.shape().isScalar()) {
                return true;
            }
        }
        return false;
    }

    /**
     * An expression of the same shape that is equal wherever the written one is defined.
     *
     * @param source what the user wrote: sums that occur in it keep their order
     */
    public static Expr of(Expr written, Expr source) {
        return ArrayAlgebra.spread(new ArrayForm(source).rebuilt(written), written.shape());
    }

    /** A shorter form, and the condition under which it is the same. */
    public record Special(Expr expression, Condition condition) {}

    /**
     * What a derivative of a softmax becomes where the targets that it is compared with sum to 1: {@code softmax(z) - t} for
     * {@code sum(t) == 1}.
     */
    public static Optional<Special> whereSumsAreOne(Expr derivative) {
        List<Node> order = Graph.nodes(derivative);
        if (order.stream().noneMatch(node -> node instanceof Reduce reduce
                && reduce.reduction() == Reduction.LOGSUMEXP)) {
            return Optional.empty();
        }
        Map<Node, Node> ones = new IdentityHashMap<>();
        Condition condition = Truth.TRUE;
        for (Node node : order) {
            if (node instanceof Reduce sum && sum.reduction() == Reduction.SUM && sum.argument() instanceof Variable t
                    && sum.axes().equals(List.of(t.shape().rank() - 1))) {
                ones.put(sum, ArrayAlgebra.spread(Constant.ONE, sum.shape()));
                condition = Logic.and(condition, Logic.every(Comparison.of(Relation.EQUAL, sum, Constant.ONE)));
            }
        }
        return ones.isEmpty()
                ? Optional.empty()
                : Optional.of(new Special(of((Expr) Graph.substituteTidily(derivative, ones), derivative), condition));
    }

    private Expr rebuilt(Expr written) {
        Map<Node, Node> done = new IdentityHashMap<>();
        for (Node node : Graph.nodes(written)) {
            Node next = Algebra.rebuild(node, node.arguments().stream().map(done::get).toList());
            if (next instanceof Application application && !source.contains(application)) {
                next = switch (application.primitive()) {
                    case ADD, SUBTRACT -> sorted(application);
                    case MULTIPLY, DIVIDE -> logistic(application);
                    default -> application;
                };
            }
            done.put(node, next);
        }
        return (Expr) done.getOrDefault(written, written);
    }

    // sums

    private record Term(Expr value, boolean minus) {}

    /** Positive terms first, larger before smaller, numbers last. */
    private static Expr sorted(Application sum) {
        List<Term> terms = new ArrayList<>();
        Expr rest = sum;
        while (rest instanceof Application application && (application.primitive() == Primitive.ADD
                || application.primitive() == Primitive.SUBTRACT) && terms.size() < MOST_TERMS) {
            terms.addFirst(new Term(application.argument(1), application.primitive() == Primitive.SUBTRACT));
            rest = application.argument(0);
        }
        terms.addFirst(new Term(rest, false));
        if (terms.size() > MOST_TERMS) {
            return sum;
        }
        Map<Expr, Integer> sizes = new HashMap<>();
        Map<Expr, String> texts = new HashMap<>();
        for (Term term : terms) {
            sizes.put(term.value, term.value.exactValue() != null
                    ? 0
                    : (int) Graph.nodes(term.value).stream().filter(node -> !(node instanceof View)).count());
            texts.put(term.value, Printer.print(term.value));
        }
        List<Term> order = new ArrayList<>(terms);
        order.sort(Comparator.comparing((Term term) -> term.minus || isNegative(term.value))
                .thenComparing(term -> -sizes.getOrDefault(term.value, 0))
                .thenComparing(term -> texts.getOrDefault(term.value, "")));
        if (order.equals(terms) || order.getFirst().minus) {
            return sum;
        }
        Expr result = order.getFirst().value;
        for (Term term : order.subList(1, order.size())) {
            result = Application.of(term.minus ? Primitive.SUBTRACT : Primitive.ADD, result, term.value);
        }
        return result.shape().equals(sum.shape()) ? result : sum;
    }

    private static boolean isNegative(Expr term) {
        Expr first = term;
        while (first instanceof Application application && (application.primitive() == Primitive.MULTIPLY
                || application.primitive() == Primitive.DIVIDE)) {
            first = application.argument(0);
        }
        return first instanceof Application application && application.primitive() == Primitive.NEGATE
                || first.exactValue() instanceof Rational exact && exact.signum() < 0;
    }

    // sigmoids

    /** {@code exp(u)/(1 + exp(u))} is {@code sigmoid(u)}, and {@code 1/(1 + exp(u))} is {@code sigmoid(-u)}. */
    private static Expr logistic(Application product) {
        List<Expr> above = new ArrayList<>();
        List<Expr> below = new ArrayList<>();
        collect(product, above, below);
        for (Expr divisor : below) {
            Expr exponent = onePlusExp(bare(divisor));
            if (exponent == null) {
                continue;
            }
            for (Expr factor : above) {
                if (bare(factor) instanceof Application exp && exp.primitive() == Primitive.EXP
                        && exp.argument(0) == exponent) {
                    Expr sigmoid = Application.of(Primitive.SIGMOID, exponent);
                    if (factor instanceof View view && divisor instanceof View other
                            && view.axes().equals(other.axes())) {
                        sigmoid = ArrayAlgebra.view(sigmoid, view.axes(), view.shape());
                    } else if (factor instanceof View || divisor instanceof View) {
                        continue;
                    }
                    Expr rest = Algebra.over(Algebra.times(product, divisor), factor);
                    return Algebra.times(rest, sigmoid);
                }
            }
        }
        return product;
    }

    private static Expr bare(Expr factor) {
        return factor instanceof View view ? view.argument() : factor;
    }

    private static void collect(Expr product, List<Expr> above, List<Expr> below) {
        Expr rest = product;
        while (rest instanceof Application application && (application.primitive() == Primitive.MULTIPLY
                || application.primitive() == Primitive.DIVIDE)) {
            if (application.primitive() == Primitive.DIVIDE) {
                List<Expr> under = new ArrayList<>();
                collect(application.argument(1), under, new ArrayList<>());
                below.addAll(under);
            } else {
                above.add(application.argument(1));
            }
            rest = application.argument(0);
        }
        if (rest instanceof Application negation && negation.primitive() == Primitive.NEGATE) {
            rest = negation.argument(0);
        }
        above.add(rest);
    }

    private static @Nullable Expr onePlusExp(Expr divisor) {
        if (divisor instanceof Application sum && sum.primitive() == Primitive.ADD) {
            for (int i = 0; i < 2; i++) {
                if (sum.argument(i) == Constant.ONE && sum.argument(1 - i) instanceof Application exp
                        && exp.primitive() == Primitive.EXP) {
                    return exp.argument(0);
                }
            }
        }
        return null;
    }
}
