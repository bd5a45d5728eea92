package org.adequal.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * Elements at other places: {@code out[i0, i1, …] = x[i[axes0], i[axes1], …]}, which is broadcasting along the axes not
 * named, transposing, and the diagonal where an axis is named twice. Costs nothing when evaluated.
 */
public final class View extends ArrayNode {

    private record Label(List<Integer> axes, Shape shape) {}

    private View(Label label, Expr argument) {
        super(label, List.of(argument), label.shape);
    }

    /**
     * The elements of an array at the places that axes name.
     *
     * @param axes  for each axis of the argument the axis of the result that counts it, of the same size
     * @param shape the shape of the result
     */
    public static View of(Expr argument, List<Integer> axes, Shape shape) {
        if (axes.size() != argument.shape().rank()) {
            throw new IllegalArgumentException("a view of " + argument.shape() + " by " + axes);
        }
        for (int i = 0; i < axes.size(); i++) {
            if (!shape.size(axes.get(i)).equals(argument.shape().size(i))) {
                throw new IllegalArgumentException("a view of " + argument.shape() + " as " + shape + " by " + axes);
            }
        }
        return Pool.intern(new View(new Label(List.copyOf(axes), shape), argument));
    }

    /** The axes of an array in their order. */
    public static List<Integer> identity(int rank) {
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            axes.add(i);
        }
        return axes;
    }

    public Expr argument() {
        return (Expr) arguments().getFirst();
    }

    public List<Integer> axes() {
        return ((Label) label()).axes;
    }

    /** Whether an axis of the result counts two of the argument. */
    public boolean isDiagonal() {
        return axes().stream().distinct().count() < axes().size();
    }

    @Override
    public View with(List<? extends Node> newArguments) {
        return of((Expr) newArguments.getFirst(), axes(), shape());
    }

    @Override
    public String toString() {
        return "view" + axes();
    }
}
