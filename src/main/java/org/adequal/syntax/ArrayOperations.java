package org.adequal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayAlgebra;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Range;
import org.adequal.expr.Reduce;
import org.adequal.expr.Reduction;
import org.adequal.expr.Relation;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.expr.Window;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Operations on arrays in terms of the few nodes that the graph has for them, with NumPy's rules for shapes. Whatever does
 * not fit is refused here, in the user's terms, before a node exists.
 */
final class ArrayOperations {

    private ArrayOperations() {}

    /** A value and where it is written. */
    record Operand(Expr value, Span span) {
        Shape shape() {
            return value.shape();
        }

        int rank() {
            return value.shape().rank();
        }
    }

    /** Shapes that do not fit, before anything knows in which text. */
    static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Span span;
        private final transient @Nullable Span also;
        private final @Nullable String hint;

        Misfit(String message, Span span, @Nullable Span also, @Nullable String hint) {
            super(message);
            this.span = span;
            this.also = also;
            this.hint = hint;
        }

        DiagnosticException in(String source, String in) {
            return new DiagnosticException(new Diagnostic(Diagnostic.Code.SHAPE, String.valueOf(getMessage()), span,
                    hint, source, in, also));
        }
    }

    // broadcasting

    /** The shape that both are broadcast to. */
    static Shape broadcast(Shape left, Shape right, Span leftSpan, Span rightSpan, String what) {
        int rank = Math.max(left.rank(), right.rank());
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            int l = i - rank + left.rank();
            int r = i - rank + right.rank();
            Size a = l < 0 ? Size.ONE : left.size(l);
            Size b = r < 0 ? Size.ONE : right.size(r);
            if (!a.equals(b) && !a.isOne() && !b.isOne()) {
                throw new Misfit(what + ": shapes " + left + " and " + right + " do not fit: axis " + (i - rank)
                        + " has sizes " + a + " and " + b, leftSpan, rightSpan, null);
            }
            sizes.add(a.isOne() ? b : a);
        }
        return new Shape(sizes);
    }

    /** The value as an array of a larger shape that it broadcasts to; a scalar stays one. */
    static Expr to(Expr value, Shape shape) {
        if (value.shape().isScalar() || value.shape().equals(shape)) {
            return value;
        }
        List<Integer> ones = new ArrayList<>();
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < value.shape().rank(); i++) {
            int place = i + shape.rank() - value.shape().rank();
            if (value.shape().size(i).isOne() && !shape.size(place).isOne()) {
                ones.add(i);
            } else {
                axes.add(place);
            }
        }
        Expr dropped = ones.isEmpty() ? value : Reduce.of(Reduction.SUM, value, ones);
        return dropped.shape().isScalar() || axes.equals(View.identity(shape.rank()))
                ? dropped
                : View.of(dropped, axes, shape);
    }

    private static Condition to(Condition condition, Shape shape) {
        if (condition.shape().isScalar() || condition.shape().equals(shape)) {
            return condition;
        }
        return switch (condition) {
            case Comparison c -> Comparison.of(c.relation(), to(c.left(), shape), to(c.right(), shape));
            case Junction j -> Junction.of(j.kind(), to(j.left(), shape), to(j.right(), shape));
            case Negation n -> Negation.of(to(n.condition(), shape));
            case Every _,Truth _ -> condition;
        };
    }

    /** Two conditions as one, element by element. */
    static Condition join(Junction.Kind kind, Condition left, Condition right, Span span) {
        Shape shape = broadcast(left.shape(), right.shape(), span, span, kind == Junction.Kind.AND ? "and" : "or");
        return Junction.of(kind, to(left, shape), to(right, shape));
    }

    private static Shape common(List<Operand> operands, String what) {
        Shape shape = operands.getFirst().shape();
        Span span = operands.getFirst().span();
        for (Operand operand : operands.subList(1, operands.size())) {
            if (!operand.shape().equals(shape)) {
                shape = broadcast(shape, operand.shape(), span, operand.span(), what);
            }
            span = span.start() <= operand.span().end() ? span.to(operand.span()) : span;
        }
        return shape;
    }

    /** A function of the table, element by element. */
    static Expr map(Primitive primitive, List<Operand> operands) {
        boolean scalars = true;
        for (Operand operand : operands) {
            scalars &= operand.shape().isScalar();
        }
        if (scalars) {
            return Application.of(primitive, operands.stream().map(Operand::value).toList());
        }
        Shape shape = common(operands, primitive.names().getFirst());
        return Application.of(primitive, operands.stream().map(operand -> to(operand.value, shape)).toList());
    }

    static Expr map(Primitive primitive, Operand left, Operand right) {
        return left.shape().isScalar() && right.shape().isScalar()
                ? Application.of(primitive, left.value, right.value)
                : map(primitive, List.of(left, right));
    }

    static Condition compare(Relation relation, Operand left, Operand right) {
        if (left.shape().equals(right.shape())) {
            return Comparison.of(relation, left.value, right.value);
        }
        Shape shape = common(List.of(left, right), relation.symbol());
        return Comparison.of(relation, to(left.value, shape), to(right.value, shape));
    }

    /** {@code if(condition, then, otherwise)}, element by element. */
    static Expr choose(Condition condition, Span span, Operand then, Operand otherwise) {
        Shape values = common(List.of(then, otherwise), "if");
        Shape shape = broadcast(condition.shape(), values, span, then.span(), "if");
        return Choice.of(to(condition, shape), to(then.value, shape), to(otherwise.value, shape));
    }

    // products

    /** {@code left @ right}: matrices by vectors and matrices, stacks of matrices by their leading axes. */
    static Expr product(Operand left, Operand right) {
        if (left.rank() == 0 || right.rank() == 0) {
            throw new Misfit("@ is a product of arrays: shapes " + left.shape() + " and " + right.shape(),
                    left.span(), right.span(), "write * to scale by a number");
        }
        Size inner = left.shape().size(left.rank() - 1);
        int contracted = Math.max(0, right.rank() - 2);
        if (!inner.equals(right.shape().size(contracted))) {
            throw new Misfit("@: shapes " + left.shape() + " and " + right.shape() + " do not fit: the inner sizes are "
                    + inner + " and " + right.shape().size(contracted), left.span(), right.span(), null);
        }
        Shape leftBatch = new Shape(left.shape().sizes().subList(0, Math.max(0, left.rank() - 2)));
        Shape rightBatch = new Shape(right.shape().sizes().subList(0, Math.max(0, right.rank() - 2)));
        Shape batch = broadcast(leftBatch, rightBatch, left.span(), right.span(), "@");
        List<Size> sizes = new ArrayList<>(batch.sizes());
        int row = sizes.size();
        if (left.rank() > 1) {
            sizes.add(left.shape().size(left.rank() - 2));
        }
        int column = sizes.size();
        if (right.rank() > 1) {
            sizes.add(right.shape().size(right.rank() - 1));
        }
        int summed = sizes.size();
        sizes.add(inner);
        Shape body = new Shape(sizes);
        Expr l = placed(left.value, batch.rank(), left.rank() > 1 ? List.of(row, summed) : List.of(summed), body);
        Expr r = placed(right.value, batch.rank(), right.rank() > 1 ? List.of(summed, column) : List.of(summed), body);
        return Reduce.of(Reduction.SUM, Application.of(Primitive.MULTIPLY, l, r), List.of(summed));
    }

    /** The array with its last axes at these places, its leading ones behind those of the stack. */
    private static Expr placed(Expr value, int batch, List<Integer> last, Shape body) {
        int leading = value.shape().rank() - last.size();
        List<Integer> ones = new ArrayList<>();
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < leading; i++) {
            int place = i + batch - leading;
            if (value.shape().size(i).isOne() && !body.size(place).isOne()) {
                ones.add(i);
            } else {
                axes.add(place);
            }
        }
        axes.addAll(last);
        Expr dropped = ones.isEmpty() ? value : Reduce.of(Reduction.SUM, value, ones);
        return axes.equals(View.identity(body.rank())) ? dropped : View.of(dropped, axes, body);
    }

    static Expr outer(Operand left, Operand right) {
        if (left.rank() != 1 || right.rank() != 1) {
            throw new Misfit("outer takes two vectors: shapes " + left.shape() + " and " + right.shape(), left.span(),
                    right.span(), null);
        }
        Shape shape = left.shape().followedBy(right.shape());
        return Application.of(Primitive.MULTIPLY, View.of(left.value, List.of(0), shape),
                View.of(right.value, List.of(1), shape));
    }

    // other places

    static Expr transposed(Operand operand, List<Integer> order) {
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            axes.add(order.indexOf(i));
        }
        return axes.equals(View.identity(order.size()))
                ? operand.value
                : View.of(operand.value, axes, operand.shape().axes(order));
    }

    static Expr transposed(Operand operand) {
        return transposed(operand, View.identity(operand.rank()).reversed());
    }

    /** The diagonal of a matrix, or the matrix with this diagonal. */
    static Expr diagonal(Operand operand) {
        return switch (operand.rank()) {
            case 1 -> {
                Shape square = operand.shape().followedBy(operand.shape());
                yield Choice.of(Comparison.of(Relation.EQUAL, ArrayAlgebra.positions(square, 0),
                        ArrayAlgebra.positions(square, 1)), View.of(operand.value, List.of(0), square), Constant.ZERO);
            }
            case 2 -> {
                requireSquare(operand, "diag");
                yield View.of(operand.value, List.of(0, 0), Shape.of(operand.shape().size(0)));
            }
            default -> throw new Misfit("diag takes a vector or a square matrix, not an array of shape "
                    + operand.shape(), operand.span(), null, null);
        };
    }

    static Expr trace(Operand operand) {
        if (operand.rank() != 2) {
            throw new Misfit("trace takes a square matrix, not an array of shape " + operand.shape(), operand.span(),
                    null, null);
        }
        requireSquare(operand, "trace");
        return Reduce.of(Reduction.SUM,
                View.of(operand.value, List.of(0, 0), Shape.of(operand.shape().size(0))), List.of(0));
    }

    private static void requireSquare(Operand operand, String what) {
        if (!operand.shape().size(0).equals(operand.shape().size(1))) {
            throw new Misfit(what + " takes a square matrix: this has shape " + operand.shape(), operand.span(), null,
                    null);
        }
    }

    static Expr identity(Size size) {
        Shape square = Shape.of(size, size);
        return Choice.of(Comparison.of(Relation.EQUAL, ArrayAlgebra.positions(square, 0),
                ArrayAlgebra.positions(square, 1)), Constant.ONE, Constant.ZERO);
    }

    /** 1 at a position and 0 elsewhere; a negative position counts from the end. */
    static Expr oneHot(Operand position, Size size) {
        Expr place = position.value;
        Rational exact = place.exactValue();
        if (exact != null && exact.isInteger() && exact.signum() < 0) {
            place = size.plus(exact.numerator().longValueExact()).toExpr();
        }
        Shape shape = position.shape().followedBy(Shape.of(size));
        Expr repeated = position.shape().isScalar()
                ? place
                : View.of(place, View.identity(position.rank()), shape);
        return Choice.of(Comparison.of(Relation.EQUAL, ArrayAlgebra.positions(shape, position.rank()), repeated),
                Constant.ONE, Constant.ZERO);
    }

    static Expr concatenated(List<Operand> parts, int axis) {
        Shape first = parts.getFirst().shape();
        Size length = Size.of(0);
        for (Operand part : parts) {
            if (part.rank() != first.rank() || part.rank() == 0
                    || !part.shape().with(axis, first.size(axis)).equals(first)) {
                throw new Misfit("concatenate: shapes " + first + " and " + part.shape() + " differ besides axis "
                        + axis, parts.getFirst().span(), part.span(), null);
            }
            length = length.plus(part.shape().size(axis));
        }
        Expr sum = null;
        Size start = Size.of(0);
        for (Operand part : parts) {
            Expr placed = part.shape().size(axis).equals(length)
                    ? part.value
                    : Window.of(part.value, axis, start.times(-1), length, false);
            sum = sum == null ? placed : Application.of(Primitive.ADD, sum, placed);
            start = start.plus(part.shape().size(axis));
        }
        return sum == null ? Constant.ZERO : sum;
    }

    static Expr positions(Size size) {
        return Range.of(size);
    }

    // reductions

    /** A reduction over axes; a scalar is its own. */
    static Expr reduced(Reduction reduction, Operand operand, List<Integer> axes, boolean keep) {
        Expr value = operand.value;
        if (operand.rank() == 0) {
            return switch (reduction) {
                case ARGMAX -> Constant.ZERO;
                case SUM, PROD, MAX, MIN, LOGSUMEXP -> value;
            };
        }
        for (int axis : axes) {
            boolean needsOne = reduction != Reduction.SUM && reduction != Reduction.PROD;
            if (needsOne && operand.shape().size(axis).isZero()) {
                throw new Misfit(reduction.spelling() + " of no elements: the shape is " + operand.shape(),
                        operand.span(), null, null);
            }
        }
        if (reduction == Reduction.SUM) {
            value = Reduce.of(reduction, value, axes);
        } else {
            for (int axis : axes.reversed()) {
                value = Reduce.of(reduction, value, List.of(axis));
            }
        }
        return keep ? kept(value, operand.shape(), axes) : value;
    }

    /** With the reduced axes as axes of length 1. */
    private static Expr kept(Expr value, Shape shape, List<Integer> axes) {
        Shape result = shape;
        for (int axis : axes) {
            result = result.with(axis, Size.ONE);
        }
        List<Integer> onto = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!axes.contains(axis)) {
                onto.add(axis);
            }
        }
        return View.of(value, onto, result);
    }

    static Expr mean(Operand operand, List<Integer> axes, boolean keep) {
        if (operand.rank() == 0) {
            return operand.value;
        }
        Expr count = ArrayAlgebra.count(operand.shape(), axes);
        if (count.exactValue() instanceof Rational exact && exact.isZero()) {
            throw new Misfit("the mean of no elements is undefined: the shape is " + operand.shape(), operand.span(),
                    null, null);
        }
        return Application.of(Primitive.DIVIDE, reduced(Reduction.SUM, operand, axes, keep), count);
    }

    static Expr norm(Operand operand, List<Integer> axes, boolean keep) {
        Expr squares = Application.of(Primitive.POWER, operand.value, Constant.TWO);
        return Application.of(Primitive.SQRT,
                reduced(Reduction.SUM, new Operand(squares, operand.span()), axes, keep));
    }

    static Expr softmax(Operand operand, int axis) {
        Expr sum = Reduce.of(Reduction.LOGSUMEXP, operand.value, List.of(axis));
        Expr repeated = sum.shape().isScalar()
                ? sum
                : View.of(sum, Reduce.of(Reduction.SUM, operand.value, List.of(axis)).kept(), operand.shape());
        return Application.of(Primitive.EXP, Application.of(Primitive.SUBTRACT, operand.value, repeated));
    }

    // indices

    /** {@code x[i]}, {@code x[from:to]} and {@code x[None]} by their sizes, one entry after the other. */
    static final class Indexing {
        private final Operand operand;
        private Expr value;
        private int axis;
        private int own;

        Indexing(Operand operand) {
            this.operand = operand;
            value = operand.value();
        }

        private Size length(Span span, int count) {
            if (own >= operand.rank()) {
                throw new Misfit(operand.rank() == 0
                        ? "a number has no elements"
                        : "an array of shape " + operand.shape() + " has " + operand.rank() + " axes, and here are "
                                + count + " indices",
                        span, operand.span(), operand.value() instanceof Variable variable && operand.rank() == 0
                                ? "declare it to be an array: var " + variable.name() + "[n]"
                                : null);
            }
            return operand.shape().size(own++);
        }

        void newAxis() {
            List<Size> sizes = new ArrayList<>(value.shape().sizes());
            sizes.add(axis, Size.ONE);
            int place = axis;
            value = View.of(value, View.identity(value.shape().rank()).stream().map(i -> i < place ? i : i + 1)
                    .toList(), new Shape(sizes));
            axis++;
        }

        void element(Size index, Span span, int count) {
            Size length = length(span, count);
            Size from = index.isLiteral() && index.constant() < 0 ? length.plus(index) : index;
            boolean outside = from.times(-1).plus(-1).isAtLeast(0) || from.minus(length).isAtLeast(0);
            if (outside) {
                throw new Misfit("index " + index + " is beyond axis " + (own - 1) + " of size " + length, span,
                        operand.span(), null);
            }
            Expr one = length.isOne() ? value : Window.of(value, axis, from, Size.ONE, true);
            value = Reduce.of(Reduction.SUM, one, List.of(axis));
        }

        void slice(Optional<Size> from, Optional<Size> to, Span span, int count) {
            Size length = length(span, count);
            Size start = from.map(size -> fromEnd(size, length)).orElse(Size.of(0));
            Size end = to.map(size -> fromEnd(size, length)).orElse(length);
            if (length.isLiteral() && start.isLiteral() && end.isLiteral()) {
                // as in NumPy, a slice ends where its array does
                long first = Math.clamp(start.constant(), 0, length.constant());
                start = Size.of(first);
                end = Size.of(Math.clamp(end.constant(), first, length.constant()));
            }
            Size size = end.minus(start);
            if (!size.equals(length)) {
                if (size.times(-1).plus(-1).isAtLeast(0)) {
                    throw new Misfit("a slice of axis " + (own - 1) + " of size " + length + " from " + start + " to "
                            + end + " has size " + size, span, operand.span(), null);
                }
                value = Window.of(value, axis, start, size, true);
            }
            axis++;
        }

        private static Size fromEnd(Size size, Size length) {
            return size.isLiteral() && size.constant() < 0 ? length.plus(size) : size;
        }

        Expr value() {
            return value;
        }
    }

    /** Whether any part of a graph is an array. */
    static boolean hasArrays(Iterable<? extends Node> nodes) {
        for (Node node : nodes) {
            if (!node.shape().isScalar()) {
                return true;
            }
        }
        return false;
    }
}
