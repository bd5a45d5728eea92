package org.adequal.expr;

import java.util.List;

/**
 * A stretch along one axis: {@code out[…, i, …] = x[…, i + offset, …]}, and 0 where x has no such element. A slice, a shift,
 * or an array with zeros before and after it.
 */
public final class Window extends ArrayNode {

    private record Label(int axis, Size offset, Size size, boolean inside) {}

    private Window(Label label, Expr argument) {
        super(label, List.of(argument), argument.shape().with(label.axis, label.size));
    }

    /**
     * The stretch of this size from an offset on.
     *
     * @param inside whether it must not reach beyond the argument: a slice that does is refused when sizes are known
     */
    public static Window of(Expr argument, int axis, Size offset, Size size, boolean inside) {
        return Pool.intern(new Window(new Label(axis, offset, size, inside), argument));
    }

    public Expr argument() {
        return (Expr) arguments().getFirst();
    }

    public int axis() {
        return ((Label) label()).axis;
    }

    public Size offset() {
        return ((Label) label()).offset;
    }

    public Size size() {
        return ((Label) label()).size;
    }

    public boolean isInside() {
        return ((Label) label()).inside;
    }

    @Override
    public Window with(List<? extends Node> newArguments) {
        return of((Expr) newArguments.getFirst(), axis(), offset(), size(), isInside());
    }

    @Override
    public String toString() {
        return "window" + label();
    }
}
