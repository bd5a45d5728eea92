package org.adequal.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.adequal.expr.Application;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.View;

/**
 * A sum of products, computed without the products: factors that lie along the same axes are multiplied first, what only
 * one of two groups is summed over is summed in it, and what is left is a matrix product.
 */
final class Contraction {
    private final ArrayCompiler compiler;
    private final int[] dimensions;
    private final TreeSet<Integer> summed;
    private final List<Integer> kept = new ArrayList<>();

    /**
     * @param dimensions of what is summed
     * @param axes       those to sum
     */
    Contraction(ArrayCompiler compiler, int[] dimensions, List<Integer> axes) {
        this.compiler = compiler;
        this.dimensions = dimensions;
        summed = new TreeSet<>(axes);
        for (int axis = 0; axis < dimensions.length; axis++) {
            if (!summed.contains(axis)) {
                kept.add(axis);
            }
        }
    }

    /** A factor, or a divisor. */
    record Factor(Expr value, boolean inverse) {
        boolean isPlain() {
            return !inverse;
        }
    }

    /** The factors of a product, in order; what is no product is the only one. */
    static List<Factor> factors(Expr product) {
        List<Factor> factors = new ArrayList<>();
        Deque<Factor> open = new ArrayDeque<>(List.of(new Factor(product, false)));
        while (!open.isEmpty()) {
            Factor next = open.pop();
            if (next.value instanceof Application application && !application.shape().isScalar()) {
                if (application.primitive() == Primitive.MULTIPLY
                        || application.primitive() == Primitive.DIVIDE && !next.inverse) {
                    boolean divide = application.primitive() == Primitive.DIVIDE;
                    open.push(new Factor(application.argument(1), divide || next.inverse));
                    open.push(new Factor(application.argument(0), next.inverse));
                    continue;
                }
            }
            factors.add(next);
        }
        return factors;
    }

    /** Factors multiplied, along these axes of what is summed. */
    private record Group(TreeSet<Integer> axes, Place place) {}

    Place of(List<Factor> factors) {
        Map<TreeSet<Integer>, Place> groups = new LinkedHashMap<>();
        Map<TreeSet<Integer>, Boolean> inverse = new LinkedHashMap<>();
        for (Factor factor : factors) {
            Place whole = compiler.known(factor.value());
            TreeSet<Integer> axes = new TreeSet<>();
            for (int axis = 0; axis < whole.rank(); axis++) {
                if (whole.strides()[axis] != 0 && dimensions[axis] != 1) {
                    axes.add(axis);
                }
            }
            Place place = whole.rank() == 0 ? whole : whole.axes(List.copyOf(axes));
            Place before = groups.get(axes);
            if (before == null) {
                groups.put(axes, place);
                inverse.put(axes, factor.inverse());
            } else {
                boolean under = inverse.getOrDefault(axes, false);
                Place out = fresh(axes);
                if (under == factor.inverse()) {
                    compiler.arithmetic(Primitive.MULTIPLY, out, before, place);
                } else {
                    compiler.arithmetic(Primitive.DIVIDE, out, under ? place : before, under ? before : place);
                }
                groups.put(axes, out);
                inverse.put(axes, under && factor.inverse());
            }
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((axes, place) -> {
            if (inverse.getOrDefault(axes, false)) {
                Place out = fresh(axes);
                compiler.arithmetic(Primitive.DIVIDE, out, compiler.ones(), place);
                all.add(new Group(axes, out));
            } else {
                all.add(new Group(axes, place));
            }
        });
        return sum(all);
    }

    private Place fresh(TreeSet<Integer> axes) {
        int[] sizes = axes.stream().mapToInt(axis -> dimensions[axis]).toArray();
        return Place.contiguous(compiler.buffer(Place.count(sizes)), sizes);
    }

    private Place sum(List<Group> groups) {
        // what scales everything waits until the sum is done
        List<Group> scales = new ArrayList<>();
        List<Group> open = new ArrayList<>();
        for (Group group : groups) {
            (group.axes.stream().noneMatch(summed::contains) ? scales : open).add(group);
        }
        while (open.size() > 2) {
            joinSmallest(open);
        }
        long repeated = 1;
        for (int axis : summed) {
            if (open.stream().noneMatch(group -> group.axes.contains(axis))) {
                repeated *= dimensions[axis];
            }
        }
        Group result = switch (open.size()) {
            case 0 -> new Group(new TreeSet<>(), compiler.ones());
            case 1 -> reduced(open.getFirst(), open.getFirst().axes.stream().filter(summed::contains).toList());
            default -> product(open.get(0), open.get(1));
        };
        for (Group scale : scales) {
            result = times(result, scale);
        }
        if (repeated != 1) {
            result = times(result, new Group(new TreeSet<>(), compiler.fixed(repeated)));
        }
        return expanded(result);
    }

    /** Multiplies a group into one that has all its axes, or else the two with the smallest product. */
    private void joinSmallest(List<Group> open) {
        int first = 0;
        int second = 1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < open.size(); i++) {
            for (int j = i + 1; j < open.size(); j++) {
                TreeSet<Integer> union = new TreeSet<>(open.get(i).axes);
                union.addAll(open.get(j).axes);
                long cost = 1;
                for (int axis : union) {
                    cost *= dimensions[axis];
                }
                if (cost < least) {
                    least = cost;
                    first = i;
                    second = j;
                }
            }
        }
        Group joined = times(open.get(first), open.get(second));
        open.remove(second);
        open.set(first, joined);
    }

