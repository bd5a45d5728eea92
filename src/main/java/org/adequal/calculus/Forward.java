package org.adequal.calculus;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.adequal.expr.Algebra;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Stack;
import org.adequal.expr.Variable;

/**
 * Derivatives from the variables to the root (chain rule as it is taught): of an expression without derivative
 * operators, by the rule text of each primitive, each distinct node once.
 */
public final class Forward {

    private Forward() {}

    /** The derivative by a variable, where the expression is differentiable; 0 if the variable does not occur. */
    public static Expr derivative(Expr expression, Variable variable) {
        return directional(expression, Map.of(variable, Constant.ONE));
    }

    /** The sum of the derivatives by several variables, each times the expression given for it. */
    public static Expr directional(Expr expression, Map<Variable, ? extends Expr> direction) {
        List<Node> order = Graph.nodes(expression);
        Set<Node> dependents = Graph.dependents(order, direction.keySet());
        Map<Node, Expr> slopes = new IdentityHashMap<>();
        for (Node node : order) {
            if (dependents.contains(node) && node instanceof Expr value) {
                slopes.put(node, slope(value, direction, slopes));
            }
        }
        return slopes.getOrDefault(expression, Constant.ZERO);
    }

    private static Expr slope(Expr node, Map<Variable, ? extends Expr> direction, Map<Node, Expr> slopes) {
        return switch (node) {
            case Variable variable -> direction.get(variable) instanceof Expr given ? given : Constant.ZERO;
            case Application application -> {
                Optional<Expr> product = Algebra.productRule(application, slopes::get);
                if (product.isPresent()) {
                    yield product.get();
                }
                List<Expr> terms = new ArrayList<>();
                for (int i = 0; i < application.arguments().size(); i++) {
                    Expr inner = slopes.get(application.argument(i));
                    if (inner != null && !Algebra.isZero(inner)) {
                        terms.add(Algebra.times(Rules.derivative(application, i), inner));
                    }
                }
                yield Algebra.sum(terms);
            }
            case Choice choice -> Algebra.choice(choice.condition(), of(choice.then(), slopes),
                    of(choice.otherwise(), slopes));
            case Guard guard -> of(guard.value(), slopes);
            case Stack stack -> Stack.of(stack.elements().stream().map(element -> of(element, slopes)).toList());
            case Constant _ -> Constant.ZERO;
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
        };
    }

    private static Expr of(Expr node, Map<Node, Expr> slopes) {
        return slopes.getOrDefault(node, Constant.ZERO);
    }
}
