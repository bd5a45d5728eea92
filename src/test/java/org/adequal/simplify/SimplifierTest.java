package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Primitive;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifierTest {

    private static Expr simplified(String text) {
        Expr written = Corpus.expression(text, List.of());
        return Simplifier.simplify(written, Analysis.of(written, List.of()).defined(), written).expression();
    }

    /** The simplified form, and what must be said beside it. */
    private static String shown(String text) {
        Condition defined = Analysis.of(Corpus.expression(text, List.of()), List.of()).defined();
        Expr simplified = simplified(text);
        Condition beside = Domain.beside(Analysis.of(simplified, List.of()).defined(), defined);
        return Printer.print(simplified) + (beside == Truth.TRUE ? "" : " for " + Printer.print(beside));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            sqrt(x^2)                      ~ abs(x)
            (x^2)^(1/2)                    ~ abs(x)
            sqrt(x)^2                      ~ x for x >= 0
            (x^(1/2))^4                    ~ x^2 for x >= 0
            (x^3)^(1/3)                    ~ x for x >= 0
            log(x*y)                       ~ log(x*y)
            log(x^2)                       ~ log(x^2)
            exp(log(x))                    ~ x for x > 0
            log(exp(x))                    ~ x
            x/x                            ~ 1 for x != 0
            x^0                            ~ 1
            0*log(x)                       ~ 0 for x > 0
            0/x                            ~ 0 for x != 0
            x^2/x                          ~ x for x != 0
            (x^2 - 1)/(x - 1)              ~ x + 1 for x != 1
            sqrt(x)*sqrt(y)                ~ sqrt(x)*sqrt(y)
            sqrt(x*y)                      ~ sqrt(x*y)
            sqrt(x*y)^2                    ~ x*y for x*y >= 0
            sqrt(x^2*y)                    ~ sqrt(x^2*y)
            tan(x)*cos(x)                  ~ sin(x) for cos(x) != 0
            sin(x)/cos(x)                  ~ tan(x)
            cot(x)/csc(x)                  ~ cos(x) for sin(x) != 0
            tan(x)*cot(x)                  ~ 1 for cos(x) != 0 and sin(x) != 0
            sec(x)^2 - tan(x)^2            ~ 1 for cos(x) != 0
            sin(x)^2 + cos(x)^2            ~ 1
            cosh(x)^2 - sinh(x)^2          ~ 1
            abs(x)^2                       ~ x^2
            x/abs(x)                       ~ sign(x) for x != 0
            x^2/abs(x)                     ~ abs(x) for x != 0
            sign(x)^2                      ~ sign(x)^2
            sign(x)*x                      ~ x*sign(x)
            (2*b - 2*a)^3                  ~ 8*(b - a)^3
            sqrt(1 - x^2)*(x^2 - 1)        ~ -(1 - x^2)^(3/2)
            sqrt(8)                        ~ 2*sqrt(2)
            sqrt(2)*sqrt(3)                ~ sqrt(6)
            sin(-x) + cos(-x)              ~ cos(x) - sin(x)
            exp(x)*exp(-x)                 ~ 1
            exp(2*log(x))                  ~ x^2 for x > 0
            (exp(x))^2                     ~ exp(2*x)
            0.1 + 0.2                      ~ 0.3
            0.1*x + 0.2*x                  ~ 0.3*x
            x/3 + x/6                      ~ x/2
            if(x > 0, x + x, x*x)          ~ if(x > 0, 2*x, x^2)
            (x + x for x > 0)              ~ 2*x for x > 0
            b^2 - 4*a*c + 0                ~ b^2 - 4*a*c
            (phi1 + phi2)/2                ~ (phi1 + phi2)/2
            cos(x/2)^2 - sin(x/2)^2 + cos(x) ~ 2*cos(x)
            """)
    void showsWithWhatIsLost(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @Test
    void powersAreNeverSplit() {
        // u^(e - 1) as u^e/u would lose the point 0
        Expr written = Corpus.expression("e*(2*x)^(e - 1)*2", List.of());
        Expr simplified = Simplifier.simplify(written, Analysis.of(written, List.of()).defined(), written)
                .expression();
        assertThat(Program.of(List.of(simplified), List.of(Variable.of("x"))).run(0)[0]).isZero();
    }

    /** The slope of x^0 at 0 is 0, where 0*x^(-1) has no value. */
    @Test
    void theSlopeOfAPowerKeepsItsPointAtZero() {
        Variable x = Variable.of("x");
        Expr power = Corpus.expression("x^n", List.of());
        Analysis analysis = Analysis.of(power, List.of(x));
        Expr slope = Simplifier.simplify(Forward.derivative(analysis.value(), x), analysis.ordinary(), power)
                .expression();
        assertThat(Printer.print(slope)).isEqualTo("if(n == 0, 0, n*x^(n - 1))");
        Program program = Program.of(List.of(slope), List.of(x, Variable.of("n")));
        assertThat(program.run(0, 0)[0]).isZero();
        assertThat(program.run(3, 2)[0]).isEqualTo(6);
    }

    /** u^m is not 0 at u = 0, m = 0, so that log(u^m) does not say that u is not 0. */
    @Test
    void aPowerThatIsNotZeroMayHaveTheBaseZero() {
        Variable x = Variable.of("x");
        Expr logarithm = Corpus.expression("log(x^m)", List.of());
        Analysis analysis = Analysis.of(logarithm, List.of(x));
        Expr slope = Simplifier.simplify(Forward.derivative(analysis.value(), x), analysis.ordinary(), logarithm)
                .expression();
        assertThat(Program.of(List.of(slope), List.of(x, Variable.of("m"))).run(0, 0)[0]).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            if(n == 0 and x == 0, 0, n*sin(x))          ~ n*sin(x)
            if(n == 0 and x == 0, 0, n/y)               ~ if(n == 0, 0, n/y)
            if(n == 0 and x == 0, 0, n*log(y) + log(y)) ~ if(n == 0 and x == 0, 0, log(y)*(n + 1))
            if(n != 0 and x != 0, n*exp(x)*x, 0)        ~ n*x*exp(x)
            if(n != 0 and x != 0, n*exp(x), 0)          ~ if(n != 0 and x != 0, n*exp(x), 0)
            """)
    void aChoiceBetweenZeroAndWhatVanishes(String text, String expected) {
        assertThat(Printer.print(simplified(text))).isEqualTo(expected);
    }

    @Test
    void aFactorLeavesARootOnlyWhereNoPointIsLost() {
        // at x = 0 the root of x^2*y is 0 whatever the sign of y is
        Expr simplified = simplified("sqrt(x^2*y) + x - x");
        assertThat(Program.of(List.of(simplified), List.of(Variable.of("x"), Variable.of("y"))).run(0, -1)[0])
                .isZero();
    }

    @Test
    void cotangentsAndCosecantsMakeNoPoles() {
        Expr simplified = simplified("sin(x)/cos(x)^2");
        assertThat(Program.of(List.of(simplified), List.of(Variable.of("x"))).run(0)[0]).isZero();
    }

    @Test
    void factsOfTheConditionAreUsedAndOnlyThose() {
        Expr written = Corpus.expression("sqrt(x^2) + sqrt(y^2)", List.of());
        Condition where = (Condition) Graph.nodes(Corpus.expression("if(x > 0, 1, 2)", List.of())).stream()
                .filter(Condition.class::isInstance).findFirst().orElseThrow();
        assertThat(Printer.print(Simplifier.simplify(written, where, written).expression())).isEqualTo("x + abs(y)");
    }

    @Test
    void anExpressionWithoutAnyValueStaysAsItIs() {
        Expr written = Corpus.expression("1/(x - x)", List.of());
        assertThat(Simplifier.simplify(written, Truth.TRUE, written).expression()).isSameAs(written);
    }

    @Test
    void sharedGraphsStayAsSmallAsTheyAre() {
        // f(k + 1) = sin(f(k))*f(k) + x doubles as a tree with every step
        Expr x = Variable.of("x");
        Expr f = x;
        for (int i = 0; i < 60; i++) {
            f = Application.of(Primitive.ADD, Application.of(Primitive.MULTIPLY,
                    Application.of(Primitive.SIN, f), f), x);
        }
        Expr simplified = Simplifier.simplify(f, Truth.TRUE, f).expression();
        assertThat(Graph.nodes(simplified).size()).isLessThanOrEqualTo(Graph.nodes(f).size());
    }

    @Test
    void deepAndLongExpressionsAreAnswered() {
        Expr x = Variable.of("x");
        Expr deep = x;
        Expr sum = x;
        for (int i = 0; i < 20_000; i++) {
            deep = Application.of(Primitive.SIN, deep);
            sum = Application.of(Primitive.ADD, sum, Variable.of("y" + i));
        }
        assertThat(Simplifier.simplify(deep, Truth.TRUE, deep).expression()).isSameAs(deep);
        assertThat(Graph.nodes(Simplifier.simplify(sum, Truth.TRUE, sum).expression()).size())
                .isEqualTo(Graph.nodes(sum).size());
    }

    @Test
    void theTraceNamesWhatWasDone() {
        Expr written = Corpus.expression("x*cos(y)^2 + x*sin(y)^2", List.of());
        Simplified result = Simplifier.simplify(written, Truth.TRUE, written);
        assertThat(Printer.print(result.expression())).isEqualTo("x");
        assertThat(result.trace()).extracting(Step::rule).contains(Rule.TRIGONOMETRIC_FRACTION);
    }
}
