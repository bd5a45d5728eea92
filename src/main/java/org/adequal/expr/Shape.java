package org.adequal.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sizes of an array's axes, outermost first; a scalar has none. */
public record Shape(List<Size> sizes) {

    public static final Shape SCALAR = new Shape(List.of());

    public Shape {
        sizes = List.copyOf(sizes);
    }

    public static Shape of(long... sizes) {
        List<Size> all = new ArrayList<>();
        for (long size : sizes) {
            all.add(Size.of(size));
        }
        return new Shape(all);
    }

    public static Shape of(Size... sizes) {
        return new Shape(List.of(sizes));
    }

    public boolean isScalar() {
        return sizes.isEmpty();
    }

    /** How many axes there are. */
    public int rank() {
        return sizes.size();
    }

    public Size size(int axis) {
        return sizes.get(axis);
    }

    /** The shape of {@code count} arrays of this shape, one after the other along a new first axis. */
    public Shape stacked(int count) {
        return new Shape(Stream.concat(Stream.of(Size.of(count)), sizes.stream()).toList());
    }

    /** These axes and then those. */
    public Shape followedBy(Shape other) {
        return new Shape(Stream.concat(sizes.stream(), other.sizes.stream()).toList());
    }

    /** The shape of those axes, in that order. */
    public Shape axes(List<Integer> axes) {
        return new Shape(axes.stream().map(sizes::get).toList());
    }

    /** With one axis of another size. */
    public Shape with(int axis, Size size) {
        List<Size> changed = new ArrayList<>(sizes);
        changed.set(axis, size);
        return new Shape(changed);
    }

    /** The lengths of the axes where the names have these values. */
    public int[] dimensions(Map<String, Long> bound) {
        return sizes.stream().mapToInt(size -> Math.toIntExact(size.value(bound))).toArray();
    }

    /** With values for some of the names in it. */
    public Shape bound(Map<String, Long> bound) {
        return new Shape(sizes.stream().map(size -> size.bound(bound)).toList());
    }

    /** Whether every size is a number. */
    public boolean isLiteral() {
        return sizes.stream().allMatch(Size::isLiteral);
    }

    /** {@code []} for a scalar, {@code [2, n]} for a matrix of two rows. */
    @Override
    public String toString() {
        return sizes.stream().map(Size::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * The shape of what is made element by element of parts that are scalars or of one shape; refuses others.
     */
    static Shape common(List<? extends Node> parts) {
        Shape shape = SCALAR;
        for (Node part : parts) {
            Shape own = part.shape();
            if (!own.isScalar()) {
                if (!shape.isScalar() && !shape.equals(own)) {
                    throw new IllegalArgumentException("shapes " + shape + " and " + own + " element by element");
                }
                shape = own;
            }
        }
        return shape;
    }
}
