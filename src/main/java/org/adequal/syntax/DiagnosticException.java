package org.adequal.syntax;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** Thrown with a {@link Diagnostic} for a mistake in somebody's text; it carries no stack trace. */
public final class DiagnosticException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    public DiagnosticException(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    /** A diagnostic as an exception, in one call. */
    public static DiagnosticException of(Diagnostic.Code code, String message, @Nullable Span span,
            @Nullable String hint, String source, String in) {
        return new DiagnosticException(new Diagnostic(code, message, span, hint, source, in));
    }

    /** What was wrong. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
