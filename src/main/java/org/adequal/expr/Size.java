package org.adequal.expr;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.adequal.number.Rational;

/**
 * The length of an axis: a whole number, or a sum of names times whole numbers such as {@code n-1} or {@code n+m}. A name
 * stands for a length of at least 1. Sizes are compared as such sums, never by what they may come to.
 *
 * @param names how often each name counts, never 0
 */
public record Size(long constant, SortedMap<String, Long> names) {
    public static final Size ONE = of(1);

    public Size {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    public static Size of(long constant) {
        return new Size(constant, new TreeMap<>());
    }

    public static Size of(String name) {
        return new Size(0, new TreeMap<>(Map.of(name, 1L)));
    }

    /** The size that an expression means, if it is a sum of size names times integers. */
    public static Optional<Size> of(Expr expression) {
        Rational exact = expression.exactValue();
        if (exact != null) {
            return exact.isInteger() && exact.numerator().bitLength() < 53
                    ? Optional.of(of(exact.numerator().longValueExact()))
                    : Optional.empty();
        }
        return switch (expression) {
            case Variable variable when variable.isSize() -> Optional.of(of(variable.name()));
            case Application application -> of(application);
            default -> Optional.empty();
        };
    }

    private static Optional<Size> of(Application application) {
        Size[] parts = new Size[application.arguments().size()];
        for (int i = 0; i < parts.length; i++) {
            Optional<Size> part = of(application.argument(i));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts[i] = part.get();
        }
        return switch (application.primitive()) {
            case ADD -> Optional.of(parts[0].plus(parts[1]));
            case SUBTRACT -> Optional.of(parts[0].minus(parts[1]));
            case NEGATE -> Optional.of(parts[0].times(-1));
            case MULTIPLY -> parts[0].isLiteral()
                    ? Optional.of(parts[1].times(parts[0].constant))
                    : parts[1].isLiteral() ? Optional.of(parts[0].times(parts[1].constant)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    public boolean isLiteral() {
        return names.isEmpty();
    }

    /** Whether this is the number 1, which broadcasts; a name never does. */
    public boolean isOne() {
        return isLiteral() && constant == 1;
    }

    public boolean isZero() {
        return isLiteral() && constant == 0;
    }

    public Size plus(Size other) {
        TreeMap<String, Long> sum = new TreeMap<>(names);
        other.names.forEach((name, count) -> sum.merge(name, count, Math::addExact));
        sum.values().removeIf(count -> count == 0);
        return new Size(Math.addExact(constant, other.constant), sum);
    }

    public Size plus(long more) {
        return plus(of(more));
    }

    public Size minus(Size other) {
        return plus(other.times(-1));
    }

    public Size times(long factor) {
        TreeMap<String, Long> product = new TreeMap<>();
        if (factor != 0) {
            names.forEach((name, count) -> product.put(name, Math.multiplyExact(count, factor)));
        }
        return new Size(Math.multiplyExact(constant, factor), product);
    }

    /** Whether it is at least this number whatever its names stand for; false where that is not known. */
    public boolean isAtLeast(long bound) {
        long least = constant;
        for (long count : names.values()) {
            if (count < 0) {
                return false;
            }
            least = Math.addExact(least, count);
        }
        return least >= bound;
    }

    /** The number it is where its names have these values; refuses a name without one. */
    public long value(Map<String, Long> sizes) {
        long value = constant;
        for (Map.Entry<String, Long> name : names.entrySet()) {
            Long known = sizes.get(name.getKey());
            if (known == null) {
                throw new IllegalArgumentException("the size " + name.getKey() + " is not known");
            }
            value = Math.addExact(value, Math.multiplyExact(name.getValue(), known));
        }
        return value;
    }

    /** With values for some of its names. */
    public Size bound(Map<String, Long> sizes) {
        Size bound = of(constant);
        for (Map.Entry<String, Long> name : names.entrySet()) {
            Long known = sizes.get(name.getKey());
            bound = bound.plus(known != null
                    ? of(Math.multiplyExact(known, name.getValue()))
                    : of(name.getKey()).times(name.getValue()));
        }
        return bound;
    }

    /** The size as a number in formulas. */
    public Expr toExpr() {
        Expr sum = null;
        for (Map.Entry<String, Long> name : names.entrySet()) {
            Expr term = Algebra.times(Constant.of(Rational.of(BigInteger.valueOf(name.getValue()))),
                    Variable.size(name.getKey()));
            sum = sum == null ? term : Algebra.plus(sum, term);
        }
        return sum == null ? Constant.of(constant) : Algebra.plus(sum, Constant.of(constant));
    }

    /** {@code 3}, {@code n}, {@code n-1}, {@code 2*n+m}: as it is written in an index. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        names.forEach((name, count) -> {
            text.append(count < 0 ? "-" : text.isEmpty() ? "" : "+");
            text.append(Math.abs(count) == 1 ? name : Math.abs(count) + "*" + name);
        });
        if (constant != 0 || text.isEmpty()) {
            text.append(constant >= 0 && !text.isEmpty() ? "+" : "").append(constant);
        }
        return text.toString();
    }
}
