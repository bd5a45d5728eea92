package org.adequal.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Every;
import org.adequal.expr.Expansion;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Range;
import org.adequal.expr.Reduce;
import org.adequal.expr.Reduction;
import org.adequal.expr.Relation;
import org.adequal.expr.Row;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.expr.Window;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** From expressions over arrays to loops: what has to be computed, in which order, and where it lies. */
final class ArrayCompiler {
    private final Map<String, Long> sizes;
    private final Map<Node, Place> places = new IdentityHashMap<>();
    private final List<ArrayProgram.Step> steps = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<Integer, double[]> constants = new HashMap<>();
    private final int[] inputLengths;
    private final Place[] outputs;
    private long operations;

    ArrayCompiler(List<? extends Expr> roots, List<Variable> variables, Map<String, Long> sizes) {
        this.sizes = Map.copyOf(sizes);
        inputLengths = new int[variables.size()];
        for (int i = 0; i < inputLengths.length; i++) {
            int[] dimensions = dimensions(variables.get(i).shape());
            inputLengths[i] = Place.count(dimensions);
            places.put(variables.get(i), Place.contiguous(buffer(inputLengths[i]), dimensions));
        }
        List<Node> order = Graph.nodes(roots);
        Set<Node> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        needed.addAll(roots);
        for (Node node : order.reversed()) {
            if (needed.contains(node) && fixed(node) == null) {
                needed.addAll(node instanceof Reduce reduce && reduce.reduction() == Reduction.SUM
                        ? Contraction.factors(reduce.argument()).stream().map(Contraction.Factor::value).toList()
                        : node.arguments());
            }
        }
        for (Node node : order) {
            if (needed.contains(node) && !places.containsKey(node)) {
                places.put(node, place(node));
            }
        }
        outputs = roots.stream().map(this::known).toArray(Place[]::new);
    }

    List<ArrayProgram.Step> steps() {
        return steps;
    }

    double[][] constants() {
        double[][] all = new double[lengths.size()][];
        constants.forEach((buffer, values) -> all[buffer] = values);
        return all;
    }

    int[] lengths() {
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] inputLengths() {
        return inputLengths;
    }

    Place[] outputs() {
        return outputs;
    }

    long operations() {
        return operations;
    }

    int buffer(int length) {
        lengths.add(length);
        return lengths.size() - 1;
    }

    void step(long cost, ArrayProgram.Step step) {
        operations += cost;
        steps.add(step);
    }

    Place known(Node node) {
        return Objects.requireNonNull(places.get(node));
    }

    private int[] dimensions(Shape shape) {
        int[] dimensions = shape.dimensions(sizes);
        for (int i = 0; i < dimensions.length; i++) {
            if (dimensions[i] < 0) {
                throw new Expansion.Misfit("a size of " + shape.size(i) + " is " + dimensions[i]);
            }
        }
        return dimensions;
    }

    private @Nullable Double fixed(Node node) {
        if (node instanceof Expr expression) {
            Rational exact = expression.exactValue();
            if (exact != null && node.shape().isScalar()) {
                return exact.doubleValue();
            }
        } else if (node instanceof Condition condition && condition.decided() instanceof Boolean decided
                && node.shape().isScalar()) {
            return decided ? 1.0 : 0.0;
        }
        return node instanceof Variable variable && variable.isSize()
                ? Double.valueOf((double) Size.of(variable.name()).value(sizes))
                : null;
    }

    private Place constant(double... values) {
        int buffer = buffer(values.length);
        constants.put(buffer, values);
        return Place.contiguous(buffer, values.length == 1 ? new int[0] : new int[]{values.length});
    }

    private Place place(Node node) {
        Double fixed = fixed(node);
        if (fixed != null) {
            return constant(fixed);
        }
        return switch (node) {
            case Variable variable -> throw new IllegalArgumentException("no value is given for " + variable);
            case Constant _,Truth _ -> throw new AssertionError("fixed above");
            case Derivative _ -> throw new IllegalArgumentException("derivative operators are worked out first");
            case Range range -> {
                double[] values = new double[(int) range.size().value(sizes)];
                Arrays.setAll(values, i -> i);
                Place place = constant(values);
                yield new Place(place.buffer(), 0, new int[]{values.length}, new int[]{1});
            }
            case View view -> known(view.argument()).repeated(new int[0])
                    .viewed(view.axes(), dimensions(view.shape()));
            case Window window -> window(window);
            case Reduce reduce -> reduce.reduction() == Reduction.SUM ? sum(reduce) : reduced(reduce);
            case Stack stack -> stack(stack);
            case Application application -> application(application);
            case Choice choice -> select(node, choice.condition(), choice.then(), choice.otherwise());
            case Guard guard -> {
                Place none = constant(Double.NaN);
                Place out = result(node);
                Loops loops = loops(out, known(guard.condition()), known(guard.value()), none);
                int c = known(guard.condition()).buffer();
                int v = known(guard.value()).buffer();
                step(out.count(), b -> loops.select(b[out.buffer()], b[c], b[v], b[none.buffer()]));
                yield out;
            }
            case Comparison comparison -> compare(comparison);
            case Junction junction -> {
                boolean and = junction.kind() == Junction.Kind.AND;
                yield binary(node, new Row.Binary(and ? ArrayCompiler::and : ArrayCompiler::or), junction.left(),
                        junction.right());
            }
            case Negation negation -> unary(node, new Row.Unary(c -> 1 - c), negation.condition());
            case Every every -> every(every);
        };
    }

