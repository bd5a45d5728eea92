package org.adequal.expr;

import java.util.Arrays;

/**
 * Numbers in the shape of an array, in row-major order; a number alone has the empty shape.
 *
 * @param numbers not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ArrayValue(Shape shape, double[] numbers) {

    @Override
    public String toString() {
        return shape + " " + Arrays.toString(numbers);
    }
}
