package org.adequal.syntax;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** MathML 3, presentation, as HTML pages hold it. */
final class MathMl implements MathNotation {
    private static final Pattern INDEXED = Pattern.compile("(.*?[^\\d_])_?(\\d+)");

    @Override
    public String number(String digits) {
        return "<mn>" + digits.replace('-', '−') + "</mn>";
    }

    @Override
    public String name(String name) {
        Matcher indexed = INDEXED.matcher(name);
        return indexed.matches()
                ? "<msub>" + letters(indexed.group(1)) + "<mn>" + indexed.group(2) + "</mn></msub>"
                : letters(name);
    }

    private static String letters(String name) {
        return "<mi>" + Objects.requireNonNullElse(MathNotation.greek(name), name) + "</mi>";
    }

    @Override
    public String row(List<String> parts) {
        return "<mrow>" + String.join("", parts) + "</mrow>";
    }

    @Override
    public String operator(String symbol) {
        return "<mo>" + switch (symbol) {
            case "*" -> "⋅";
            case "-", "-prefix" -> "−";
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "!=" -> "≠";
            case "==" -> "=";
            case "and" -> "∧";
            case "or" -> "∨";
            case "not" -> "¬";
            case "'" -> "′";
            default -> escaped(symbol);
        } + "</mo>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String verbatim(String text) {
        return "<mtext>" + escaped(text) + "</mtext>";
    }

    @Override
    public String word(String word) {
        return "<mspace width=\"0.4em\"/><mtext>" + escaped(word) + "</mtext><mspace width=\"0.4em\"/>";
    }

    @Override
    public String fraction(String above, String below) {
        return "<mfrac>" + above + below + "</mfrac>";
    }

    @Override
    public String raised(String base, String exponent) {
        return "<msup>" + base + exponent + "</msup>";
    }

    @Override
    public String root(String radicand, int degree) {
        return degree == 2
                ? "<msqrt>" + radicand + "</msqrt>"
                : "<mroot>" + radicand + "<mn>" + degree + "</mn></mroot>";
    }

    @Override
    public String fenced(String left, String inside, String right) {
        return "<mrow><mo fence=\"true\">" + left + "</mo>" + inside + "<mo fence=\"true\">" + right + "</mo></mrow>";
    }

    @Override
    public String function(String name) {
        return "<mi mathvariant=\"normal\">" + name + "</mi><mo>&#x2061;</mo>";
    }

    @Override
    public String cases(List<List<String>> rows) {
        return "<mrow><mo fence=\"true\">{</mo>" + table(rows) + "</mrow>";
    }

    @Override
    public String definitions(List<List<String>> rows) {
        return table(rows);
    }

    private static String table(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(cell -> "<mtd style=\"text-align:left\">" + cell + "</mtd>")
                        .collect(Collectors.joining("", "<mtr>", "</mtr>")))
                .collect(Collectors.joining("", "<mtable columnalign=\"left\">", "</mtable>"));
    }

    @Override
    public String whole(String inside) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">" + inside + "</math>";
    }
}
