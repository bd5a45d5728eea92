package org.adequal.expr;

import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/**
 * A variable, known by its name and shape. Level 0 is free; a positive level belongs to a {@link Derivative} that
 * binds it, and two derivatives one inside the other bind different levels.
 */
public final class Variable extends Expr {
    /** Names by letters, but runs of digits by their numbers: x2 before x10. */
    public static final Comparator<Variable> NATURAL_ORDER = Comparator.comparing(Variable::name, NaturalOrder.INSTANCE)
            .thenComparing(Variable::level);

    private static final int SIZE = -1;
    private static final int DATA = -2;

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

    /** The free variable of this name and shape. */
    public static Variable of(String name, Shape shape) {
        return bound(name, 0, shape);
    }

    /** The size of this name, as a number in formulas: a positive integer that no derivative moves. */
    public static Variable size(String name) {
        return bound(name, SIZE);
    }

    /** The column of a table: it has values, is not free, and no derivative moves it. */
    public static Variable data(String name, Shape shape) {
        return bound(name, DATA, shape);
    }

    /** The variable that is an element of this one, as {@code A[0,1]} is one of A. */
    public Variable element(int... indices) {
        StringJoiner list = new StringJoiner(",", key.name + "[", "]");
        for (int index : indices) {
            list.add(Integer.toString(index));
        }
        return bound(list.toString(), key.level);
    }

    /** The scalar variable of this name that a derivative at this depth of nesting binds. */
    public static Variable bound(String name, int level) {
        return bound(name, level, Shape.SCALAR);
    }

    /** The variable of this name and shape that a derivative at this depth of nesting binds. */
    public static Variable bound(String name, int level, Shape shape) {
        return Pool.intern(new Variable(new Label(name, level, shape)));
    }

    public String name() {
        return key.name;
    }

    public int level() {
        return key.level;
    }

    /** Whether it is the size of an axis. */
    public boolean isSize() {
        return key.level == SIZE;
    }

    /** Whether it is the column of a table, or an element of one. */
    public boolean isData() {
        return key.level == DATA;
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
