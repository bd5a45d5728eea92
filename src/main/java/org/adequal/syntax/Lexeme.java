package org.adequal.syntax;

import static org.adequal.syntax.grammar.AdequalParser.*;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.Token;

/** A piece of a text and what it is, for whoever shows texts; white space and comments are between the pieces. */
public record Lexeme(Kind kind, Span span) {

    /** What a piece of a text is, as far as its looks are concerned. */
    public enum Kind {
        NUMBER,
        NAME,
        WORD,
        TEXT,
        OPENING,
        CLOSING,
        SIGN,
        WRONG
    }

    /** The pieces of a text, whatever it is. */
    public static List<Lexeme> of(String text) {
        Source source = new Source(text, "text");
        List<Lexeme> lexemes = new ArrayList<>();
        for (Token token : source.tokens()) {
            if (token.getType() != NEWLINE) {
                lexemes.add(new Lexeme(kind(token), source.span(token)));
            }
        }
        return lexemes;
    }

    private static Kind kind(Token token) {
        return switch (token.getType()) {
            case NUMBER -> Kind.NUMBER;
            case NAME -> Kind.NAME;
            case STRING, UNCLOSED_STRING -> Kind.TEXT;
            case LPAREN, LBRACKET -> Kind.OPENING;
            case RPAREN, RBRACKET -> Kind.CLOSING;
            case UNKNOWN -> Kind.WRONG;
            default -> Words.isReserved(token) ? Kind.WORD : Kind.SIGN;
        };
    }
}
