package org.adequal.syntax;

/** Where a span lies for a reader: 1-based line and column, and a length; column and length count code points. */
public record Position(int line, int column, int length) {

    /** The position of a span in its text; lines end with LF, CR LF or CR. */
    public static Position of(String text, Span span) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < span.start(); i++) {
            char c = text.charAt(i);
            boolean firstHalf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !firstHalf)) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, text.codePointCount(lineStart, span.start()) + 1,
                text.codePointCount(span.start(), span.end()));
    }
}