    private static double and(double left, double right) {
        return left == 0 || right == 0 ? 0 : left + right == 2 ? 1 : Double.NaN;
    }

    private static double or(double left, double right) {
        return left == 1 || right == 1 ? 1 : left + right == 0 ? 0 : Double.NaN;
    }

    /** A new buffer for a node. */
    private Place result(Node node) {
        int[] dimensions = dimensions(node.shape());
        return Place.contiguous(buffer(Place.count(dimensions)), dimensions);
    }

    private static Loops loops(Place out, Place... arguments) {
        Place[] all = new Place[arguments.length + 1];
        all[0] = out;
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i].repeated(out.dimensions());
        }
        return new Loops(all);
    }

    private Place unary(Node node, Row.Unary f, Node argument) {
        Place out = result(node);
        Place x = known(argument);
        Loops loops = loops(out, x);
        step(out.count(), b -> loops.apply(f, b[out.buffer()], b[x.buffer()]));
        return out;
    }

    private Place binary(Node node, Row.Binary f, Node left, Node right) {
        Place out = result(node);
        Place x = known(left);
        Place y = known(right);
        Loops loops = loops(out, x, y);
        step(out.count(), b -> loops.apply(f, b[out.buffer()], b[x.buffer()], b[y.buffer()]));
        return out;
    }

    private Place select(Node node, Node condition, Node then, Node otherwise) {
        Place out = result(node);
        Place c = known(condition);
        Place t = known(then);
        Place o = known(otherwise);
        Loops loops = loops(out, c, t, o);
        step(out.count(), b -> loops.select(b[out.buffer()], b[c.buffer()], b[t.buffer()], b[o.buffer()]));
        return out;
    }

    private Place compare(Comparison comparison) {
        Relation relation = comparison.relation();
        return binary(comparison, new Row.Binary((left, right) -> Double.isNaN(left) || Double.isNaN(right)
                || left == right && Double.isInfinite(left)
                        ? Double.NaN
                        : relation.holds(left < right ? -1 : left > right ? 1 : 0) ? 1 : 0),
                comparison.left(), comparison.right());
    }

    private Place application(Application application) {
        Row.Value value = application.primitive().value();
        return switch (value) {
            case Row.Nullary constant -> constant(constant.value());
            case Row.Unary f -> unary(application, f, application.argument(0));
            case Row.Binary f -> arithmetic(application, f);
            case Row.Ternary f -> {
                Place out = result(application);
                Place x = known(application.argument(0));
                Place y = known(application.argument(1));
                Place z = known(application.argument(2));
                Loops loops = loops(out, x, y, z);
                step(out.count(),
                        b -> loops.apply(f, b[out.buffer()], b[x.buffer()], b[y.buffer()], b[z.buffer()]));
                yield out;
            }
        };
    }

    private Place arithmetic(Application application, Row.Binary f) {
        Primitive primitive = application.primitive();
        boolean square = primitive == Primitive.INTEGER_POWER
                && Rational.TWO.equals(application.argument(1).exactValue());
        if (!square && primitive != Primitive.ADD && primitive != Primitive.SUBTRACT
                && primitive != Primitive.MULTIPLY && primitive != Primitive.DIVIDE) {
            return binary(application, f, application.argument(0), application.argument(1));
        }
        Place out = result(application);
        Place x = known(application.argument(0));
        Place y = square ? x : known(application.argument(1));
        arithmetic(square ? Primitive.MULTIPLY : primitive, out, x, y);
        return out;
    }

    /** {@code out = x op y} for one of the four operations of arithmetic. */
    void arithmetic(Primitive operation, Place out, Place x, Place y) {
        Loops loops = loops(out, x, y);
        int o = out.buffer();
        int p = x.buffer();
        int q = y.buffer();
        step(out.count(), switch (operation) {
            case ADD -> b -> loops.plus(b[o], b[p], b[q]);
            case SUBTRACT -> b -> loops.minus(b[o], b[p], b[q]);
            case MULTIPLY -> b -> loops.times(b[o], b[p], b[q]);
            case DIVIDE -> b -> loops.over(b[o], b[p], b[q]);
            default -> throw new IllegalArgumentException(operation + " is no arithmetic");
        });
    }

    Place ones() {
        return constant(1);
    }

    Place fixed(double value) {
        return constant(value);
    }

    private Place window(Window window) {
        Expansion.check(window, sizes);
        Place argument = known(window.argument());
        int[] dimensions = dimensions(window.shape());
        int axis = window.axis();
        int offset = (int) window.offset().value(sizes);
        int from = Math.max(0, -offset);
        int length = argument.dimensions()[axis];
        int to = Math.max(from, Math.min(dimensions[axis], length - offset));
        if (from == 0 && to == dimensions[axis]) {
            return argument.sliced(axis, offset, dimensions[axis]);
        }
        // what is beyond the argument is 0, and stays so from run to run
        Place out = Place.contiguous(buffer(Place.count(dimensions)), dimensions);
        if (to > from) {
            Loops loops = new Loops(out.sliced(axis, from, to - from),
                    argument.sliced(axis, from + offset, to - from));
            step(0, b -> loops.copy(b[out.buffer()], b[argument.buffer()]));
        }
        return out;
    }

    private Place stack(Stack stack) {
        Place out = result(stack);
        for (int i = 0; i < stack.elements().size(); i++) {
            Place element = known(stack.elements().get(i));
            Place part = out.sliced(0, i, 1)
                    .axes(View.identity(out.rank()).subList(1, out.rank()));
            Loops loops = new Loops(part, element);
            step(0, b -> loops.copy(b[out.buffer()], b[element.buffer()]));
        }
        return out;
    }

    private Place every(Every every) {
        Place argument = known(every.condition());
        Place out = result(every);
        Loops loops = new Loops(argument);
        step(argument.count(), b -> {
            double[] conditions = b[argument.buffer()];
            double[] all = {1};
            loops.each(at -> {
                for (int j = 0; j < loops.length(); j++) {
                    all[0] = and(all[0], conditions[at[0] + j * loops.step(0)]);
                }
            });
            b[out.buffer()][0] = all[0];
        });
        return out;
    }

    private Place sum(Reduce reduce) {
        List<Contraction.Factor> factors = Contraction.factors(reduce.argument());
        if (factors.size() == 1 && factors.getFirst().isPlain()
                && reduce.axes().stream().allMatch(axis -> size(reduce.argument(), axis) == 1)) {
            return known(factors.getFirst().value()).axes(reduce.kept());
        }
        return new Contraction(this, dimensions(reduce.argument().shape()), reduce.axes()).of(factors);
    }

    private int size(Expr array, int axis) {
        return (int) array.shape().size(axis).value(sizes);
    }

    private Place reduced(Reduce reduce) {
        Place argument = known(reduce.argument());
        Place out = result(reduce);
        int axis = reduce.axes().getFirst();
        int length = argument.dimensions()[axis];
        int stride = argument.strides()[axis];
        if (length == 0 && reduce.reduction() != Reduction.PROD) {
            throw new Expansion.Misfit(reduce.reduction().spelling() + " of no elements");
        }
        Loops loops = new Loops(out, argument.axes(reduce.kept()));
        step((long) out.count() * length, b -> {
            double[] results = b[out.buffer()];
            double[] values = b[argument.buffer()];
            int so = loops.step(0);
            int sx = loops.step(1);
            loops.each(at -> {
                for (int j = 0; j < loops.length(); j++) {
                    results[at[0] + j * so] = along(reduce.reduction(), values, at[1] + j * sx, stride, length);
                }
            });
        });
        return out;
    }

    private static double along(Reduction reduction, double[] x, int start, int stride, int length) {
        double result = length == 0 ? 1 : x[start];
        int at = start;
        switch (reduction) {
            case PROD -> {
                for (int i = 1; i < length; i++) {
                    result = result * x[at += stride] + 0.0;
                }
            }
            case MAX -> {
                for (int i = 1; i < length; i++) {
                    result = Math.max(result, x[at += stride]);
                }
            }
            case MIN -> {
                for (int i = 1; i < length; i++) {
                    result = Math.min(result, x[at += stride]);
                }
            }
            case ARGMAX -> {
                int best = 0;
                for (int i = 1; i < length; i++) {
                    double next = x[at += stride];
                    if (next > result) {
                        result = next;
                        best = i;
                    }
                }
                return best;
            }
            case LOGSUMEXP -> {
                for (int i = 1; i < length; i++) {
                    result = Math.max(result, x[at += stride]);
                }
                if (Double.isInfinite(result)) {
                    return result;
                }
                double sum = 0;
                at = start;
                for (int i = 0; i < length; i++, at += stride) {
                    sum += Math.exp(x[at] - result);
                }
                return result + Math.log(sum);
            }
            case SUM -> throw new AssertionError("sums are contractions");
        }
        return result;
    }
}
