package org.adequal.calculus;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.adequal.expr.Algebra;
import org.adequal.expr.Application;
import org.adequal.expr.ArrayAlgebra;
import org.adequal.expr.Choice;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Logic;
import org.adequal.expr.Node;
import org.adequal.expr.Range;
import org.adequal.expr.Reduce;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.expr.Window;

/**
 * All derivatives of a scalar in one sweep from the root to the variables (back-propagation), as expressions: they
 * share their parts with each other and with the function, so the whole gradient is a small multiple of the function
 * however many variables there are.
 *
 * <p>A node inside a branch counts only where the branch is taken. Each node therefore has an <em>activity</em>, the
 * condition under which the root uses it, and an adjoint that passes from a node to one that is active in more cases is
 * wrapped: {@code if(activity, adjoint, 0)}. So what is not taken is never evaluated, and 0 never meets infinity.
 */
public final class Reverse {
    private final Map<Node, Condition> activity = new IdentityHashMap<>();
    private final Map<Node, List<Expr>> contributions = new IdentityHashMap<>();
    private final Set<Node> dependents;
    private final Rules.LocalRule rule;

    private Reverse(Set<Node> dependents, Rules.LocalRule rule) {
        this.dependents = dependents;
        this.rule = rule;
    }

    /** The partial derivatives of a scalar without derivative operators, in the order of the variables. */
    public static List<Expr> gradient(Expr expression, List<Variable> variables) {
        return gradient(expression, variables, Rules::derivative);
    }

    /**
     * The derivative by one variable, with the axes of the expression and then those of the variable; of a scalar by an array
     * in one sweep, of an array forwards.
     */
    public static Expr derivative(Expr expression, Variable variable) {
        return expression.shape().isScalar() && !variable.shape().isScalar()
                ? gradient(expression, List.of(variable)).getFirst()
                : Forward.derivative(expression, variable);
    }

    /** The same by other local rules. */
    public static List<Expr> gradient(Expr expression, List<Variable> variables, Rules.LocalRule rule) {
        List<Node> order = Graph.nodes(expression);
        Reverse sweep = new Reverse(Graph.dependents(order, variables), rule);
        return sweep.run(expression, order, variables);
    }

    private List<Expr> run(Expr root, List<Node> order, List<Variable> variables) {
        activity.put(root, Truth.TRUE);
        for (Node node : order.reversed()) {
            if (activity.containsKey(node) && dependents.contains(node)) {
                spreadActivity((Expr) node);
            }
        }
        contributions.put(root, new ArrayList<>(List.of(Constant.ONE)));
        for (Node node : order.reversed()) {
            List<Expr> own = contributions.get(node);
            if (own != null && node instanceof View view) {
                // each on its own: so every product that is summed stays a product of matrices
                own.forEach(share -> spreadAdjoint(view, share));
            } else if (own != null && !(node instanceof Variable)) {
                spreadAdjoint((Expr) node, Algebra.sum(own));
            }
        }
        return variables.stream().map(variable -> {
            Expr sum = Algebra.sum(contributions.getOrDefault(variable, List.of()));
            return variable.shape().isScalar() ? sum : ArrayAlgebra.spread(sum, variable.shape());
        }).toList();
    }

    private void spreadActivity(Expr node) {
        Condition own = active(node);
        switch (node) {
            case Application application ->
                application.arguments().forEach(argument -> activate(argument, within(own, argument)));
            case Choice choice -> {
                activate(choice.then(), within(Logic.and(own, choice.condition()), choice.then()));
                activate(choice.otherwise(),
                        within(Logic.and(own, Logic.not(choice.condition())), choice.otherwise()));
            }
            case Guard guard -> activate(guard.value(), within(own, guard.value()));
            case View _,Reduce _,Window _,Stack _ -> node.arguments().forEach(
                    argument -> activate(argument, own.shape().isScalar() ? own : Truth.TRUE));
            case Constant _,Variable _,Derivative _,Range _ -> {
            }
        }
    }

    /** A condition on elements says nothing of an argument that is the same for all of them. */
    private static Condition within(Condition where, Node argument) {
        return where.shape().isScalar() || where.shape().equals(argument.shape()) ? where : Truth.TRUE;
    }

    private void activate(Node node, Condition where) {
        if (dependents.contains(node)) {
            activity.merge(node, node instanceof Variable ? Truth.TRUE : where, Logic::or);
        }
    }

    private Condition active(Node node) {
        return activity.getOrDefault(node, Truth.TRUE);
    }

    private void spreadAdjoint(Expr node, Expr adjoint) {
        Condition own = active(node);
        switch (node) {
            case Application application -> {
                for (int i = 0; i < application.arguments().size(); i++) {
                    Expr argument = application.argument(i);
                    if (dependents.contains(argument)) {
                        Expr share = Algebra.times(adjoint, rule.of(application, i));
                        contribute(argument, own, Algebra.choice(own, share, Constant.ZERO), share, node);
                    }
                }
            }
            case Choice choice -> {
                Condition taken = Logic.and(own, choice.condition());
                Condition notTaken = Logic.and(own, Logic.not(choice.condition()));
                contribute(choice.then(), taken, own == Truth.TRUE
                        ? Algebra.choice(choice.condition(), adjoint, Constant.ZERO)
                        : Algebra.choice(taken, adjoint, Constant.ZERO), adjoint, node);
                contribute(choice.otherwise(), notTaken, own == Truth.TRUE
                        ? Algebra.choice(choice.condition(), Constant.ZERO, adjoint)
                        : Algebra.choice(notTaken, adjoint, Constant.ZERO), adjoint, node);
            }
            case Guard guard -> contribute(guard.value(), own,
                    Algebra.choice(own, adjoint, Constant.ZERO), adjoint, node);
            case View view -> pass(view.argument(), own, adjoint, share -> ArrayRules.adjoint(view, share));
            case Reduce reduce -> pass(reduce.argument(), own, adjoint, share -> ArrayRules.adjoint(reduce, share));
            case Window window -> pass(window.argument(), own, adjoint, share -> ArrayRules.adjoint(window, share));
            case Stack stack -> {
                for (int i = 0; i < stack.elements().size(); i++) {
                    int index = i;
                    pass(stack.elements().get(i), own, adjoint,
                            share -> ArrayRules.element(share, stack.shape(), index));
                }
            }
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
            case Constant _,Variable _,Range _ -> {
            }
        }
    }

    /** Passes an adjoint through a change of shape. */
    private void pass(Expr argument, Condition where, Expr adjoint, UnaryOperator<Expr> through) {
        if (dependents.contains(argument)) {
            Expr share = active(argument) == where ? adjoint : Algebra.choice(where, adjoint, Constant.ZERO);
            if (!Algebra.isZero(share)) {
                add(argument, through.apply(share));
            }
        }
    }

    /** Adds a share that is due where {@code where} holds: wrapped, unless the argument is active only there. */
    private void contribute(Expr argument, Condition where, Expr wrapped, Expr share, Expr node) {
        if (dependents.contains(argument)) {
            Expr due = active(argument) == where ? share : wrapped;
            boolean repeated = argument.shape().isScalar() && !node.shape().isScalar();
            add(argument, repeated ? ArrayAlgebra.total(due, node.shape()) : due);
        }
    }

    private void add(Expr argument, Expr share) {
        if (!Algebra.isZero(share)) {
            contributions.computeIfAbsent(argument, _ -> new ArrayList<>()).add(share);
        }
    }
}
