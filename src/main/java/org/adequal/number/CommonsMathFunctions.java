package org.adequal.number;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.exception.OutOfRangeException;

/** Functions of Apache Commons Math 3 as plain Java functions; its way of saying "outside" becomes NaN. */
public final class CommonsMathFunctions {

    private CommonsMathFunctions() {}

    /** The same function; NaN where it throws {@link OutOfRangeException}, as interpolating functions do. */
    public static DoubleUnaryOperator ofOne(UnivariateFunction f) {
        return t -> {
            try {
                return f.value(t);
            } catch (OutOfRangeException _) {
                return Double.NaN;
            }
        };
    }

    /** The same function; NaN where it throws {@link OutOfRangeException}. */
    public static ToDoubleFunction<double[]> ofMany(MultivariateFunction f) {
        return point -> {
            try {
                return f.value(point);
            } catch (OutOfRangeException _) {
                return Double.NaN;
            }
        };
    }
}
