package org.adequal.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The constructors of {@link Algebra} for arrays. Where an array is expected, a scalar stands for the array that is the same
 * everywhere; {@link #spread} makes it one.
 *
 * <p>A product holds its views at its factors; a sum or a function of views of one kind is a view of the sum or function,
 * computed where it is smallest. A sum over axes is rid of factors that do not depend on them, of axes that nothing depends
 * on, and of {@code if(i == j, …, 0)}. Each rewrite leaves fewer nodes below a sum, or moves views of a product down and
 * all others up, so they end.
 */
public final class ArrayAlgebra {
    /** How many nodes are looked through for views; beyond, every axis counts as used. */
    private static final int LOOK = 300;

    private ArrayAlgebra() {}

    /** The array of this shape that a scalar or an array of this shape stands for. */
    public static Expr spread(Expr value, Shape shape) {
        return value.shape().equals(shape) ? value : View.of(value, List.of(), shape);
    }

    /** The positions along an axis of an array of this shape. */
    public static Expr positions(Shape shape, int axis) {
        return shape.rank() == 1
                ? Range.of(shape.size(axis))
                : View.of(Range.of(shape.size(axis)), List.of(axis), shape);
    }

    // views

    /** The elements at other places, as {@link View} says. */
    public static Expr view(Expr value, List<Integer> axes, Shape shape) {
        if (value.shape().isScalar()) {
            return value;
        }
        if (axes.equals(View.identity(shape.rank()))) {
            return value;
        }
        boolean diagonal = axes.stream().distinct().count() < axes.size();
        return switch (value) {
            case View view -> view.argument().shape().isScalar()
                    ? view.argument()
                    : view(view.argument(), view.axes().stream().map(axes::get).toList(), shape);
            case Application application when diagonal || isProduct(application) -> Algebra.apply(
                    application.primitive(), views(application.arguments(), axes, shape));
            case Choice choice -> Algebra.choice(view(choice.condition(), axes, shape),
                    view(choice.then(), axes, shape), view(choice.otherwise(), axes, shape));
            case Reduce reduce when diagonal -> {
                // the reduced axes stay where they are, behind those of the view
                List<Integer> inner = new ArrayList<>();
                List<Integer> reduced = new ArrayList<>();
                List<Size> sizes = new ArrayList<>(shape.sizes());
                int kept = 0;
                for (int i = 0; i < reduce.argument().shape().rank(); i++) {
                    if (reduce.axes().contains(i)) {
                        reduced.add(sizes.size());
                        inner.add(sizes.size());
                        sizes.add(reduce.argument().shape().size(i));
                    } else {
                        inner.add(axes.get(kept++));
                    }
                }
                Shape wide = new Shape(sizes);
                yield reduce(reduce.reduction(), view(reduce.argument(), inner, wide), wide, reduced);
            }
            case Application _,Reduce _,Window _,Range _,Stack _,Constant _,Variable _,Guard _,Derivative _ ->
                View.of(value, axes, shape);
        };
    }

    private static List<Expr> views(List<? extends Node> values, List<Integer> axes, Shape shape) {
        return values.stream().map(value -> view((Expr) value, axes, shape)).toList();
    }

    /** A condition on elements at other places. */
    public static Condition viewed(Condition condition, List<Integer> axes, Shape shape) {
        return axes.equals(View.identity(shape.rank())) ? condition : view(condition, axes, shape);
    }

    private static Condition view(Condition condition, List<Integer> axes, Shape shape) {
        if (condition.shape().isScalar()) {
            return condition;
        }
        return switch (condition) {
            case Comparison c ->
                compare(c.relation(), view(c.left(), axes, shape), view(c.right(), axes, shape));
            case Junction j -> {
                Condition left = view(j.left(), axes, shape);
                Condition right = view(j.right(), axes, shape);
                yield j.kind() == Junction.Kind.AND ? Logic.and(left, right) : Logic.or(left, right);
            }
            case Negation n -> Logic.not(view(n.condition(), axes, shape));
            case Every _,Truth _ -> condition;
        };
    }

    /** The comparison, decided also where both sides are the same positions, or positions and a place beyond them. */
    static Condition compare(Relation relation, Expr left, Expr right) {
        return left == right && isPositions(left) ? Truth.of(relation.holds(0)) : Logic.compare(relation, left, right);
    }

    private static boolean isPositions(Expr value) {
        return value instanceof Range || value instanceof View view && view.argument() instanceof Range;
    }

    static boolean isProduct(Application application) {
        return switch (application.primitive()) {
            case MULTIPLY, DIVIDE, NEGATE, INTEGER_POWER -> true;
            default -> false;
        };
    }

    /** The axes of an array that its elements depend on, as far as views tell. */
    public static Collection<Integer> used(Expr value) {
        Uses uses = new Uses(value.shape().rank());
        uses.look(value);
        return uses.used;
    }

    /** The views at the leaves of a map. */
    private static final class Uses {
        private final int rank;
        private final TreeSet<Integer> used = new TreeSet<>();
        private boolean common = true;
        private @Nullable List<Integer> axes;

        Uses(int rank) {
            this.rank = rank;
        }

        void look(Node root) {
            Deque<Node> open = new ArrayDeque<>(List.of(root));
            for (int steps = 0; !open.isEmpty(); steps++) {
                Node node = open.pop();
                if (node.shape().isScalar()) {
                    continue;
                }
                if (steps > LOOK) {
                    leaf(View.identity(rank));
                    return;
                }
                switch (node) {
                    case View view -> leaf(view.axes());
                    case Application _,Choice _,Guard _,Comparison _,Junction _,Negation _ ->
                        open.addAll(node.arguments());
                    case Constant _,Truth _,Every _,Variable _,Derivative _,Reduce _,Window _,Range _,Stack _ ->
                        leaf(View.identity(rank));
                }
            }
        }

        private void leaf(List<Integer> leaf) {
            used.addAll(leaf);
            common &= axes == null || axes.equals(leaf);
            axes = leaf;
        }

        /** The axes to keep if the map can be computed smaller or untransposed, in that order; empty if it can't. */
        Optional<List<Integer>> kept() {
            List<Integer> all = axes;
            if (all != null && common && all.stream().distinct().count() == all.size()) {
                return all.equals(View.identity(rank)) ? Optional.empty() : Optional.of(all);
            }
            return used.size() < rank ? Optional.of(List.copyOf(used)) : Optional.empty();
        }
    }

    /** A map of views as the view of a smaller map. */
    static Expr lifted(Expr map) {
        if (map.shape().isScalar() || !(map instanceof Application application) || isProduct(application)) {
            return map;
        }
        Uses uses = new Uses(map.shape().rank());
        uses.look(map);
        Optional<List<Integer>> kept = uses.kept();
        return kept.isEmpty() ? map : view(restricted(map, kept.get()), kept.get(), map.shape());
    }

    /** The array without the axes that it does not depend on, the others in this order. */
    public static Expr restricted(Expr value, List<Integer> kept) {
        return (Expr) restrict(value, kept, value.shape().axes(kept));
    }

    private static Node restrict(Node node, List<Integer> kept, Shape shape) {
        if (node.shape().isScalar() || kept.equals(View.identity(node.shape().rank()))) {
            return node;
        }
        if (node instanceof View view) {
            return view(view.argument(), view.axes().stream().map(kept::indexOf).toList(), shape);
        }
        if (node instanceof ArrayNode || node instanceof Variable) {
            // a leaf that uses all axes, in another order
            List<Integer> axes = View.identity(kept.size()).stream().map(kept::indexOf).toList();
            return view((Expr) node, axes, shape);
        }
        return Algebra.rebuild(node,
                node.arguments().stream().map(argument -> restrict(argument, kept, shape)).toList());
    }

    // reductions

    /** The reduction of what stands for an array of this shape. */
    public static Expr reduce(Reduction reduction, Expr value, Shape shape, List<Integer> axes) {
        if (reduction == Reduction.SUM) {
            return sum(value, shape, axes);
        }
        if (reduction == Reduction.ARGMAX && value.shape().isScalar()) {
            return Constant.ZERO;
        }
        return Reduce.of(reduction, spread(value, shape), axes);
    }

    /** The sum over all axes of what stands for an array of this shape. */
    public static Expr total(Expr value, Shape shape) {
        return sum(value, shape, View.identity(shape.rank()));
    }

    /** The sum over some axes of what stands for an array of this shape. */
    public static Expr sum(Expr value, Shape shape, List<Integer> axes) {
        if (axes.isEmpty() || Algebra.isZero(value)) {
            return value;
        }
        if (value.shape().isScalar()) {
            return Algebra.times(count(shape, axes), value);
        }
        List<Integer> kept = Reduce.kept(shape.rank(), axes);
        return switch (value) {
            case Reduce inner when inner.reduction() == Reduction.SUM -> {
                List<Integer> outer = axes.stream().map(inner.kept()::get).toList();
                List<Integer> all = new ArrayList<>(inner.axes());
                all.addAll(outer);
                yield sum(inner.argument(), inner.argument().shape(), all.stream().sorted().toList());
            }
            case Choice choice -> choice(choice, shape, axes, kept);
            case Application application when isSum(application) -> {
                Expr together = product(value, shape, axes, kept);
                yield distributed(application, shape, axes, together);
            }
            case Application _,View _,Reduce _,Window _,Range _,Stack _,Constant _,Variable _,Guard _,Derivative _ ->
                product(value, shape, axes, kept);
        };
    }

    private static boolean isSum(Application application) {
        return application.primitive() == Primitive.ADD || application.primitive() == Primitive.SUBTRACT;
    }

    /** How many elements these axes have. */
    public static Expr count(Shape shape, List<Integer> axes) {
        Expr count = Constant.ONE;
        for (int axis : axes) {
            count = Algebra.times(count, shape.size(axis).toExpr());
        }
        return count;
    }

    /** The sum of each term where that leaves less, or where a term picks one element of what is summed. */
    private static Expr distributed(Application sum, Shape shape, List<Integer> axes, Expr together) {
        Expr left = sum.argument(0);
        Expr right = sum.argument(1);
        if (isOuter(left) && isOuter(right)) {
            // apart each is a product of matrices
            return Algebra.apply(sum.primitive(), List.of(sum(left, shape, axes), sum(right, shape, axes)));
        }
        boolean picks = isPick(left, shape, axes) || isPick(right, shape, axes);
        if (!picks && used(left).containsAll(axes) && used(right).containsAll(axes)) {
            return together;
        }
        Expr apart = Algebra.apply(sum.primitive(), List.of(sum(left, shape, axes), sum(right, shape, axes)));
        return picks || Graph.nodes(apart).size() < Graph.nodes(together).size() ? apart : together;
    }

    /** Whether a term, or each term of a sum, is a product of factors that do not all depend on all axes. */
    private static boolean isOuter(Expr term) {
        if (term instanceof Application application && isSum(application)) {
            return isOuter(application.argument(0)) && isOuter(application.argument(1));
        }
        Map<Expr, Integer> factors = Term.of(term).factors();
        return factors.keySet().stream().filter(factor -> !factor.shape().isScalar()).count() > 1
                && factors.keySet().stream().anyMatch(
                        factor -> !factor.shape().isScalar() && used(factor).size() < term.shape().rank());
    }

    private static boolean isPick(Expr term, Shape shape, List<Integer> axes) {
        return term instanceof Choice choice && half(choice) != null && delta(choice, shape, axes) != null
                || term instanceof Application application && (isSum(application)
                        ? isPick(application.argument(0), shape, axes) || isPick(application.argument(1), shape, axes)
                        : isProduct(application) && application.arguments().stream()
                                .anyMatch(argument -> isPick((Expr) argument, shape, axes)));
    }

    /** One side of a choice that is 0 on the other; null if it has none. */
    private static @Nullable Expr half(Choice choice) {
        return Algebra.isZero(choice.otherwise())
                ? choice.then()
                : Algebra.isZero(choice.then()) ? choice.otherwise() : null;
    }

    /** The condition of a half choice under which it is not 0. */
    public static Condition where(Choice half) {
        return Algebra.isZero(half.then()) ? Logic.not(half.condition()) : half.condition();
    }

    /** i == j, one of which is summed; or i == p with a position p. */
    private record Delta(Comparison comparison, int summed, int other) {}

    private static @Nullable Delta delta(Choice half, Shape shape, List<Integer> axes) {
        for (Condition part : Logic.conjuncts(where(half))) {
            if (part instanceof Comparison c && c.relation() == Relation.EQUAL) {
                int left = axis(c.left());
                int right = axis(c.right());
                if (left >= 0 && right >= 0 && left != right && shape.size(left).equals(shape.size(right))) {
                    if (axes.contains(right)) {
                        return new Delta(c, right, left);
                    }
                    if (axes.contains(left)) {
                        return new Delta(c, left, right);
                    }
                }
            }
        }
        return null;
    }

    /** The axis whose positions these are; -1 if they are none. */
    public static int axis(Expr positions) {
        return positions instanceof Range
                ? 0
                : positions instanceof View view && view.argument() instanceof Range ? view.axes().getFirst() : -1;
    }

    private static Expr choice(Choice choice, Shape shape, List<Integer> axes, List<Integer> kept) {
        Expr half = half(choice);
        Delta delta = half == null ? null : delta(choice, shape, axes);
        if (delta == null) {
            if (choice.condition().shape().isScalar()) {
                return Algebra.choice(choice.condition(), sum(choice.then(), shape, axes),
                        sum(choice.otherwise(), shape, axes));
            }
            return product(choice, shape, axes, kept);
        }
        // the summed position is the other one: the diagonal is left
        List<Integer> rest = Reduce.kept(shape.rank(), List.of(delta.summed));
        List<Integer> onto = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            onto.add(rest.indexOf(axis == delta.summed ? delta.other : axis));
        }
        Shape smaller = shape.axes(rest);
        List<Integer> remaining = axes.stream().filter(axis -> axis != delta.summed).map(rest::indexOf).toList();
        Expr diagonal = view(choice, onto, smaller);
        return smaller.isScalar() ? diagonal : sum(diagonal, smaller, remaining);
    }

    /** Factors that do not depend on what is summed leave the sum, the others are summed in independent groups. */
    private static Expr product(Expr value, Shape shape, List<Integer> axes, List<Integer> kept) {
        Term term = Term.of(value);
        Shape outside = shape.axes(kept);
        Expr result = new Term(term.coefficient(), term.decimal(), Map.of()).toExpr();
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<Expr, Integer> factor : term.factors().entrySet()) {
            Expr base = factor.getKey();
            Collection<Integer> used = used(base);
            Expr power = Algebra.power(base, Constant.of(factor.getValue()));
            if (used.stream().noneMatch(axes::contains)) {
                result = Algebra.times(result, base.shape().isScalar()
                        ? power
                        : view(restricted(power, List.copyOf(used)), onto(used, kept), outside));
            } else {
                join(groups, new Group(power, new TreeSet<>(used)), axes);
            }
        }
        TreeSet<Integer> left = new TreeSet<>(axes);
        for (Group group : groups) {
            left.removeAll(group.used);
        }
        result = Algebra.times(result, count(shape, List.copyOf(left)));
        for (Group group : groups) {
            result = Algebra.times(result, group.sum(axes, kept, outside));
        }
        return result;
    }

    private static List<Integer> onto(Collection<Integer> used, List<Integer> kept) {
        return used.stream().map(kept::indexOf).toList();
    }

    /** Factors that depend on common summed axes. */
    private record Group(Expr product, TreeSet<Integer> used) {

        Expr sum(List<Integer> axes, List<Integer> kept, Shape outside) {
            Uses uses = new Uses(product.shape().rank());
            uses.look(product);
            List<Integer> order = uses.kept().orElse(List.copyOf(used));
            Expr body = restricted(product, order);
            List<Integer> summed = new ArrayList<>();
            List<Integer> onto = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                if (axes.contains(order.get(i))) {
                    summed.add(i);
                } else {
                    onto.add(kept.indexOf(order.get(i)));
                }
            }
            Expr sum = body instanceof Reduce inner && inner.reduction() == Reduction.SUM
                    ? ArrayAlgebra.sum(body, body.shape(), summed)
                    : Reduce.of(Reduction.SUM, body, summed);
            return view(sum, onto, outside);
        }
    }

    private static void join(List<Group> groups, Group added, List<Integer> axes) {
        Group joined = added;
        for (int i = 0; i < groups.size();) {
            Group other = groups.get(i);
            if (other.used.stream().anyMatch(axis -> axes.contains(axis) && added.used.contains(axis))) {
                TreeSet<Integer> union = new TreeSet<>(other.used);
                union.addAll(joined.used);
                joined = new Group(Algebra.times(other.product, joined.product), union);
                groups.remove(i);
            } else {
                i++;
            }
        }
        groups.add(joined);
    }

    // windows

    /** A stretch along an axis of what stands for an array of this shape. */
    public static Expr window(Expr value, Shape shape, int axis, Size offset, Size size, boolean inside) {
        if (Algebra.isZero(value) || value.shape().isScalar() && inside
                || offset.isZero() && size.equals(shape.size(axis))) {
            return value;
        }
        Shape result = shape.with(axis, size);
        if (!inside && shape.size(axis).isOne()) {
            // one element among zeros
            Expr element = sum(value, shape, List.of(axis));
            List<Integer> others = Reduce.kept(shape.rank(), List.of(axis));
            Condition here = Logic.compare(Relation.EQUAL, positions(result, axis), offset.times(-1).toExpr());
            return Algebra.choice(here, view(element, others, result), Constant.ZERO);
        }
        return switch (value) {
            case Window inner when inner.axis() == axis -> composed(inner, axis, offset, size, inside);
            case View view when !view.axes().contains(axis) && inside ->
                view(view.argument(), view.axes(), result);
            case View view when view.axes().stream().filter(other -> other == axis).count() == 1 -> {
                int own = view.axes().indexOf(axis);
                yield view(window(view.argument(), view.argument().shape(), own, offset, size, inside), view.axes(),
                        result);
            }
            case Application application when inside && isSum(application) && application.arguments().stream()
                    .anyMatch(argument -> Term.of((Expr) argument).factors().keySet().stream()
                            .anyMatch(factor -> factor instanceof Window w && w.axis() == axis && !w.isInside())) ->
                Algebra.apply(application.primitive(), application.arguments().stream()
                        .map(argument -> window((Expr) argument, shape, axis, offset, size, inside)).toList());
            case Application application when isProduct(application) ->
                factors(value, shape, axis, offset, size, inside);
            case Application _,View _,Window _,Choice _,Reduce _,Range _,Stack _,Constant _,Variable _,Guard _,Derivative _ ->
                Window.of(spread(value, shape), axis, offset, size, inside);
        };
    }

    /** Factors that are the same along the axis leave the window. */
    private static Expr factors(Expr value, Shape shape, int axis, Size offset, Size size, boolean inside) {
        Term term = Term.of(value);
        Shape result = shape.with(axis, size);
        Expr outer = new Term(term.coefficient(), term.decimal(), Map.of()).toExpr();
        Map<Expr, Integer> inner = new LinkedHashMap<>();
        for (Map.Entry<Expr, Integer> factor : term.factors().entrySet()) {
            Collection<Integer> used = used(factor.getKey());
            if (used.contains(axis) || !inside && factor.getValue() < 0) {
                inner.merge(factor.getKey(), factor.getValue(), Integer::sum);
            } else {
                Expr power = Algebra.power(factor.getKey(), Constant.of(factor.getValue()));
                outer = Algebra.times(outer, power.shape().isScalar()
                        ? power
                        : view(restricted(power, List.copyOf(used)), List.copyOf(used), result));
            }
        }
        Expr rest = new Term(Rational.ONE, false, inner).toExpr();
        if (rest == value) {
            return Window.of(value, axis, offset, size, inside);
        }
        return Algebra.times(outer, rest.shape().isScalar()
                ? inside ? rest : Window.of(spread(rest, shape), axis, offset, size, false)
                : window(rest, shape, axis, offset, size, inside));
    }

    private static Expr composed(Window inner, int axis, Size offset, Size size, boolean inside) {
        Expr value = inner.argument();
        Size length = value.shape().size(axis);
        Size start = offset.plus(inner.offset());
        boolean innerPads = !inner.isInside();
        if (inside == inner.isInside()) {
            return window(value, value.shape(), axis, start, size, inside);
        }
        if (inside && innerPads) {
            Size end = start.plus(size);
            if (start.isAtLeast(0) && length.minus(end).isAtLeast(0)) {
                return window(value, value.shape(), axis, start, size, true);
            }
            if (end.times(-1).isAtLeast(0) || start.minus(length).isAtLeast(0)) {
                return Constant.ZERO;
            }
            if (start.times(-1).isAtLeast(0) && end.minus(length).isAtLeast(0)) {
                return window(value, value.shape(), axis, start, size, false);
            }
        }
        return Window.of(inner, axis, offset, size, inside);
    }
}
