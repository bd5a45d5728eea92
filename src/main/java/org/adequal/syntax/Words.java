package org.adequal.syntax;

import static org.adequal.syntax.grammar.AdequalParser.*;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The words that the language keeps for itself, read from the grammar. */
public final class Words {
    private static final List<String> RESERVED = words(AND, QUIT);
    private static final List<String> VERBS = words(VAR, QUIT);
    private static final Set<String> CONSTANTS = Set.of("pi", "e", "inf");

    private Words() {}

    private static List<String> words(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(type -> Objects.requireNonNull(VOCABULARY.getLiteralName(type)).replace("'", "")).toList();
    }

    /** All words that cannot be names, the verbs included. */
    public static List<String> reserved() {
        return RESERVED;
    }

    /** The words that start a statement. */
    public static List<String> verbs() {
        return VERBS;
    }

    /** The names that always mean the same: {@code pi}, {@code e}, {@code inf}. */
    public static Set<String> constants() {
        return CONSTANTS;
    }

    static boolean isReserved(Token token) {
        return token.getType() >= AND && token.getType() <= QUIT;
    }

    /** Whether this verb is also an operator of expressions. */
    static boolean isOperator(Token token) {
        return switch (token.getType()) {
            case DIFF, GRAD, HESSIAN, JACOBIAN, COMPARE -> true;
            default -> false;
        };
    }

    /**
     * The candidate that was probably meant: at most one edit away, two for words of five letters or more, a swap of
     * neighbours counting as one; null where there is none.
     */
    public static @Nullable String closest(String word, Collection<String> candidates) {
        String best = null;
        int allowed = word.length() < 2 ? 0 : word.length() < 5 ? 1 : 2;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) <= allowed) {
                int distance = distance(word, candidate);
                if (distance <= allowed) {
                    best = candidate;
                    allowed = distance - 1;
                }
            }
        }
        return best;
    }

    /** The number of insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
