package org.adequal.calculus;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayAlgebra;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Logic;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Range;
import org.adequal.expr.Reduce;
import org.adequal.expr.Relation;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.expr.Window;

/**
 * An expression without derivative operators, and what is known of it from the rules of its parts.
 *
 * @param value    the expression, every {@code diff} in it worked out
 * @param defined  where it fails, the expression has no value
 * @param ordinary where it holds, the expression has a value and derivatives of every order with respect to the
 *                 variables that move; where it fails, nothing is said
 * @param certain  where it holds, {@code value} is the expression's value; it fails only where a derivative operator
 *                 meets a point at which the rules do not tell the derivative
 */
public record Analysis(Expr value, Condition defined, Condition ordinary, Condition certain) {

    /** The analysis for these moving variables. */
    public static Analysis of(Expr expression, Collection<Variable> moving) {
        Facts facts = new Pass(expression, moving).facts(expression);
        return new Analysis((Expr) facts.value, Logic.every(facts.defined), Logic.every(facts.ordinary),
                Logic.every(facts.certain));
    }

    /** The expression with every {@code diff} in it worked out. */
    public static Expr expanded(Expr expression) {
        return of(expression, List.of()).value;
    }

    private record Facts(Node value, Condition defined, Condition ordinary, Condition certain) {}

    private static final class Pass {
        private final Map<Node, Facts> facts = new IdentityHashMap<>();
        private final Set<Node> dependents;

        Pass(Expr root, Collection<Variable> moving) {
            List<Node> order = Graph.nodes(root);
            dependents = Graph.dependents(order, moving);
            // what a derivative binds moves inside its body: the derivative exists where the body is smooth there
            Set<Node> inBodies = Graph.dependents(order, order.stream().filter(Derivative.class::isInstance)
                    .map(node -> ((Derivative) node).variable()).toList());
            dependents.addAll(inBodies);
            for (Node node : order) {
                facts.put(node, judge(node));
            }
        }

        Facts facts(Node node) {
            Facts known = facts.get(node);
            if (known == null) {
                throw new IllegalStateException("arguments come first");
            }
            return known;
        }

        private Facts judge(Node node) {
            List<Facts> parts = node.arguments().stream().map(this::facts).toList();
            Node value = node;
            List<Node> values = parts.stream().map(Facts::value).toList();
            if (!values.equals(node.arguments()) && !(node instanceof Derivative)) {
                value = node.with(values);
            }
            return switch (node) {
                case Application application -> apply(application, (Application) value, parts);
                case Choice _ -> choose((Choice) value, parts);
                case Guard _ -> {
                    Condition condition = ((Guard) value).condition();
                    yield new Facts(value, Logic.and(allDefined(parts), condition),
                            Logic.and(allOrdinary(parts), condition),
                            allCertain(parts));
                }
                case Derivative derivative -> derive(derivative, parts.get(0), parts.get(1));
                case Junction junction -> {
                    // the right side counts only where the left one does not decide
                    Condition left = ((Junction) value).left();
                    Condition decides = junction.kind() == Junction.Kind.AND ? Logic.not(left) : left;
                    yield new Facts(value,
                            Logic.and(parts.get(0).defined, Logic.or(decides, parts.get(1).defined)),
                            Logic.and(parts.get(0).ordinary, Logic.or(decides, parts.get(1).ordinary)),
                            Logic.and(parts.get(0).certain, Logic.or(decides, parts.get(1).certain)));
                }
                case Comparison comparison -> new Facts(value, allDefined(parts),
                        Logic.and(allOrdinary(parts), strict(comparison, (Comparison) value)), allCertain(parts));
                case Reduce _,View _,Window _,Stack _,Every _ -> {
                    Condition ordinary = every(allOrdinary(parts));
                    if (value instanceof Reduce reduce && dependents.contains(node)) {
                        ordinary = switch (reduce.reduction()) {
                            case MAX, MIN, ARGMAX -> Logic.and(ordinary, ArrayRules.untied(reduce));
                            case SUM, PROD, LOGSUMEXP -> ordinary;
                        };
                    }
                    yield new Facts(value, every(allDefined(parts)), ordinary, every(allCertain(parts)));
                }
                case Negation _,Constant _,Variable _,Range _,Truth _ ->
                    new Facts(value, allDefined(parts), allOrdinary(parts), allCertain(parts));
            };
        }

        /** Where no small move of the variables changes the comparison. */
        private Condition strict(Comparison written, Comparison value) {
            return dependents.contains(written)
                    ? Logic.compare(Relation.NOT_EQUAL, value.left(), value.right())
                    : Truth.TRUE;
        }

        private Facts apply(Application written, Application value, List<Facts> parts) {
            Condition domain = Rules.domain(value);
            Condition smooth = dependents.contains(written) ? Truth.TRUE : domain;
            for (int i = 0; i < written.arguments().size(); i++) {
                if (dependents.contains(written.argument(i))) {
                    smooth = Logic.and(smooth, Rules.smooth(value, i));
                }
            }
            return new Facts(value, Logic.and(allDefined(parts), domain), Logic.and(allOrdinary(parts), smooth),
                    allCertain(parts));
        }

        private static Facts choose(Choice value, List<Facts> parts) {
            Condition condition = value.condition();
            Condition defined = either(condition, parts.get(1).defined, parts.get(2).defined);
            Condition ordinary = either(condition, parts.get(1).ordinary, parts.get(2).ordinary);
            return new Facts(value, Logic.and(parts.getFirst().defined, defined),
                    Logic.and(parts.getFirst().ordinary, ordinary),
                    Logic.and(parts.getFirst().certain, either(condition, parts.get(1).certain, parts.get(2).certain)));
        }

        private static Condition either(Condition condition, Condition then, Condition otherwise) {
            if (then == otherwise) {
                return then;
            }
            Condition unless = Logic.not(condition);
            if (then == Truth.TRUE) {
                return Logic.or(condition, otherwise);
            }
            if (otherwise == Truth.TRUE) {
                return Logic.or(unless, then);
            }
            return Logic.or(Logic.and(condition, then), Logic.and(unless, otherwise));
        }

        private static Facts derive(Derivative derivative, Facts body, Facts at) {
            Expr value = (Expr) body.value;
            Expr slope = Reverse.derivative(value, derivative.variable());
            Map<Node, Node> place = Map.of(derivative.variable(), at.value);
            Condition ordinary = (Condition) Graph.substituteTidily(Logic.every(body.ordinary), place);
            Expr placed = (Expr) Graph.substituteTidily(slope, place);
            return new Facts(ArrayAlgebra.spread(placed, derivative.shape()),
                    Logic.and(at.defined, (Condition) Graph.substituteTidily(Logic.every(body.defined), place)),
                    Logic.and(at.ordinary, ordinary), Logic.and(at.certain, ordinary));
        }

        private static Condition every(Condition condition) {
            return Logic.every(condition);
        }

        private static Condition allDefined(List<Facts> parts) {
            return all(parts, Facts::defined);
        }

        private static Condition allOrdinary(List<Facts> parts) {
            return all(parts, Facts::ordinary);
        }

        private static Condition allCertain(List<Facts> parts) {
            return all(parts, Facts::certain);
        }

        private static Condition all(List<Facts> parts, Function<Facts, Condition> fact) {
            Condition all = Truth.TRUE;
            for (Facts part : parts) {
                all = Logic.and(all, fact.apply(part));
            }
            return all;
        }
    }
}
