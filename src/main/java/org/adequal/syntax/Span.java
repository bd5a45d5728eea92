package org.adequal.syntax;

/** A stretch of a text, in UTF-16 code units: {@code start} inclusive, {@code end} exclusive. */
public record Span(int start, int end) {

    /** Refuses a span that ends before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /** The smallest span that contains both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The part of the text that this span covers. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
