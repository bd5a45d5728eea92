package org.adequal.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What somebody may have meant who wrote an unknown word. */
public final class Spelling {
    /** Functions of arrays that the language knows and this version does not. */
    static final Set<String> ARRAY_FUNCTIONS = Set.of("sum", "mean", "prod", "norm", "dot", "logsumexp", "softmax",
            "mse",
            "cross_entropy", "concatenate", "outer", "diag", "trace", "transpose", "eye", "zeros", "ones", "full",
            "arange",
            "argmax", "onehot", "broadcast_to", "where");

    /** Names that other languages and books use. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(Map.entry("ln", "log"), Map.entry("lg", "log10"),
            Map.entry("arcsin", "asin"), Map.entry("arccos", "acos"), Map.entry("arctan", "atan"),
            Map.entry("arccot", "acot"), Map.entry("arcsec", "asec"), Map.entry("arccsc", "acsc"),
            Map.entry("arcsinh", "asinh"), Map.entry("arccosh", "acosh"), Map.entry("arctanh", "atanh"),
            Map.entry("arsinh", "asinh"), Map.entry("arcosh", "acosh"), Map.entry("artanh", "atanh"),
            Map.entry("arctan2", "atan2"), Map.entry("sen", "sin"), Map.entry("tg", "tan"), Map.entry("ctg", "cot"),
            Map.entry("cotan", "cot"),
            Map.entry("cosec", "csc"), Map.entry("sgn", "sign"), Map.entry("signum", "sign"),
            Map.entry("ceiling", "ceil"), Map.entry("pow", "x^y"), Map.entry("power", "x^y"),
            Map.entry("heaviside", "step"), Map.entry("fabs", "abs"), Map.entry("gammaln", "lgamma"),
            Map.entry("loggamma", "lgamma"), Map.entry("psi", "digamma"), Map.entry("logistic", "sigmoid"),
            Map.entry("expit", "sigmoid"), Map.entry("maximum", "max"), Map.entry("minimum", "min"),
            Map.entry("clip", "clamp"), Map.entry("fmod", "mod"));

    private Spelling() {}

    /** The known word nearest to this one, if one is near enough to be meant; null otherwise. */
    public static @Nullable String suggestion(String word, Collection<String> known) {
        String elsewhere = ELSEWHERE.get(word);
        if (elsewhere != null) {
            return elsewhere;
        }
        int tolerance = word.length() <= 2 ? 1 : word.length() <= 5 ? 2 : 3;
        return known.stream().filter(candidate -> distance(word, candidate) <= tolerance
                && distance(word, candidate) < Math.max(word.length(), candidate.length()))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** How many letters to insert, drop, change or swap (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
