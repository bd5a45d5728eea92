package org.adequal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;

/**
 * A row of the table applied to variables, with its texts put in place and points at which to try it. All of it is found
 * from the row's own columns: an argument that its row does not let move (the exponent of an integer power, the order of
 * a polygamma function) is a constant, and points are those of a fixed sample at which the row's own domain holds.
 *
 * @param arguments   a variable, or the constant where the row lets nothing move
 * @param moving      the arguments that are variables
 * @param derivatives the row's derivative texts over these arguments
 * @param domain      where the row has a value
 * @param smooth      where it is smooth, moving one argument; in the order of the arguments
 */
record RowUnderTest(Primitive row, List<Expr> arguments, List<Integer> moving, List<Expr> derivatives, Condition domain,
        List<Condition> smooth) {
    private static final int SAMPLE = 600;

    /** The row in each way it can be applied: once, or once for each of several constants. */
    static List<RowUnderTest> of(Primitive row) {
        List<Variable> parameters = row.parameters().stream().map(Variable::of).toList();
        List<Expr> texts = row.derivatives().stream().map(text -> value(text, row.name())).toList();
        List<Integer> moving = IntStream.range(0, row.arity()).filter(i -> !isNone(texts.get(i))).boxed().toList();
        List<Expr> constants = Stream.of("e", "-4", "-1", "0", "1", "2", "3", "5").map(c -> value(c, "constant"))
                .toList();
        List<RowUnderTest> ways = new ArrayList<>();
        for (Expr constant : moving.size() == row.arity() ? List.of(constants.getFirst()) : constants) {
            List<Expr> arguments = IntStream.range(0, row.arity())
                    .mapToObj(i -> moving.contains(i) ? parameters.get(i) : constant).toList();
            Condition domain = (Condition) put(condition(row.domain(), row.name()), parameters, arguments);
            if (Application.of(row, arguments).primitive() == row && !Boolean.FALSE.equals(domain.decided())
                    && isPossible(domain, arguments)) {
                ways.add(new RowUnderTest(row, arguments, moving,
                        texts.stream().map(text -> (Expr) Graph.tidied(put(text, parameters, arguments))).toList(),
                        domain,
                        IntStream.range(0, row.arity()).mapToObj(
                                i -> (Condition) put(condition(row.smooth(i), row.name()), parameters, arguments))
                                .toList()));
            }
        }
        return ways;
    }

    private static boolean isPossible(Condition domain, List<Expr> arguments) {
        List<Variable> variables = variables(arguments);
        Program program = Program.of(List.of(domain), variables);
        return sample(variables.size()).stream().anyMatch(point -> program.run(point)[0] == 1);
    }

    /** Whether the text says that there is no such derivative anywhere. */
    private static boolean isNone(Expr text) {
        return text instanceof Guard guard && Boolean.FALSE.equals(guard.condition().decided());
    }

    static Expr value(String text, String in) {
        return Lowering.value(Parser.formula(text, in), text, in, Definitions.none(), List.of());
    }

    static Condition condition(String text, String in) {
        return Lowering.condition(Parser.formula(text, in), text, in, Definitions.none(), List.of());
    }

    private static Node put(Node text, List<Variable> parameters, List<Expr> arguments) {
        Map<Node, Node> meanings = new IdentityHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            meanings.put(parameters.get(i), arguments.get(i));
        }
        return Graph.substitute(text, meanings);
    }

    private static List<Variable> variables(List<Expr> arguments) {
        return arguments.stream().filter(Variable.class::isInstance).map(Variable.class::cast).toList();
    }

    Expr application() {
        return Application.of(row, arguments);
    }

    /** The variables among the arguments, in their order; points have a coordinate for each. */
    List<Variable> variables() {
        return variables(arguments);
    }

    /** The derivative by a variable, as the row's text says it. */
    Expr derivative(Variable variable) {
        return derivatives.get(arguments.indexOf(variable));
    }

    Condition smooth(Variable variable) {
        return smooth.get(arguments.indexOf(variable));
    }

    /** Points of the sample at which the row has a value. */
    List<double[]> pointsOfDomain() {
        Program program = Program.of(List.of(domain), variables());
        return sample(variables().size()).stream().filter(point -> program.run(point)[0] == 1).toList();
    }

    /** A fixed sample: small numbers, whole and half numbers, all magnitudes that do not overflow by themselves. */
    static List<double[]> sample(int dimensions) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < (dimensions == 0 ? 1 : SAMPLE); i++) {
            double[] point = new double[dimensions];
            for (int j = 0; j < dimensions; j++) {
                point[j] = switch (random.nextInt(5)) {
                    case 0 -> random.nextInt(-8, 9) / 2.0;
                    case 1 -> random.nextGaussian() / 3;
                    case 2 -> 10 * random.nextDouble(-1, 1);
                    case 3 -> Math.scalb(random.nextDouble(-1, 1), -random.nextInt(0, 12));
                    default -> 3 * random.nextDouble(-1, 1);
                };
            }
            points.add(point);
        }
        return points;
    }

    /** What the smoothness of the row in a variable depends on. */
    Switches switches(Variable variable) {
        List<Node> sides = new ArrayList<>();
        for (Node node : Graph.nodes(smooth(variable))) {
            if (node instanceof Comparison comparison) {
                sides.add(comparison.left());
                sides.add(comparison.right());
            }
        }
        return new Switches(Program.of(sides, variables()));
    }

    /** The two sides of each comparison in a condition, one after the other. */
    record Switches(Program sides) {
        /**
         * Whether all the places are on the same side of every switch as the point: no comparison moves by more than a
         * part of its distance from being tied.
         */
        boolean areFarFrom(double[] point, List<double[]> places) {
            double[] here = sides.run(point);
            for (double[] place : places) {
                double[] there = sides.run(place);
                for (int i = 0; i < here.length; i += 2) {
                    double distance = here[i] - here[i + 1];
                    if (!(Math.abs(there[i] - there[i + 1] - distance) <= Math.abs(distance) / 4)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    @Override
    public String toString() {
        return row + " " + arguments;
    }
}
