package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.eval.Program;
import org.adequal.expr.Expr;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.jspecify.annotations.Nullable;

/** What holds for every row of the table. A law takes what it judges as an argument, so that it can be tried on faults. */
final class PrimitiveLaws {
    private static final double LARGEST_STEP = 0x1p-3;
    private static final double SMALLEST_STEP = 0x1p-23;
    /** A numeric derivative that is less certain than this says nothing about a text. */
    private static final double CERTAIN = 1e-6;
    private static final double CLOSE = 1e-9;

    private PrimitiveLaws() {}

    /** The derivative is that of the values; how many points said so. */
    static int derivativeIsThatOfValues(RowUnderTest row, Variable variable, Expr derivative) {
        return slopeIsThatOf(row, row.application(), variable, derivative);
    }

    /** The same for any function of the row's variables that is smooth where the row is. */
    static int slopeIsThatOf(RowUnderTest row, Expr function, Variable variable, Expr derivative) {
        List<Variable> variables = row.variables();
        int index = variables.indexOf(variable);
        Program value = Program.of(List.of(function), variables);
        Program slope = Program.of(List.of(derivative, row.smooth(variable)), variables);
        RowUnderTest.Switches switches = row.switches(variable);
        int judged = 0;
        for (double[] point : row.pointsOfDomain()) {
            double[] claim = slope.run(point);
            NumericDerivative numeric = claim[1] == 1 ? numeric(value, switches, index, point) : null;
            if (numeric == null || !numeric.tells(CERTAIN, 1e-3)) {
                continue;
            }
            judged++;
            if (!numeric.allows(claim[0])) {
                fail("d/d%s %s at %s: %s says %s, its values say %s ± %s", variable, row, Arrays.toString(point),
                        Printer.print(derivative), claim[0], numeric.value(), numeric.error());
            }
        }
        return judged;
    }

    /** The best derivative from the values with steps that stay on one side of all switches. */
    private static @Nullable NumericDerivative numeric(Program value, RowUnderTest.Switches switches, int index,
            double[] point) {
        NumericDerivative best = null;
        for (double step = SMALLEST_STEP; step <= LARGEST_STEP; step *= 32) {
            List<double[]> others = NumericDerivative.places(point[index], step).stream()
                    .map(x -> moved(point, index, x)).toList();
            if (!switches.areFarFrom(point, others)) {
                break;
            }
            NumericDerivative next = NumericDerivative.of(x -> value.run(moved(point, index, x))[0], point[index],
                    step);
            best = best == null || next.error() < best.error() ? next : best;
        }
        return best;
    }

    private static double[] moved(double[] point, int index, double to) {
        double[] there = point.clone();
        there[index] = to;
        return there;
    }

    /** Where the row says it has a value, the value is finite. */
    static void isFiniteInItsDomain(RowUnderTest row) {
        Program value = Program.of(List.of(row.application()), row.variables());
        List<double[]> points = row.pointsOfDomain();
        assertThat(points).as("points of the domain of %s", row).isNotEmpty();
        for (double[] point : points) {
            assertThat(value.run(point)[0]).as("%s at %s", row, Arrays.toString(point)).isFinite();
        }
    }

    /** Where the row is smooth, its derivatives have finite values, too. */
    static void derivativesAreFiniteWhereSmooth(RowUnderTest row) {
        for (Variable variable : row.variables()) {
            Program program = Program.of(List.of(row.derivative(variable), row.smooth(variable)), row.variables());
            for (double[] point : row.pointsOfDomain()) {
                double[] result = program.run(point);
                if (result[1] == 1) {
                    assertThat(result[0]).as("d/d%s %s at %s", variable, row, Arrays.toString(point)).isFinite();
                }
            }
        }
    }

