package org.adequal.expr;

import java.util.List;
import java.util.stream.Stream;

/** The sizes of an array's axes, outermost first; a scalar has none. */
public record Shape(List<Integer> sizes) {

    public static final Shape SCALAR = new Shape(List.of());

    public Shape {
        sizes = List.copyOf(sizes);
    }

    public boolean isScalar() {
        return sizes.isEmpty();
    }

    /** The shape of {@code count} arrays of this shape, one after the other along a new first axis. */
    public Shape stacked(int count) {
        return new Shape(Stream.concat(Stream.of(count), sizes.stream()).toList());
    }

    /** {@code []} for a scalar, {@code [2, 3]} for a matrix of two rows. */
    @Override
    public String toString() {
        return sizes.toString();
    }
}
