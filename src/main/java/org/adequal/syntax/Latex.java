package org.adequal.syntax;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** LaTeX with amsmath, for math mode. */
final class Latex implements MathNotation {
    private static final Set<String> OWN_FUNCTIONS = Set.of("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh",
            "tanh", "coth", "log", "min", "max");
    private static final Pattern INDEXED = Pattern.compile("(.*?[^\\d_])_?(\\d+)");

    @Override
    public String number(String digits) {
        return digits;
    }

    @Override
    public String name(String name) {
        Matcher indexed = INDEXED.matcher(name);
        return indexed.matches() ? letters(indexed.group(1)) + "_{" + indexed.group(2) + "}" : letters(name);
    }

    private static String letters(String name) {
        String greek = MathNotation.greek(name);
        if (greek != null && !name.equals("omicron") && !name.equals("sigmaf")) {
            return "\\" + name + " ";
        }
        String safe = name.replace("_", "\\_");
        return name.codePointCount(0, name.length()) == 1 ? safe : "\\mathit{" + safe + "}";
    }

    @Override
    public String row(List<String> parts) {
        return String.join("", parts);
    }

    @Override
    public String operator(String symbol) {
        return switch (symbol) {
            case "*" -> " \\cdot ";
            case "<=" -> " \\le ";
            case ">=" -> " \\ge ";
            case "!=" -> " \\ne ";
            case "==" -> " = ";
            case "and" -> " \\land ";
            case "or" -> " \\lor ";
            case "not" -> "\\lnot ";
            case "-prefix" -> "-";
            case "," -> ", ";
            case "'" -> "'";
            default -> " " + symbol + " ";
        };
    }

    @Override
    public String verbatim(String text) {
        return "\\texttt{" + text.replaceAll("([_%&#${}])", "\\\\$1").replace("^", "\\^{}") + "}";
    }

    @Override
    public String word(String word) {
        return "\\ \\text{" + word + "}\\ ";
    }

    @Override
    public String fraction(String above, String below) {
        return "\\frac{" + above + "}{" + below + "}";
    }

    @Override
    public String raised(String base, String exponent) {
        return "{" + base + "}^{" + exponent + "}";
    }

    @Override
    public String root(String radicand, int degree) {
        return degree == 2 ? "\\sqrt{" + radicand + "}" : "\\sqrt[" + degree + "]{" + radicand + "}";
    }

    @Override
    public String fenced(String left, String inside, String right) {
        return "\\left" + fence(left) + inside + "\\right" + fence(right);
    }

    private static String fence(String sign) {
        return switch (sign) {
            case "⌊" -> "\\lfloor ";
            case "⌋" -> "\\rfloor ";
            case "⌈" -> "\\lceil ";
            case "⌉" -> "\\rceil ";
            default -> sign;
        };
    }

    @Override
    public String function(String name) {
        return OWN_FUNCTIONS.contains(name)
                ? "\\" + name
                : "\\operatorname{" + name.replace("_", "\\_") + "}";
    }

    @Override
    public String cases(List<List<String>> rows) {
        return "\\begin{cases}" + rows(rows) + "\\end{cases}";
    }

    @Override
    public String definitions(List<List<String>> rows) {
        return "\\begin{aligned}" + rows(rows) + "\\end{aligned}";
    }

    private static String rows(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(" & ", row)).collect(Collectors.joining(" \\\\ "));
    }

    @Override
    public String whole(String inside) {
        return inside;
    }
}
