package org.adequal.syntax;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a text, where, and what may help.
 *
 * @param code    the class of the mistake
 * @param message one sentence without a full stop
 * @param span    the place in {@code source}; null where no place can be named
 * @param hint    what to write instead or to do next; null where nothing is known to help
 * @param source  the text that the span refers to
 * @param in      what that text is: {@code formula}, {@code definitions[0]}, {@code statement}
 * @param also    the place of the other operand, where two do not fit; null elsewhere
 */
public record Diagnostic(Code code, String message, @Nullable Span span, @Nullable String hint, String source,
        String in, @Nullable Span also) {
    private static final int LONGEST_MESSAGE = 400;

    /** A mistake in one place. */
    public Diagnostic(Code code, String message, @Nullable Span span, @Nullable String hint, String source,
            String in) {
        this(code, message, span, hint, source, in, null);
    }

    /** Names may be megabytes long; a message that repeats one is cut in its middle. */
    public Diagnostic {
        message = shortened(message);
        hint = hint == null ? null : shortened(hint);
    }

    private static String shortened(String text) {
        int half = LONGEST_MESSAGE / 2;
        return text.length() <= LONGEST_MESSAGE
                ? text
                : text.substring(0, half) + "…" + text.substring(text.length() - half);
    }

    /** The classes of mistakes. */
    public enum Code {
        /** The text does not follow the grammar. */
        SYNTAX,
        /** A name is unknown, reserved or used with the wrong number of arguments. */
        NAME,
        /** Shapes of arrays do not fit together. */
        SHAPE,
        /** A value was asked for where there is none. */
        DOMAIN,
        /** Larger than what is served. */
        LIMIT,
        /** The request itself is malformed. */
        REQUEST;

        /** The name in machine-readable output: {@code syntax}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Line, column and length of the span; null where there is no span. */
    public @Nullable Position position() {
        return span == null ? null : Position.of(source, span);
    }

    /** The source line, a line that marks the span, the message and the hint, without a line break at the end. */
    public String render() {
        return Rendering.of(this);
    }
}
