package org.adequal.syntax;

import java.nio.IntBuffer;
import java.util.List;

import org.adequal.syntax.grammar.AdequalLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** A text with its name, and the spans of its tokens, which the lexer counts in code points. */
final class Source {
    final String text;
    private final String in;
    private final int[] codePoints;
    /** The UTF-16 offset of each code point, and of the end; null where they are the same. */
    private final int @Nullable [] offsets;

    Source(String text, String in) {
        this.text = text;
        this.in = in;
        this.codePoints = text.codePoints().toArray();
        this.offsets = codePoints.length == text.length() ? null : offsets(codePoints);
    }

    private static int[] offsets(int[] codePoints) {
        int[] offsets = new int[codePoints.length + 1];
        for (int i = 0; i < codePoints.length; i++) {
            offsets[i + 1] = offsets[i] + Character.charCount(codePoints[i]);
        }
        return offsets;
    }

    /** All tokens but white space and comments; whatever is no token is one of type UNKNOWN, so this never fails. */
    List<? extends Token> tokens() {
        // CharStreams.fromString refuses unpaired surrogates
        CharStream characters = CodePointCharStream.fromBuffer(CodePointBuffer.withInts(IntBuffer.wrap(codePoints)));
        AdequalLexer lexer = new AdequalLexer(characters);
        lexer.removeErrorListeners();
        return lexer.getAllTokens();
    }

    private int offset(int codePoint) {
        return offsets == null ? codePoint : offsets[codePoint];
    }

    Span span(Token token) {
        return span(token, token);
    }

    /** From the start of the one to the end of the other. */
    Span span(Token first, Token last) {
        return new Span(offset(first.getStartIndex()), offset(last.getStopIndex() + 1));
    }

    Span span(ParserRuleContext context) {
        return span(context.getStart(), context.getStop());
    }

    /** Behind the last character. */
    Span end() {
        return new Span(text.length(), text.length());
    }

    String text(Token first, Token last) {
        return span(first, last).of(text);
    }

    Diagnostic diagnostic(Diagnostic.Code code, String message, Span span, @Nullable String hint) {
        return new Diagnostic(code, message, span, hint, text, in);
    }

    DiagnosticException error(Diagnostic.Code code, String message, Span span, @Nullable String hint) {
        return new DiagnosticException(diagnostic(code, message, span, hint));
    }
}
