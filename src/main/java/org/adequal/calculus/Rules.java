package org.adequal.calculus;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.adequal.expr.Algebra;
import org.adequal.expr.Application;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Convention;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;

/** The texts of a row of the table, read once, and put in place for given arguments. */
public final class Rules {
    private static final Rules[] BY_ROW = new Rules[Primitive.values().length];

    private final List<Variable> parameters;
    private final List<Expr> derivatives;
    private final List<Expr> otherDerivatives;
    private final Map<Convention, List<Expr>> conventions = new EnumMap<>(Convention.class);
    private final Condition domain;
    private final List<Condition> smooth;
    private final Expr roundings;

    private Rules(Primitive primitive) {
        parameters = primitive.parameters().stream().map(Variable::of).toList();
        derivatives = primitive.derivatives().stream().map(text -> value(text, primitive)).toList();
        otherDerivatives = primitive.otherDerivatives().stream().map(text -> value(text, primitive)).toList();
        for (Convention convention : Convention.values()) {
            List<String> texts = primitive.derivatives(convention);
            if (!texts.isEmpty()) {
                conventions.put(convention, texts.stream().map(text -> value(text, primitive)).toList());
            }
        }
        domain = condition(primitive.domain(), primitive);
        smooth = IntStream.range(0, primitive.arity()).mapToObj(i -> condition(primitive.smooth(i), primitive))
                .toList();
        roundings = value(primitive.roundings(), primitive);
    }

    private static Expr value(String text, Primitive primitive) {
        Expr value = Lowering.value(Parser.formula(text, primitive.name()), text, primitive.name(), Definitions.none(),
                List.of());
        return Graph.variables(value).isEmpty() ? (Expr) Graph.tidied(value) : value;
    }

    private static Condition condition(String text, Primitive primitive) {
        Condition condition = Lowering.condition(Parser.formula(text, primitive.name()), text, primitive.name(),
                Definitions.none(),
                List.of());
        return condition.decided() instanceof Boolean decided ? Truth.of(decided) : condition;
    }

    /** The rules of a row; races only read the same texts twice. */
    public static Rules of(Primitive primitive) {
        Rules rules = BY_ROW[primitive.ordinal()];
        if (rules == null) {
            rules = new Rules(primitive);
            BY_ROW[primitive.ordinal()] = rules;
        }
        return rules;
    }

    /** The derivative of the application with respect to one of its arguments. */
    public static Expr derivative(Application application, int argument) {
        Rules rules = of(application.primitive());
        return (Expr) rules.place(rules.derivatives.get(argument), application);
    }

    /** The derivative of an application of one argument in other words, which round otherwise; perhaps none. */
    public static List<Expr> otherDerivatives(Application application) {
        Rules rules = of(application.primitive());
        return rules.otherDerivatives.stream().map(text -> (Expr) rules.place(text, application)).toList();
    }

    /** The local rules under a convention: what its programs answer where the function itself has no derivative. */
    public static LocalRule following(Convention convention) {
        return (application, argument) -> {
            Rules rules = of(application.primitive());
            List<Expr> own = rules.conventions.get(convention);
            if (own != null) {
                return (Expr) rules.place(own.get(argument), application);
            }
            Expr usual = derivative(application, argument);
            return convention == Convention.ZERO
                    ? Algebra.choice(smooth(application, argument), usual, Constant.ZERO)
                    : usual;
        };
    }

    /** The derivative of an application with respect to one of its arguments, by some book of rules. */
    @FunctionalInterface
    public interface LocalRule {
        Expr of(Application application, int argument);
    }

    /** Where the application has a value, if its arguments have one. */
    public static Condition domain(Application application) {
        Rules rules = of(application.primitive());
        return (Condition) rules.place(rules.domain, application);
    }

    /** Where the application is smooth in this argument, if its arguments are. */
    public static Condition smooth(Application application, int argument) {
        Rules rules = of(application.primitive());
        return (Condition) rules.place(rules.smooth.get(argument), application);
    }

    /** How many unit roundoffs the application in doubles may be off, relative to its value. */
    public static Expr roundings(Application application) {
        Rules rules = of(application.primitive());
        return (Expr) rules.place(rules.roundings, application);
    }

    /** The domain in the words of the row, nothing decided: for messages. */
    public static Condition domainAsWritten(Application application) {
        Rules rules = of(application.primitive());
        return (Condition) Graph.substitute(rules.domain, rules.meanings(application));
    }

    private Node place(Node template, Application application) {
        return template.arguments().isEmpty() && !(template instanceof Variable)
                ? template
                : Graph.substituteTidily(template, meanings(application));
    }

    private Map<Node, Node> meanings(Application application) {
        Map<Node, Node> meanings = new IdentityHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            meanings.put(parameters.get(i), application.argument(i));
        }
        return meanings;
    }
}
