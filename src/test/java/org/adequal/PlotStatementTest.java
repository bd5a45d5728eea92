package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plot} and {@code report}, as they are typed. */
class PlotStatementTest {

    @TempDir
    Path folder;

    private Terminal.Output run(String... statements) {
        return Terminal.runIn(folder, "", statements);
    }

    @Test
    void aPictureIsShownInTheTerminal() {
        Terminal.Output output = run("f(x) = 0.01*x^2 + 0.1*x", "plot f on x = 0..20 with tangent at x = 5, x = 10");
        assertThat(output.status()).isZero();
        assertThat(output.text()).contains("f(x) = 0.01*x^2 + 0.1*x").contains("tangent at x = 5, slope 0.2")
                .contains("tangent at x = 10, slope 0.3").contains("⠤");
    }

    @ParameterizedTest
    @CsvSource({"a.svg,<svg", "a.SVG,<svg", "a.html,<svg", "a.png,IHDR"})
    void aPictureIsWrittenInTheFormatOfItsName(String name, String part) throws IOException {
        Terminal.Output output = run("plot x^2 on x = -1..1 to \"" + name + "\"");
        assertThat(output.text()).isEqualTo("wrote " + name + ": x^2\n");
        assertThat(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1)).contains(part)
                .contains("Made by Adequal");
    }

    @Test
    void onlyPicturesAreOverwritten() throws IOException {
        Path file = folder.resolve("mine.svg");
        Files.writeString(file, "<svg>drawn by hand</svg>");
        Terminal.Output output = run("plot x to \"mine.svg\"");
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.text()).contains("mine.svg is there already");
        assertThat(Files.readString(file)).isEqualTo("<svg>drawn by hand</svg>");
        for (String name : new String[]{"again.svg", "again.png", "again.html"}) {
            assertThat(run("plot x to \"" + name + "\"", "plot x^2 to \"" + name + "\"").status()).as(name).isZero();
        }
    }

    @Test
    void graphsAreWrittenForGraphviz() throws IOException {
        run("plot graph of x*sin(x) at 2 to \"g.dot\"");
        assertThat(Files.readString(folder.resolve("g.dot"))).contains("digraph").contains("adjoint")
                .contains("Made by Adequal");
        assertThat(run("plot x to \"g.dot\"").text()).contains("tells its format");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plot abs(x) with tangent at x = 0          | there is no tangent here
            plot x*y*z                                 | a picture has two axes, and there are 3 variables: x, y, z
            plot x on y = 0..1                         | x has no range
            plot x on x = 1..1                         | this range is empty
            plot x on x = 1e-320..2e-320               | too narrow for doubles
            plot x on x = 1..1+1e-15                   | too narrow for doubles
            plot x with tangent at 1e300               | write on x =
            plot x to "a.gif"                          | .svg, .png, .html, .dot
            plot x with colour = 3                     | a plot has no option colour
            plot x with themes = dark                  | did you mean theme?
            plot x with theme = pink                   | light or dark
            plot surface of x                          | there is no plot of 'surface of'
            plot grad x^2                              | arrows are drawn over two variables
            plot error of diff(abs(x), x) at 0         | there is no derivative here
            plot error of diff(x^2, x)                 | where is the derivative taken?
            plot x at 3                                | over ranges
            plot x on x = 0..1 on x = 0..2             | a plot has one 'on'
            plot 1 + 2                                 | no variable to draw over
            plot x with slope at x = 3                 | expected 'tangent'
            plot x to "none/a.svg"                     | no such file or folder
            report x^2 at 3                            | a page of its own
            report x^2 at 3 to "a.svg"                 | a page of its own
            report x^2 to "a.html"                     | about a point
            """)
    void whatCannotBeDrawnIsSaid(String statement, String message) {
        Terminal.Output output = run(statement);
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.text()).contains(message).doesNotContain("internal error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plot 5 on x = 0..1
            plot [x, 1]*x on x = -1..1
            plot sum([x, y]^2)
            plot [x, x^2, x^3] on x = -1..1
            plot [y, -x] on x = -2..2, y = -2..2 with arrows = 9
            plot grad x0^2 + x1^2 on x0 = -2..2.25, x1 = -2..2.25 with step = 0.25
            plot x*exp(-x^2 - y^2) on x = -2..2, y = -2..2
            plot sin(x), diff(sin(x), x) on x = -5..5
            plot error of diff(sin(x), x) at x = 1
            plot error of sin(x) at 1
            plot graph of x*sin(y)
            plot graph of if(x > 0, x, y) at (1, 2)
            plot log(-1 - x^2)
            plot 1e300*x on x = -1e10..1e10
            plot floor(100000*x)
            plot exp(x) on x = 0..1e4
            plot log(x)*log(y)
            plot gamma(x)
            plot tan(x)*tan(y)
            """)
    void muchCanBeDrawn(String statement) throws IOException {
        Terminal.Output output = run(statement, statement + " to \"a.svg\"", statement + " to \"a.html\"");
        assertThat(output.text()).doesNotContain("internal error").doesNotContain("NaN");
        assertThat(output.status()).as(output.text()).isZero();
        assertThat(Files.readString(folder.resolve("a.svg"))).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void jsonHoldsTheDescriptionAndTheFile() {
        assertThat(run("--json", "plot abs(x) on x = -1..1 to \"a.svg\"").text())
                .contains("\"file\":\"a.svg\"").contains("kink at x = 0");
        assertThat(run("--json", "plot abs(x) on x = -1..1").text()).contains("\"svg\":\"<?xml");
    }

    @Test
    void aReportIsOnePage() throws IOException {
        Terminal.Output output = run("f(x, y) = (1 - x)^2 + 100*(y - x^2)^2", "g(x) = x",
                "report f at (1.2, 1) to \"r.html\"");
        assertThat(output.text()).contains("wrote r.html");
        String page = Files.readString(folder.resolve("r.html"));
        assertThat(page).contains("<math").contains("msup").contains("rules of differentiation").contains("211.6")
                .contains("proven to lie in").contains("agree").contains("name=\"viewport\"")
                .contains("report f at (1.2, 1) to &quot;r.html&quot;").contains("f(x, y) = ")
                .contains("Backward sweep")
                .contains("absolute error").doesNotContain("NaN").doesNotContain("<script").doesNotContain("g(x)");
        assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http");
        assertThat(page.split("<figure>", -1)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            report abs(x) at 0 to "r.html"         | kink
            report log(x) at -1 to "r.html"        | needs x &gt; 0
            report step(x) at 0 to "r.html"        | jump
            report 0*x + 1 at 1e300 to "r.html"    | proven
            report sqrt(x) at 0 to "r.html"        | infinite
            report x*y*z*w at (1, 2, 3, 4) to "r.html" | 24
            """)
    void whereThereIsNoDerivativeTheReportSaysSo(String statement, String part) throws IOException {
        Terminal.Output output = run(statement);
        assertThat(output.status()).as(output.text()).isZero();
        assertThat(Files.readString(folder.resolve("r.html"))).contains(part).doesNotContain("NaN");
    }
}
