package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.adequal.number.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -x^2                      | (-(x ^ 2))
            -2^2                      | (-(2 ^ 2))
            2^3^2                     | (2 ^ 3 ^ 2)
            (2^3)^2                   | ((2 ^ 3) ^ 2)
            2^-x*y                    | ((2 ^ -x) * y)
            2^-3^2                    | (2 ^ -3 ^ 2)
            2^--+x                    | (2 ^ --x)
            2^+x                      | (2 ^ +x)
            2**3                      | (2 ^ 3)
            2*-x                      | (2 * (-x))
            -x*y                      | ((-x) * y)
            --x                       | (--x)
            +x                        | (+x)
            a - b + c                 | (a - b + c)
            a - (b + c)               | (a - (b + c))
            (a - b) + c               | ((a - b) + c)
            a/b*c @ d                 | (a / b * c @ d)
            a + b*c^d[0]              | (a + (b * (c ^ (d[0]))))
            a < b + 1                 | (a < (b + 1))
            a < b <= c                | (a < b <= c)
            (a < b) == c              | ((a < b) == c)
            a ≤ b ≥ c ≠ d             | (a <= b >= c != d)
            a >= b != c > d           | (a >= b != c > d)
            not a < b                 | (not (a < b))
            not not a                 | (not not a)
            not a and b or c and d    | (((not a) and b) or (c and d))
            a and b and c             | (a and b and c)
            a or b or c               | (a or b or c)
            1/x for x > 0             | ((1 / x) for (x > 0))
            x for a or b for c        | (x for (a or b) for c)
            x.T @ A.T                 | ((x.T) @ (A.T))
            x.T[0].T^2                | ((x.T[0].T) ^ 2)
            A[i, -1]                  | (A[i, (-1)])
            x[1:]                     | (x[1:])
            x[:-1]                    | (x[:(-1)])
            x[:]                      | (x[:])
            x[1:n, None, 2]           | (x[1:n, None, 2])
            x[a:b for c]              | (x[a:(b for c)])
            [[1, 2], [3, 4]]          | [[1, 2], [3, 4]]
            max(A, axis = 0)          | max(A, axis = 0)
            broadcast_to(u, (m, n))   | broadcast_to(u, tuple(m, n))
            f()                       | f()
            f'(x)                     | f'(x)
            log''(x)                  | log''(x)
            sin (x)                   | sin(x)
            if(a < b, 1, x for c)     | if((a < b), 1, (x for c))
            piecewise(a, 1, b, 2)     | piecewise(a, 1, b, 2)
            piecewise(a, 1, b, 2, 3)  | piecewise(a, 1, b, 2, 3)
            diff(u, x, 2) + grad (u)  | (diff(u, x, 2) + grad(u))
            let a = x, b = a*x in a + b      | (let a = x, b = (a * x) in (a + b))
            1 + let a = x in a + 2           | (1 + (let a = x in (a + 2)))
            2^let a = x in a^2*3             | (2 ^ (let a = x in ((a ^ 2) * 3)))
            -let a = x in a or b             | (-(let a = x in (a or b)))
            let a = x in 1/a for x > 0       | ((let a = x in (1 / a)) for (x > 0))
            let a = 1/x for c in a           | (let a = ((1 / x) for c) in a)
            let a = let b = 1 in b, c = 2 in a  | (let a = (let b = 1 in b), c = 2 in a)
            f(let a = 1 in a, b)             | f((let a = 1 in a), b)
            """)
    void precedence(String formula, String read) {
        assertThat(AstText.of(formula)).isEqualTo(read);
    }

    @Test
    void numbersAreExact() {
        assertThat(value("0.1")).isEqualTo(Rational.of(1, 10));
        assertThat(value(".5")).isEqualTo(Rational.of(1, 2));
        assertThat(value("1e-7")).isEqualTo(Rational.of(1, 10_000_000));
        assertThat(value("2.50E+2")).isEqualTo(Rational.of(250));
        assertThat(value("1e0000000000000000002")).isEqualTo(Rational.of(100));
        assertThat(value("1e-0000000000000000000")).isEqualTo(Rational.ONE);
        assertThat(((Ast.Numeral) Parser.formula("2.50E+2", "formula")).text()).isEqualTo("2.50E+2");
    }

    private static Rational value(String literal) {
        return ((Ast.Numeral) Parser.formula(literal, "formula")).value();
    }

    @Test
    void largestLiterals() {
        assertThat(value("1e" + AstReader.EXPONENT_LIMIT).numerator().bitLength()).isGreaterThan(300_000);
        assertThat(value("1e-" + AstReader.EXPONENT_LIMIT).denominator().bitLength()).isGreaterThan(300_000);
        assertThat(value("." + "3".repeat(AstReader.DIGIT_LIMIT)).isDecimal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100001", "1e-100001", "1e99999999999999999999", "0e100001"})
    void tooLargePowersOfTen(String literal) {
        assertThat(refusal(literal).code()).isEqualTo(Diagnostic.Code.LIMIT);
    }

    @Test
    void tooManyDigits() {
        assertThat(refusal("1".repeat(1_000_000)).code()).isEqualTo(Diagnostic.Code.LIMIT);
        assertThat(refusal("1e" + "1".repeat(1_000_000)).code()).isEqualTo(Diagnostic.Code.LIMIT);
        assertThat(refusal("." + "1".repeat(AstReader.DIGIT_LIMIT + 1)).span())
                .isEqualTo(new Span(0, AstReader.DIGIT_LIMIT + 2));
    }

    @Test
    void namesAreNormalised() {
        assertThat(AstText.of("π")).isEqualTo("pi");
        assertThat(AstText.of("e\u0301")).isEqualTo("\u00e9");
        assertThat(AstText.of("α_1 + Größe + _x + x̂")).isEqualTo("(α_1 + Größe + _x + x̂)");
        assertThat(AstText.of("c + T + f + rate + beta + exit + program"))
                .isEqualTo("(c + T + f + rate + beta + exit + program)");
    }

    @Test
    void spansAreOffsetsInTheText() {
        String text = "𝛼 + (b*\n c) # d";
        Ast.Sum sum = (Ast.Sum) Parser.formula(text, "formula");
        assertThat(sum.span().of(text)).isEqualTo("𝛼 + (b*\n c)");
        assertThat(sum.first().span().of(text)).isEqualTo("𝛼");
        assertThat(sum.rest().getFirst().operatorSpan().of(text)).isEqualTo("+");
        assertThat(sum.rest().getFirst().operand().span().of(text)).isEqualTo("b*\n c");
    }

    @Test
    void lineBreaksInBracketsAndAroundAreWhiteSpace() {
        assertThat(AstText.of("\n (a\n+ # why\r\n b)\n\n")).isEqualTo("(a + b)");
        assertThat(AstText.of("[1,\n2]")).isEqualTo("[1, 2]");
        assertThatThrownBy(() -> Parser.formula("a\n+ b", "formula"))
                .hasMessage("one formula is expected, and here a second one begins");
    }

    @Test
    void longChainsAreFlat() {
        assertThat(((Ast.Sum) Parser.formula("x" + " + x".repeat(100_000), "formula")).rest()).hasSize(100_000);
        assertThat(((Ast.Product) Parser.formula("x" + "*x".repeat(100_000), "formula")).rest()).hasSize(100_000);
        assertThat(((Ast.Signed) Parser.formula("-".repeat(20_000) + "x", "formula")).minuses()).isEqualTo(20_000);
        assertThat(((Ast.Power) Parser.formula("2" + "^2".repeat(20_000), "formula")).exponents()).hasSize(20_000);
        assertThat(((Ast.Not) Parser.formula("not ".repeat(20_000) + "x", "formula")).count()).isEqualTo(20_000);
        assertThat(((Ast.Postfix) Parser.formula("x" + ".T".repeat(20_000), "formula")).suffixes()).hasSize(20_000);
        assertThat(((Ast.Guard) Parser.formula("x" + " for c".repeat(20_000), "formula")).conditions())
                .hasSize(20_000);
        assertThat(((Ast.Call) Parser.formula("f" + "'".repeat(20_000) + "(x)", "formula")).primes())
                .isEqualTo(20_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (          | )
            [          | ]
            sin(       | )
            (1+2*3^f(  | ))
            if(x>0, 1, | )
            x[         | ]
            let a = 1 in      |
            1 + let a = 1 in  |
            let a =           | in a
            """)
    void deepNesting(String opening, String closing) {
        String end = closing == null ? "" : " " + closing;
        int brackets = (int) opening.chars().filter(c -> c == '(').count();
        int levels = Splitter.NESTING_LIMIT / Math.max(1, brackets);
        String deepest = (opening + " ").repeat(levels) + "x" + end.repeat(levels);
        assertThat(Parser.formula(deepest, "formula").span().end()).isLessThanOrEqualTo(deepest.length());
        for (int tooMany : List.of(levels + 1, 20_000)) {
            Diagnostic refusal = refusal((opening + " ").repeat(tooMany) + "x" + end.repeat(tooMany));
            assertThat(refusal.code()).isEqualTo(Diagnostic.Code.LIMIT);
            assertThat(refusal.message()).isEqualTo("nested more than 5000 levels deep");
        }
    }

    @Test
    void letsBesideEachOtherAreNotNested() {
        String lets = "[1" + ", let a = 1 in a".repeat(6_000) + "]";
        assertThat(((Ast.ArrayLiteral) Parser.formula(lets, "formula")).entries()).hasSize(6_001);
    }

    @Test
    void definitionsAlone() {
        Statement.Definition definition = Parser.definition("f(x) = x^2", "definitions[0]");
        assertThat(definition.name().name()).isEqualTo("f");
        assertThatThrownBy(() -> Parser.definition("x^2", "definitions[0]"))
                .isInstanceOfSatisfying(DiagnosticException.class, e -> {
                    assertThat(e.diagnostic().in()).isEqualTo("definitions[0]");
                    assertThat(e.diagnostic().source()).isEqualTo("x^2");
                });
        assertThat(refusal("f(x) = x^2").message()).isEqualTo("expected a formula, found a definition");
        assertThat(refusal("").message()).isEqualTo("a formula is expected, and there is nothing");
        assertThat(refusal("who").message()).startsWith("expected a number");
    }

    @ParameterizedTest
    @CsvSource({"(x,true", "f(x[1,true", "x,false", "'',false", "(x)),false", "(x],false", "a = 3; (b,true"})
    void incompleteTexts(String text, boolean incomplete) {
        assertThat(Parser.isIncomplete(text)).isEqualTo(incomplete);
    }

    private static Diagnostic refusal(String formula) {
        try {
            Parser.formula(formula, "formula");
        } catch (DiagnosticException e) {
            return e.diagnostic();
        }
        throw new AssertionError("read: " + formula);
    }
}
