package org.adequal.syntax;

import java.util.List;

/** How {@link Typeset} writes the parts of a formula in some language; pieces are texts of that language. */
interface MathNotation {

    String number(String digits);

    /** A variable or constant: {@code x0} with its number as an index, Greek letters by their names. */
    String name(String name);

    String row(List<String> parts);

    String operator(String symbol);

    /** A text of the language as it is. */
    String verbatim(String text);

    /** A word among formulas, with space around. */
    String word(String word);

    String fraction(String above, String below);

    String raised(String base, String exponent);

    /** A root of a degree; 2 is not written. */
    String root(String radicand, int degree);

    String fenced(String left, String inside, String right);

    /** A function's name before its arguments. */
    String function(String name);

    /** Values, each beside the condition under which it is meant. */
    String cases(List<List<String>> rows);

    /** Definitions of parts, and what is said by them last. */
    String definitions(List<List<String>> rows);

    /** The whole, ready to be put into a document. */
    String whole(String inside);

    /** The Greek letter of a name, or null. */
    static @org.jspecify.annotations.Nullable String greek(String name) {
        int at = GREEK.indexOf(name);
        return at < 0 ? null : LETTERS.substring(at, at + 1);
    }

    List<String> GREEK = List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
            "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigmaf", "sigma", "tau", "upsilon", "phi", "chi",
            "psi",
            "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega");

    String LETTERS = "αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΠΣΦΨΩ";
}
