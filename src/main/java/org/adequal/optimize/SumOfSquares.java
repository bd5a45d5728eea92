package org.adequal.optimize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A scalar sum whose terms are squares, read from how it is written: {@code (a - b)^2 + 2*u^4 + v*v + 3}.
 *
 * @param residuals what is squared, one for each term, with the positive number it is scaled by
 */
record SumOfSquares(List<Residual> residuals) {

    /** {@code scale*(root)^2} */
    record Residual(Expr root, double scale) {}

    private record Scaled(Expr value, Rational scale) {}

    /** The squares that an expression without derivative operators is a sum of; empty where it is written otherwise. */
    static Optional<SumOfSquares> read(Expr sum) {
        List<Residual> residuals = new ArrayList<>();
        Deque<Scaled> open = new ArrayDeque<>(List.of(new Scaled(sum, Rational.ONE)));
        while (!open.isEmpty()) {
            Scaled next = open.pop();
            if (next.value.exactValue() != null) {
                continue;
            }
            List<Scaled> parts = parts(next);
            if (parts != null) {
                parts.reversed().forEach(open::push);
                continue;
            }
            Expr root = root(next.value);
            if (root == null || next.scale.signum() <= 0) {
                return Optional.empty();
            }
            residuals.add(new Residual(root, next.scale.doubleValue()));
        }
        return residuals.isEmpty() ? Optional.empty() : Optional.of(new SumOfSquares(residuals));
    }

    private static @Nullable List<Scaled> parts(Scaled sum) {
        if (!(sum.value instanceof Application application)) {
            return null;
        }
        Rational scale = sum.scale;
        return switch (application.primitive()) {
            case ADD -> List.of(new Scaled(application.argument(0), scale), new Scaled(application.argument(1), scale));
            case SUBTRACT -> List.of(new Scaled(application.argument(0), scale),
                    new Scaled(application.argument(1), scale.negate()));
            case NEGATE -> List.of(new Scaled(application.argument(0), scale.negate()));
            case MULTIPLY -> {
                Rational left = application.argument(0).exactValue();
                Rational right = application.argument(1).exactValue();
                yield left != null
                        ? List.of(new Scaled(application.argument(1), scale.times(left)))
                        : right != null ? List.of(new Scaled(application.argument(0), scale.times(right))) : null;
            }
            case DIVIDE -> {
                Rational divisor = application.argument(1).exactValue();
                yield divisor != null && !divisor.isZero()
                        ? List.of(new Scaled(application.argument(0), scale.dividedBy(divisor)))
                        : null;
            }
            default -> null;
        };
    }

    /** What the expression is the square of; null where it is not written as one. */
    private static @Nullable Expr root(Expr value) {
        if (!(value instanceof Application application)) {
            return null;
        }
        return switch (application.primitive()) {
            case MULTIPLY ->
                application.argument(0) == application.argument(1) ? application.argument(0) : null;
            case POWER, INTEGER_POWER -> {
                Rational exponent = application.argument(1).exactValue();
                if (exponent == null || !exponent.isInteger() || exponent.signum() <= 0
                        || exponent.numerator().testBit(0)) {
                    yield null;
                }
                Rational half = exponent.dividedBy(Rational.TWO);
                yield half.equals(Rational.ONE)
                        ? application.argument(0)
                        : Application.of(application.primitive(), application.argument(0), Constant.of(half));
            }
            default -> null;
        };
    }
}
