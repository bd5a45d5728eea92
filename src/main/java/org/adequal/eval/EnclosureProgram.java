package org.adequal.eval;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayNode;
import org.adequal.expr.Choice;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Relation;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Encloses expressions and decides conditions at a point that is exact, or over a box.
 *
 * <p>The interval of an expression contains its value at every point of the box at which it has one. Proof: by induction
 * over the graph. A row's enclosure contains the function's values at all members of the arguments' intervals that lie
 * in its domain; a choice whose condition is not decided gets the hull of both sides; a guard only takes points away.
 * A condition is TRUE (FALSE) only if it holds (fails) at every point of the box at which its sides have values: of two
 * intervals without a common member one is certainly less, and Kleene's connectives keep the property.
 *
 * <p>At a point, parts made of exact numbers by arithmetic alone are computed exactly as long as they are small, so ties
 * and zeros of such parts are decided, which no interval could.
 */
public final class EnclosureProgram {
    private final List<Node> order;
    private final Map<Node, Integer> slots = new IdentityHashMap<>();
    private final int[][] arguments;
    private final List<Variable> variables;

    private EnclosureProgram(List<? extends Node> outputs, List<Variable> variables) {
        order = Graph.nodes(outputs);
        this.variables = List.copyOf(variables);
        arguments = new int[order.size()][];
        for (Node node : order) {
            int slot = slots.size();
            arguments[slot] = node.arguments().stream().mapToInt(slots::get).toArray();
            slots.put(node, slot);
        }
    }

    /** The program for scalars and conditions without derivative operators in these variables. */
    public static EnclosureProgram of(List<? extends Node> outputs, List<Variable> variables) {
        return new EnclosureProgram(outputs, variables);
    }

    /** How many distinct nodes there are. */
    public int size() {
        return order.size();
    }

    /** Encloses at the point that doubles are, exactly. */
    public Enclosures at(double[] point, int bits) {
        Map<Variable, Value> inputs = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            inputs.put(variables.get(i), new Value(Interval.of(point[i] + 0.0), Rational.of(point[i])));
        }
        return run(inputs, Arithmetic.of(bits));
    }

    /** Encloses over a box: an interval per variable, of one number where the variable is held. */
    public Enclosures over(List<Interval> box, int bits) {
        Map<Variable, Value> inputs = new HashMap<>();
        for (int i = 0; i < box.size(); i++) {
            Interval side = box.get(i);
            inputs.put(variables.get(i), new Value(side, side.isPoint() ? side.lo().toRational() : null));
        }
        return run(inputs, Arithmetic.of(bits));
    }

    /** An interval, and the number itself where it is known exactly. */
    private record Value(Interval interval, @Nullable Rational exact) {}

    private Enclosures run(Map<Variable, Value> inputs, Arithmetic arithmetic) {
        Value[] values = new Value[order.size()];
        Certainty[] truths = new Certainty[order.size()];
        for (int i = 0; i < values.length; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            int[] a = arguments[i];
            switch (order.get(i)) {
                case Expr expression -> values[i] = value(expression, a, values, truths, inputs, arithmetic);
                case Condition condition -> truths[i] = Certainty.of(condition, a, truths,
                        comparison -> compare(comparison.relation(), values[a[0]], values[a[1]]));
            }
        }
        return new Enclosures(this, values, truths);
    }

    private static Value value(Expr expression, int[] a, Value[] values, Certainty[] truths,
            Map<Variable, Value> inputs, Arithmetic arithmetic) {
        Rational constant = expression.exactValue();
        if (constant != null) {
            return new Value(arithmetic.of(constant), constant);
        }
        return switch (expression) {
            case Variable variable -> {
                Value input = inputs.get(variable);
                if (input == null) {
                    throw new IllegalArgumentException("no value is given for " + variable);
                }
                yield input;
            }
            case Application application -> apply(application, a, values, arithmetic);
            case Choice _ -> switch (truths[a[0]]) {
                case TRUE -> values[a[1]];
                case FALSE -> values[a[2]];
                case UNKNOWN -> new Value(values[a[1]].interval.hull(values[a[2]].interval), null);
            };
            case Guard _ -> truths[a[1]] == Certainty.FALSE ? new Value(Interval.EMPTY, null) : values[a[0]];
            case Constant _ -> throw new AssertionError("a constant is exact");
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
            case ArrayNode _ -> throw new IllegalArgumentException("an array is evaluated element by element");
        };
    }

    private static Value apply(Application application, int[] a, Value[] values, Arithmetic arithmetic) {
        Interval[] intervals = new Interval[a.length];
        Rational[] numbers = new Rational[a.length];
        boolean exact = true;
        for (int i = 0; i < a.length; i++) {
            intervals[i] = values[a[i]].interval;
            Rational number = values[a[i]].exact;
            if (number == null) {
                exact = false;
            } else {
                numbers[i] = number;
            }
        }
        if (exact) {
            Rational value = application.primitive().exact(numbers);
            if (value != null) {
                return new Value(arithmetic.of(value), value);
            }
        }
        for (Interval interval : intervals) {
            if (interval.isEmpty()) {
                return new Value(Interval.EMPTY, null);
            }
        }
        return new Value(application.primitive().enclosure().of(arithmetic, intervals), null);
    }

    private static Certainty compare(Relation relation, Value left, Value right) {
        if (left.exact != null && right.exact != null) {
            return Certainty.of(relation.holds(left.exact.compareTo(right.exact)));
        }
        return Certainty.of(relation, left.interval, right.interval);
    }

    /** What a program found. */
    public static final class Enclosures {
        private final EnclosureProgram program;
        private final Value[] values;
        private final Certainty[] truths;

        private Enclosures(EnclosureProgram program, Value[] values, Certainty[] truths) {
            this.program = program;
            this.values = values;
            this.truths = truths;
        }

        private int slot(Node node) {
            Integer slot = program.slots.get(node);
            if (slot == null) {
                throw new IllegalArgumentException("not part of the program");
            }
            return slot;
        }

        /** The enclosure of an expression that the program computes. */
        public Interval of(Expr expression) {
            return values[slot(expression)].interval;
        }

        /** The number that the expression is, where it is known exactly. */
        public @Nullable Rational exact(Expr expression) {
            return values[slot(expression)].exact;
        }

        /** Whether a condition that the program decides holds. */
        public Certainty of(Condition condition) {
            return truths[slot(condition)];
        }
    }
}
