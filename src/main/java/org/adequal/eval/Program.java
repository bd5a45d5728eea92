package org.adequal.eval;

import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayNode;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Relation;
import org.adequal.expr.Row;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;

/**
 * The steps that compute expressions and conditions in double arithmetic, arguments first, each distinct node once.
 *
 * <p>Constant parts are computed exactly when the program is made, and rounded once. A condition is 1 where it holds, 0
 * where it does not and NaN where doubles cannot tell (a NaN, or two infinities compared); {@code and}, {@code or} and
 * {@code not} follow Kleene. A value without a number is NaN; there is no -0.0. Both sides of a choice are computed and
 * one is taken, which is the same as computing one, since a step can't fail.
 *
 * <p>Programs are immutable and safe for threads.
 */
public final class Program {
    private final Step[] steps;
    private final int[] outputs;
    private final int[] inputs;
    private final Map<Node, Integer> slots;

    private Program(Step[] steps, int[] outputs, int[] inputs, Map<Node, Integer> slots) {
        this.steps = steps;
        this.outputs = outputs;
        this.inputs = inputs;
        this.slots = slots;
    }

    /**
     * The program for these outputs, which are scalars without derivative operators and have no other free variables
     * than those given.
     */
    public static Program of(List<? extends Node> outputs, List<Variable> variables) {
        List<Node> order = Graph.nodes(outputs);
        Map<Node, Integer> slots = new IdentityHashMap<>();
        Set<Variable> known = new HashSet<>(variables);
        Step[] steps = new Step[order.size()];
        for (Node node : order) {
            int slot = slots.size();
            steps[slot] = step(node, node.arguments().stream().mapToInt(slots::get).toArray(), known);
            slots.put(node, slot);
        }
        int[] inputs = variables.stream().mapToInt(variable -> slots.getOrDefault(variable, -1)).toArray();
        return new Program(steps, outputs.stream().mapToInt(slots::get).toArray(), inputs, slots);
    }

    private sealed interface Step {}

    private record Fixed(double value) implements Step {}

    private record Input() implements Step {}

    private record Call1(Row.Unary function, int x) implements Step {}

    private record Call2(Row.Binary function, int x, int y) implements Step {}

    private record Call3(Row.Ternary function, int x, int y, int z) implements Step {}

    private record Select(int condition, int then, int otherwise) implements Step {}

    private record Compare(Relation relation, int left, int right) implements Step {}

    private record And(int left, int right) implements Step {}

    private record Or(int left, int right) implements Step {}

    private record Not(int condition) implements Step {}

    private static Step step(Node node, int[] a, Set<Variable> inputs) {
        if (node instanceof Expr expression) {
            Rational exact = expression.exactValue();
            if (exact != null) {
                return new Fixed(exact.doubleValue());
            }
        } else if (node instanceof Condition condition && condition.decided() instanceof Boolean decided) {
            return new Fixed(decided ? 1 : 0);
        }
        return switch (node) {
            case Application application -> switch (application.primitive().value()) {
                case Row.Nullary constant -> new Fixed(constant.value());
                case Row.Unary function -> new Call1(function, a[0]);
                case Row.Binary function -> new Call2(function, a[0], a[1]);
                case Row.Ternary function -> new Call3(function, a[0], a[1], a[2]);
            };
            case Variable variable when inputs.contains(variable) -> new Input();
            case Variable variable -> throw new IllegalArgumentException("no value is given for " + variable);
            case Choice _ -> new Select(a[0], a[1], a[2]);
            case Guard _ -> new Select(a[1], a[0], -1);
            case Comparison comparison -> new Compare(comparison.relation(), a[0], a[1]);
            case Junction junction ->
                junction.kind() == Junction.Kind.AND ? new And(a[0], a[1]) : new Or(a[0], a[1]);
            case Negation _ -> new Not(a[0]);
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
            case ArrayNode _,Every _ -> throw new IllegalArgumentException("an array is evaluated element by element");
            case Constant _,Truth _ -> throw new AssertionError("decided above");
        };
    }

    /** The outputs at a point: one coordinate per variable, in their order; the point is not modified. */
    public double[] run(double... point) {
        return evaluate(point).outputs();
    }

    /** All that the program computes at a point. */
    public Evaluation evaluate(double... point) {
        if (point.length != inputs.length) {
            throw new IllegalArgumentException(inputs.length + " coordinates are needed, not " + point.length);
        }
        double[] slot = new double[steps.length];
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] >= 0) {
                slot[inputs[i]] = point[i] + 0.0;
            }
        }
        for (int i = 0; i < steps.length; i++) {
            slot[i] = switch (steps[i]) {
                case Input _ -> slot[i];
                case Fixed(double value) -> value;
                case Call1(Row.Unary f, int x) -> f.function().applyAsDouble(slot[x]) + 0.0;
                case Call2(Row.Binary f, int x, int y) -> f.function().applyAsDouble(slot[x], slot[y]) + 0.0;
                case Call3(Row.Ternary f, int x, int y, int z) ->
                    f.function().applyAsDouble(slot[x], slot[y], slot[z]) + 0.0;
                case Select(int c, int then, int otherwise) ->
                    slot[c] == 1 ? slot[then] : slot[c] == 0 && otherwise >= 0 ? slot[otherwise] : Double.NaN;
                case Compare(Relation relation, int l, int r) -> compare(relation, slot[l], slot[r]);
                case And(int l, int r) -> slot[l] == 0 || slot[r] == 0 ? 0 : slot[l] + slot[r] == 2 ? 1 : Double.NaN;
                case Or(int l, int r) ->
                    slot[l] == 1 || slot[r] == 1 ? 1 : slot[l] + slot[r] == 0 ? 0 : Double.NaN;
                case Not(int c) -> 1 - slot[c];
            };
        }
        return new Evaluation(this, slot);
    }

    private static double compare(Relation relation, double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right) || left == right && Double.isInfinite(left)) {
            return Double.NaN;
        }
        return relation.holds(left < right ? -1 : left > right ? 1 : 0) ? 1 : 0;
    }

    /** How many steps there are: one for each distinct node. */
    public int size() {
        return steps.length;
    }

    /** What a program computed at one point. */
    public static final class Evaluation {
        private final Program program;
        private final double[] slot;

        private Evaluation(Program program, double[] slot) {
            this.program = program;
            this.slot = slot;
        }

        public double[] outputs() {
            return Arrays.stream(program.outputs).mapToDouble(output -> slot[output]).toArray();
        }

        public double output(int index) {
            return slot[program.outputs[index]];
        }

        /** The value of any node the program computes; refuses others. */
        public double of(Node node) {
            Integer index = program.slots.get(node);
            if (index == null) {
                throw new IllegalArgumentException("not part of the program");
            }
            return slot[index];
        }
    }
}
