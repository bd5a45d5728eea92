package org.adequal.export;

import java.util.Map;
import java.util.Set;

/** The words that languages keep for themselves, and the names of Greek letters. */
final class Words {
    static final Set<String> JAVA = Set.of("abstract", "assert", "boolean", "break", "byte", "case", "catch", "char",
            "class", "const", "continue", "default", "do", "double", "else", "enum", "extends", "final", "finally",
            "float", "for", "goto", "if", "implements", "import", "instanceof", "int", "interface", "long", "native",
            "new", "null", "package", "private", "protected", "public", "return", "short", "static", "strictfp",
            "super", "switch", "synchronized", "this", "throw", "throws", "transient", "true", "false", "try", "void",
            "volatile", "while", "_", "Math", "Double");

    /** The words of C17 and the functions of math.h that code uses. */
    static final Set<String> C = Set.of("auto", "break", "case", "char", "const", "continue", "default", "do",
            "double", "else", "enum", "extern", "float", "for", "goto", "if", "inline", "int", "long", "register",
            "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union",
            "unsigned", "void", "volatile", "while", "main", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
            "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "expm1", "log", "log2", "log10", "log1p", "sqrt",
            "cbrt", "hypot", "floor", "ceil", "rint", "fabs", "fmin", "fmax", "pow", "erf", "erfc", "tgamma", "lgamma",
            "NAN", "gamma", "j0", "j1", "jn", "y0", "y1", "yn", "signgam", "I", "gradient", "value", "hessian");

    static final Set<String> PYTHON = Set.of("False", "None", "True", "and", "as", "assert", "async", "await", "break",
            "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
            "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
            "yield", "np", "special", "float");

    static final Map<String, String> GREEK = Map.ofEntries(Map.entry("α", "alpha"), Map.entry("β", "beta"),
            Map.entry("γ", "gamma"), Map.entry("δ", "delta"), Map.entry("ε", "epsilon"), Map.entry("ζ", "zeta"),
            Map.entry("η", "eta"), Map.entry("θ", "theta"), Map.entry("ι", "iota"), Map.entry("κ", "kappa"),
            Map.entry("λ", "lambda"), Map.entry("μ", "mu"), Map.entry("ν", "nu"), Map.entry("ξ", "xi"),
            Map.entry("ρ", "rho"), Map.entry("σ", "sigma"), Map.entry("τ", "tau"), Map.entry("φ", "phi"),
            Map.entry("χ", "chi"), Map.entry("ψ", "psi"), Map.entry("ω", "omega"), Map.entry("Δ", "Delta"),
            Map.entry("Θ", "Theta"), Map.entry("Λ", "Lambda"), Map.entry("Σ", "Sigma"), Map.entry("Φ", "Phi"),
            Map.entry("Ω", "Omega"));

    private Words() {}
}
