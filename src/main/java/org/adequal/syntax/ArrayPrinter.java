package org.adequal.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.adequal.expr.Algebra;
import org.adequal.expr.Application;
import org.adequal.expr.ArrayAlgebra;
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
import org.adequal.expr.Logic;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Range;
import org.adequal.expr.Reduce;
import org.adequal.expr.Reduction;
import org.adequal.expr.Relation;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.expr.Window;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Expressions over arrays as text: what is one node in the graph may be {@code @}, {@code .T}, {@code outer}, {@code mean} or
 * {@code softmax} to a reader.
 *
 * <p>Two ways to write a node: <em>loosely</em>, as text that broadcasts to its shape among its neighbours, and in full, as
 * text of exactly its shape.
 */
final class ArrayPrinter {
    /** A longer text names the parts that it would repeat. */
    private static final int LONG_TEXT = 160;
    private static final int LONGEST = 20_000;
    /** A part of fewer nodes is not worth a name. */
    private static final int SMALL = 6;

    private static final int GUARD = -40;
    private static final int OR = -30;
    private static final int AND = -20;
    private static final int NOT = -10;
    private static final int COMPARISON = 0;
    private static final int SUM = 10;
    /** {@code A @ x}: bracketed among factors, unless only numbers stand before it. */
    private static final int MATRIX = 15;
    private static final int PRODUCT = 20;
    private static final int SIGN = 30;
    private static final int POWER = 40;
    private static final int ATOM = 50;

    private final Map<Node, Text> written = new IdentityHashMap<>();
    private final Map<Node, Integer> uses = new IdentityHashMap<>();
    private final Map<Node, String> names;

    private ArrayPrinter(Map<Node, String> names) {
        this.names = names;
    }

    /** A text, how tightly it holds together, and the shape it has when read. */
    private record Text(String text, int precedence, Shape shape) {
        String at(int needed) {
            return precedence < needed ? "(" + text + ")" : text;
        }
    }

    static boolean concerns(Iterable<? extends Node> nodes) {
        return ArrayOperations.hasArrays(nodes);
    }

    static String print(Node root, List<Node> order) {
        return DeepStack.call(() -> {
            Set<String> taken = new HashSet<>();
            for (Node node : order) {
                if (node instanceof Variable variable) {
                    taken.add(variable.name());
                }
                node.shape().sizes().forEach(size -> taken.addAll(size.names().keySet()));
            }
            ArrayPrinter plain = new ArrayPrinter(Map.of());
            Text text = plain.whole(root);
            if (text.text.length() <= LONG_TEXT) {
                return text.text;
            }
            Map<Node, String> names = new IdentityHashMap<>();
            StringBuilder let = new StringBuilder();
            int number = 0;
            Set<Node> bound = bound(order);
            for (Node node : order) {
                if (node != root && node instanceof Expr && !(node instanceof View)
                        && plain.uses.getOrDefault(node, 0) > 1
                        && !bound.contains(node) && Graph.nodes(node).size() >= SMALL
                        && plain.written.get(node) instanceof Text shared && shared.text.length() > 12) {
                    String name = "t" + ++number;
                    while (taken.contains(name)) {
                        name = "t" + ++number;
                    }
                    let.append(let.isEmpty() ? "let " : ", ").append(name).append(" = ")
                            .append(new ArrayPrinter(names).full((Expr) node).at(COMPARISON));
                    names.put(node, name);
                }
            }
            return let.isEmpty()
                    ? text.text
                    : let + " in " + new ArrayPrinter(names).whole(root).at(OR);
        });
    }