    private Group times(Group a, Group b) {
        TreeSet<Integer> union = new TreeSet<>(a.axes);
        union.addAll(b.axes);
        Place out = fresh(union);
        compiler.arithmetic(Primitive.MULTIPLY, out, along(a, union), along(b, union));
        return new Group(union, out);
    }

    /** The group seen along more axes. */
    private Place along(Group group, TreeSet<Integer> axes) {
        List<Integer> all = List.copyOf(axes);
        return group.place.viewed(group.axes.stream().map(all::indexOf).toList(),
                all.stream().mapToInt(axis -> dimensions[axis]).toArray());
    }

    /** The group summed over some of its axes. */
    private Group reduced(Group group, List<Integer> over) {
        if (over.isEmpty()) {
            return group;
        }
        List<Integer> own = List.copyOf(group.axes);
        TreeSet<Integer> rest = new TreeSet<>(group.axes);
        rest.removeAll(over);
        Place out = fresh(rest);
        Place outer = group.place.axes(rest.stream().map(own::indexOf).toList());
        Place inner = group.place.axes(over.stream().map(own::indexOf).toList());
        int buffer = group.place.buffer();
        Loops across = new Loops(out, outer);
        Loops along = new Loops(new Place(buffer, 0, inner.dimensions(), inner.strides()));
        int step = along.step(0);
        int length = along.length();
        compiler.step(group.place.count(), b -> {
            double[] x = b[buffer];
            double[] results = b[out.buffer()];
            across.each(at -> {
                for (int j = 0; j < across.length(); j++) {
                    int start = at[1] + j * across.step(1);
                    double[] sum = {0};
                    along.each(from -> {
                        double line = 0;
                        for (int i = 0, p = start + from[0]; i < length; i++, p += step) {
                            line += x[p];
                        }
                        sum[0] += line;
                    });
                    results[at[0] + j * across.step(0)] = sum[0];
                }
            });
        });
        return new Group(rest, out);
    }

    /** Two groups multiplied and summed over what both have. */
    private Group product(Group left, Group right) {
        Group l = reduced(left, left.axes.stream().filter(axis -> summed.contains(axis) && !right.axes.contains(axis))
                .toList());
        Group r = reduced(right, right.axes.stream().filter(axis -> summed.contains(axis) && !left.axes.contains(axis))
                .toList());
        List<Integer> inner = l.axes.stream().filter(axis -> summed.contains(axis) && r.axes.contains(axis)).toList();
        List<Integer> batch = l.axes.stream().filter(axis -> !summed.contains(axis) && r.axes.contains(axis)).toList();
        List<Integer> rows = l.axes.stream().filter(axis -> !r.axes.contains(axis)).toList();
        List<Integer> columns = r.axes.stream().filter(axis -> !l.axes.contains(axis)).toList();
        if (inner.isEmpty()) {
            return times(l, r);
        }
        if (columns.isEmpty() && !rows.isEmpty() || rows.size() + columns.size() > 0 && isBetterTurned(l, r, rows,
                columns, inner)) {
            return multiplied(l, r, batch, rows, columns, inner);
        }
        return multiplied(r, l, batch, columns, rows, inner);
    }

