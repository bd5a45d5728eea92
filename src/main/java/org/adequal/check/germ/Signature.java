package org.adequal.check.germ;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** The {@link Images} of a number, computed when they are first asked for: most numbers are told from zero without. */
final class Signature {
    private final Function<Images[], Images> operation;
    private List<Signature> parts;
    private @Nullable Images images;

    private Signature(Function<Images[], Images> operation, Signature... parts) {
        this.operation = operation;
        this.parts = List.of(parts);
    }

    static Signature of(Rational value) {
        return new Signature(_ -> Images.of(value));
    }

    static Signature pi() {
        return new Signature(_ -> Images.pi());
    }

    /** A number about which nothing is known but its name. */
    static Signature named(String name) {
        return new Signature(_ -> Images.named(name));
    }

    /** The logarithm of a positive fraction. */
    static Signature log(Rational value) {
        return new Signature(_ -> Images.log(value));
    }

    /** The row at arguments with these signatures. */
    static Signature of(Primitive primitive, Signature... arguments) {
        return new Signature(x -> Images.of(primitive, x), arguments);
    }

    /** This number to a fraction; {@code known} where it is a fraction itself. */
    Signature power(Rational exponent, boolean known) {
        return new Signature(x -> x[0].power(exponent, known), this);
    }

    Signature negate() {
        return of(Primitive.NEGATE, this);
    }

    Signature plus(Signature other) {
        return of(Primitive.ADD, this, other);
    }

    Signature minus(Signature other) {
        return of(Primitive.SUBTRACT, this, other);
    }

    Signature times(Signature other) {
        return of(Primitive.MULTIPLY, this, other);
    }

    Signature divide(Signature other) {
        return of(Primitive.DIVIDE, this, other);
    }

    Signature exp() {
        return of(Primitive.EXP, this);
    }

    /** Whether the number is zero by the laws of arithmetic. */
    boolean isZero() {
        return images().isZero();
    }

    /** Parts first, without recursion: sums can be long. */
    private Images images() {
        Deque<Signature> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Signature next = open.peek();
            Signature missing = null;
            for (Signature part : next.parts) {
                missing = part.images == null ? part : missing;
            }
            if (missing != null) {
                open.push(missing);
            } else {
                open.pop();
                next.settle();
            }
        }
        return settle();
    }

    private Images settle() {
        Images known = images;
        if (known == null) {
            Images[] x = parts.stream().map(part -> part.images).toArray(Images[]::new);
            known = operation.apply(x);
            images = known;
            parts = List.of();
        }
        return known;
    }
}
