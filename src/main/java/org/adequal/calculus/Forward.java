package org.adequal.calculus;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.adequal.expr.Algebra;
import org.adequal.expr.Application;
import org.adequal.expr.ArrayAlgebra;
import org.adequal.expr.Choice;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Range;
import org.adequal.expr.Reduce;
import org.adequal.expr.Shape;
import org.adequal.expr.Stack;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.expr.Window;

/**
 * Derivatives from the variables to the root (chain rule as it is taught): of an expression without derivative
 * operators, by the rule text of each primitive, each distinct node once.
 *
 * <p>A derivative by an array has the axes of the expression and then those of the array.
 */
public final class Forward {
    private final Map<Variable, ? extends Expr> direction;
    /** The axes that every slope has behind those of its node. */
    private final Shape seed;
    private final Map<Node, Expr> slopes = new IdentityHashMap<>();

    private Forward(Map<Variable, ? extends Expr> direction, Shape seed) {
        this.direction = direction;
        this.seed = seed;
    }

    /**
     * The derivative by a variable, where the expression is differentiable; 0 if the variable does not occur. Of arrays the
     * Jacobian: the axes of the expression, then those of the variable.
     */
    public static Expr derivative(Expr expression, Variable variable) {
        return new Forward(Map.of(variable, ArrayRules.identity(variable.shape())), variable.shape())
                .run(expression);
    }

    /** The sum of the derivatives by several variables, each times the expression of its shape given for it. */
    public static Expr directional(Expr expression, Map<Variable, ? extends Expr> direction) {
        return new Forward(direction, Shape.SCALAR).run(expression);
    }

    private Expr run(Expr expression) {
        List<Node> order = Graph.nodes(expression);
        Set<Node> dependents = Graph.dependents(order, direction.keySet());
        for (Node node : order) {
            if (dependents.contains(node) && node instanceof Expr value) {
                slopes.put(node, slope(value));
            }
        }
        Expr slope = slopes.getOrDefault(expression, Constant.ZERO);
        Shape shape = expression.shape().followedBy(seed);
        return shape.isScalar() ? slope : ArrayAlgebra.spread(slope, shape);
    }

    private Expr slope(Expr node) {
        return switch (node) {
            case Variable variable -> {
                Expr given = direction.get(variable);
                yield given == null ? Constant.ZERO : given;
            }
            case Application application -> {
                Optional<Expr> product = seed.isScalar()
                        ? Algebra.productRule(application, slopes::get)
                        : Optional.empty();
                if (product.isPresent()) {
                    yield product.get();
                }
                List<Expr> terms = new ArrayList<>();
                for (int i = 0; i < application.arguments().size(); i++) {
                    Expr inner = slopes.get(application.argument(i));
                    if (inner != null && !Algebra.isZero(inner)) {
                        terms.add(Algebra.times(outer(Rules.derivative(application, i), node.shape()),
                                behind(inner, application.argument(i), node.shape())));
                    }
                }
                yield Algebra.sum(terms);
            }
            case Choice choice -> Algebra.choice(
                    ArrayAlgebra.viewed(choice.condition(), View.identity(choice.condition().shape().rank()),
                            node.shape().followedBy(seed)),
                    behind(of(choice.then()), choice.then(), node.shape()),
                    behind(of(choice.otherwise()), choice.otherwise(), node.shape()));
            case Guard guard -> behind(of(guard.value()), guard.value(), node.shape());
            case Stack stack -> Stack.of(stack.elements().stream()
                    .map(element -> ArrayAlgebra.spread(of(element), element.shape().followedBy(seed))).toList());
            case View view -> {
                List<Integer> axes = new ArrayList<>(view.axes());
                for (int i = 0; i < seed.rank(); i++) {
                    axes.add(view.shape().rank() + i);
                }
                yield ArrayAlgebra.view(of(view.argument()), axes, view.shape().followedBy(seed));
            }
            case Reduce reduce -> {
                Shape shape = reduce.argument().shape();
                yield ArrayAlgebra.sum(
                        Algebra.times(outer(ArrayRules.slope(reduce), shape), of(reduce.argument())),
                        shape.followedBy(seed), reduce.axes());
            }
            case Window window -> ArrayAlgebra.window(of(window.argument()),
                    window.argument().shape().followedBy(seed), window.axis(), window.offset(), window.size(),
                    window.isInside());
            case Constant _,Range _ -> Constant.ZERO;
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
        };
    }

    /** A local derivative, repeated along the axes of the seed. */
    private Expr outer(Expr local, Shape shape) {
        return seed.isScalar() || local.shape().isScalar()
                ? local
                : ArrayAlgebra.view(local, View.identity(shape.rank()), shape.followedBy(seed));
    }

    /** The slope of a part, repeated along the axes that its node has and the part has not. */
    private Expr behind(Expr slope, Expr part, Shape shape) {
        if (seed.isScalar() || slope.shape().isScalar() || shape.isScalar() || !part.shape().isScalar()) {
            return slope;
        }
        return ArrayAlgebra.view(slope, View.identity(seed.rank()).stream().map(i -> shape.rank() + i).toList(),
                shape.followedBy(seed));
    }

    private Expr of(Expr node) {
        return slopes.getOrDefault(node, Constant.ZERO);
    }
}