    /** Whether the second factor had better be the one whose rows are read. */
    private boolean isBetterTurned(Group l, Group r, List<Integer> rows, List<Integer> columns, List<Integer> inner) {
        if (rows.isEmpty()) {
            return false;
        }
        int columnStep = r.place.strides()[List.copyOf(r.axes).indexOf(columns.getLast())];
        int rowStep = l.place.strides()[List.copyOf(l.axes).indexOf(rows.getLast())];
        return columnStep == 1 || rowStep != 1 || size(columns) >= size(rows);
    }

    private long size(List<Integer> axes) {
        long size = 1;
        for (int axis : axes) {
            size *= dimensions[axis];
        }
        return size;
    }

    private Group multiplied(Group l, Group r, List<Integer> batch, List<Integer> rows, List<Integer> columns,
            List<Integer> inner) {
        Place a = ordered(l, batch, rows, inner);
        Place b = ordered(r, batch, inner, columns);
        int m = (int) size(rows);
        int n = (int) size(columns);
        int k = (int) size(inner);
        List<Integer> order = new ArrayList<>(batch);
        order.addAll(rows);
        order.addAll(columns);
        int[] shape = order.stream().mapToInt(axis -> dimensions[axis]).toArray();
        Place out = Place.contiguous(compiler.buffer(Place.count(shape)), shape);
        int aRow = step(a, batch.size(), rows.size());
        int aInner = step(a, batch.size() + rows.size(), inner.size());
        int bInner = step(b, batch.size(), inner.size());
        int bColumn = step(b, batch.size() + inner.size(), columns.size());
        int pack = bColumn != 1 && n > 1 && m >= 3 ? compiler.buffer(Math.multiplyExact(k, n)) : out.buffer();
        List<Integer> batchAxes = View.identity(batch.size());
        Loops loops = new Loops(out.axes(batchAxes), a.axes(batchAxes), b.axes(batchAxes));
        compiler.step(2L * m * n * k * size(batch), buffers -> loops.each(at -> {
            for (int j = 0; j < loops.length(); j++) {
                MatrixProduct.multiply(
                        new MatrixProduct.Matrix(buffers[a.buffer()], at[1] + j * loops.step(1), aRow, aInner),
                        new MatrixProduct.Matrix(buffers[b.buffer()], at[2] + j * loops.step(2), bInner, bColumn),
                        m, n, k, buffers[out.buffer()], at[0] + j * loops.step(0), buffers[pack]);
            }
        }));
        TreeSet<Integer> axes = new TreeSet<>(order);
        return new Group(axes, out.axes(axes.stream().map(order::indexOf).toList()));
    }

    /** The group with its axes in this order, those of a part as one: copied where they don't lie so. */
    private Place ordered(Group group, List<Integer> batch, List<Integer> first, List<Integer> second) {
        List<Integer> own = List.copyOf(group.axes);
        List<Integer> order = new ArrayList<>(batch);
        order.addAll(first);
        order.addAll(second);
        Place place = group.place.axes(order.stream().map(own::indexOf).toList());
        if (isOne(place, batch.size(), first.size()) && isOne(place, batch.size() + first.size(), second.size())) {
            return place;
        }
        Place copy = Place.contiguous(compiler.buffer(place.count()), place.dimensions());
        Loops loops = new Loops(copy, place);
        compiler.step(0, b -> loops.copy(b[copy.buffer()], b[place.buffer()]));
        return copy;
    }

    /** Whether axes can be counted as one. */
    private static boolean isOne(Place place, int from, int count) {
        for (int axis = from; axis + 1 < from + count; axis++) {
            if (place.strides()[axis] != place.strides()[axis + 1] * place.dimensions()[axis + 1]) {
                return false;
            }
        }
        return true;
    }

    private static int step(Place place, int from, int count) {
        return count == 0 ? 0 : place.strides()[from + count - 1];
    }

    /** The result along all axes that stay. */
    private Place expanded(Group group) {
        int[] sizes = kept.stream().mapToInt(axis -> dimensions[axis]).toArray();
        return group.place.viewed(group.axes.stream().map(kept::indexOf).toList(), sizes);
    }
}
