package org.adequal.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * Gradients by the forward automatic differentiation of Apache Commons Math 3, for formulas all of whose functions it
 * has: a witness that shares no rule with the calculus here.
 */
public final class AutomaticDifferentiation {
    private static final Map<String, UnaryOperator<DerivativeStructure>> UNARY = Map.ofEntries(
            Map.entry("-", DerivativeStructure::negate), Map.entry("sin", DerivativeStructure::sin),
            Map.entry("cos", DerivativeStructure::cos), Map.entry("tan", DerivativeStructure::tan),
            Map.entry("asin", DerivativeStructure::asin), Map.entry("acos", DerivativeStructure::acos),
            Map.entry("atan", DerivativeStructure::atan), Map.entry("sinh", DerivativeStructure::sinh),
            Map.entry("cosh", DerivativeStructure::cosh), Map.entry("tanh", DerivativeStructure::tanh),
            Map.entry("asinh", DerivativeStructure::asinh), Map.entry("acosh", DerivativeStructure::acosh),
            Map.entry("atanh", DerivativeStructure::atanh), Map.entry("exp", DerivativeStructure::exp),
            Map.entry("expm1", DerivativeStructure::expm1), Map.entry("log", DerivativeStructure::log),
            Map.entry("log1p", DerivativeStructure::log1p), Map.entry("log10", DerivativeStructure::log10),
            Map.entry("sqrt", DerivativeStructure::sqrt), Map.entry("cbrt", DerivativeStructure::cbrt),
            Map.entry("abs", DerivativeStructure::abs), Map.entry("sign", DerivativeStructure::signum),
            Map.entry("floor", DerivativeStructure::floor), Map.entry("ceil", DerivativeStructure::ceil),
            Map.entry("round", DerivativeStructure::rint));
    private static final Map<String, BinaryOperator<DerivativeStructure>> BINARY = Map.of("+", DerivativeStructure::add,
            "-", DerivativeStructure::subtract, "*", DerivativeStructure::multiply, "/", DerivativeStructure::divide,
            "atan2", (y, x) -> y.atan2(x), "hypot", (x, y) -> DerivativeStructure.hypot(x, y));

    private final Formula formula;
    private final List<Node> order;
    private final Program program;

    private AutomaticDifferentiation(Formula formula, List<Node> order) {
        this.formula = formula;
        this.order = order;
        program = Program.of(List.of(formula.value()), formula.variables());
    }

    /** The witness of a formula; empty where Commons Math lacks one of its functions. */
    public static Optional<AutomaticDifferentiation> of(Formula formula) {
        List<Node> order = Graph.nodes(formula.value());
        boolean known = order.stream()
                .allMatch(node -> !(node instanceof Application application) || knows(application));
        return known ? Optional.of(new AutomaticDifferentiation(formula, order)) : Optional.empty();
    }

    private static boolean knows(Application application) {
        String name = application.primitive().names().getFirst();
        return switch (application.arguments().size()) {
            case 0 -> true;
            case 1 -> UNARY.containsKey(name);
            case 2 -> BINARY.containsKey(name) || name.equals("^");
            default -> false;
        };
    }

    /** The partial derivatives in the order of the formula's, as many of them NaN as Commons Math can't tell. */
    public double[] gradient(double... point) {
        Program.Evaluation values = program.evaluate(point);
        int parameters = formula.variables().size();
        Map<Node, DerivativeStructure> done = new IdentityHashMap<>();
        for (Node node : order) {
            if (node instanceof Expr value) {
                done.put(value, structure(value, values, done, point, parameters));
            }
        }
        DerivativeStructure result = done.get(formula.value());
        double[] gradient = new double[formula.wrt().size()];
        for (int i = 0; i < gradient.length; i++) {
            int[] orders = new int[parameters];
            orders[formula.variables().indexOf(formula.wrt().get(i))] = 1;
            gradient[i] = result == null ? Double.NaN : result.getPartialDerivative(orders);
        }
        return gradient;
    }

    private DerivativeStructure structure(Expr node, Program.Evaluation values, Map<Node, DerivativeStructure> done,
            double[] point, int parameters) {
        if (node instanceof Variable variable) {
            int index = formula.variables().indexOf(variable);
            return new DerivativeStructure(parameters, 1, index, point[index]);
        }
        List<DerivativeStructure> parts = node.arguments().stream().filter(Expr.class::isInstance).map(done::get)
                .toList();
        if (node.exactValue() == null) {
            if (node instanceof Application application && !parts.isEmpty()) {
                return apply(application, parts);
            }
            if (node instanceof Choice choice) {
                return values.of(choice.condition()) == 1 ? parts.get(0) : parts.get(1);
            }
            if (node instanceof Guard) {
                return parts.getFirst();
            }
        }
        return new DerivativeStructure(parameters, 1, values.of(node));
    }

    private static DerivativeStructure apply(Application node, List<DerivativeStructure> parts) {
        String name = node.primitive().names().getFirst();
        if (parts.size() == 1) {
            return unary(name).apply(parts.getFirst());
        }
        if (!name.equals("^")) {
            return binary(name).apply(parts.get(0), parts.get(1));
        }
        var exponent = node.argument(1).exactValue();
        if (exponent == null) {
            return parts.get(0).pow(parts.get(1));
        }
        boolean small = exponent.isInteger() && exponent.numerator().bitLength() < Integer.SIZE;
        return small
                ? parts.get(0).pow(exponent.numerator().intValueExact())
                : parts.get(0).pow(exponent.doubleValue());
    }

    private static UnaryOperator<DerivativeStructure> unary(String name) {
        return UNARY.getOrDefault(name, x -> x.multiply(Double.NaN));
    }

    private static BinaryOperator<DerivativeStructure> binary(String name) {
        return BINARY.getOrDefault(name, (x, _) -> x.multiply(Double.NaN));
    }
}