    /** What a derivative binds, and all above it up to the derivative, has no meaning outside. */
    private static Set<Node> bound(List<Node> order) {
        Set<Node> bound = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : order) {
            if (node instanceof Variable variable && variable.level() > 0 || node instanceof Derivative
                    || node.arguments().stream().anyMatch(bound::contains)) {
                bound.add(node);
            }
        }
        return bound;
    }

    private Text whole(Node root) {
        return root instanceof Expr expr ? full(expr) : condition((Condition) root);
    }

    // shapes

    /** The node as text of exactly its shape. */
    private Text full(Expr node) {
        Text loose = loose(node);
        Shape shape = node.shape();
        if (loose.shape.equals(shape)) {
            return loose;
        }
        if (node instanceof View view && view.argument().shape().isScalar() || loose.shape.isScalar()) {
            return filled(loose, shape);
        }
        int missing = shape.rank() - loose.shape.rank();
        if (missing > 0 && shape.sizes().subList(0, missing).stream().allMatch(Size::isOne)
                && shape.sizes().subList(missing, shape.rank()).equals(loose.shape.sizes())) {
            return new Text(loose.at(ATOM) + "[" + "None, ".repeat(missing)
                    + String.join(", ", Collections.nCopies(loose.shape.rank(), ":")) + "]", ATOM, shape);
        }
        return new Text("broadcast_to(" + loose.at(COMPARISON) + ", " + list(shape) + ")", ATOM, shape);
    }

    private static Text filled(Text value, Shape shape) {
        String text = switch (value.text) {
            case "0" -> "zeros(" + list(shape) + ")";
            case "1" -> "ones(" + list(shape) + ")";
            default -> "full(" + list(shape) + ", " + value.at(COMPARISON) + ")";
        };
        return new Text(text, ATOM, shape);
    }

    private static String list(Shape shape) {
        String sizes = String.join(", ", shape.sizes().stream().map(Size::toString).toList());
        return shape.rank() == 1 ? sizes : "(" + sizes + ")";
    }

    /** What both broadcast to, as it is read. */
    private static Shape together(Shape left, Shape right) {
        return ArrayOperations.broadcast(left, right, new Span(0, 0), new Span(0, 0), "");
    }

    private Text loose(Expr node) {
        String name = names.get(node);
        if (name != null) {
            return new Text(name, ATOM, node.shape());
        }
        uses.merge(node, 1, Integer::sum);
        Text known = written.get(node);
        if (known == null) {
            known = spell(node);
            if (known.text.length() > LONGEST) {
                known = new Text("…".repeat(LONG_TEXT + 1), ATOM, known.shape);
            }
            written.put(node, known);
        }
        return known;
    }

    private Text spell(Expr node) {
        return switch (node) {
            case Constant constant -> {
                Rational value = constant.value();
                String text = Printer.print(constant);
                yield new Text(text, value.isDecimal()
                        ? value.signum() < 0 ? SIGN : ATOM
                        : value.signum() < 0 ? SUM : PRODUCT, Shape.SCALAR);
            }
            case Variable variable -> new Text(variable.name(), ATOM, variable.shape());
            case Application application -> application(application);
            case Choice choice -> choice(choice);
            case Guard guard -> {
                Text value = loose(guard.value());
                yield new Text(value.at(OR) + " for " + condition(guard.condition()).at(OR), GUARD, value.shape);
            }
            case Derivative derivative -> derivative(derivative);
            case Stack stack -> new Text("[" + String.join(", ",
                    stack.elements().stream().map(element -> full(element).at(COMPARISON)).toList()) + "]", ATOM,
                    stack.shape());
            case Range range -> new Text("arange(" + range.size() + ")", ATOM, range.shape());
            case Window window -> window(window);
            case View view -> view(view);
            case Reduce reduce -> reduce.reduction() == Reduction.SUM ? sum(reduce, null) : reduced(reduce, false);
        };
    }

    private Text derivative(Derivative derivative) {
        Variable variable = derivative.variable();
        Expr at = derivative.at();
        if (at instanceof Variable plain && plain.name().equals(variable.name())) {
            return new Text("diff(" + full(derivative.body()).at(COMPARISON) + ", " + variable.name() + ")", ATOM,
                    derivative.shape());
        }
        return new Text("let " + variable.name() + " = " + full(at).at(COMPARISON) + " in diff("
                + full(derivative.body()).at(COMPARISON) + ", " + variable.name() + ")", OR, derivative.shape());
    }

    // elementwise

    private Text application(Application application) {
        Text special = special(application);
        if (special != null) {
            return special;
        }
        Primitive primitive = application.primitive();
        String name = primitive.names().getFirst();
        return switch (primitive.notation().fixity()) {
            case CALL -> {
                List<Text> arguments = application.arguments().stream().map(a -> loose((Expr) a)).toList();
                Shape shape = Shape.SCALAR;
                for (Text argument : arguments) {
                    shape = together(shape, argument.shape);
                }
                // max of one array is a reduction, so a call of several has them all
                yield new Text(arguments.isEmpty()
                        ? name
                        : name + "(" + String.join(", ", arguments.stream().map(a -> a.at(COMPARISON)).toList()) + ")",
                        ATOM, shape);
            }
            case PREFIX -> {
                Text operand = loose(application.argument(0));
                int needed = operand.precedence == MATRIX ? MATRIX : SIGN;
                yield new Text("-" + operand.at(Math.min(needed, PRODUCT)),
                        Math.min(operand.precedence == MATRIX ? MATRIX : PRODUCT, SIGN), operand.shape);
            }
            case INFIX -> switch (primitive) {
                case ADD, SUBTRACT -> {
                    Text left = loose(application.argument(0));
                    Text right = loose(application.argument(1));
                    boolean signed = right.text.startsWith("-");
                    yield new Text(
                            left.at(SUM) + " " + name + " " + (signed ? "(" + right.text + ")" : right.at(MATRIX)),
                            SUM, together(left.shape, right.shape));
                }
                case MULTIPLY, DIVIDE -> product(application);
                default -> {
                    Text base = loose(application.argument(0));
                    Text exponent = loose(application.argument(1));
                    yield new Text(base.at(ATOM) + name + exponent.at(POWER), POWER,
                            together(base.shape, exponent.shape));
                }
            };
        };
    }

    /** softmax and norm. */
    private @Nullable Text special(Application application) {
        if (application.primitive() == Primitive.EXP && !application.shape().isScalar()) {
            Expr exponent = application.argument(0);
            if (exponent instanceof Application difference && difference.primitive() == Primitive.SUBTRACT) {
                Reduce sum = logSum(difference.argument(1));
                if (sum != null) {
                    Expr z = sum.argument();
                    boolean same = difference.argument(0) == z || Algebra.isZero(Algebra.sum(
                            List.of(exponent, difference.argument(1), Algebra.negate(z))));
                    if (same && z.shape().equals(application.shape())) {
                        int axis = sum.axes().getFirst();
                        return new Text("softmax(" + full(z).at(COMPARISON)
                                + (axis == z.shape().rank() - 1 ? "" : ", axis = " + axis) + ")", ATOM, z.shape());
                    }
                }
            }
        }
        if (application.primitive() == Primitive.SQRT && application.argument(0) instanceof Reduce sum
                && sum.reduction() == Reduction.SUM && sum.argument() instanceof Application square
                && square.primitive() == Primitive.INTEGER_POWER && square.argument(1) == Constant.TWO) {
            Expr x = square.argument(0);
            return new Text("norm(" + full(x).at(COMPARISON) + axes(sum, false) + ")", ATOM, sum.shape());
        }
        return null;
    }

    /** The logsumexp that is repeated along the axis it was taken over. */
    private static @Nullable Reduce logSum(Expr node) {
        Reduce sum = node instanceof Reduce plain
                ? plain
                : node instanceof View view && view.argument() instanceof Reduce inner ? inner : null;
        if (sum == null || sum.reduction() != Reduction.LOGSUMEXP) {
            return null;
        }
        boolean placed = node instanceof View view ? view.axes().equals(sum.kept()) : sum.shape().isScalar();
        return placed ? sum : null;
    }

    // products

    private record Factor(Expr value, boolean under) {}

    private static List<Factor> chain(Application product) {
        Deque<Factor> chain = new ArrayDeque<>();
        Expr rest = product;
        while (rest instanceof Application application && (application.primitive() == Primitive.MULTIPLY
                || application.primitive() == Primitive.DIVIDE)) {
            chain.push(new Factor(application.argument(1), application.primitive() == Primitive.DIVIDE));
            rest = application.argument(0);
        }
        chain.push(new Factor(rest, false));
        return List.copyOf(chain);
    }

    private Text product(Application application) {
        List<Factor> chain = new ArrayList<>(chain(application));
        Reduce mean = mean(chain);
        Text outer = outer(application, chain);
        if (outer != null) {
            return outer;
        }
        Text text = null;
        for (int i = 0; i < chain.size(); i++) {
            Factor factor = chain.get(i);
            Text next = factor.value == mean || factor.value instanceof View view && view.argument() == mean
                    ? mean(factor.value, Objects.requireNonNull(mean))
                    : loose(factor.value);
            if (text == null) {
                text = next;
                continue;
            }
            Shape shape = together(text.shape, next.shape);
            boolean signed = next.text.startsWith("-");
            if (factor.under) {
                text = new Text(text.at(PRODUCT) + "/" + (signed ? "(" + next.text + ")" : next.at(POWER)), PRODUCT,
                        shape);
            } else if (next.precedence == MATRIX && text.shape.isScalar() && text.precedence >= PRODUCT && !signed
                    && i == chain.size() - 1) {
                text = new Text(text.text + "*" + next.text, MATRIX, shape);
            } else {
                text = new Text(text.at(PRODUCT) + "*" + (signed ? "(" + next.text + ")" : next.at(POWER)), PRODUCT,
                        shape);
            }
        }
        return Objects.requireNonNull(text);
    }

    /** The sum that a denominator makes a mean; its count is taken out of the chain. */
    private @Nullable Reduce mean(List<Factor> chain) {
        for (Factor factor : chain) {
            Expr value = factor.value instanceof View view ? view.argument() : factor.value;
            if (factor.under || !(value instanceof Reduce sum) || sum.reduction() != Reduction.SUM
                    || names.containsKey(sum) || matrixProduct(sum) != null || element(sum) != null) {
                continue;
            }
            Expr count = ArrayAlgebra.count(sum.argument().shape(), sum.axes());
            for (int i = 0; i < chain.size(); i++) {
                Factor under = chain.get(i);
                if (!under.under || count == Constant.ONE) {
                    continue;
                }
                Expr rest = Algebra.over(under.value, count);
                boolean divides = rest.exactValue() instanceof Rational exact
                        ? exact.isOne()
                        : Graph.nodes(rest).size() < Graph.nodes(under.value).size()
                                && !(rest instanceof Application quotient && quotient.primitive() == Primitive.DIVIDE);
                if (divides) {
                    if (rest.exactValue() != null) {
                        chain.remove(i);
                    } else {
                        chain.set(i, new Factor(rest, true));
                    }
                    return sum;
                }
            }
        }
        return null;
    }

    private Text mean(Expr place, Reduce sum) {
        Text text = new Text("mean(" + full(sum.argument()).at(COMPARISON) + axes(sum, false) + ")", ATOM,
                sum.shape());
        return place instanceof View view ? placed(view.axes(), view.shape(), text) : text;
    }

    /** {@code outer(a, b)}: factors along rows times factors along columns. */
    private @Nullable Text outer(Application application, List<Factor> chain) {
        if (application.shape().rank() != 2) {
            return null;
        }
        Expr rows = null;
        Expr columns = null;
        Text scale = null;
        String under = "";
        for (Factor factor : chain) {
            if (factor.value.shape().isScalar()) {
                Text next = loose(factor.value);
                if (factor.under) {
                    under = under + "/" + next.at(POWER);
                    continue;
                }
                if (next.precedence < PRODUCT) {
                    return null;
                }
                scale = scale == null ? next : new Text(scale.text + "*" + next.at(POWER), PRODUCT, Shape.SCALAR);
                continue;
            }
            List<Integer> used = List.copyOf(ArrayAlgebra.used(factor.value));
            if (factor.under || used.size() != 1) {
                return null;
            }
            Expr part = ArrayAlgebra.restricted(factor.value, used);
            if (used.getFirst() == 0) {
                rows = rows == null ? part : Algebra.times(rows, part);
            } else {
                columns = columns == null ? part : Algebra.times(columns, part);
            }
        }
        if (rows == null || columns == null) {
            return null;
        }
        String text = "outer(" + full(rows).at(COMPARISON) + ", " + full(columns).at(COMPARISON) + ")";
        return scale == null && under.isEmpty()
                ? new Text(text, ATOM, application.shape())
                : new Text((scale == null ? "" : scale.at(PRODUCT) + "*") + text + under, PRODUCT,
                        application.shape());
    }

    // sums

    /** {@code , axis = 0} unless all axes go. */
    private static String axes(Reduce reduce, boolean keep) {
        String kept = keep ? ", keepdims = true" : "";
        if (reduce.shape().isScalar()) {
            return kept;
        }
        List<Integer> axes = reduce.axes();
        return ", axis = " + (axes.size() == 1
                ? axes.getFirst().toString()
                : "(" + String.join(", ", axes.stream().map(String::valueOf).toList()) + ")") + kept;
    }

    private Text sum(Reduce reduce, @Nullable View keep) {
        if (reduce.argument() instanceof View view && view.axes().equals(List.of(0, 0)) && reduce.shape().isScalar()) {
            return new Text("trace(" + full(view.argument()).at(COMPARISON) + ")", ATOM, Shape.SCALAR);
        }
        Text element = element(reduce);
        if (element != null && keep == null) {
            return element;
        }
        Text product = keep == null ? matrixProduct(reduce) : null;
        if (product != null) {
            return product;
        }
        return reduced(reduce, keep != null);
    }

    private Text reduced(Reduce reduce, boolean keep) {
        Reduce outer = reduce;
        Expr inner = reduce.argument();
        if (reduce.shape().isScalar() && reduce.reduction() != Reduction.ARGMAX && !keep) {
            // one axis after the other, the last first, is all axes
            while (inner instanceof Reduce next && next.reduction() == outer.reduction()
                    && outer.reduction() != Reduction.SUM
                    && next.axes().getFirst() == next.argument().shape().rank() - 1) {
                inner = next.argument();
            }
        }
        return new Text(reduce.reduction().spelling() + "(" + full(inner).at(COMPARISON) + axes(reduce, keep) + ")",
                ATOM, keep ? kept(reduce) : reduce.shape());
    }

    private static Shape kept(Reduce reduce) {
        Shape shape = reduce.argument().shape();
        for (int axis : reduce.axes()) {
            shape = shape.with(axis, Size.ONE);
        }
        return shape;
    }

    /** {@code x[i]}: one element of a window of one, summed; or an axis of length 1 dropped. */
    private @Nullable Text element(Reduce reduce) {
        Map<Integer, String> indices = new LinkedHashMap<>();
        Expr array = reduce;
        List<Integer> axes = new ArrayList<>();
        while (array instanceof Reduce next && next.reduction() == Reduction.SUM && next.axes().size() == 1
                && next.argument() instanceof Window window && window.isInside() && window.size().isOne()
                && window.axis() == next.axes().getFirst()) {
            axes.add(window.axis());
            Size offset = window.offset();
            Size length = window.argument().shape().size(window.axis());
            Size fromEnd = offset.minus(length);
            indices.put(axes.size() - 1, !offset.isLiteral() && fromEnd.isLiteral()
                    ? fromEnd.toString()
                    : offset.toString());
            array = window.argument();
        }
        if (axes.isEmpty()) {
            if (reduce.axes().stream().allMatch(axis -> reduce.argument().shape().size(axis).isOne())
                    && Graph.nodes(reduce.argument()).size() == 1) {
                Text whole = full(reduce.argument());
                List<String> zeros = new ArrayList<>();
                for (int i = 0; i < reduce.argument().shape().rank(); i++) {
                    zeros.add(reduce.axes().contains(i) ? "0" : ":");
                }
                return new Text(whole.at(ATOM) + "[" + String.join(", ", zeros) + "]", ATOM, reduce.shape());
            }
            return null;
        }
        // the innermost window was the first index; each one drops an axis of those before it
        List<String> entries = new ArrayList<>(Collections.nCopies(array.shape().rank(), ":"));
        List<Integer> left = new ArrayList<>(View.identity(array.shape().rank()));
        for (int i = axes.size() - 1; i >= 0; i--) {
            int axis = left.remove((int) axes.get(i));
            entries.set(axis, Objects.requireNonNull(indices.get(i)));
        }
        while (entries.getLast().equals(":")) {
            entries.removeLast();
        }
        return new Text(full(array).at(ATOM) + "[" + String.join(", ", entries) + "]", ATOM, reduce.shape());
    }

    private @Nullable Text matrixProduct(Reduce reduce) {
        return matrixProduct(reduce, false);
    }

    /** {@code A @ B}, or transposed {@code B.T @ A.T}; null if the sum is neither. */
    private @Nullable Text matrixProduct(Reduce reduce, boolean transposed) {
        if (reduce.axes().size() != 1 || !(reduce.argument() instanceof Application body)) {
            return null;
        }
        int summed = reduce.axes().getFirst();
        List<Integer> kept = reduce.kept();
        Map<TreeSet<Integer>, Expr> groups = new LinkedHashMap<>();
        List<Expr> all = new ArrayList<>();
        for (Factor factor : factors(body)) {
            TreeSet<Integer> used = new TreeSet<>(ArrayAlgebra.used(factor.value));
            if (!used.remove(summed)) {
                return null;
            }
            all.add(factor.value);
            Expr before = groups.get(used);
            groups.put(used, factor.under
                    ? Algebra.over(before == null ? Constant.ONE : before, factor.value)
                    : before == null ? factor.value : Algebra.times(before, factor.value));
        }
        Expr along = groups.size() == 3 ? groups.remove(new TreeSet<Integer>()) : null;
        if (along != null && groups.size() == 2) {
            // what depends on the summed axis alone goes with the second factor
            TreeSet<Integer> last = List.copyOf(groups.keySet()).get(
                    List.copyOf(groups.keySet()).get(0).first() > List.copyOf(groups.keySet()).get(1).first() ? 0 : 1);
            groups.computeIfPresent(last, (_, factor) -> Algebra.times(factor, along));
        }
        List<TreeSet<Integer>> sets = new ArrayList<>(groups.keySet());
        if (sets.size() == 1 && sets.getFirst().isEmpty() && all.size() == 2 && kept.isEmpty()
                && !all.contains(body)) {
            return matrix(ArrayAlgebra.restricted(all.get(0), List.of(summed)),
                    ArrayAlgebra.restricted(all.get(1), List.of(summed)), reduce.shape());
        }
        if (sets.size() != 2) {
            return null;
        }
        TreeSet<Integer> common = new TreeSet<>(sets.get(0));
        common.retainAll(sets.get(1));
        int batch = common.size();
        if (!List.copyOf(common).equals(kept.subList(0, batch))) {
            return null;
        }
        List<Integer> first = new ArrayList<>(sets.get(0));
        first.removeAll(common);
        List<Integer> second = new ArrayList<>(sets.get(1));
        second.removeAll(common);
        Expr one = groups.get(sets.get(0));
        Expr two = groups.get(sets.get(1));
        boolean swapped = first.isEmpty() && batch == 0
                || !first.isEmpty() && !second.isEmpty() && first.getFirst() > second.getFirst() != transposed;
        if (transposed && (batch > 0 || kept.size() != 2)) {
            return null;
        }
        List<Integer> rows = swapped ? second : first;
        List<Integer> columns = swapped ? first : second;
        Expr left = swapped ? two : one;
        Expr right = swapped ? one : two;
        if (left == null || right == null || rows.size() != 1 || columns.size() > 1
                || batch > 0 && columns.isEmpty()) {
            return null;
        }
        List<Integer> leftOrder = new ArrayList<>(common);
        leftOrder.addAll(rows);
        leftOrder.add(summed);
        List<Integer> rightOrder = new ArrayList<>(common);
        rightOrder.add(summed);
        rightOrder.addAll(columns);
        return matrix(ArrayAlgebra.restricted(left, leftOrder), ArrayAlgebra.restricted(right, rightOrder),
                transposed ? new Shape(reduce.shape().sizes().reversed()) : reduce.shape());
    }

    private static List<Factor> factors(Application body) {
        List<Factor> factors = new ArrayList<>();
        Deque<Factor> open = new ArrayDeque<>(List.of(new Factor(body, false)));
        while (!open.isEmpty()) {
            Factor next = open.pop();
            if (!next.under && next.value instanceof Application application
                    && (application.primitive() == Primitive.MULTIPLY
                            || application.primitive() == Primitive.DIVIDE)) {
                open.push(new Factor(application.argument(1), application.primitive() == Primitive.DIVIDE));
                open.push(new Factor(application.argument(0), false));
            } else {
                factors.add(next);
            }
        }
        return factors;
    }

    private Text matrix(Expr left, Expr right, Shape shape) {
        Text l = full(left);
        Text r = full(right);
        boolean bare = l.precedence >= POWER || l.precedence == MATRIX && !l.text.startsWith("-");
        return new Text((bare ? l.text : "(" + l.text + ")") + " @ " + r.at(POWER), MATRIX, shape);
    }

    // views

    private Text view(View view) {
        Expr argument = view.argument();
        if (argument.shape().isScalar()) {
            return loose(argument);
        }
        if (view.isDiagonal()) {
            return diagonal(view);
        }
        int rank = view.shape().rank();
        int own = view.axes().size();
        List<Integer> trailing = View.identity(rank).subList(rank - own, rank);
        if (view.axes().equals(trailing)) {
            return loose(argument);
        }
        if (argument instanceof Reduce reduce && names.get(argument) == null && view.axes().equals(reduce.kept())
                && rank == reduce.argument().shape().rank()
                && (reduce.reduction() != Reduction.SUM || element(reduce) == null && matrixProduct(reduce) == null)) {
            uses.merge(argument, 1, Integer::sum);
            return reduce.reduction() == Reduction.SUM ? sum(reduce, view) : reduced(reduce, true);
        }
        if (rank == 2 && view.axes().equals(List.of(1, 0)) && argument instanceof Reduce reduce
                && reduce.reduction() == Reduction.SUM && names.get(argument) == null) {
            Text product = matrixProduct(reduce, true);
            if (product != null && transposes(product) <= transposes(full(argument))) {
                return product;
            }
        }
        return placed(view.axes(), view.shape(), full(argument));
    }

    private static int transposes(Text text) {
        return text.text.split("\\.T", -1).length;
    }

    /** The text of the argument transposed and with new axes, so that it broadcasts to the view. */
    private static Text placed(List<Integer> axes, Shape shape, Text argument) {
        List<Integer> sorted = axes.stream().sorted().toList();
        String text = argument.at(ATOM);
        int precedence = ATOM;
        if (!sorted.equals(axes)) {
            List<Integer> order = sorted.stream().map(axes::indexOf).toList();
            text = axes.size() == 2
                    ? text + ".T"
                    : "transpose(" + argument.text + ", (" + String.join(", ",
                            order.stream().map(String::valueOf).toList()) + "))";
        }
        if (sorted.isEmpty() || sorted.equals(View.identity(shape.rank()).subList(
                shape.rank() - sorted.size(), shape.rank()))) {
            return new Text(text, precedence, new Shape(sorted.stream().map(shape::size).toList()));
        }
        List<String> entries = new ArrayList<>();
        List<Size> sizes = new ArrayList<>();
        for (int axis = sorted.getFirst(); axis < shape.rank(); axis++) {
            boolean mapped = sorted.contains(axis);
            entries.add(mapped ? ":" : "None");
            sizes.add(mapped ? shape.size(axis) : Size.ONE);
        }
        return new Text(text + "[" + String.join(", ", entries) + "]", precedence, new Shape(sizes));
    }

    private Text diagonal(View view) {
        List<Integer> axes = view.axes();
        if (axes.equals(List.of(0, 0)) && view.shape().rank() == 1) {
            return new Text("diag(" + full(view.argument()).at(COMPARISON) + ")", ATOM, view.shape());
        }
        // the elements with equal positions are the sum over one of them
        int second = -1;
        for (int i = 0; i < axes.size() && second < 0; i++) {
            second = axes.indexOf(axes.get(i)) < i ? i : -1;
        }
        int first = axes.indexOf(axes.get(second));
        Expr argument = view.argument();
        Expr picked = Reduce.of(Reduction.SUM, Choice.of(
                Comparison.of(Relation.EQUAL, ArrayAlgebra.positions(argument.shape(), first),
                        ArrayAlgebra.positions(argument.shape(), second)),
                argument, Constant.ZERO), List.of(second));
        List<Integer> rest = new ArrayList<>(axes);
        rest.remove(second);
        return loose(View.of(picked, rest, view.shape()));
    }

    private Text window(Window window) {
        Expr argument = window.argument();
        int axis = window.axis();
        Size length = argument.shape().size(axis);
        if (window.isInside()) {
            Size end = window.offset().plus(window.size());
            String from = window.offset().isZero() ? "" : fromEnd(window.offset(), length);
            String to = end.equals(length) ? "" : fromEnd(end, length);
            return new Text(full(argument).at(ATOM) + "[" + ":, ".repeat(axis) + from + ":" + to + "]", ATOM,
                    window.shape());
        }
        Size before = window.offset().times(-1);
        Size after = window.size().minus(before).minus(length);
        List<String> parts = new ArrayList<>();
        if (!before.isZero()) {
            parts.add("zeros(" + list(argument.shape().with(axis, before)) + ")");
        }
        parts.add(full(argument).at(COMPARISON));
        if (!after.isZero()) {
            parts.add("zeros(" + list(argument.shape().with(axis, after)) + ")");
        }
        return new Text("concatenate([" + String.join(", ", parts) + "]" + (axis == 0 ? "" : ", axis = " + axis) + ")",
                ATOM, window.shape());
    }

    private static String fromEnd(Size place, Size length) {
        Size back = place.minus(length);
        return !place.isLiteral() && back.isLiteral() && back.constant() < 0 ? back.toString() : place.toString();
    }

    // choices

    private Text choice(Choice choice) {
        Text delta = delta(choice);
        if (delta != null) {
            return delta;
        }
        Text condition = condition(choice.condition());
        Text then = loose(choice.then());
        Text otherwise = loose(choice.otherwise());
        return new Text("if(" + condition.at(OR) + ", " + then.at(COMPARISON) + ", " + otherwise.at(COMPARISON) + ")",
                ATOM, together(condition.shape, together(then.shape, otherwise.shape)));
    }

    /** {@code eye(n)}, {@code diag(v)}, {@code onehot(i, n)}, alone or as a factor. */
    private @Nullable Text delta(Choice choice) {
        if (!Algebra.isZero(choice.otherwise()) && !Algebra.isZero(choice.then())) {
            return null;
        }
        boolean turned = !Algebra.isZero(choice.otherwise());
        Expr value = turned ? choice.otherwise() : choice.then();
        List<Text> factors = new ArrayList<>();
        Shape shape = choice.shape();
        Set<Integer> seen = new LinkedHashSet<>();
        for (Condition part : Logic.conjuncts(ArrayAlgebra.where(choice))) {
            if (!(part instanceof Comparison equal) || equal.relation() != Relation.EQUAL
                    || part.shape().isScalar()) {
                return null;
            }
            int left = ArrayAlgebra.axis(equal.left());
            int right = ArrayAlgebra.axis(equal.right());
            if (left < 0 && right < 0 || !equal.shape().equals(shape)) {
                return null;
            }
            if (left >= 0 && right >= 0 && shape.size(left).equals(shape.size(right))) {
                Size size = shape.size(left);
                seen.add(left);
                seen.add(right);
                Expr diagonal = shape.rank() == 2 && ArrayAlgebra.used(value).size() == 1 && !value.shape().isScalar()
                        ? ArrayAlgebra.restricted(value, List.copyOf(ArrayAlgebra.used(value)))
                        : null;
                if (diagonal != null) {
                    return new Text("diag(" + full(diagonal).at(COMPARISON) + ")", ATOM, shape);
                }
                factors.add(placed(List.of(Math.min(left, right), Math.max(left, right)), shape,
                        new Text("eye(" + size + ")", ATOM, Shape.of(size, size))));
                continue;
            }
            int axis = left >= 0 ? left : right;
            Expr place = left >= 0 ? equal.right() : equal.left();
            if (!place.shape().isScalar()) {
                return null;
            }
            Size size = shape.size(axis);
            Size position = Size.of(place).orElse(null);
            String text = position != null && !position.isLiteral() && position.minus(size).isLiteral()
                    ? position.minus(size).toString()
                    : loose(place).at(COMPARISON);
            factors.add(placed(List.of(axis), shape,
                    new Text("onehot(" + text + ", " + size + ")", ATOM, Shape.of(size))));
        }
        if (factors.isEmpty()) {
            return null;
        }
        Text text = null;
        if (value instanceof Application quotient && quotient.primitive() == Primitive.DIVIDE
                && quotient.shape().isScalar() && quotient.argument(0) == Constant.ONE && factors.size() == 1) {
            return new Text(factors.getFirst().text + "/" + loose(quotient.argument(1)).at(POWER), PRODUCT,
                    factors.getFirst().shape);
        }
        if (!(value.exactValue() instanceof Rational exact && exact.isOne())) {
            text = loose(value);
        }
        for (Text factor : factors) {
            text = text == null
                    ? factor
                    : new Text(text.at(PRODUCT) + "*" + factor.text, PRODUCT, together(text.shape, factor.shape));
        }
        return text;
    }

    private Text condition(Condition condition) {
        return switch (condition) {
            case Truth truth -> new Text(truth == Truth.TRUE ? "0 == 0" : "0 != 0", COMPARISON, Shape.SCALAR);
            case Every every -> condition(every.condition());
            case Negation negation -> {
                Text inner = condition(negation.condition());
                yield new Text("not " + inner.at(NOT), NOT, inner.shape);
            }
            case Comparison comparison -> {
                Text left = loose(comparison.left());
                Text right = loose(comparison.right());
                yield new Text(left.at(SUM) + " " + comparison.relation().symbol() + " " + right.at(SUM), COMPARISON,
                        together(left.shape, right.shape));
            }
            case Junction junction -> {
                boolean and = junction.kind() == Junction.Kind.AND;
                Text left = condition(junction.left());
                Text right = condition(junction.right());
                yield new Text(left.at(and ? AND : OR) + (and ? " and " : " or ") + right.at(and ? NOT : AND),
                        and ? AND : OR, left.shape.isScalar() ? right.shape : left.shape);
            }
        };
    }
}
