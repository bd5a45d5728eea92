package org.adequal.export;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.adequal.expr.Primitive;
import org.jspecify.annotations.Nullable;

/** A language that code is written in: how it spells calls, choices and names. */
public enum Language {
    JAVA("Math.", "!", "&&", "||", Words.JAVA),
    C("", "!", "&&", "||", Words.C),
    NUMPY("np.", "", "&", "|", Words.PYTHON);

    private final String prefix;
    private final String not;
    private final String and;
    private final String or;
    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> reserved;

    Language(String prefix, String not, String and, String or, Set<String> reserved) {
        this.prefix = prefix;
        this.not = not;
        this.and = and;
        this.or = or;
        this.reserved = reserved;
    }

    /** The language of this name, as it stands after {@code as}. */
    public static Optional<Language> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "java" -> Optional.of(JAVA);
            case "c" -> Optional.of(C);
            case "numpy", "python" -> Optional.of(NUMPY);
            default -> Optional.empty();
        };
    }

    private static final Map<Primitive, String> PLAIN = new EnumMap<>(Map.ofEntries(Map.entry(Primitive.SIN, "sin"),
            Map.entry(Primitive.COS, "cos"), Map.entry(Primitive.TAN, "tan"), Map.entry(Primitive.ASIN, "asin"),
            Map.entry(Primitive.ACOS, "acos"), Map.entry(Primitive.ATAN, "atan"), Map.entry(Primitive.ATAN2, "atan2"),
            Map.entry(Primitive.SINH, "sinh"), Map.entry(Primitive.COSH, "cosh"), Map.entry(Primitive.TANH, "tanh"),
            Map.entry(Primitive.ASINH, "asinh"), Map.entry(Primitive.ACOSH, "acosh"),
            Map.entry(Primitive.ATANH, "atanh"), Map.entry(Primitive.EXP, "exp"), Map.entry(Primitive.EXPM1, "expm1"),
            Map.entry(Primitive.LOG, "log"), Map.entry(Primitive.LOG2, "log2"), Map.entry(Primitive.LOG10, "log10"),
            Map.entry(Primitive.LOG1P, "log1p"), Map.entry(Primitive.SQRT, "sqrt"), Map.entry(Primitive.CBRT, "cbrt"),
            Map.entry(Primitive.HYPOT, "hypot"), Map.entry(Primitive.FLOOR, "floor"),
            Map.entry(Primitive.CEIL, "ceil"), Map.entry(Primitive.ROUND, "rint"), Map.entry(Primitive.ABS, "abs"),
            Map.entry(Primitive.MIN, "min"), Map.entry(Primitive.MAX, "max"), Map.entry(Primitive.POWER, "pow"),
            Map.entry(Primitive.INTEGER_POWER, "pow"), Map.entry(Primitive.ERF, "erf"),
            Map.entry(Primitive.ERFC, "erfc"), Map.entry(Primitive.GAMMA, "gamma"),
            Map.entry(Primitive.LGAMMA, "lgamma"), Map.entry(Primitive.DIGAMMA, "digamma"),
            Map.entry(Primitive.POLYGAMMA, "polygamma")));

    private static final Set<String> NOT_IN_JAVA = Set.of("erf", "erfc", "gamma", "lgamma", "digamma", "polygamma",
            "asinh", "acosh", "atanh", "log2", "cbrt");

    /** Other names than the usual ones. */
    private static final Map<String, String> IN_C = Map.of("abs", "fabs", "min", "fmin", "max", "fmax", "gamma",
            "tgamma");
    private static final Map<String, String> IN_NUMPY = Map.ofEntries(Map.entry("asin", "arcsin"),
            Map.entry("acos", "arccos"), Map.entry("atan", "arctan"), Map.entry("atan2", "arctan2"),
            Map.entry("asinh", "arcsinh"), Map.entry("acosh", "arccosh"), Map.entry("atanh", "arctanh"),
            Map.entry("min", "minimum"), Map.entry("max", "maximum"), Map.entry("pow", "power"));
    private static final Map<String, String> IN_SCIPY = Map.of("erf", "erf", "erfc", "erfc", "gamma", "gamma", "lgamma",
            "gammaln", "digamma", "digamma", "polygamma", "polygamma");

    /** The function of the language that is this primitive; null where there is none. */
    @Nullable
    String function(Primitive primitive) {
        String usual = PLAIN.get(primitive);
        return usual == null ? null : function(usual);
    }

    /**
     * A primitive that is no operator and no function of the language, composed of such; null where that cannot be.
     *
     * @param arguments texts that may be repeated and need no brackets
     */
    @Nullable
    String composed(Primitive primitive, List<String> arguments) {
        String x = arguments.isEmpty() ? "" : arguments.getFirst();
        String y = arguments.size() < 2 ? "" : arguments.get(1);
        return switch (primitive) {
            case PI -> this == C ? "acos(-1.0)" : this == JAVA ? "Math.PI" : "np.pi";
            case E -> this == C ? "exp(1.0)" : this == JAVA ? "Math.E" : "np.e";
            case POWER_OF_E -> function("exp") + "(" + y + ")";
            case SEC -> "1/" + function("cos") + "(" + x + ")";
            case CSC -> "1/" + function("sin") + "(" + x + ")";
            case COT -> function("cos") + "(" + x + ")/" + function("sin") + "(" + x + ")";
            case ACOT -> composed(Primitive.PI, List.of()) + "/2 - " + function("atan") + "(" + x + ")";
            case ASEC -> function("acos") + "(1/" + x + ")";
            case ACSC -> function("asin") + "(1/" + x + ")";
            case SECH -> "1/" + function("cosh") + "(" + x + ")";
            case CSCH -> "1/" + function("sinh") + "(" + x + ")";
            case COTH -> "1/" + function("tanh") + "(" + x + ")";
            case LOG_BASE -> function("log") + "(" + x + ")/" + function("log") + "(" + y + ")";
            case SIGN -> choice(x + " > 0", "1.0", choice(x + " < 0", "-1.0", "0.0"));
            case STEP -> choice(x + " > 0", "1.0", "0.0");
            case MOD -> x + " - " + y + "*" + function("floor") + "(" + x + "/" + y + ")";
            case CLAMP -> function("min") + "(" + function("max") + "(" + x + ", " + y + "), " + arguments.get(2) + ")";
            case RELU -> function("max") + "(" + x + ", 0.0)";
            case SIGMOID -> "1/(1 + " + function("exp") + "(-" + x + "))";
            case SOFTPLUS -> function("max") + "(" + x + ", 0.0) + " + function("log1p") + "(" + function("exp") + "(-"
                    + function("abs") + "(" + x + ")))";
            default -> null;
        };
    }

    private @Nullable String function(String usual) {
        return switch (this) {
            // these are no part of Java, so the class needs Adequal's library
            case JAVA -> NOT_IN_JAVA.contains(usual) && !usual.equals("cbrt")
                    ? "org.adequal.number.SpecialFunctions." + usual
                    : prefix + usual;
            case C -> usual.endsWith("digamma") || usual.equals("polygamma") ? null : IN_C.getOrDefault(usual, usual);
            case NUMPY -> IN_SCIPY.containsKey(usual)
                    ? "special." + IN_SCIPY.get(usual)
                    : prefix + IN_NUMPY.getOrDefault(usual, usual);
        };
    }

    String choice(String condition, String then, String otherwise) {
        return this == NUMPY
                ? "np.where(" + condition + ", " + then + ", " + otherwise + ")"
                : "(" + condition + " ? " + then + " : " + otherwise + ")";
    }

    String notANumber() {
        return switch (this) {
            case JAVA -> "Double.NaN";
            case C -> "NAN";
            case NUMPY -> "np.nan";
        };
    }

    String both(String left, String right) {
        return "(" + left + ") " + and + " (" + right + ")";
    }

    String either(String left, String right) {
        return "(" + left + ") " + or + " (" + right + ")";
    }

    String not(String condition) {
        return this == NUMPY ? "np.logical_not(" + condition + ")" : not + "(" + condition + ")";
    }

    /** A name of the language for a name of ours: no reserved word, and letters that it knows. */
    String name(String ours) {
        StringBuilder text = new StringBuilder();
        ours.codePoints().forEach(c -> {
            String greek = Words.GREEK.get(Character.toString(c));
            if (c < 128) {
                text.appendCodePoint(c);
            } else {
                text.append(greek != null ? greek : "u" + Integer.toHexString(c));
            }
        });
        return reserved.contains(text.toString()) ? text + "_" : text.toString();
    }
}
