package org.adequal.simplify;

import java.util.Arrays;
import java.util.List;

import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A canonical expression: sums and products of any number of parts in structural order, every number exact.
 *
 * <p>Forms of one {@link Forms} are interned: identity is equality. The order is by a hash of the structure that is the
 * same in every run, so that no result depends on the order in which forms were built.
 */
@SuppressWarnings("ReferenceEquality") // forms are interned
abstract sealed class Form implements Comparable<Form> {
    /** A hash of the structure, the same in every run. */
    final long key;
    final int depth;
    /** What {@link Cost} found; negative while not asked for. */
    long cost = -1;

    private Form(long key, int depth) {
        this.key = key;
        this.depth = depth;
    }

    /** An exact number. */
    static final class Number extends Form {
        final Rational value;

        Number(Rational value) {
            super(mix(1, value.numerator().hashCode() * 0x1_0000_0001L + value.denominator().hashCode()), 0);
            this.value = value;
        }
    }

    /** Something that is not looked into: a variable, pi, e, a choice. */
    static final class Symbol extends Form {
        final Expr expr;

        Symbol(Expr expr, long key) {
            super(key, 0);
            this.expr = expr;
        }
    }

    /** A function of arguments. */
    static final class Call extends Form {
        final Primitive function;
        final List<Form> arguments;

        Call(Primitive function, List<Form> arguments) {
            super(keyOf(mix(3, function.ordinal()), arguments), depthOf(arguments));
            this.function = function;
            this.arguments = arguments;
        }

        Form argument() {
            return arguments.getFirst();
        }
    }

    /** coefficient * base1^exponent1 * base2^exponent2 * ..., bases in structural order. */
    static final class Product extends Form {
        final Rational coefficient;
        final List<Form> bases;
        final List<Form> exponents;

        Product(Rational coefficient, List<Form> bases, List<Form> exponents) {
            super(keyOf(keyOf(mix(5, coefficient.hashCode()), bases), exponents),
                    Math.max(depthOf(bases), depthOf(exponents)));
            this.coefficient = coefficient;
            this.bases = bases;
            this.exponents = exponents;
        }
    }

    /** coefficient1*term1 + coefficient2*term2 + ..., at least two; the term of a number is the number 1. */
    static final class Sum extends Form {
        final List<Form> terms;
        final List<Rational> coefficients;

        Sum(List<Form> terms, List<Rational> coefficients) {
            super(mix(keyOf(7, terms), coefficients.hashCode()), depthOf(terms));
            this.terms = terms;
            this.coefficients = coefficients;
        }
    }

    private static int depthOf(List<Form> parts) {
        int depth = 0;
        for (Form part : parts) {
            depth = Math.max(depth, part.depth);
        }
        return depth + 1;
    }

    private static long keyOf(long start, List<Form> parts) {
        long key = start;
        for (Form part : parts) {
            key = mix(key, part.key);
        }
        return key;
    }

    /** A step of a hash that is the same in every run. */
    static long mix(long hash, long next) {
        long h = (hash ^ Long.rotateLeft(next * 0x9E3779B97F4A7C15L, 31)) * 0xBF58476D1CE4E5B9L;
        return h ^ (h >>> 29);
    }

    /** The number that this is; null if it is none. */
    @Nullable
    Rational number() {
        return this instanceof Number number ? number.value : null;
    }

    boolean isOne() {
        return this instanceof Number number && number.value.isOne();
    }

    boolean isZero() {
        return this instanceof Number number && number.value.isZero();
    }

    boolean isInteger() {
        return this instanceof Number number && number.value.isInteger();
    }

    @Override
    public final int compareTo(Form other) {
        return this == other ? 0 : Long.compare(key, other.key);
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(key);
    }

    /** Equal parts are the same object, so that one level is enough. */
    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Form form) || form.key != key) {
            return false;
        }
        return switch (this) {
            case Number a -> form instanceof Number b && a.value.equals(b.value);
            case Symbol a -> form instanceof Symbol b && a.expr == b.expr;
            case Call a -> form instanceof Call b && a.function == b.function && same(a.arguments, b.arguments);
            case Product a -> form instanceof Product b && a.coefficient.equals(b.coefficient)
                    && same(a.bases, b.bases) && same(a.exponents, b.exponents);
            case Sum a -> form instanceof Sum b && same(a.terms, b.terms) && a.coefficients.equals(b.coefficients);
        };
    }

    private static boolean same(List<Form> left, List<Form> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i) != right.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** For a debugger: {@code 2*x^(1/2) + 1} with every bracket. */
    @Override
    public final String toString() {
        return switch (this) {
            case Number number -> number.value.toString();
            case Symbol symbol -> symbol.expr.toString();
            case Call call -> call.function.names().getFirst() + call.arguments;
            case Product product -> {
                StringBuilder text = new StringBuilder("(" + product.coefficient);
                for (int i = 0; i < product.bases.size(); i++) {
                    text.append('*').append(product.bases.get(i)).append('^').append(product.exponents.get(i));
                }
                yield text.append(')').toString();
            }
            case Sum sum -> {
                String[] parts = new String[sum.terms.size()];
                Arrays.setAll(parts, i -> sum.coefficients.get(i) + "*" + sum.terms.get(i));
                yield "(" + String.join(" + ", parts) + ")";
            }
        };
    }
}
