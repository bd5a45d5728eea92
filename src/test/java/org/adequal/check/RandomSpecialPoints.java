package org.adequal.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CancellationException;

import org.adequal.calculus.Analysis;
import org.adequal.simplify.Domain;
import org.adequal.calculus.Forward;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Guard;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.adequal.simplify.Simplifier;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Random formulas of two variables at points where formulas are special. What is asked of each: no NaN anywhere, no
 * derivative of a whole without partial ones, the same after simplification, and the same by forward and reverse mode.
 *
 * <p>{@code java ...RandomSpecialPoints 100000 1} runs so many with a seed and reports.
 */
final class RandomSpecialPoints {
    static final List<Variable> VARIABLES = List.of(Variable.of("x"), Variable.of("y"));
    private static final int BITS = 128;
    private static final long PATIENCE_MILLIS = 5000;
    private static final String[] LEAVES = {"x", "x", "x", "y", "y", "0", "1", "2", "3", "1/2", "pi", "(-1)"};
    private static final String[] FUNCTIONS = {"abs", "sign", "step", "floor", "ceil", "round", "sqrt", "cbrt", "exp",
            "log", "sin", "cos", "tan", "asin", "acos", "atan", "relu", "sinh", "tanh", "acosh", "atanh", "erf",
            "gamma",
            "lgamma", "digamma", "sigmoid", "softplus", "log1p", "expm1", "-"};
    private static final String[] OPERATORS = {"+", "-", "*", "/", "^", "+", "-", "*"};
    private static final String[] CALLS = {"max", "min", "atan2", "hypot", "mod"};
    private static final String[] RELATIONS = {"<", "<=", ">", ">=", "==", "!="};
    private static final double[] COORDINATES = {0, -0.0, 0, 1, -1, 2, -2, 3, 0.5, 1e-300, -1e-300, 1e-8, 1e300, -1e300,
            1e17,
            Double.MIN_VALUE, -Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, Double.MAX_VALUE, Math.PI / 2, -Math.PI / 2,
            Math.PI, -Math.PI, 3 * Math.PI / 2, 2 * Math.PI, 4, 7, -3, 100};

    private final SplittableRandom random;
    final Map<Status, Integer> statuses = new EnumMap<>(Status.class);
    final List<String> wrong = new ArrayList<>();
    int wholeUnknown;
    int limits;

    RandomSpecialPoints(long seed) {
        random = new SplittableRandom(seed);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private String formula(int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return pick(LEAVES);
        }
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> pick(FUNCTIONS) + "(" + formula(depth - 1) + ")";
            case 3, 4, 5 -> "(" + formula(depth - 1) + pick(OPERATORS) + formula(depth - 1) + ")";
            case 6 -> pick(CALLS) + "(" + formula(depth - 1) + ", " + formula(depth - 1) + ")";
            default ->
                "if(" + formula(depth - 1) + pick(RELATIONS) + formula(depth - 1) + ", " + formula(depth - 1) + ", "
                        + formula(depth - 1) + ")";
        };
    }

    /** One more formula at one more point. */
    void next() {
        String text = formula(3);
        double[] point = random.ints(VARIABLES.size(), 0, COORDINATES.length).mapToDouble(i -> COORDINATES[i])
                .toArray();
        String where = text + " at " + point[0] + ", " + point[1];
        try {
            Expr written = Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(),
                    List.of());
            Formula formula = Formula.of(written, VARIABLES, VARIABLES);
            PointResult result = at(formula, point);
            statuses.merge(result.status(), 1, Integer::sum);
            wholeUnknown += result.differentiable() == null ? 1 : 0;
            if (result.why() != null && result.why().contains("NaN")) {
                wrong.add(where + ": " + result.why());
            }
            if (Boolean.TRUE.equals(result.differentiable()) && result.status() != Status.SMOOTH) {
                wrong.add(where + ": differentiable, but " + result.status());
            }
            compare(where, result, at(Formula.of(simplified(written), VARIABLES, VARIABLES), point));
            if (formula.isOrdinaryAt(point)) {
                compareModes(where, written, formula, point);
            }
        } catch (CancellationException e) {
            limits++;
        } catch (RuntimeException e) {
            wrong.add(where + ": " + e);
        }
    }

    private static PointResult at(Formula formula, double[] point) {
        PointResult result = formula.at(point);
        return result.isComplete() || result.isUndefined() ? result : formula.certified(point).complete(result);
    }

    /** What {@code simplify} shows, with its condition. */
    private static Expr simplified(Expr written) {
        Analysis analysis = Analysis.of(written, List.of());
        Expr simple = Simplifier.simplify(analysis.value(), analysis.defined(), written).expression();
        Condition domain = Domain.beside(Analysis.of(simple, List.of()).defined(), analysis.defined());
        return domain == Truth.TRUE ? simple : Guard.of(simple, domain);
    }

    private void compare(String where, PointResult one, PointResult other) {
        for (Variable variable : VARIABLES) {
            PointResult.Partial a = Objects.requireNonNull(one.partials().get(variable));
            PointResult.Partial b = Objects.requireNonNull(other.partials().get(variable));
            if (a.status() == Status.UNKNOWN || b.status() == Status.UNKNOWN) {
                continue;
            }
            if (a.status() != b.status() || !near(left(a), left(b)) || !near(right(a), right(b))) {
                wrong.add(where + ": simplified, " + variable + " is " + b + ", not " + a);
            }
        }
    }

    private static @Nullable Double left(PointResult.Partial partial) {
        return partial.sides() == null ? partial.slope().value() : partial.sides().left().value();
    }

    private static @Nullable Double right(PointResult.Partial partial) {
        return partial.sides() == null ? partial.slope().value() : partial.sides().right().value();
    }

    /** Doubles are as far off as their formula makes them; that is the accuracy's business, not the status's. */
    private static boolean near(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null || a.equals(b) || !Double.isFinite(a) || !Double.isFinite(b)
                || Math.abs(a - b) <= 1e-6 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    private void compareModes(String where, Expr written, Formula formula, double[] point) {
        Expr value = Analysis.expanded(written);
        for (int i = 0; i < VARIABLES.size(); i++) {
            Expr forward = Forward.derivative(value, VARIABLES.get(i));
            EnclosureProgram.Enclosures found = EnclosureProgram
                    .of(List.of(forward, formula.gradient().get(i)), VARIABLES)
                    .at(point, BITS);
            Interval a = found.of(forward);
            Interval b = found.of(formula.gradient().get(i));
            if (!a.isEmpty() && !b.isEmpty() && !a.intersects(b)) {
                wrong.add(where + ": by " + VARIABLES.get(i) + " forward " + a + ", reverse " + b);
            }
        }
    }

    /** So many at a seed; what takes long is given up and counted. */
    static void main(String[] arguments) {
        RandomSpecialPoints points = new RandomSpecialPoints(Long.parseLong(arguments[1]));
        Thread own = Thread.currentThread();
        Timer timer = new Timer(true);
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            TimerTask task = new TimerTask() {
                @Override
                public void run() {
                    own.interrupt();
                }
            };
            timer.schedule(task, PATIENCE_MILLIS);
            points.next();
            task.cancel();
            Thread.interrupted();
        }
        points.wrong.forEach(System.out::println);
        System.out
                .println(points.statuses + ", as a whole unknown " + points.wholeUnknown + ", given up " + points.limits
                        + ", wrong " + points.wrong.size());
    }
}