    /** Forward and reverse mode say the same as the text, and second derivatives do not depend on the order. */
    static void modesAgree(RowUnderTest row) {
        List<Variable> variables = row.variables();
        List<Expr> reverse = Reverse.gradient(row.application(), variables);
        List<Expr> left = new ArrayList<>();
        List<Expr> right = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Expr forward = Forward.derivative(row.application(), variables.get(i));
            left.add(forward);
            right.add(reverse.get(i));
            left.add(forward);
            right.add(row.derivative(variables.get(i)));
            for (int j = 0; j < variables.size(); j++) {
                left.add(Forward.derivative(reverse.get(i), variables.get(j)));
                right.add(Reverse.gradient(reverse.get(j), variables).get(i));
            }
        }
        int judged = areEqual(row, left, right);
        if (!variables.isEmpty()) {
            assertThat(judged).as("points that judge %s", row).isPositive();
        }
    }

    /** Pairs of expressions have the same values wherever the row is smooth in all variables; how many points judged. */
    private static int areEqual(RowUnderTest row, List<Expr> left, List<Expr> right) {
        List<Variable> variables = row.variables();
        List<Node> smooth = variables.stream().map(v -> (Node) row.smooth(v)).toList();
        Program conditions = Program.of(smooth, variables);
        int judged = 0;
        for (double[] point : row.pointsOfDomain().stream().limit(100).toList()) {
            if (Arrays.stream(conditions.run(point)).allMatch(holds -> holds == 1)) {
                for (int i = 0; i < left.size(); i++) {
                    Evaluation a = Evaluation.of(left.get(i), variables, point);
                    Evaluation b = Evaluation.of(right.get(i), variables, point);
                    if (a.isKnownWithin(CLOSE) && b.isKnownWithin(CLOSE)) {
                        judged++;
                        assertThat(a.agreesWith(b))
                                .as("%s = %s and %s = %s at %s", Printer.print(left.get(i)), a.value(),
                                        Printer.print(right.get(i)), b.value(), Arrays.toString(point))
                                .isTrue();
                    }
                }
            }
        }
        return judged;
    }

    /** What is printed reads back as the same node. */
    static void printedReadsBack(Expr expression) {
        String text = Printer.print(expression);
        assertThat(RowUnderTest.value(text, "printed")).as(text).isSameAs(expression);
    }

    /**
     * Value, first and second derivatives are those of Commons Math, where it has the function under the row's name.
     *
     * @return how many points judged; -1 where Commons Math does not have the function
     */
    static int agreesWithCommonsMath(RowUnderTest row) {
        Method function = commonsMath(row);
        if (function == null) {
            return -1;
        }
        List<Variable> variables = row.variables();
        int n = variables.size();
        List<Expr> outputs = new ArrayList<>(List.of(row.application()));
        List<int[]> orders = new ArrayList<>(List.of(new int[n]));
        for (int i = 0; i < n; i++) {
            Expr first = row.derivative(variables.get(i));
            outputs.add(first);
            orders.add(order(n, i));
            for (int j = 0; j < n; j++) {
                outputs.add(Forward.derivative(first, variables.get(j)));
                orders.add(order(n, i, j));
            }
        }
        int judged = 0;
        List<Node> smooth = variables.stream().map(v -> (Node) row.smooth(v)).toList();
        Program conditions = Program.of(smooth, variables);
        for (double[] point : row.pointsOfDomain().stream().limit(300).toList()) {
            // theirs leaves out an argument of hypot that is far smaller than the other
            if (!Arrays.stream(conditions.run(point)).allMatch(holds -> holds == 1)
                    || n > 1 && Arrays.stream(point).anyMatch(x -> x == 0)) {
                continue;
            }
            DerivativeStructure theirs = apply(function,
                    IntStream.range(0, n).mapToObj(i -> new DerivativeStructure(n, 2, i, point[i])).toList());
            for (int i = 0; i < outputs.size(); i++) {
                double their = theirs.getPartialDerivative(orders.get(i));
                Evaluation ours = Evaluation.of(outputs.get(i), variables, point);
                if (Double.isFinite(their) && ours.isKnownWithin(CLOSE)) {
                    judged++;
                    assertThat(ours.value()).as("%s at %s", Printer.print(outputs.get(i)), Arrays.toString(point))
                            .isCloseTo(their, org.assertj.core.data.Offset.offset(1e-7 * Math.max(1, Math.abs(their))));
                }
            }
        }
        return judged;
    }

    private static int[] order(int n, int... by) {
        int[] order = new int[n];
        Arrays.stream(by).forEach(i -> order[i]++);
        return order;
    }

    /** Its method of the row's name, or of its name in the table, over as many arguments as move. */
    private static @Nullable Method commonsMath(RowUnderTest row) {
        int n = row.variables().size();
        if (n != row.arguments().size() || n == 0) {
            return null;
        }
        List<String> names = List.of(row.row().names().getFirst(), row.row().name().toLowerCase(Locale.ROOT));
        for (Method method : DerivativeStructure.class.getMethods()) {
            int own = Modifier.isStatic(method.getModifiers()) ? 0 : 1;
            if (names.contains(method.getName()) && method.getReturnType() == DerivativeStructure.class
                    && method.getParameterCount() + own == n
                    && Arrays.stream(method.getParameterTypes()).allMatch(DerivativeStructure.class::equals)) {
                return method;
            }
        }
        return null;
    }

    private static DerivativeStructure apply(Method method, List<DerivativeStructure> arguments) {
        try {
            return (DerivativeStructure) (Modifier.isStatic(method.getModifiers())
                    ? method.invoke(null, arguments.toArray())
                    : method.invoke(arguments.getFirst(), arguments.subList(1, arguments.size()).toArray()));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
