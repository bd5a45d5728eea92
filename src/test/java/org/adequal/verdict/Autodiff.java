package org.adequal.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Row;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;

/**
 * Somebody else's automatic differentiation, as libraries write it: values by {@link Math}, rules by hand, in double or
 * single precision, by reverse or forward accumulation, sums from either end; and with bugs where they are wanted. It
 * shares no rule with the product.
 */
@SuppressWarnings("NullAway") // what is missing here fails the test
final class Autodiff {
    private final List<Node> order;
    private final Expr root;
    private final List<Variable> wrt;
    private final Map<Node, Double> values = new IdentityHashMap<>();
    private final Map<Node, Boolean> truths = new IdentityHashMap<>();
    private final boolean single;
    private final Bug bug;

    /** What is wrong with the rules. */
    interface Bug {
        /** The local slope that is used. */
        default double slope(Application node, int argument, double right, double[] values) {
            return right;
        }

        /** Whether contributions replace each other. */
        default boolean overwrites() {
            return false;
        }

        /** The branch that the slopes take. */
        default boolean branch(Node node, boolean right) {
            return right;
        }
    }

    static final Bug NONE = new Bug() {
    };

    private Autodiff(Expr root, List<Variable> variables, List<Variable> wrt, double[] point, boolean single, Bug bug) {
        this.root = root;
        this.wrt = wrt;
        this.single = single;
        this.bug = bug;
        order = Graph.nodes(root);
        Map<Variable, Double> inputs = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            inputs.put(variables.get(i), rounded(point[i]));
        }
        for (Node node : order) {
            switch (node) {
                case Expr value -> values.put(value, value(value, inputs));
                case Condition condition -> truths.put(condition, truth(condition));
            }
        }
    }

    static double[] reverse(Expr root, List<Variable> variables, List<Variable> wrt, double[] point, boolean single,
            Bug bug) {
        return new Autodiff(root, variables, wrt, point, single, bug).reverse();
    }

    static double[] forward(Expr root, List<Variable> variables, List<Variable> wrt, double[] point, boolean single) {
        return new Autodiff(root, variables, wrt, point, single, NONE).forward();
    }

    static double value(Expr root, List<Variable> variables, double[] point, boolean single) {
        return new Autodiff(root, variables, variables, point, single, NONE).values.get(root);
    }

    private double rounded(double value) {
        return single ? (float) value : value;
    }

    private double value(Expr node, Map<Variable, Double> inputs) {
        return rounded(switch (node) {
            case Variable variable -> inputs.get(variable);
            case Choice choice -> values.get(truths.get(choice.condition()) ? choice.then() : choice.otherwise());
            case Guard guard -> values.get(guard.value());
            case Application application -> {
                double[] x = arguments(application);
                yield switch (application.primitive().value()) {
                    case Row.Nullary(double constant) -> constant;
                    case Row.Unary unary -> unary.function().applyAsDouble(x[0]);
                    case Row.Binary binary -> binary.function().applyAsDouble(x[0], x[1]);
                    case Row.Ternary ternary -> ternary.function().applyAsDouble(x[0], x[1], x[2]);
                };
            }
            default -> node.exactValue().doubleValue();
        });
    }

    private double[] arguments(Application application) {
        return application.arguments().stream().mapToDouble(values::get).toArray();
    }

    private boolean truth(Condition condition) {
        return switch (condition) {
            case Every _ -> throw new IllegalArgumentException("arrays are written out first");
            case Truth truth -> truth == Truth.TRUE;
            case Negation negation -> !truths.get(negation.condition());
            case Junction junction -> junction.kind() == Junction.Kind.AND
                    ? truths.get(junction.left()) && truths.get(junction.right())
                    : truths.get(junction.left()) || truths.get(junction.right());
            case Comparison comparison -> comparison.relation()
                    .holds(Double.compare(values.get(comparison.left()), values.get(comparison.right())));
        };
    }

    private double[] reverse() {
        Map<Node, Double> adjoints = new IdentityHashMap<>();
        adjoints.put(root, 1.0);
        List<Node> reversed = new ArrayList<>(order);
        Collections.reverse(reversed);
        for (Node node : reversed) {
            Double adjoint = adjoints.get(node);
            if (adjoint == null || adjoint == 0) {
                continue;
            }
            switch (node) {
                case Application application -> {
                    for (int i = 0; i < application.arguments().size(); i++) {
                        if (Graph.variables(application.argument(i)).isEmpty()) {
                            continue;
                        }
                        double slope = slope(application, i);
                        if (slope != 0) {
                            add(adjoints, application.argument(i), rounded(adjoint * slope));
                        }
                    }
                }
                case Choice choice -> add(adjoints,
                        bug.branch(choice, truths.get(choice.condition())) ? choice.then() : choice.otherwise(),
                        adjoint);
                case Guard guard -> add(adjoints, guard.value(), adjoint);
                default -> {
                }
            }
        }
        return wrt.stream().mapToDouble(variable -> adjoints.getOrDefault(variable, 0.0)).toArray();
    }

    private void add(Map<Node, Double> adjoints, Node node, double share) {
        if (bug.overwrites()) {
            adjoints.put(node, share);
        } else {
            adjoints.merge(node, share, (one, other) -> rounded(one + other));
        }
    }

    private double[] forward() {
        double[] gradient = new double[wrt.size()];
        for (int k = 0; k < gradient.length; k++) {
            Map<Node, Double> slopes = new IdentityHashMap<>();
            slopes.put(wrt.get(k), 1.0);
            for (Node node : order) {
                double sum = slopes.getOrDefault(node, 0.0);
                switch (node) {
                    case Application application -> {
                        for (int i = application.arguments().size() - 1; i >= 0; i--) {
                            double inner = slopes.getOrDefault(application.argument(i), 0.0);
                            if (inner != 0) {
                                sum = single
                                        ? rounded(sum + rounded(slope(application, i) * inner))
                                        : Math.fma(slope(application, i), inner, sum);
                            }
                        }
                    }
                    case Choice choice -> sum = slopes.getOrDefault(
                            truths.get(choice.condition()) ? choice.then() : choice.otherwise(), 0.0);
                    case Guard guard -> sum = slopes.getOrDefault(guard.value(), 0.0);
                    default -> {
                    }
                }
                if (sum != 0) {
                    slopes.put(node, sum);
                }
            }
            gradient[k] = slopes.getOrDefault(root, 0.0);
        }
        return gradient;
    }

    private double slope(Application node, int argument) {
        double[] x = arguments(node);
        return rounded(bug.slope(node, argument, rule(node, argument, x), x));
    }

    /** The rules as libraries have them, in the arithmetic of the format. */
    private double rule(Application node, int i, double[] a) {
        double x = a.length > 0 ? a[0] : 0;
        double y = a.length > 1 ? a[1] : 0;
        double v = values.get(node);
        return switch (node.primitive()) {
            case ADD -> 1;
            case SUBTRACT -> i == 0 ? 1 : -1;
            case NEGATE -> -1;
            case MULTIPLY -> i == 0 ? y : x;
            case DIVIDE -> i == 0 ? rounded(1 / y) : -rounded(rounded(x / y) / y);
            case INTEGER_POWER -> rounded(y * rounded(Math.pow(x, y - 1)));
            case POWER -> i == 0 ? rounded(y * rounded(Math.pow(x, y - 1))) : rounded(v * rounded(Math.log(x)));
            case POWER_OF_E -> v;
            case SIN -> Math.cos(x);
            case COS -> -Math.sin(x);
            case TAN -> rounded(1 + rounded(v * v));
            case SEC -> rounded(v * rounded(Math.tan(x)));
            case CSC -> -rounded(v / rounded(Math.tan(x)));
            case COT -> -rounded(1 + rounded(v * v));
            case ASIN -> rounded(1 / rounded(Math.sqrt(rounded(1 - rounded(x * x)))));
            case ACOS -> -rounded(1 / rounded(Math.sqrt(rounded(1 - rounded(x * x)))));
            case ATAN -> rounded(1 / rounded(1 + rounded(x * x)));
            case ACOT -> -rounded(1 / rounded(1 + rounded(x * x)));
            case SINH -> Math.cosh(x);
            case COSH -> Math.sinh(x);
            case TANH -> rounded(1 - rounded(v * v));
            case SECH -> -rounded(v * rounded(Math.tanh(x)));
            case CSCH -> -rounded(v / rounded(Math.tanh(x)));
            case COTH -> rounded(1 - rounded(v * v));
            case ASINH -> rounded(1 / rounded(Math.sqrt(rounded(rounded(x * x) + 1))));
            case ACOSH -> rounded(1 / rounded(Math.sqrt(rounded(rounded(x * x) - 1))));
            case ATANH -> rounded(1 / rounded(1 - rounded(x * x)));
            case EXP -> v;
            case EXPM1 -> rounded(v + 1);
            case LOG -> rounded(1 / x);
            case LOG2 -> rounded(1 / rounded(x * rounded(Math.log(2))));
            case LOG10 -> rounded(1 / rounded(x * rounded(Math.log(10))));
            case LOG1P -> rounded(1 / rounded(1 + x));
            case LOG_BASE -> i == 0
                    ? rounded(1 / rounded(x * rounded(Math.log(y))))
                    : -rounded(v / rounded(y * rounded(Math.log(y))));
            case SQRT -> rounded(0.5 / v);
            case CBRT -> rounded(v / rounded(3 * x));
            case HYPOT -> rounded((i == 0 ? x : y) / v);
            case ATAN2 -> {
                double square = rounded(rounded(x * x) + rounded(y * y));
                yield i == 0 ? rounded(y / square) : -rounded(x / square);
            }
            case ABS -> bug.branch(node, x > 0) ? 1 : -1;
            case RELU -> bug.branch(node, x > 0) ? 1 : 0;
            case MAX -> bug.branch(node, x > y) == (i == 0) ? 1 : 0;
            case MIN -> bug.branch(node, x < y) == (i == 0) ? 1 : 0;
            case SIGMOID -> rounded(v * rounded(1 - v));
            case SOFTPLUS -> rounded(1 / rounded(1 + rounded(Math.exp(-x))));
            case ERF -> rounded(rounded(2 / Math.sqrt(Math.PI)) * rounded(Math.exp(-rounded(x * x))));
            case ERFC -> -rounded(rounded(2 / Math.sqrt(Math.PI)) * rounded(Math.exp(-rounded(x * x))));
            case SIGN, STEP, FLOOR, CEIL, ROUND -> 0;
            default -> throw new Unsupported(node.primitive());
        };
    }

    /** A function that this library does not know. */
    static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsupported(Primitive primitive) {
            super("no rule for " + primitive);
        }
    }
}
