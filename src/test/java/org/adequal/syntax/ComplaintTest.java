package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {

    /** statement, column, length, message, hint */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            x. + 1           ¦ 2  ¦ 1 ¦ expected an operator or the end, found '.' ¦ numbers are written 0.5, transposes A.T
            2x               ¦ 1  ¦ 2 ¦ there is no implicit multiplication ¦ write 2*x
            2 x              ¦ 1  ¦ 3 ¦ there is no implicit multiplication ¦ write 2*x
            x y              ¦ 1  ¦ 3 ¦ there is no implicit multiplication ¦ write x*y
            (a)(b)           ¦ 3  ¦ 2 ¦ there is no implicit multiplication ¦ write (a)*(b)
            2(x+1)           ¦ 1  ¦ 2 ¦ there is no implicit multiplication ¦ write 2*(x+1)
            (x+1)y           ¦ 5  ¦ 2 ¦ there is no implicit multiplication ¦ write (x+1)*y
            f(x)g(y)         ¦ 4  ¦ 2 ¦ there is no implicit multiplication ¦ write f(x)*g(y)
            x[0]y            ¦ 4  ¦ 2 ¦ there is no implicit multiplication ¦ write x[0]*y
            x.T y            ¦ 2  ¦ 4 ¦ there is no implicit multiplication ¦ write x.T*y
            1 + 2sin(x)      ¦ 5  ¦ 4 ¦ there is no implicit multiplication ¦ write 2*sin(x)
            2sin(aaaaaaaaaaaaaaaaaaaaaaaaaaaaa) ¦ 1 ¦ 4 ¦ there is no implicit multiplication ¦ write 2*sin(…)
            2(aaaaaaaaaaaaaaaaaaaaaaaaaaaaa)    ¦ 1 ¦ 2 ¦ there is no implicit multiplication ¦ write 2*(…)
            (aaaaaaaaaaaaaaaaaaaaaaaaaaaaa)x    ¦ 31 ¦ 2 ¦ there is no implicit multiplication ¦ write (…)*x
            2if(c, a, b)     ¦ 1  ¦ 3 ¦ there is no implicit multiplication ¦ write 2*if(c, a, b)
            x at 2y          ¦ 6  ¦ 2 ¦ there is no implicit multiplication ¦ write 2*y
            f(x) = 2x        ¦ 8  ¦ 2 ¦ there is no implicit multiplication ¦ write 2*x
            2e               ¦ 1  ¦ 2 ¦ there is no implicit multiplication ¦ write 2*e
            2e-x             ¦ 1  ¦ 2 ¦ there is no implicit multiplication ¦ write 2*e
            2.               ¦ 1  ¦ 2 ¦ a number does not end with a point ¦ write 2 or 2.0
            x + 2.*y         ¦ 5  ¦ 2 ¦ a number does not end with a point ¦ write 2 or 2.0
            1.5.5            ¦ 1  ¦ 5 ¦ '1.5.5' is no number ¦
            1 +              ¦ 4  ¦ 0 ¦ expected a number, a name or '(', found the end ¦
            x < )            ¦ 5  ¦ 1 ¦ this ')' closes nothing ¦
            x)               ¦ 2  ¦ 1 ¦ this ')' closes nothing ¦
            sin(x            ¦ 4  ¦ 1 ¦ this '(' is never closed ¦
            f(x[1 + 2        ¦ 4  ¦ 1 ¦ this '[' is never closed ¦
            (x]              ¦ 3  ¦ 1 ¦ expected ')', found ']' ¦
            [x)              ¦ 3  ¦ 1 ¦ expected ']', found ')' ¦
            if(x = 0, 1, 2)  ¦ 6  ¦ 1 ¦ '=' gives a name a meaning, it does not compare ¦ write '=='
            if(2 = x, 1, 2)  ¦ 6  ¦ 1 ¦ '=' gives a name a meaning, it does not compare ¦ write '=='
            x^2 = 3          ¦ 5  ¦ 1 ¦ '=' gives a name a meaning, it does not compare ¦ a comparison is written '==', a definition a = 3 or f(x, y) = x*y
            x for y = 3      ¦ 9  ¦ 1 ¦ '=' gives a name a meaning, it does not compare ¦ a comparison is written '==', a definition a = 3 or f(x, y) = x*y
            let = 3          ¦ 1  ¦ 3 ¦ 'let' is a reserved word ¦ choose another name, such as let1
            check = 3        ¦ 1  ¦ 5 ¦ 'check' is a reserved word ¦ choose another name, such as check1
            x + at           ¦ 5  ¦ 2 ¦ expected a number, a name or '(', found 'at' ¦ 'at' is a reserved word and cannot be a name
            f(in) = 2        ¦ 3  ¦ 2 ¦ expected a name, found 'in' ¦ 'in' is a reserved word and cannot be a name
            at + 1           ¦ 1  ¦ 2 ¦ expected a number, a name, '(' or a verb, found 'at' ¦ 'at' is a reserved word and cannot be a name
            * 3              ¦ 1  ¦ 1 ¦ expected a number, a name, '(' or a verb, found '*' ¦
            x + * y          ¦ 5  ¦ 1 ¦ expected a number, a name or '(', found '*' ¦
            x && y           ¦ 3  ¦ 1 ¦ expected an operator or the end, found '&' ¦ write 'and'
            x || y           ¦ 3  ¦ 1 ¦ expected an operator or the end, found '|' ¦ absolute values are written abs(x), alternatives with 'or'
            2*|x|            ¦ 3  ¦ 1 ¦ expected a number, a name or '(', found '|' ¦ absolute values are written abs(x), alternatives with 'or'
            x and !y         ¦ 7  ¦ 1 ¦ expected a number, a name or '(', found '!' ¦ write 'not', or '!=' for unequal
            x²               ¦ 2  ¦ 1 ¦ expected an operator or the end, found '²' ¦ write ^2
            f'               ¦ 3  ¦ 0 ¦ expected '(', found the end ¦
            f(x,)            ¦ 5  ¦ 1 ¦ expected a number, a name or '(', found ')' ¦
            f(,x)            ¦ 3  ¦ 1 ¦ expected a number, a name, '(' or ')', found ',' ¦
            f(x @@ y)        ¦ 6  ¦ 1 ¦ expected a number, a name or '(', found '@' ¦
            ()               ¦ 2  ¦ 1 ¦ expected a number, a name or '(', found ')' ¦
            x[]              ¦ 3  ¦ 1 ¦ expected a number, a name or '(', found ']' ¦
            x[1:2:3]         ¦ 6  ¦ 1 ¦ expected an operator, ',' or ']', found ':' ¦
            dif f wrt x      ¦ 1  ¦ 3 ¦ unknown statement 'dif' ¦ did you mean 'diff'?
            cehck f at 3     ¦ 1  ¦ 5 ¦ unknown statement 'cehck' ¦ did you mean 'check'?
            diff(x^2) wrt x  ¦ 11 ¦ 3 ¦ expected an operator or the end, found 'wrt' ¦ directly before '(' this is the operator diff(u, x); with a space, diff (u) wrt …, it is the statement
            diff f wrt x y   ¦ 14 ¦ 1 ¦ expected ',' or the end, found 'y' ¦
            diff f wrt       ¦ 11 ¦ 0 ¦ expected a name, found the end ¦
            forget a b       ¦ 10 ¦ 1 ¦ expected ',' or the end, found 'b' ¦
            var x y          ¦ 7  ¦ 1 ¦ expected ',' or the end, found 'y' ¦
            who x            ¦ 5  ¦ 1 ¦ expected the end, found 'x' ¦
            x at 3, 4        ¦ 7  ¦ 1 ¦ expected an operator or the end, found ',' ¦ several coordinates stand in brackets: (3, 4)
            x at x = 1 y = 2 ¦ 12 ¦ 1 ¦ expected an operator or the end, found 'y' ¦ several are separated by ','
            check f on x = 1 ¦ 17 ¦ 0 ¦ expected an operator or '..', found the end ¦
            check f on 1..2  ¦ 12 ¦ 1 ¦ expected a name and '=', found '1' ¦
            1..2             ¦ 2  ¦ 2 ¦ expected an operator or the end, found '..' ¦ a range stands behind 'on': check f on x = -2..2
            check f against "x ¦ 17 ¦ 2 ¦ this text is not closed ¦ put '"' at its end
            check f against  ¦ 16 ¦ 0 ¦ expected a text in double quotes, found the end ¦
            let a = 1        ¦ 10 ¦ 0 ¦ expected an operator or 'in', found the end ¦
            let a in b       ¦ 5  ¦ 1 ¦ expected a name and '=', found 'a' ¦
            f() = 3          ¦ 3  ¦ 1 ¦ expected a name, found ')' ¦
            f(2) = 3         ¦ 3  ¦ 1 ¦ expected a name, found '2' ¦
            if(x)            ¦ 1  ¦ 5 ¦ if takes 3 arguments, here are 1 ¦ write if(condition, value, otherwise)
            1 + piecewise(x) ¦ 5  ¦ 12 ¦ piecewise takes at least 2 arguments, here is 1 ¦ write piecewise(condition, value, …, otherwise)
            """, quoteCharacter = '\u0001')
    void everyMistake(String text, int column, int length, String message, String hint) {
        Diagnostic diagnostic = refusal(text);
        assertThat(diagnostic.message()).isEqualTo(message);
        assertThat(diagnostic.hint()).isEqualTo(hint);
        assertThat(diagnostic.position()).isEqualTo(new Position(1, column, length));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            2x ¦ SYNTAX
            let = 3 ¦ NAME
            if(x) ¦ NAME
            1e999999 ¦ LIMIT
            x[ ¦ SYNTAX
            """)
    void codes(String text, Diagnostic.Code code) {
        assertThat(refusal(text).code()).isEqualTo(code);
    }

    @Test
    void columnsCountCodePoints() {
        assertThat(refusal("𝛼𝛽 + 2𝛾").position()).isEqualTo(new Position(1, 6, 2));
    }

    @Test
    void longTextsAreNotRepeated() {
        assertThat(refusal("1 " + "x".repeat(100_000)).hint()).hasSizeLessThan(50);
        assertThat(refusal("x \u001b[31m y").message()).doesNotContain("\u001b");
    }

    @Test
    void definitionsAskForADefinition() {
        assertThatThrownBy(() -> Parser.definition("x + 1", "definitions[0]"))
                .hasMessage("expected a definition, a = 3 or f(x, y) = x*y, found 'x'");
    }

    private static Diagnostic refusal(String text) {
        try {
            Parser.statements(text).getFirst().parse();
        } catch (DiagnosticException e) {
            return e.diagnostic();
        }
        throw new AssertionError("read: " + text);
    }
}
