package org.adequal.syntax;

/** A statement of a script that is not parsed yet, so that those before it can run first, whatever is wrong with it. */
public final class StatementSource {
    private final Source source;
    private final Splitter.Piece piece;

    StatementSource(Source source, Splitter.Piece piece) {
        this.source = source;
        this.piece = piece;
    }

    /** Where it stands in the script. */
    public Span span() {
        return source.span(piece.tokens().getFirst(), piece.tokens().getLast());
    }

    /** The whole script, which the spans refer to. */
    public String script() {
        return source.text;
    }

    /** Its text, without comments before and after it. */
    public String text() {
        return span().of(source.text);
    }

    /** The statement; refuses with a {@link DiagnosticException} that points into the script. */
    public Statement parse() {
        return Parser.statement(source, piece);
    }

    @Override
    public String toString() {
        return text();
    }
}
