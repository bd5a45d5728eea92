package org.adequal.syntax;

import static org.adequal.syntax.grammar.AdequalParser.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Gives the tokens of a statement the types that depend on their neighbours, so that the parser need not look ahead. */
final class Refiner {

    private Refiner() {}

    static void refine(List<CommonToken> tokens) {
        if (definesFunction(tokens)) {
            tokens.get(0).setType(FUNCTION);
        } else if (tokens.size() == 1 && tokens.get(0).getType() == NAME && tokens.get(0).getText().equals("exit")) {
            tokens.get(0).setType(QUIT);
        }
        boolean options = false;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            CommonToken token = tokens.get(i);
            CommonToken next = tokens.get(i + 1);
            int previous = i == 0 ? Token.EOF : tokens.get(i - 1).getType();
            if (next.getType() == ASSIGN) {
                boolean optionName = options && (previous == WITH || previous == COMMA) && Words.isReserved(token);
                if (token.getType() == NAME || optionName) {
                    token.setType(LABEL);
                }
            } else if (next.getType() == LPAREN && Words.isOperator(token) && (i > 0 || adjacent(token, next))) {
                token.setType(NAME);
            }
            options = switch (token.getType()) {
                case WITH -> true;
                case AT, ON, CLAIMING, AGAINST -> false;
                default -> options;
            };
        }
    }

    /** Whether this is {@code name(…) = …}. */
    private static boolean definesFunction(List<CommonToken> tokens) {
        if (tokens.size() < 3 || tokens.get(0).getType() != NAME || tokens.get(1).getType() != LPAREN) {
            return false;
        }
        int closing = closing(tokens, 1);
        return closing + 1 < tokens.size() && tokens.get(closing + 1).getType() == ASSIGN;
    }

    /** The index of the bracket that closes the one at {@code opening}, or the number of tokens. */
    static int closing(List<? extends Token> tokens, int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            switch (tokens.get(i).getType()) {
                case LPAREN, LBRACKET -> depth++;
                case RPAREN, RBRACKET -> depth--;
                default -> {
                }
            }
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    static boolean adjacent(Token first, Token second) {
        return first.getStopIndex() + 1 == second.getStartIndex();
    }
}
