package org.adequal.check.germ;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.adequal.calculus.Rules;
import org.adequal.expr.Application;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;

/** The texts of a row over its own parameters. */
record RowTexts(List<Variable> parameters, Condition domain, List<Condition> smooth, List<Expr> derivatives) {
    private static final Map<Primitive, RowTexts> KNOWN = new EnumMap<>(Primitive.class);

    static RowTexts of(Primitive primitive) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(primitive, RowTexts::read);
        }
    }

    private static RowTexts read(Primitive primitive) {
        List<Variable> parameters = primitive.parameters().stream().map(Variable::of).toList();
        Application general = Application.of(primitive, parameters);
        List<Condition> smooth = new ArrayList<>();
        List<Expr> derivatives = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            smooth.add(Rules.smooth(general, i));
            derivatives.add(Rules.derivative(general, i));
        }
        return new RowTexts(parameters, Rules.domain(general), smooth, derivatives);
    }

    /** The parameters with these meanings. */
    Map<Variable, Germ> environment(List<Germ> arguments) {
        Map<Variable, Germ> environment = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            environment.put(parameters.get(i), arguments.get(i));
        }
        return environment;
    }
}
