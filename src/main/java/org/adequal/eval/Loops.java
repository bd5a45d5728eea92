package org.adequal.eval;

import java.util.ArrayList;
import java.util.List;

import org.adequal.expr.Row;

/** Loops over arrays that lie anywhere: the axes that can be one are one, and the last is a plain loop. */
final class Loops {
    private final int[] dimensions;
    /** For each array, the steps along each axis. */
    private final int[][] strides;
    private final int[] offsets;
    private final int inner;

    /** Loops over places of the same dimensions. */
    Loops(Place... places) {
        List<Integer> sizes = new ArrayList<>();
        List<int[]> steps = new ArrayList<>();
        int[] shape = places[0].dimensions();
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] == 1) {
                continue;
            }
            int[] own = new int[places.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = places[i].strides()[axis];
            }
            if (!sizes.isEmpty() && joins(steps.getLast(), own, shape[axis])) {
                sizes.set(sizes.size() - 1, sizes.getLast() * shape[axis]);
                steps.set(steps.size() - 1, own);
            } else {
                sizes.add(shape[axis]);
                steps.add(own);
            }
        }
        if (sizes.isEmpty()) {
            sizes.add(Place.count(shape));
            steps.add(new int[places.length]);
        }
        int outer = sizes.size() - 1;
        inner = sizes.getLast();
        dimensions = sizes.subList(0, outer).stream().mapToInt(Integer::intValue).toArray();
        strides = new int[places.length][outer + 1];
        offsets = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            offsets[i] = places[i].offset();
            for (int axis = 0; axis <= outer; axis++) {
                strides[i][axis] = steps.get(axis)[i];
            }
        }
    }

    private static boolean joins(int[] outer, int[] inner, int size) {
        for (int i = 0; i < outer.length; i++) {
            if (outer[i] != inner[i] * size) {
                return false;
            }
        }
        return true;
    }

    /** What is done along the last axis: where each array starts. */
    @FunctionalInterface
    interface Line {
        void run(int[] starts);
    }

    /** How many elements the last axis has. */
    int length() {
        return inner;
    }

    /** How far apart elements of an array are along the last axis. */
    int step(int array) {
        return strides[array][dimensions.length];
    }

    void each(Line line) {
        int[] starts = offsets.clone();
        int[] index = new int[dimensions.length];
        for (int dimension : dimensions) {
            if (dimension == 0) {
                return;
            }
        }
        if (inner == 0) {
            return;
        }
        while (true) {
            line.run(starts);
            int axis = dimensions.length - 1;
            while (axis >= 0 && ++index[axis] == dimensions[axis]) {
                for (int i = 0; i < starts.length; i++) {
                    starts[i] -= strides[i][axis] * (dimensions[axis] - 1);
                }
                index[axis--] = 0;
            }
            if (axis < 0) {
                return;
            }
            for (int i = 0; i < starts.length; i++) {
                starts[i] += strides[i][axis];
            }
        }
    }

    // what is done along a line; array 0 is the result

    void copy(double[] out, double[] x) {
        int n = inner;
        int so = step(0);
        int sx = step(1);
        each(at -> {
            for (int j = 0, o = at[0], p = at[1]; j < n; j++, o += so, p += sx) {
                out[o] = x[p];
            }
        });
    }

    void apply(Row.Unary f, double[] out, double[] x) {
        int n = inner;
        int so = step(0);
        int sx = step(1);
        each(at -> {
            for (int j = 0, o = at[0], p = at[1]; j < n; j++, o += so, p += sx) {
                out[o] = f.function().applyAsDouble(x[p]) + 0.0;
            }
        });
    }

    void apply(Row.Binary f, double[] out, double[] x, double[] y) {
        int n = inner;
        int so = step(0);
        int sx = step(1);
        int sy = step(2);
        each(at -> {
            for (int j = 0, o = at[0], p = at[1], q = at[2]; j < n; j++, o += so, p += sx, q += sy) {
                out[o] = f.function().applyAsDouble(x[p], y[q]) + 0.0;
            }
        });
    }

    void apply(Row.Ternary f, double[] out, double[] x, double[] y, double[] z) {
        int n = inner;
        each(at -> {
            for (int j = 0; j < n; j++) {
                out[at[0] + j * step(0)] = f.function().applyAsDouble(x[at[1] + j * step(1)], y[at[2] + j * step(2)],
                        z[at[3] + j * step(3)]) + 0.0;
            }
        });
    }

    void plus(double[] out, double[] x, double[] y) {
        int n = inner;
        int sx = step(1);
        int sy = step(2);
        each(at -> {
            int o = at[0];
            int p = at[1];
            int q = at[2];
            if (sx == 1 && sy == 1) {
                for (int j = 0; j < n; j++) {
                    out[o + j] = x[p + j] + y[q + j];
                }
            } else {
                for (int j = 0; j < n; j++) {
                    out[o + j] = x[p + j * sx] + y[q + j * sy];
                }
            }
        });
    }

    void minus(double[] out, double[] x, double[] y) {
        int n = inner;
        int sx = step(1);
        int sy = step(2);
        each(at -> {
            int o = at[0];
            int p = at[1];
            int q = at[2];
            if (sx == 1 && sy == 1) {
                for (int j = 0; j < n; j++) {
                    out[o + j] = x[p + j] - y[q + j];
                }
            } else {
                for (int j = 0; j < n; j++) {
                    out[o + j] = x[p + j * sx] - y[q + j * sy];
                }
            }
        });
    }

    void times(double[] out, double[] x, double[] y) {
        int n = inner;
        int sx = step(1);
        int sy = step(2);
        each(at -> {
            int o = at[0];
            int p = at[1];
            int q = at[2];
            if (sx == 1 && sy == 1) {
                for (int j = 0; j < n; j++) {
                    out[o + j] = x[p + j] * y[q + j] + 0.0;
                }
            } else {
                for (int j = 0; j < n; j++) {
                    out[o + j] = x[p + j * sx] * y[q + j * sy] + 0.0;
                }
            }
        });
    }

    void over(double[] out, double[] x, double[] y) {
        int n = inner;
        int sx = step(1);
        int sy = step(2);
        each(at -> {
            for (int j = 0, o = at[0], p = at[1], q = at[2]; j < n; j++, p += sx, q += sy) {
                out[o + j] = x[p] / y[q] + 0.0;
            }
        });
    }

    void select(double[] out, double[] condition, double[] then, double[] otherwise) {
        int n = inner;
        each(at -> {
            for (int j = 0; j < n; j++) {
                double c = condition[at[1] + j * step(1)];
                out[at[0] + j * step(0)] = c == 1
                        ? then[at[2] + j * step(2)]
                        : c == 0 ? otherwise[at[3] + j * step(3)] : Double.NaN;
            }
        });
    }
}
