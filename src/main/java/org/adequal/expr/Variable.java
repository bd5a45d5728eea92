package org.adequal.expr;

import java.util.Comparator;
import java.util.List;

/**
 * A variable, known by its name and shape. Level 0 is free; a positive level belongs to a {@link Derivative} that
 * binds it, and two derivatives one inside the other bind different levels.
 */
public final class Variable extends Expr {
    /** Names by letters, but runs of digits by their numbers: x2 before x10. */
    public static final Comparator<Variable> NATURAL_ORDER = Comparator.comparing(Variable::name, NaturalOrder.INSTANCE)
            .thenComparing(Variable::level);

    private record Label(String name, int level, Shape shape) {}

    private final Label key;

    private Variable(Label key) {
        super(key, List.of(), key.shape, null);
        this.key = key;
    }

    /** The free scalar variable of this name. */
    public static Variable of(String name) {
        return bound(name, 0);
    }

    /** The scalar variable of this name that a derivative at this depth of nesting binds. */
    public static Variable bound(String name, int level) {
        return Pool.intern(new Variable(new Label(name, level, Shape.SCALAR)));
    }

    public String name() {
        return key.name;
    }

    public int level() {
        return key.level;
    }

    @Override
    public Variable with(List<? extends Node> newArguments) {
        return this;
    }

    @Override
    public String toString() {
        return key.name;
    }
}
