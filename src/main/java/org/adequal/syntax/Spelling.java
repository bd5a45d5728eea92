package org.adequal.syntax;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What somebody may have meant who wrote an unknown word. */
public final class Spelling {
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
        return Words.closest(word, known.stream().sorted().toList());
    }
}
