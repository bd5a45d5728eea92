package org.adequal.expr;

import java.util.ArrayList;
import java.util.List;

/** The numbers along some axes made into one: {@code sum(x, axis = 0)}. The other axes keep their order. */
public final class Reduce extends ArrayNode {

    private record Label(Reduction reduction, List<Integer> axes) {}

    private Reduce(Label label, Expr argument) {
        super(label, List.of(argument), argument.shape().axes(kept(argument.shape().rank(), label.axes)));
    }

    /** Reduces these axes, in ascending order; at least one. */
    public static Reduce of(Reduction reduction, Expr argument, List<Integer> axes) {
        if (axes.isEmpty() || (reduction != Reduction.SUM && axes.size() > 1)) {
            throw new IllegalArgumentException(reduction + " over axes " + axes);
        }
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i) < 0 || axes.get(i) >= argument.shape().rank()
                    || (i > 0 && axes.get(i) <= axes.get(i - 1))) {
                throw new IllegalArgumentException("axes " + axes + " of an array of shape " + argument.shape());
            }
        }
        return Pool.intern(new Reduce(new Label(reduction, List.copyOf(axes)), argument));
    }

    static List<Integer> kept(int rank, List<Integer> reduced) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            if (!reduced.contains(i)) {
                kept.add(i);
            }
        }
        return kept;
    }

    public Expr argument() {
        return (Expr) arguments().getFirst();
    }

    public Reduction reduction() {
        return ((Label) label()).reduction;
    }

    /** The axes of the argument that go, in ascending order. */
    public List<Integer> axes() {
        return ((Label) label()).axes;
    }

    /** The axes of the argument that stay. */
    public List<Integer> kept() {
        return kept(argument().shape().rank(), axes());
    }

    @Override
    public Reduce with(List<? extends Node> newArguments) {
        return of(reduction(), (Expr) newArguments.getFirst(), axes());
    }

    @Override
    public String toString() {
        return reduction().spelling() + axes();
    }
}
