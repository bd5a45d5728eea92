package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.adequal.expr.Expr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class TypesetTest {

    private static Expr formula(String text) {
        return Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x0^2 + 2*x_1      | {x_{0}}^{2} + 2x_{1}
            a - (b - c)       | a - \\left(b - c\\right)
            -(a + b)          | -\\left(a + b\\right)
            x^-2              | {x}^{-2}
            (-2)^2            | {\\left(-2\\right)}^{2}
            -2^2              | -{2}^{2}
            (x + 1)/(2*y)     | \\frac{x + 1}{2y}
            (x/y)^2           | {\\left(\\frac{x}{y}\\right)}^{2}
            2*3*x             | 2 \\cdot 3 \\cdot x
            sqrt(x) + cbrt(y) | \\sqrt{x} + \\sqrt[3]{y}
            exp(x)^2          | {\\left({e}^{x}\\right)}^{2}
            2*floor(x)        | 2\\left\\lfloor x\\right\\rfloor
            a + -b            | a + \\left(-b\\right)
            sin(alpha)        | \\sin\\left(\\alpha \\right)
            erf(my_x)         | \\operatorname{erf}\\left(\\mathit{my\\_x}\\right)
            x*(y*z)           | x \\cdot \\left(y \\cdot z\\right)
            2*-x              | 2 \\cdot \\left(-x\\right)
            pi                | \\pi
            """)
    void latex(String text, String expected) {
        assertThat(Typeset.latex(formula(text)).strip()).isEqualTo(expected);
    }

    @Test
    void bars() {
        assertThat(Typeset.latex(formula("abs(x)"))).isEqualTo("\\left|x\\right|");
    }

    @Test
    void choicesAreCases() {
        assertThat(Typeset.latex(formula("if(x > 0 and y <= 2, x, -x)")))
                .isEqualTo("\\begin{cases}x & \\ \\text{for}\\ "
                        + "x > 0 \\land y \\le 2 \\\\ -x & \\ \\text{otherwise}\\ \\end{cases}");
    }

    @Test
    void longFormulasNameTheirSharedParts() {
        String text = "x";
        for (int i = 0; i < 20; i++) {
            text = "let a = " + text + " in sin(a)*a + x";
        }
        assertThat(Typeset.latex(formula(text))).contains("t_{1}").hasSizeLessThan(5000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            if(x < 1 and y != 2, sqrt(x), log(x) for x > 0)
            (x^2 + 1/3)/(a_12*beta) - cbrt(abs(x)) + diff(erf(x)^2, x)
            1e-30*x
            """)
    void mathMlIsXml(String text) throws Exception {
        String markup = Typeset.mathMl(formula(text)).replace("&#x2061;", "");
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup))).getDocumentElement().getTagName()).isEqualTo("math");
    }
}
