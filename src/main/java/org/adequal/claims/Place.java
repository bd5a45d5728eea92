package org.adequal.claims;

import org.adequal.check.probe.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands: in a line of a file, in one of its cells, or in the answer about a point.
 *
 * @param kind   {@code line} or {@code point}
 * @param number of the line or point, from 1
 * @param column of the cell or character, from 1; 0 for all of the line
 * @param name   what the cell, or particular about the point, is
 */
public record Place(String kind, long number, int column, @Nullable String name) {

    public static Place line(long line) {
        return new Place("line", line, 0, null);
    }

    public static Place cell(long line, int column, @Nullable String name) {
        return new Place("line", line, column, name);
    }

    /** The answer about a point, and what is particular about it. */
    public static Place point(long number, Probe.Kind kind) {
        return new Place("point", number, 0, kind == Probe.Kind.GENERIC ? null : kind.wireName());
    }

    /** {@code line 7, column 3 (d/dx0)} */
    @Override
    public String toString() {
        return kind + " " + number + (column > 0 ? ", column " + column : "") + (name == null ? "" : " (" + name + ")");
    }
}
