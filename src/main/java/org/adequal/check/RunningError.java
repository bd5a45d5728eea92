package org.adequal.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Row;

/**
 * Whether double arithmetic may be wrong about a condition: an estimate of each value's rounding error, carried along by
 * moving the arguments of every function by theirs.
 *
 * <p>It is an estimate, not a bound: it is there to send what is near a switch to the careful path, and errs on the side
 * of doing so.
 */
final class RunningError {
    private static final double SAFETY = 16;
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private final List<Node> order;
    private final Map<Node, Integer> places = new IdentityHashMap<>();
    private final int[][] arguments;

    private RunningError(List<Node> order) {
        this.order = order;
        arguments = new int[order.size()][];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = order.get(i).arguments().stream().mapToInt(places::get).toArray();
            places.put(order.get(i), i);
        }
    }

    static RunningError of(Condition condition) {
        return new RunningError(Graph.nodes(condition));
    }

    /** Whether some comparison of the condition might come out otherwise without rounding. */
    boolean isDoubtful(Program.Evaluation evaluation) {
        double[] error = new double[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            switch (order.get(i)) {
                case Expr expression -> error[i] = error(expression, arguments[i], error, evaluation);
                case Comparison comparison -> {
                    double distance = Math.abs(evaluation.of(comparison.left()) - evaluation.of(comparison.right()));
                    double doubt = SAFETY * (error[arguments[i][0]] + error[arguments[i][1]]);
                    if (doubt > 0 && !(distance > doubt)) {
                        return true;
                    }
                }
                case Condition _ -> {
                }
            }
        }
        return false;
    }

    private static double error(Expr expression, int[] arguments, double[] error, Program.Evaluation evaluation) {
        double value = evaluation.of(expression);
        if (expression.exactValue() != null) {
            return value == Math.rint(value) ? 0 : Math.ulp(value);
        }
        if (!(expression instanceof Application application)) {
            double largest = 0;
            for (int argument : arguments) {
                largest = Math.max(largest, error[argument]);
            }
            return largest;
        }
        double sum = Math.abs(value) * ROUNDING;
        double[] x = new double[arguments.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = evaluation.of(application.argument(i));
        }
        for (int i = 0; i < x.length; i++) {
            double own = error[arguments[i]];
            if (own > 0) {
                double there = x[i];
                x[i] = there + own;
                double above = Math.abs(apply(application, x) - value);
                x[i] = there - own;
                double below = Math.abs(apply(application, x) - value);
                x[i] = there;
                sum += above > below || Double.isNaN(below) ? above : below;
            }
        }
        return sum;
    }

    private static double apply(Application application, double[] x) {
        return switch (application.primitive().value()) {
            case Row.Nullary constant -> constant.value();
            case Row.Unary f -> f.function().applyAsDouble(x[0]);
            case Row.Binary f -> f.function().applyAsDouble(x[0], x[1]);
            case Row.Ternary f -> f.function().applyAsDouble(x[0], x[1], x[2]);
        };
    }
}
