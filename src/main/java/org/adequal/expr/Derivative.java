package org.adequal.expr;

import java.util.List;

/**
 * The derivative of a function at a place: d body / d variable, taken where the variable is {@code at}. Of arrays it has the
 * axes of the body, then those of the variable.
 *
 * <p>The variable is bound: it stands for nothing outside the body. {@code diff(u, x)} is the derivative of u at
 * {@code at} = x. The node remembers its body, so that a question about differentiability is asked of the function
 * itself, and not of the text of its derivative.
 */
public final class Derivative extends Expr {

    private Derivative(Expr body, Variable variable, Expr at) {
        super(variable, List.of(body, at), body.shape().followedBy(variable.shape()), null);
    }

    /** The variable has a positive level that no derivative around this one binds. */
    public static Derivative of(Expr body, Variable variable, Expr at) {
        if (!variable.shape().equals(at.shape())) {
            throw new IllegalArgumentException(variable.shape() + " taken at " + at.shape());
        }
        if (variable.level() == 0) {
            throw new IllegalArgumentException("a derivative binds a variable of its own");
        }
        return Pool.intern(new Derivative(body, variable, at));
    }

    public Expr body() {
        return (Expr) arguments().get(0);
    }

    public Variable variable() {
        return (Variable) label();
    }

    public Expr at() {
        return (Expr) arguments().get(1);
    }

    @Override
    public Derivative with(List<? extends Node> newArguments) {
        return of((Expr) newArguments.get(0), variable(), (Expr) newArguments.get(1));
    }

    @Override
    public String toString() {
        return "d/d" + variable().name();
    }
}
