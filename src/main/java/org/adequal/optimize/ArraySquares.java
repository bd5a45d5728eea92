package org.adequal.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.adequal.eval.ArrayProgram;
import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Reduce;
import org.adequal.expr.Reduction;
import org.adequal.expr.Size;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A sum of squares of arrays, read from how it is written: {@code sum((y - A @ x)^2)/m + c*sum(x^2)}.
 *
 * @param roots  what is squared, arrays or numbers
 * @param scales the positive number that each is scaled by
 */
record ArraySquares(List<Expr> roots, List<Double> scales) {

    /** The squares that a scalar without derivative operators is a sum of; empty where it is written otherwise. */
    static Optional<ArraySquares> read(Expr sum, Map<String, Long> sizes) {
        Reader reader = new Reader(sizes, new ArraySquares(new ArrayList<>(), new ArrayList<>()));
        return reader.terms(sum, 1) && !reader.found.roots.isEmpty() ? Optional.of(reader.found) : Optional.empty();
    }

    private record Reader(Map<String, Long> sizes, ArraySquares found) {

        /** Whether the expression times the scale is a sum of squares, which are noted. */
        boolean terms(Expr value, double scale) {
            if (value.exactValue() != null) {
                return true;
            }
            if (value instanceof Reduce reduce && reduce.reduction() == Reduction.SUM) {
                return terms(reduce.argument(), scale);
            }
            if (!(value instanceof Application application)) {
                return false;
            }
            Expr first = application.argument(0);
            return switch (application.primitive()) {
                case ADD -> sameShape(application) && terms(first, scale) && terms(application.argument(1), scale);
                case MULTIPLY -> {
                    Expr second = application.argument(1);
                    if (first == second) {
                        yield note(first, scale);
                    }
                    Double left = number(first);
                    Double right = number(second);
                    yield left != null ? terms(second, scale * left) : right != null && terms(first, scale * right);
                }
                case DIVIDE -> {
                    Double divisor = number(application.argument(1));
                    yield divisor != null && divisor != 0 && terms(first, scale / divisor);
                }
                case POWER, INTEGER_POWER -> power(application, scale);
                default -> false;
            };
        }

        /** A term that is spread over an array counts more than once: such sums are not taken apart. */
        private static boolean sameShape(Application sum) {
            return sum.argument(0).shape().equals(sum.argument(1).shape());
        }

        private boolean power(Application power, double scale) {
            Rational exponent = power.argument(1).exactValue();
            if (exponent == null || !exponent.isInteger() || exponent.signum() <= 0
                    || exponent.numerator().testBit(0)) {
                return false;
            }
            Rational half = exponent.dividedBy(Rational.TWO);
            return note(half.equals(Rational.ONE)
                    ? power.argument(0)
                    : Application.of(Primitive.POWER, power.argument(0), Constant.of(half)), scale);
        }

        private boolean note(Expr root, double scale) {
            if (!(scale > 0) || Double.isInfinite(scale)) {
                return false;
            }
            found.roots.add(root);
            found.scales.add(Math.sqrt(scale));
            return true;
        }

        /** A number that is known: a constant, or one in terms of sizes. */
        private @Nullable Double number(Expr value) {
            Rational exact = value.exactValue();
            if (exact != null) {
                return exact.doubleValue();
            }
            return value.shape().isScalar()
                    ? Size.of(value).map(size -> (double) size.value(sizes)).orElse(null)
                    : null;
        }
    }

    /** The residuals, with a Jacobian column by column from tangents. */
    static final class Residuals implements LeastSquares {
        private final ArrayPoint point;
        private final List<Double> scales;
        private final ArrayProgram.Workspace values;
        private final ArrayPoint.Tangents columns;
        private final int count;

        Residuals(ArraySquares squares, ArrayPoint point) {
            this.point = point;
            scales = squares.scales;
            values = point.program(squares.roots, List.of());
            columns = point.tangents(squares.roots);
            count = residuals(new double[point.dimension()]).length;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public double[] residuals(double[] at) {
            return scaled(values.run(point.inputs(at)));
        }

        @Override
        public double[][] jacobian(double[] at) {
            double[][] rows = new double[count][point.dimension()];
            for (int j = 0; j < point.dimension(); j++) {
                double[] column = scaled(columns.along(at, j));
                for (int i = 0; i < count; i++) {
                    rows[i][j] = column[i];
                }
            }
            return rows;
        }

        private double[] scaled(double[][] arrays) {
            int length = 0;
            for (double[] array : arrays) {
                length += array.length;
            }
            double[] all = new double[length];
            int at = 0;
            for (int i = 0; i < arrays.length; i++) {
                for (double number : arrays[i]) {
                    all[at++] = number * scales.get(i);
                }
            }
            return all;
        }
    }
}
