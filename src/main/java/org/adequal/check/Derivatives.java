package org.adequal.check;

import java.util.HashMap;
import java.util.Map;

import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;

/** Derivatives as operators that are not worked out. */
public final class Derivatives {

    private Derivatives() {}

    /** {@code diff(body, variable)}. */
    public static Expr by(Expr body, Variable variable) {
        Variable bound = Variable.bound(variable.name(), level(body));
        return Derivative.of((Expr) Graph.substitute(body, Map.of(variable, bound)), bound, variable);
    }

    /** The derivative along a direction: of the body with each variable moved by s times its component, by s at 0. */
    public static Expr along(Expr body, Map<Variable, Expr> components) {
        Variable s = Variable.bound("s", level(body));
        Map<Node, Node> moved = new HashMap<>();
        components.forEach((variable, component) -> moved.put(variable, Application.of(Primitive.ADD, variable,
                Application.of(Primitive.MULTIPLY, s, component))));
        return Derivative.of((Expr) Graph.substitute(body, moved), s, Constant.ZERO);
    }

    /** A level that nothing in the body has. */
    private static int level(Expr body) {
        int level = 1;
        for (Node node : Graph.nodes(body)) {
            if (node instanceof Variable variable) {
                level = Math.max(level, variable.level() + 1);
            }
        }
        return level;
    }
}
