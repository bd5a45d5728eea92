package org.adequal.eval;

import java.util.List;

/**
 * Where an array lies: a buffer, where in it the first element stands, and how far apart the elements are along each axis;
 * 0 along an axis on which they are the same. Different places may share a buffer, so views and slices cost nothing.
 */
record Place(int buffer, int offset, int[] dimensions, int[] strides) {

    /** All of a buffer, in row-major order. */
    static Place contiguous(int buffer, int[] dimensions) {
        return new Place(buffer, 0, dimensions, strides(dimensions));
    }

    static int[] strides(int[] dimensions) {
        int[] strides = new int[dimensions.length];
        int stride = 1;
        for (int axis = dimensions.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dimensions[axis];
        }
        return strides;
    }

    static int count(int[] dimensions) {
        int count = 1;
        for (int dimension : dimensions) {
            count = Math.multiplyExact(count, dimension);
        }
        return count;
    }

    int count() {
        return count(dimensions);
    }

    int rank() {
        return dimensions.length;
    }

    /** Whether the elements lie one after the other in row-major order. */
    boolean isContiguous() {
        int expected = 1;
        for (int axis = dimensions.length - 1; axis >= 0; axis--) {
            if (dimensions[axis] != 1 && strides[axis] != expected) {
                return false;
            }
            expected *= dimensions[axis];
        }
        return true;
    }

    /** The elements counted by other axes: axis i of this by axes[i] of the result. */
    Place viewed(List<Integer> axes, int[] shape) {
        int[] moved = new int[shape.length];
        for (int axis = 0; axis < strides.length; axis++) {
            moved[axes.get(axis)] += strides[axis];
        }
        return new Place(buffer, offset, shape, moved);
    }

    /** A stretch along an axis. */
    Place sliced(int axis, int from, int size) {
        int[] shorter = dimensions.clone();
        shorter[axis] = size;
        return new Place(buffer, offset + from * strides[axis], shorter, strides);
    }

    /** These axes only, the first element along the others. */
    Place axes(List<Integer> axes) {
        int[] sizes = new int[axes.size()];
        int[] steps = new int[axes.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = dimensions[axes.get(i)];
            steps[i] = strides[axes.get(i)];
        }
        return new Place(buffer, offset, sizes, steps);
    }

    /** The same for every index of a shape, if this is a scalar. */
    Place repeated(int[] shape) {
        return rank() == 0 && shape.length > 0 ? new Place(buffer, offset, shape, new int[shape.length]) : this;
    }
}
