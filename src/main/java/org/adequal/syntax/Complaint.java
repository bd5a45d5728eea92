package org.adequal.syntax;

import static org.adequal.syntax.grammar.AdequalParser.*;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.syntax.Diagnostic.Code;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** What the parser could not read, in the words of the language: what was found, what was expected, what to write. */
final class Complaint {
    /** Longer parts of a text are not repeated in messages. */
    private static final int QUOTE = 24;
    private static final List<String> OPERAND = List.of("a number", "a name", "'('");

    /** What to write instead of characters that are not in the language, but in other languages or in print. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(Map.entry("&", "write 'and'"),
            Map.entry("∧", "write 'and'"), Map.entry("∨", "write 'or'"), Map.entry("¬", "write 'not'"),
            Map.entry("!", "write 'not', or '!=' for unequal"),
            Map.entry("|", "absolute values are written abs(x), alternatives with 'or'"),
            Map.entry("−", "write '-'"), Map.entry("–", "write '-'"), Map.entry("·", "write '*'"),
            Map.entry("×", "write '*'"), Map.entry("⋅", "write '*'"), Map.entry("÷", "write '/'"),
            Map.entry("√", "write sqrt(x)"), Map.entry("²", "write ^2"), Map.entry("³", "write ^3"),
            Map.entry("%", "the remainder is written mod(x, y)"), Map.entry("{", "write '('"),
            Map.entry("}", "write ')'"), Map.entry("′", "write '"), Map.entry("’", "write '"),
            Map.entry("∞", "write inf"), Map.entry("∇", "write grad(u)"), Map.entry("∂", "write diff(u, x)"),
            Map.entry("“", "write \""), Map.entry("”", "write \""),
            Map.entry("\\", "formulas are plain text here: sin(x), sqrt(x), pi"));

    private final Source source;
    private final List<CommonToken> tokens;

    /** A complaint about a statement of these tokens, the end included. */
    Complaint(Source source, List<CommonToken> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    Diagnostic about(RecognitionException failure) {
        int at = failure.getOffendingToken().getTokenIndex();
        CommonToken found = tokens.get(at);
        CommonToken before = at == 0 ? null : tokens.get(at - 1);
        Diagnostic special = special(at, found, before);
        if (special != null) {
            return special;
        }
        IntervalSet expected = failure.getExpectedTokens();
        return source.diagnostic(Code.SYNTAX,
                "expected " + expectation(expected, at, before) + ", found " + name(found),
                source.span(found), hint(found, before, expected));
    }

    /** The mistakes that have a message of their own. */
    private @Nullable Diagnostic special(int at, CommonToken found, @Nullable CommonToken before) {
        switch (found.getType()) {
            case UNCLOSED_STRING -> {
                return syntax("this text is not closed", found, "put '\"' at its end");
            }
            case LABEL -> {
                if (before == null || !endsOperand(before)) {
                    return equalsSign(tokens.get(at + 1), before);
                }
            }
            case ASSIGN -> {
                return before != null && Words.isReserved(before)
                        ? source.diagnostic(Code.NAME, "'" + before.getText() + "' is a reserved word",
                                source.span(before), "choose another name, such as " + before.getText() + "1")
                        : equalsSign(found, before);
            }
            case FUNCTION -> {
                return syntax("expected a formula, found a definition", found, null);
            }
            default -> {
            }
        }
        if (before == null) {
            return null;
        }
        if (before.getType() == NUMBER && Refiner.adjacent(before, found)) {
            if (found.getText().equals(".")) {
                return source.diagnostic(Code.SYNTAX, "a number does not end with a point",
                        source.span(before, found),
                        "write " + quote(before.getText()) + " or " + quote(before.getText())
                                + ".0");
            }
            if (found.getType() == NUMBER) {
                return source.diagnostic(Code.SYNTAX,
                        "'" + quote(source.text(before, found)) + "' is no number", source.span(before, found), null);
            }
        }
        if (endsOperand(before) && startsOperand(found) && !listsNames(at)) {
            return missingOperator(at, before, found);
        }
        return null;
    }

    private Diagnostic equalsSign(CommonToken sign, @Nullable CommonToken before) {
        return syntax("'=' gives a name a meaning, it does not compare", sign,
                before == null || openBracket(sign) == null
                        ? "a comparison is written '==', a definition a = 3 or f(x, y) = x*y"
                        : "write '=='");
    }

    private Diagnostic missingOperator(int at, CommonToken before, CommonToken found) {
        String product = factorBefore(at - 1) + "*" + factorFrom(at);
        String verb = at == 1 && before.getType() == NAME ? Words.closest(before.getText(), Words.verbs()) : null;
        if (verb != null) {
            return syntax("unknown statement '" + quote(before.getText()) + "'", before,
                    "did you mean '" + verb + "'?");
        }
        return source.diagnostic(Code.SYNTAX, "there is no implicit multiplication",
                source.span(before, found), "write " + product);
    }

    /** The operand that ends with this token, brackets shortened where they hold much. */
    private String factorBefore(int index) {
        CommonToken last = tokens.get(index);
        if (last.getType() == NUMBER || last.getType() == NAME) {
            return quote(last.getText());
        }
        int first = index;
        int depth = 0;
        for (; first >= 0; first--) {
            int type = tokens.get(first).getType();
            depth += switch (type) {
                case RPAREN, RBRACKET -> 1;
                case LPAREN, LBRACKET -> -1;
                default -> 0;
            };
            if (depth == 0 && type != TRANSPOSE) {
                break;
            }
        }
        if (first > 0 && (tokens.get(first - 1).getType() == NAME || Words.isReserved(tokens.get(first - 1)))) {
            first--;
        }
        String text = source.text(tokens.get(Math.max(first, 0)), last);
        return text.length() <= QUOTE ? text : "(…)";
    }

    /** The operand that begins with this token. */
    private String factorFrom(int index) {
        CommonToken first = tokens.get(index);
        int opening = first.getType() == LPAREN ? index : index + 1;
        if (tokens.get(opening).getType() != LPAREN) {
            return quote(first.getText());
        }
        CommonToken last = tokens.get(Math.min(Refiner.closing(tokens, opening), tokens.size() - 1));
        String text = source.text(first, last);
        return text.length() <= QUOTE ? text : (opening == index ? "" : quote(first.getText())) + "(…)";
    }

    private static boolean endsOperand(Token token) {
        return switch (token.getType()) {
            case NUMBER, NAME, RPAREN, RBRACKET, TRANSPOSE -> true;
            default -> false;
        };
    }

    private static boolean startsOperand(Token token) {
        return switch (token.getType()) {
            case NUMBER, NAME, LPAREN, IF, PIECEWISE, LET -> true;
            default -> false;
        };
    }

    /** Whether names are listed here, so that nothing can be multiplied. */
    private boolean listsNames(int at) {
        for (int i = at - 1; i >= 0; i--) {
            switch (tokens.get(i).getType()) {
                case WRT, FORGET, VAR, WHO, QUIT, AGAINST, FUNCTION -> {
                    return true;
                }
                case AT, ON, ALONG, WITH, CLAIMING, ASSIGN -> {
                    return false;
                }
                default -> {
                }
            }
        }
        return false;
    }

    /** The bracket that is open before this token. */
    private @Nullable CommonToken openBracket(CommonToken token) {
        int depth = 0;
        for (int i = tokens.indexOf(token) - 1; i >= 0; i--) {
            switch (tokens.get(i).getType()) {
                case RPAREN, RBRACKET -> depth++;
                case LPAREN, LBRACKET -> {
                    if (depth-- == 0) {
                        return tokens.get(i);
                    }
                }
                default -> {
                }
            }
        }
        return null;
    }

    /** What could have stood here: {@code an operator, ',' or ')'}. */
    private String expectation(IntervalSet expected, int at, @Nullable CommonToken before) {
        Set<String> words = new LinkedHashSet<>();
        if (expected.contains(NUMBER) && expected.contains(LPAREN)) {
            words.addAll(OPERAND);
            if (before == null && expected.contains(CHECK)) {
                words.add("a verb");
            }
            return enumerate(words);
        }
        if (expected.contains(FUNCTION)) {
            return "a definition, a = 3 or f(x, y) = x*y";
        }
        boolean operator = before != null && endsOperand(before) && !listsNames(at);
        if (operator) {
            words.add("an operator");
        } else if (before != null && before.getType() == LPAREN && expected.contains(RPAREN)) {
            words.addAll(OPERAND);
        }
        // names are listed up to here, and the parser has left the list already
        if (before != null && before.getType() == NAME && listsNames(at) && expected.contains(Token.EOF)) {
            words.add("','");
        }
        if (operator && (expected.contains(RPAREN) || expected.contains(RBRACKET))) {
            words.add("','");
        }
        for (int type : expected.toList()) {
            if (!operator || !continuesExpression(type)) {
                words.add(name(type));
            }
        }
        return enumerate(words);
    }

    private static boolean continuesExpression(int type) {
        return switch (type) {
            case AND, OR, FOR, PRIME, LPAREN, LBRACKET, TRANSPOSE -> true;
            default -> type >= PLUS && type <= NOT_EQUAL_SIGN;
        };
    }

    private static String enumerate(Set<String> words) {
        List<String> list = List.copyOf(words);
        return list.size() == 1
                ? list.getFirst()
                : String.join(", ", list.subList(0, list.size() - 1)) + " or " + list.getLast();
    }

    private static String name(int type) {
        return switch (type) {
            case Token.EOF -> "the end";
            case NAME, FUNCTION -> "a name";
            case LABEL -> "a name and '='";
            case NUMBER -> "a number";
            case STRING -> "a text in double quotes";
            default -> {
                String literal = VOCABULARY.getLiteralName(type);
                yield literal == null ? VOCABULARY.getDisplayName(type) : literal.replace("\\'", "'");
            }
        };
    }

    private static String name(CommonToken token) {
        return token.getType() == Token.EOF ? "the end" : "'" + quote(token.getText()) + "'";
    }

    private @Nullable String hint(CommonToken found, @Nullable CommonToken before, IntervalSet expected) {
        String instead = INSTEAD.get(found.getText());
        if (instead != null) {
            return instead;
        }
        boolean operandExpected = before == null || !endsOperand(before);
        if (operandExpected && Words.isReserved(found) && expected.contains(NAME)) {
            return "'" + found.getText() + "' is a reserved word and cannot be a name";
        }
        CommonToken first = tokens.getFirst();
        if ((found.getType() == WRT || found.getType() == ALONG) && first.getType() == NAME
                && Words.verbs().contains(first.getText())) {
            return "directly before '(' this is the operator " + first.getText() + "(u, x); with a space, "
                    + first.getText() + " (u) " + found.getText() + " …, it is the statement";
        }
        if (found.getType() == COMMA && openBracket(found) == null) {
            return "several coordinates stand in brackets: (3, 4)";
        }
        if (found.getType() == DOTS) {
            return "a range stands behind 'on': check f on x = -2..2";
        }
        if (found.getType() == LABEL && before != null && endsOperand(before)) {
            return "several are separated by ','";
        }
        return found.getText().equals(".") ? "numbers are written 0.5, transposes A.T" : null;
    }

    private Diagnostic syntax(String message, CommonToken token, @Nullable String hint) {
        return source.diagnostic(Code.SYNTAX, message, source.span(token), hint);
    }

    /** At most a few characters of a text, none of them harmful to a terminal. */
    private static String quote(String text) {
        int length = text.codePointCount(0, text.length());
        String part = length <= QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, QUOTE - 1)) + "…";
        return part.codePoints().map(Rendering::shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
