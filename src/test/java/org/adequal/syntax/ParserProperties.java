package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParserProperties {

    @Property(tries = 400)
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefuse(text);
    }

    @Property(tries = 1500)
    void anySequenceOfTokensIsReadOrRefused(@ForAll("tokens") String text) {
        readOrRefuse(text);
    }

    @Property(tries = 700)
    void aMutilatedStatementIsReadOrRefused(@ForAll("mutilated") String text) {
        readOrRefuse(text);
    }

    /** A tree prints in full brackets, and reads back as the same tree. */
    @Property(tries = 400)
    void bracketsSayWhatPrecedenceSays(@ForAll("formulas") String formula) {
        String read = AstText.of(formula);
        assertThat(AstText.of(read)).isEqualTo(read);
    }

    /** Line breaks inside brackets and comments at the ends of lines mean nothing. */
    @Property(tries = 400)
    void layoutMeansNothing(@ForAll("formulas") String formula) {
        assertThat(AstText.of("(" + formula.replace(" ", " # why\n ") + "\n)")).isEqualTo(AstText.of(formula));
    }

    private static void readOrRefuse(String text) {
        try {
            Ast ast = Parser.formula(text, "formula");
            assertThat(ast.span().end()).isLessThanOrEqualTo(text.length());
        } catch (DiagnosticException e) {
            isWellFormed(e.diagnostic());
        }
        try {
            assertThat(Parser.definition(text, "definitions[0]").span().end()).isLessThanOrEqualTo(text.length());
        } catch (DiagnosticException e) {
            isWellFormed(e.diagnostic());
        }
        for (StatementSource statement : Parser.statements(text)) {
            try {
                assertThat(statement.parse().span()).isEqualTo(statement.span());
            } catch (DiagnosticException e) {
                isWellFormed(e.diagnostic());
            }
        }
        Parser.isIncomplete(text);
    }

    private static void isWellFormed(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        assertThat(span).isNotNull();
        if (span != null) {
            assertThat(span.end()).isLessThanOrEqualTo(diagnostic.source().length());
        }
        assertThat(diagnostic.message()).isNotBlank();
        assertThat(diagnostic.message().replaceAll("(?s)'.*'", "")).doesNotContainPattern("[A-Z_]{2}");
        assertThat(diagnostic.render()).contains(diagnostic.message());
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of("x", "f", "y1", "π", "2", ".5", "1e3", "2.", "(", "(", ")", ")", "[", "]", ",", ";", ":",
                "=", "==", "!=", "<", "≤", "+", "-", "*", "**", "/", "^", "@", ".T", "'", "..", "\"a\"", "\"", "\n",
                "#",
                "$", "|", "and", "or", "not", "if", "piecewise", "let", "in", "for", "at", "on", "wrt", "along", "with",
                "claiming", "against", "var", "diff", "grad", "check", "help", "save", "quit", "exit", "simplify",
                "None", "e", "inf").list().ofMaxSize(12).flatMap(words -> Arbitraries.of("", " ")
                        .map(separator -> String.join(separator, words)));
    }

    @Provide
    Arbitrary<String> mutilated() {
        List<String> statements = List.of("f(x[n]; X[k,n], y) = let a = x@X, b = a.T in a[1:, None, -1] + b for n > 0",
                "check f on x = -2..2, y = 0..1 with points = 1000, seed = 7 claiming (6, 8.1)",
                "diff piecewise(a < b < c, f''(x), not x and y or z, 2^-3^2) wrt x, 2 at x = 1, y = pi/2",
                "grad if(x >= 0, sum(A, axis = 0), [1, [2, 3e-7]]) along (1, -1) at (0, 0); var x[n]",
                "check f at 3 against program \"python3 my.py\" # comment");
        return Combinators.combine(Arbitraries.of(statements), Arbitraries.integers().between(0, 100),
                Arbitraries.integers().between(0, 100), tokens()).as((statement, a, b, inserted) -> {
                    int from = Math.min(a, b) % statement.length();
                    int to = Math.min(statement.length(), from + Math.abs(a - b) % 7);
                    return statement.substring(0, from) + inserted + statement.substring(to);
                });
    }

    @Provide
    Arbitrary<String> formulas() {
        return formula(4);
    }

    private Arbitrary<String> formula(int depth) {
        Arbitrary<String> leaf = Arbitraries.of("x", "y", "2", "0.5", "1e-7", "pi");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> part = formula(depth - 1);
        Arbitrary<String> infix = Arbitraries.of(" + ", " - ", " * ", " / ", " @ ", " ^ ", " < ", " <= ", " == ",
                " and ", " or ", " for ");
        Arbitrary<String> prefix = Arbitraries.of("-", "+", "not ", "let t = x in ", "2 ^ -", "1 + ");
        Arbitrary<String> call = Arbitraries.of("(%s)", "sin(%s)", "f'(%s)", "[%s, x]", "if(x < 1, %s, 2)",
                "max(%s, axis = 0)", "(%s).T", "x[%s, 1]", "piecewise(c, %s)");
        return Arbitraries.oneOf(leaf, Combinators.combine(part, infix, part).as((a, o, b) -> a + o + b),
                Combinators.combine(prefix, part).as((p, a) -> "(" + p + "(" + a + "))"),
                Combinators.combine(call, part).as((c, a) -> c.replace("%s", a)));
    }
}
