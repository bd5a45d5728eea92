package org.adequal.expr;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.number.Rational;

/**
 * Arrays of known sizes written out element by element: the meaning of the array nodes, in scalars. The elements of a
 * variable A are the variables {@code A[0,0]}, {@code A[0,1]}, …; elements come in row-major order.
 */
public final class Expansion {
    private final Map<String, Long> sizes;
    private final long limit;
    private long elements;
    private final Map<Node, Node[]> done = new IdentityHashMap<>();

    /** Thrown where more elements are needed than the limit. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge(long limit) {
            super("more than " + limit + " elements to write out");
        }
    }

    /** Thrown where sizes do not fit: a slice beyond its array. */
    public static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Misfit(String message) {
            super(message);
        }
    }

    /**
     * @param sizes the values of the size names
     * @param limit how many elements may be written out in all
     */
    public Expansion(Map<String, Long> sizes, long limit) {
        this.sizes = Map.copyOf(sizes);
        this.limit = limit;
    }

    /** The elements of an expression; of a scalar, that scalar. */
    public List<Expr> of(Expr root) {
        List<Expr> all = new ArrayList<>();
        for (Node element : elements(root)) {
            all.add((Expr) element);
        }
        return all;
    }

    /** The scalar that a scalar expression over arrays is. */
    public Expr scalar(Expr root) {
        return (Expr) elements(root)[0];
    }

    private Node[] elements(Node root) {
        for (Node node : Graph.nodes(root)) {
            if (!done.containsKey(node)) {
                Node[] own = expand(node);
                if (!node.shape().isScalar() || node.arguments().stream().anyMatch(a -> !a.shape().isScalar())) {
                    elements += own.length;
                    if (elements > limit) {
                        throw new TooLarge(limit);
                    }
                }
                done.put(node, own);
            }
        }
        return known(root);
    }

    private Node[] known(Node node) {
        Node[] known = done.get(node);
        if (known == null) {
            throw new IllegalStateException("arguments come first");
        }
        return known;
    }

    private Node[] expand(Node node) {
        return switch (node) {
            case Variable variable when variable.isSize() ->
                new Node[]{Constant.of(Size.of(variable.name()).value(sizes))};
            case Variable variable -> variable(variable);
            case Constant _,Truth _ -> new Node[]{node};
            case Application _,Choice _,Guard _,Comparison _,Junction _,Negation _ -> map(node);
            case Every every -> {
                Condition all = Truth.TRUE;
                for (Node element : known(every.condition())) {
                    all = all == Truth.TRUE
                            ? (Condition) element
                            : Junction.of(Junction.Kind.AND, all, (Condition) element);
                }
                yield new Node[]{all};
            }
            case Derivative derivative -> derivative(derivative);
            case Stack stack -> {
                List<Node> all = new ArrayList<>();
                stack.elements().forEach(element -> all.addAll(List.of(known(element))));
                yield all.toArray(Node[]::new);
            }
            case Range range -> {
                Node[] all = new Node[count(range.shape())];
                for (int i = 0; i < all.length; i++) {
                    all[i] = Constant.of(i);
                }
                yield all;
            }
            case View view -> view(view);
            case Window window -> window(window);
            case Reduce reduce -> reduce(reduce);
        };
    }

    private int count(Shape shape) {
        long count = 1;
        for (int size : dimensions(shape)) {
            count *= size;
            if (count > limit) {
                throw new TooLarge(limit);
            }
        }
        return (int) count;
    }

    private int[] dimensions(Shape shape) {
        int[] dimensions = new int[shape.rank()];
        for (int i = 0; i < dimensions.length; i++) {
            long size = shape.size(i).value(sizes);
            if (size < 0) {
                throw new Misfit("a size of " + shape.size(i) + " is " + size);
            }
            if (size > limit) {
                throw new TooLarge(limit);
            }
            dimensions[i] = (int) size;
        }
        return dimensions;
    }

    private Node[] variable(Variable variable) {
        if (variable.shape().isScalar()) {
            return new Node[]{variable};
        }
        int[] dimensions = dimensions(variable.shape());
        Node[] all = new Node[count(variable.shape())];
        int[] index = new int[dimensions.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = variable.element(index);
            next(index, dimensions);
        }
        return all;
    }

    /** The next index in row-major order. */
    private static void next(int[] index, int[] dimensions) {
        for (int axis = dimensions.length - 1; axis >= 0; axis--) {
            if (++index[axis] < dimensions[axis]) {
                return;
            }
            index[axis] = 0;
        }
    }

    private Node[] map(Node node) {
        List<Node[]> arguments = node.arguments().stream().map(this::known).toList();
        Node[] all = new Node[count(node.shape())];
        for (int i = 0; i < all.length; i++) {
            List<Node> own = new ArrayList<>(arguments.size());
            boolean same = true;
            for (int k = 0; k < arguments.size(); k++) {
                Node[] argument = arguments.get(k);
                Node element = argument[node.arguments().get(k).shape().isScalar() ? 0 : i];
                same &= element == node.arguments().get(k);
                own.add(element);
            }
            if (!same && node instanceof Choice && ((Condition) own.getFirst()).decided() instanceof Boolean decided) {
                all[i] = own.get(decided ? 1 : 2);
            } else {
                all[i] = same ? node : node.with(own);
            }
        }
        return all;
    }

    private Node[] view(View view) {
        int[] from = dimensions(view.argument().shape());
        int[] strides = strides(from);
        int[] dimensions = dimensions(view.shape());
        Node[] argument = known(view.argument());
        Node[] all = new Node[count(view.shape())];
        int[] index = new int[dimensions.length];
        for (int i = 0; i < all.length; i++) {
            int place = 0;
            for (int axis = 0; axis < from.length; axis++) {
                place += index[view.axes().get(axis)] * strides[axis];
            }
            all[i] = argument[place];
            next(index, dimensions);
        }
        return all;
    }

    private static int[] strides(int[] dimensions) {
        int[] strides = new int[dimensions.length];
        int stride = 1;
        for (int axis = dimensions.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dimensions[axis];
        }
        return strides;
    }

    private Node[] window(Window window) {
        int[] from = dimensions(window.argument().shape());
        int[] strides = strides(from);
        int[] dimensions = dimensions(window.shape());
        long offset = window.offset().value(sizes);
        int axis = window.axis();
        check(window, sizes);
        Node[] argument = known(window.argument());
        Node[] all = new Node[count(window.shape())];
        int[] index = new int[dimensions.length];
        for (int i = 0; i < all.length; i++) {
            int place = 0;
            for (int each = 0; each < from.length; each++) {
                place += index[each] * strides[each];
            }
            long position = index[axis] + offset;
            all[i] = position < 0 || position >= from[axis]
                    ? Constant.ZERO
                    : argument[(int) (place + offset * strides[axis])];
            next(index, dimensions);
        }
        return all;
    }

    /** Refuses a slice that reaches beyond its array. */
    public static void check(Window window, Map<String, Long> sizes) {
        long from = window.argument().shape().size(window.axis()).value(sizes);
        long offset = window.offset().value(sizes);
        long size = window.size().value(sizes);
        if (size < 0 || window.isInside() && (offset < 0 || offset + size > from)) {
            throw new Misfit(size == 1
                    ? "there is no element " + offset + " along axis " + window.axis() + ", which has " + from
                    : "a slice from " + offset + " to " + (offset + size) + " of an axis of " + from);
        }
    }

    private Node[] derivative(Derivative derivative) {
        Node[] bodies = known(derivative.body());
        Node[] places = known(derivative.at());
        Variable variable = derivative.variable();
        if (variable.shape().isScalar()) {
            Node[] all = new Node[bodies.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = Derivative.of((Expr) bodies[i], variable, (Expr) places[0]);
            }
            return all;
        }
        Node[] variables = variable(variable);
        Node[] all = new Node[count(derivative.shape())];
        for (int k = 0; k < variables.length; k++) {
            Map<Node, Node> others = new IdentityHashMap<>();
            for (int j = 0; j < variables.length; j++) {
                if (j != k) {
                    others.put(variables[j], places[j]);
                }
            }
            for (int i = 0; i < bodies.length; i++) {
                elements += bodies.length;
                if (elements > limit) {
                    throw new TooLarge(limit);
                }
                all[i * variables.length + k] = Derivative.of((Expr) Graph.substitute(bodies[i], others),
                        (Variable) variables[k], (Expr) places[k]);
            }
        }
        return all;
    }

    private Node[] reduce(Reduce reduce) {
        int[] from = dimensions(reduce.argument().shape());
        int[] strides = strides(from);
        int[] dimensions = dimensions(reduce.shape());
        Node[] argument = known(reduce.argument());
        List<Integer> kept = reduce.kept();
        int[] summed = reduce.axes().stream().mapToInt(axis -> from[axis]).toArray();
        int length = 1;
        for (int size : summed) {
            length *= size;
        }
        Node[] all = new Node[count(reduce.shape())];
        int[] index = new int[dimensions.length];
        for (int i = 0; i < all.length; i++) {
            int start = 0;
            for (int k = 0; k < index.length; k++) {
                start += index[k] * strides[kept.get(k)];
            }
            List<Expr> line = new ArrayList<>(length);
            int[] inner = new int[summed.length];
            for (int j = 0; j < length; j++) {
                int place = start;
                for (int k = 0; k < inner.length; k++) {
                    place += inner[k] * strides[reduce.axes().get(k)];
                }
                line.add((Expr) argument[place]);
                next(inner, summed);
            }
            all[i] = fold(reduce.reduction(), line);
            next(index, dimensions);
        }
        return all;
    }

    private Expr fold(Reduction reduction, List<Expr> line) {
        elements += line.size();
        if (elements > limit) {
            throw new TooLarge(limit);
        }
        if (line.isEmpty() && reduction != Reduction.SUM && reduction != Reduction.PROD) {
            throw new Misfit(reduction.spelling() + " of no elements");
        }
        return switch (reduction) {
            case SUM -> sum(line);
            case PROD -> line.stream().reduce((a, b) -> Application.of(Primitive.MULTIPLY, a, b))
                    .orElse(Constant.ONE);
            case MAX -> line.stream().reduce((a, b) -> Application.of(Primitive.MAX, a, b)).orElseThrow();
            case MIN -> line.stream().reduce((a, b) -> Application.of(Primitive.MIN, a, b)).orElseThrow();
            case LOGSUMEXP -> Application.of(Primitive.LOG,
                    sum(line.stream().<Expr>map(x -> Application.of(Primitive.EXP, x)).toList()));
            case ARGMAX -> {
                Expr best = line.getFirst();
                Expr position = Constant.ZERO;
                for (int i = 1; i < line.size(); i++) {
                    Condition better = Comparison.of(Relation.GREATER, line.get(i), best);
                    position = better.decided() instanceof Boolean decided
                            ? decided ? Constant.of(i) : position
                            : Choice.of(better, Constant.of(i), position);
                    best = Application.of(Primitive.MAX, best, line.get(i));
                }
                yield position;
            }
        };
    }

    private static Expr sum(List<Expr> line) {
        Expr sum = null;
        for (Expr term : line) {
            Rational exact = term.exactValue();
            if (exact == null || !exact.isZero()) {
                sum = sum == null ? term : Application.of(Primitive.ADD, sum, term);
            }
        }
        return sum == null ? Constant.ZERO : sum;
    }
}
