package org.adequal.expr;

import java.util.List;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** A primitive applied to arguments: {@code sin(x)}, {@code x + y}, {@code pi}. */
public final class Application extends Expr {

    private Application(Primitive primitive, List<? extends Node> arguments) {
        super(primitive, arguments, Shape.common(arguments), exact(primitive, arguments));
    }

    /**
     * The application of this row, or of the more special row that these arguments ask for ({@code x^2} is an integer
     * power); as many arguments as the row has parameters,
     * scalars or arrays of one shape; of arrays it is taken element by element, a scalar standing for the same everywhere.
     */
    public static Application of(Primitive primitive, List<? extends Node> arguments) {
        if (arguments.size() != primitive.arity()) {
            throw new IllegalArgumentException(primitive + " takes " + primitive.arity() + " arguments");
        }
        for (Node argument : arguments) {
            if (!(argument instanceof Expr)) {
                throw new IllegalArgumentException(primitive + " takes values");
            }
        }
        return Pool.intern(new Application(primitive.forArguments(arguments), arguments));
    }

    public static Application of(Primitive primitive, Expr... arguments) {
        return of(primitive, List.of(arguments));
    }

    private static @Nullable Rational exact(Primitive primitive, List<? extends Node> arguments) {
        Rational[] values = new Rational[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Rational value = ((Expr) arguments.get(i)).exactValue();
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return primitive.exact(values);
    }

    public Primitive primitive() {
        return (Primitive) label();
    }

    public Expr argument(int index) {
        return (Expr) arguments().get(index);
    }

    @Override
    public Application with(List<? extends Node> newArguments) {
        return of(primitive(), newArguments);
    }

    @Override
    public String toString() {
        return primitive().names().getFirst();
    }
}
