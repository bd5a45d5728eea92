package org.adequal;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Relation;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random well-formed expressions over x, y, z with every row of the table, choices, guards and derivative operators, as
 * if they had been written: a negative number is a minus and a number, a fraction is a quotient.
 */
final class RandomExpressions {
    static final List<Variable> VARIABLES = List.of(Variable.of("x"), Variable.of("y"), Variable.of("z"));

    private RandomExpressions() {}

    /** Expressions of all kinds of nodes. */
    static Arbitrary<Expr> all(int depth) {
        return ofDepth(depth, true);
    }

    /** Expressions without derivative operators, so that they can be evaluated as they are. */
    static Arbitrary<Expr> plain(int depth) {
        return ofDepth(depth, false);
    }

    /** Points at which such expressions have a chance to be defined and not to overflow. */
    static Arbitrary<double[]> points() {
        Arbitrary<Double> coordinate = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.doubles().between(-3, 3).ofScale(6)),
                Tuple.of(2, Arbitraries.doubles().between(0.1, 0.9).ofScale(6)),
                Tuple.of(1, Arbitraries.integers().between(-3, 3).map(Integer::doubleValue)));
        return coordinate.list().ofSize(VARIABLES.size())
                .map(list -> list.stream().mapToDouble(x -> x + 0.0).toArray()).withoutEdgeCases();
    }

    private static Arbitrary<Expr> leaf() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(VARIABLES).map(variable -> (Expr) variable)),
                Tuple.of(2, Arbitraries.integers().between(0, 4).map(n -> (Expr) Constant.of(n))),
                Tuple.of(1, Arbitraries.integers().between(1, 9999).map(n -> Constant.of(Rational.of(n, 1000)))),
                Tuple.of(1, Arbitraries.of(Arrays.stream(Primitive.values()).filter(row -> row.arity() == 0).toList())
                        .map(row -> Application.of(row))));
    }

    private static Arbitrary<Expr> ofDepth(int depth, boolean operators) {
        Arbitrary<Expr> expression = leaf().withoutEdgeCases();
        for (int i = 0; i < depth; i++) {
            expression = Arbitraries.frequencyOf(
                    Tuple.of(2, expression),
                    Tuple.of(10, applications(expression)),
                    Tuple.of(1, Combinators.combine(conditions(expression), expression, expression).as(Choice::of)
                            .map(choice -> (Expr) choice)),
                    Tuple.of(1, Combinators.combine(expression, conditions(expression)).as(Guard::of)
                            .map(guard -> (Expr) guard)),
                    Tuple.of(operators ? 1 : 0,
                            Combinators.combine(expression, Arbitraries.of(VARIABLES), expression)
                                    .as(RandomExpressions::derivative)))
                    .withoutEdgeCases();
        }
        return expression;
    }

    private static Arbitrary<Expr> applications(Arbitrary<Expr> argument) {
        Arbitrary<List<Expr>> three = argument.list().ofSize(3);
        // arithmetic as often as everything else
        Arbitrary<Primitive> arithmetic = Arbitraries.of(Primitive.ADD, Primitive.SUBTRACT, Primitive.MULTIPLY,
                Primitive.DIVIDE, Primitive.NEGATE, Primitive.POWER);
        Arbitrary<Primitive> rows = Arbitraries.oneOf(arithmetic,
                Arbitraries.of(Arrays.stream(Primitive.values()).filter(row -> row.arity() > 0).toList()));
        return Combinators.combine(rows, three)
                .as((row, arguments) -> Application.of(row, arguments.subList(0, row.arity())));
    }

    private static Arbitrary<Condition> conditions(Arbitrary<Expr> side) {
        Arbitrary<Condition> comparison = Combinators.combine(Arbitraries.of(Relation.class), side, side)
                .as(Comparison::of).map(c -> (Condition) c);
        return Arbitraries.frequencyOf(Tuple.of(6, comparison),
                Tuple.of(1, Combinators.combine(Arbitraries.of(Junction.Kind.class), comparison, comparison)
                        .as(Junction::of).map(j -> (Condition) j)),
                Tuple.of(1, comparison.map(Negation::of).map(n -> (Condition) n)));
    }

    /** {@code let x = at in diff(u, x)}: the new operator is the outermost and binds at the first level. */
    private static Expr derivative(Expr body, Variable variable, Expr at) {
        Variable bound = Variable.bound(variable.name(), 1);
        return Derivative.of((Expr) Graph.substitute(deepened(body), Map.of(variable, bound)), bound, at);
    }

    /** The expression as it stands inside one more derivative operator. */
    private static Expr deepened(Expr expression) {
        Map<Node, Node> done = new IdentityHashMap<>();
        for (Node node : Graph.nodes(expression)) {
            List<Node> arguments = node.arguments().stream().map(done::get).toList();
            done.put(node, switch (node) {
                case Variable variable when variable.level() > 0 -> deeper(variable);
                case Derivative inner ->
                    Derivative.of((Expr) arguments.get(0), deeper(inner.variable()), (Expr) arguments.get(1));
                default -> node.with(arguments);
            });
        }
        return (Expr) done.getOrDefault(expression, expression);
    }

    private static Variable deeper(Variable variable) {
        return Variable.bound(variable.name(), variable.level() + 1);
    }
}
