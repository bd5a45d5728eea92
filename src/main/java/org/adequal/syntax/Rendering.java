package org.adequal.syntax;

import org.jspecify.annotations.Nullable;

/** How a diagnostic looks in a terminal. */
final class Rendering {
    /** Lines wider than this are cut around the marked part. */
    private static final int WIDTH = 100;

    private Rendering() {}

    static String of(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        Span span = diagnostic.span();
        if (span != null) {
            excerpt(diagnostic.source(), span, diagnostic.also(), out);
            if (diagnostic.source().strip().lines().skip(1).findAny().isPresent()) {
                out.append("line ").append(Position.of(diagnostic.source(), span).line()).append(": ");
            }
        }
        out.append(diagnostic.message());
        if (diagnostic.hint() != null) {
            out.append("\nhint: ").append(diagnostic.hint());
        }
        return out.toString();
    }

    /** The line in which the span starts, and under it {@code ^} or {@code ~~~} for the part of the span in it. */
    private static void excerpt(String source, Span span, @Nullable Span also, StringBuilder out) {
        int start = span.start();
        while (start > 0 && !isLineBreak(source.charAt(start - 1))) {
            start--;
        }
        int end = span.start();
        while (end < source.length() && !isLineBreak(source.charAt(end))) {
            end++;
        }
        int[] line = source.substring(start, end).codePoints().toArray();
        int from = source.codePointCount(start, span.start());
        int to = Math.max(from + 1, source.codePointCount(start, Math.min(span.end(), end)));
        int alsoFrom = also == null || also.start() < start || also.start() >= end
                ? -1
                : source.codePointCount(start, also.start());
        int alsoTo = also == null || alsoFrom < 0
                ? -1
                : Math.max(alsoFrom + 1, source.codePointCount(start, Math.min(also.end(), end)));
        int first = 0;
        int last = line.length;
        if (line.length > WIDTH) {
            int marked = Math.min(to - from, WIDTH / 2);
            first = Math.clamp(from + marked / 2 - WIDTH / 2, 0, line.length - WIDTH);
            last = first + WIDTH;
        }
        String leftCut = first > 0 ? "…" : "";
        out.append(leftCut);
        StringBuilder marks = new StringBuilder(" ".repeat(leftCut.length()));
        String mark = to - from == 1 ? "^" : "~";
        String alsoMark = alsoTo - alsoFrom == 1 ? "^" : "~";
        for (int i = first; i < last; i++) {
            out.appendCodePoint(shown(line[i]));
            if (i < Math.max(to, alsoTo)) {
                marks.append(i >= from && i < to
                        ? mark.repeat(columns(line[i]))
                        : i >= alsoFrom && i < alsoTo
                                ? alsoMark.repeat(columns(line[i]))
                                : line[i] == '\t' ? "\t" : " ".repeat(columns(line[i])));
            }
        }
        out.append(last < line.length ? "…" : "");
        if (from >= line.length) {
            marks.append('^');
        }
        out.append('\n').append(marks).append('\n');
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Control characters must not reach a terminal. */
    static int shown(int codePoint) {
        boolean harmful = (codePoint != '\t' && Character.isISOControl(codePoint))
                || Character.getType(codePoint) == Character.SURROGATE
                || Character.getType(codePoint) == Character.FORMAT;
        return harmful ? '\uFFFD' : codePoint;
    }

    private static int columns(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.OTHER_LETTER -> switch (Character.UnicodeScript.of(codePoint)) {
                case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
                default -> 1;
            };
            default -> 1;
        };
    }
}
