package org.adequal.syntax;

import static org.adequal.syntax.grammar.AdequalParser.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the tokens of a text into statements, so that each can be parsed alone. Brackets are matched and nesting is
 * counted here, before a parser recurses into it.
 */
final class Splitter {
    /** How deep brackets and {@code let} may nest, taken together. */
    static final int NESTING_LIMIT = 5_000;

    private final Source source;
    private final List<Piece> pieces = new ArrayList<>();
    private List<CommonToken> tokens = new ArrayList<>();
    /** What is open: brackets, {@code let} while its names are bound, {@code in} while its body lasts. */
    private final Deque<CommonToken> open = new ArrayDeque<>();
    private int openBrackets;
    private int nesting;
    private @Nullable Diagnostic error;

    private Splitter(Source source) {
        this.source = source;
    }

    /**
     * The tokens of one statement, not empty and without an end.
     *
     * @param error what is wrong with its brackets; such a statement cannot be parsed
     * @param nesting how deep brackets and {@code let} nest in it
     * @param unclosed whether a bracket is open at the end and nothing else is wrong
     */
    record Piece(List<CommonToken> tokens, @Nullable Diagnostic error, int nesting, boolean unclosed) {}

    static List<Piece> split(Source source) {
        Splitter splitter = new Splitter(source);
        for (Token token : source.tokens()) {
            splitter.accept((CommonToken) token);
        }
        splitter.finish();
        return splitter.pieces;
    }

    private void accept(CommonToken token) {
        switch (token.getType()) {
            case NEWLINE -> {
                if (openBrackets == 0) {
                    finish();
                }
                return;
            }
            case SEMICOLON -> {
                if (openBrackets == 0) {
                    finish();
                    return;
                }
                endBodies();
            }
            case LPAREN, LBRACKET -> {
                openBrackets++;
                open(token);
            }
            case LET -> open(token);
            case IN -> {
                if (opened() == LET) {
                    open.pop();
                    open.push(token);
                }
            }
            case COMMA, FOR -> endBodies();
            case RPAREN -> close(token, LPAREN);
            case RBRACKET -> close(token, LBRACKET);
            default -> {
            }
        }
        tokens.add(token);
    }

    private void open(CommonToken token) {
        open.push(token);
        nesting = Math.max(nesting, open.size());
        if (open.size() > NESTING_LIMIT) {
            complain(Diagnostic.Code.LIMIT, "nested more than " + NESTING_LIMIT + " levels deep", token,
                    "name parts of the formula in definitions of their own");
        }
    }

    private void close(CommonToken token, int opening) {
        while (opened() == LET || opened() == IN) {
            open.pop();
        }
        if (open.isEmpty()) {
            complain(Diagnostic.Code.SYNTAX, "this '" + token.getText() + "' closes nothing", token, null);
            return;
        }
        openBrackets--;
        if (open.pop().getType() != opening) {
            complain(Diagnostic.Code.SYNTAX,
                    "expected '" + (opening == LPAREN ? ']' : ')') + "', found '" + token.getText() + "'", token, null);
        }
    }

    private int opened() {
        CommonToken innermost = open.peek();
        return innermost == null ? Token.EOF : innermost.getType();
    }

    /** The body of a let ends at a comma and before a guard. */
    private void endBodies() {
        while (opened() == IN) {
            open.pop();
        }
    }

    private void complain(Diagnostic.Code code, String message, CommonToken token, @Nullable String hint) {
        if (error == null) {
            error = source.diagnostic(code, message, source.span(token), hint);
        }
    }

    private void finish() {
        boolean unclosed = error == null && openBrackets > 0;
        if (unclosed) {
            CommonToken bracket = open.stream().filter(t -> t.getType() == LPAREN || t.getType() == LBRACKET)
                    .findFirst().orElseThrow();
            complain(Diagnostic.Code.SYNTAX, "this '" + bracket.getText() + "' is never closed", bracket, null);
        }
        if (!tokens.isEmpty()) {
            Refiner.refine(tokens);
            pieces.add(new Piece(tokens, error, nesting, unclosed));
        }
        tokens = new ArrayList<>();
        open.clear();
        openBrackets = 0;
        nesting = 0;
        error = null;
    }
}
