package org.adequal.calculus;

import java.util.ArrayList;
import java.util.List;

import org.adequal.expr.Algebra;
import org.adequal.expr.ArrayAlgebra;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Logic;
import org.adequal.expr.Primitive;
import org.adequal.expr.Reduce;
import org.adequal.expr.Reduction;
import org.adequal.expr.Relation;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Truth;
import org.adequal.expr.View;
import org.adequal.expr.Window;

/**
 * What derivatives do at the nodes of arrays. A scalar stands for the array that is the same everywhere.
 *
 * <p>Adjoints: a view is undone by summing what it repeated, a reduction by repeating, a window by the opposite window.
 */
final class ArrayRules {

    private ArrayRules() {}

    /** The adjoint of the argument of a view: the one place where broadcasting is undone. */
    static Expr adjoint(View view, Expr adjoint) {
        Shape from = view.argument().shape();
        Shape to = view.shape();
        List<Integer> firsts = new ArrayList<>();
        List<Integer> named = new ArrayList<>();
        for (int axis = 0; axis < from.rank(); axis++) {
            int place = view.axes().get(axis);
            if (!named.contains(place)) {
                named.add(place);
                firsts.add(axis);
            }
        }
        // first the axes of the argument in its order, then those to be summed
        List<Integer> onto = new ArrayList<>();
        List<Integer> repeated = new ArrayList<>();
        List<Size> sizes = new ArrayList<>(to.axes(named).sizes());
        for (int place = 0; place < to.rank(); place++) {
            if (named.contains(place)) {
                onto.add(named.indexOf(place));
            } else {
                repeated.add(sizes.size());
                onto.add(sizes.size());
                sizes.add(to.size(place));
            }
        }
        Shape wide = new Shape(sizes);
        Expr summed = ArrayAlgebra.sum(ArrayAlgebra.view(adjoint, onto, wide), wide, repeated);
        if (firsts.size() == from.rank()) {
            return summed;
        }
        Expr diagonal = ArrayAlgebra.view(summed, firsts, from);
        Condition on = Truth.TRUE;
        for (int axis = 0; axis < from.rank(); axis++) {
            int first = firsts.get(named.indexOf(view.axes().get(axis)));
            if (first != axis) {
                on = Logic.and(on, Logic.compare(Relation.EQUAL, ArrayAlgebra.positions(from, first),
                        ArrayAlgebra.positions(from, axis)));
            }
        }
        return Algebra.choice(on, diagonal, Constant.ZERO);
    }

    /** The adjoint of the argument of a reduction. */
    static Expr adjoint(Reduce reduce, Expr adjoint) {
        Shape from = reduce.argument().shape();
        return Algebra.times(ArrayAlgebra.view(adjoint, reduce.kept(), from), slope(reduce));
    }

    /** The adjoint of the argument of a window. */
    static Expr adjoint(Window window, Expr adjoint) {
        Shape from = window.argument().shape();
        return ArrayAlgebra.window(adjoint, window.shape(), window.axis(), window.offset().times(-1),
                from.size(window.axis()), !window.isInside());
    }

    /** The derivative of a reduction with respect to each element of its argument. */
    static Expr slope(Reduce reduce) {
        Expr x = reduce.argument();
        Shape shape = x.shape();
        int axis = reduce.axes().getFirst();
        return switch (reduce.reduction()) {
            case SUM -> Constant.ONE;
            case LOGSUMEXP -> Algebra.apply(Primitive.EXP,
                    List.of(Algebra.minus(x, ArrayAlgebra.view(reduce, reduce.kept(), shape))));
            case MAX, MIN -> Algebra.choice(isExtreme(reduce), Constant.ONE, Constant.ZERO);
            case PROD -> {
                // the product of the others: right where an element is 0
                Shape wide = shape.followedBy(Shape.of(shape.size(axis)));
                int last = shape.rank();
                List<Integer> moved = new ArrayList<>(View.identity(last));
                moved.set(axis, last);
                Expr others = Algebra.choice(
                        Logic.compare(Relation.EQUAL, ArrayAlgebra.positions(wide, axis),
                                ArrayAlgebra.positions(wide, last)),
                        Constant.ONE, ArrayAlgebra.view(x, moved, wide));
                yield ArrayAlgebra.reduce(Reduction.PROD, others, wide, List.of(last));
            }
            case ARGMAX -> Constant.ZERO;
        };
    }

    /** Where the element is the one that a maximum or minimum takes. */
    private static Condition isExtreme(Reduce reduce) {
        Shape shape = reduce.argument().shape();
        int axis = reduce.axes().getFirst();
        Expr searched = reduce.reduction() == Reduction.MIN
                ? Algebra.negate(reduce.argument())
                : reduce.argument();
        Expr first = ArrayAlgebra.reduce(Reduction.ARGMAX, searched, shape, reduce.axes());
        return Logic.compare(Relation.EQUAL, ArrayAlgebra.positions(shape, axis),
                ArrayAlgebra.view(first, reduce.kept(), shape));
    }

    /** Where no two elements share the extreme. */
    static Condition untied(Reduce reduce) {
        Expr x = reduce.argument();
        Shape shape = x.shape();
        boolean smallest = reduce.reduction() == Reduction.MIN;
        Expr extreme = ArrayAlgebra.reduce(smallest ? Reduction.MIN : Reduction.MAX, x, shape, reduce.axes());
        Condition beyond = Logic.compare(smallest ? Relation.GREATER : Relation.LESS, x,
                ArrayAlgebra.view(extreme, reduce.kept(), shape));
        return Logic.every(Logic.or(isExtreme(reduce), beyond));
    }

    /** The derivative of an array with respect to itself: 1 where all positions agree. */
    static Expr identity(Shape shape) {
        Shape square = shape.followedBy(shape);
        Condition same = Truth.TRUE;
        for (int axis = 0; axis < shape.rank(); axis++) {
            same = Logic.and(same, Logic.compare(Relation.EQUAL, ArrayAlgebra.positions(square, axis),
                    ArrayAlgebra.positions(square, shape.rank() + axis)));
        }
        return Algebra.choice(same, Constant.ONE, Constant.ZERO);
    }

    /** One element along the first axis. */
    static Expr element(Expr array, Shape shape, int index) {
        Expr window = ArrayAlgebra.window(array, shape, 0, Size.of(index), Size.ONE, true);
        return ArrayAlgebra.sum(window, shape.with(0, Size.ONE), List.of(0));
    }
}
