package org.adequal.syntax;

/** A name (in Unicode normal form C; {@code π} is {@code pi}) and where it stands. */
public record Identifier(String name, Span span) {

    @Override
    public String toString() {
        return name;
    }
}
