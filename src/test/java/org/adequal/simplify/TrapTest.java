package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rewritings that look right: at the point given the tempting form is wrong, and ours is not. */
class TrapTest {
    private static final List<Variable> VARIABLES = List.of(Variable.of("x"), Variable.of("y"));

    /** The tempting form has another value or none, where the written one has a value. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            power split into a quotient     | x^(y - 1)*y             | y*x^y/x                  | 0  1
            constant power split            | e*(2*x)^(e - 1)*2       | e*(2*x)^e/x              | 0  1
            root of a square                | sqrt(x^2)               | x                        | -1 0
            root of a square of a sum       | sqrt(x^2 - 2*x*y + y^2) | x - y                    | 0  1
            half of an even power           | (x^4)^(1/4)             | x                        | -2 0
            root of a product               | sqrt(x*y)               | sqrt(x)*sqrt(y)          | -1 -1
            root of a vanishing product     | sqrt(x^2*y)             | abs(x)*sqrt(y)           | 0  -1
            root of a quotient              | sqrt(x/y)               | sqrt(x)/sqrt(y)          | -1 -1
            logarithm of a product          | log(x*y)                | log(x) + log(y)          | -1 -1
            logarithm of a quotient         | log(x/y)                | log(x) - log(y)          | -1 -2
            logarithm of a square           | log(x^2)                | 2*log(x)                 | -1 0
            logarithm of an even power      | log(x^2)/2              | log(x)                   | -3 0
            power of a power                | (x^y)^(1/2)             | x^(y/2)                  | -1 2
            power of a square               | (x^2)^y                 | x^(2*y)                  | -1 0.25
            power of a product              | (x*y)^(1/3)             | x^(1/3)*y^(1/3)          | -1 -1
            sign of zero                    | sign(x)                 | x/abs(x)                 | 0  0
            square of a sign                | sign(x)^2               | 1                        | 0  0
            cosecant where the sine is zero | sin(x)/cos(x)^2         | tan(x)^2*csc(x)          | 0  0
            cotangent for a quotient        | sin(x)/cos(x)           | 1/cot(x)                 | 0  0
            arc sine of a sine              | asin(sin(x))            | x                        | 3  0
            arc cosine of a cosine          | acos(cos(x))            | x                        | -1 0
            arc tangent of a quotient       | atan(x) + atan(y)       | atan((x + y)/(1 - x*y))  | 2  1
            odd root of a negative number   | cbrt(x)                 | x^(1/3)                  | -8 0
            slope of a power at zero        | if(y == 0, 0, y*x^(y - 1)) | y*x^(y - 1)           | 0  0
            """)
    void temptingAndWrong(String name, String text, String tempting, String point) {
        Expr written = Corpus.expression(text, List.of());
        Condition defined = Analysis.of(written, List.of()).defined();
        double[] at = Arrays.stream(point.strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
        assertThat(Enclosed.compare(written, defined, Corpus.expression(tempting, List.of()), VARIABLES, at)).as(name)
                .isIn(Enclosed.Verdict.DIFFERENT, Enclosed.Verdict.UNDEFINED);
        Expr simplified = Simplifier.simplify(written, defined, written).expression();
        assertThat(Enclosed.compare(written, defined, simplified, VARIABLES, at)).as(Printer.print(simplified))
                .isEqualTo(Enclosed.Verdict.SAME);
    }

    /** The shorter form has a value where the written one has none: the condition beside it takes the point away. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            cancelled factor              | x/x                | 1         | 0  0
            cancelled sum                 | (x^2 - 1)/(x - 1)  | x + 1     | 1  0
            power zero of what may lack   | log(x)^0           | 1         | -1 0
            zero times what may lack      | 0*log(x)           | 0         | -1 0
            difference of what may lack   | log(x) - log(x) + y | y        | -1 0
            exponential of a logarithm    | exp(log(x))        | x         | -1 0
            square of a root              | sqrt(x)^2          | x         | -1 0
            product of two roots          | sqrt(x - 2)*sqrt(x + 2) | sqrt(x^2 - 4) | -3 0
            quotient of reciprocals       | (1/x)/(1/y)        | y/x       | 1  0
            reciprocal of a reciprocal    | 1/(1/x)            | x         | 0  0
            tangent at a pole of cot      | tan(x)*cot(x)      | 1         | 0  0
            cotangent over cosecant       | cot(x)/csc(x)      | cos(x)    | 0  0
            magnitude over itself         | abs(x)/abs(x)      | 1         | 0  0
            """)
    void saysWhatIsLost(String name, String text, String expected, String point) {
        Expr written = Corpus.expression(text, List.of());
        Condition defined = Analysis.of(written, List.of()).defined();
        Expr simplified = Simplifier.simplify(written, defined, written).expression();
        assertThat(Printer.print(simplified)).isEqualTo(expected);
        Condition hasValue = Analysis.of(simplified, List.of()).defined();
        Condition beside = Domain.beside(hasValue, defined);
        double[] at = Arrays.stream(point.strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
        EnclosureProgram.Enclosures there = EnclosureProgram.of(List.of(defined, beside), VARIABLES).at(at, 100);
        assertThat(there.of(defined)).as(name).isEqualTo(Certainty.FALSE);
        assertThat(there.of(beside)).as(name + ": " + Printer.print(beside)).isEqualTo(Certainty.FALSE);
    }
}
