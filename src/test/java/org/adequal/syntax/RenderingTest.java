package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static String render(String source, @Nullable Span span, @Nullable String hint) {
        return new Diagnostic(Diagnostic.Code.SYNTAX, "wrong", span, hint, source, "formula").render();
    }

    @Test
    void marksTheSpan() {
        assertThat(render("1 + 2x", new Span(4, 6), "write 2*x")).isEqualTo("""
                1 + 2x
                    ~~
                wrong
                hint: write 2*x""");
        assertThat(render("1 +", new Span(3, 3), null)).isEqualTo("""
                1 +
                   ^
                wrong""");
        assertThat(render("x)", new Span(1, 2), null)).isEqualTo("""
                x)
                 ^
                wrong""");
        assertThat(render("x", null, null)).isEqualTo("wrong");
    }

    @Test
    void namesTheLineOfSeveral() {
        assertThat(render("a = 1\r\nb = (2\n + 3\n", new Span(11, 17), null)).isEqualTo("""
                b = (2
                    ~~
                line 2: wrong""");
    }

    @Test
    void wideAndTabbedCharacters() {
        assertThat(render("𝛼\t変x2y", new Span(5, 7), null)).isEqualTo("""
                𝛼\t変x2y
                 \t   ~~
                wrong""");
        assertThat(render("x\u0302 + y", new Span(5, 6), null).lines().toList().get(1)).isEqualTo("    ^");
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(render("x \u001b[31m\u202e y", new Span(2, 3), null)).isEqualTo("""
                x \uFFFD[31m\uFFFD y
                  ^
                wrong""");
    }

    @Test
    void longLinesAreCut() {
        String line = "0123456789".repeat(100);
        for (int at : new int[]{0, 1, 49, 50, 51, 500, 949, 950, 999}) {
            List<String> lines = render(line, new Span(at, at + 1), null).lines().toList();
            assertThat(lines.get(0)).hasSizeBetween(100, 102);
            int caret = lines.get(1).indexOf('^');
            assertThat(lines.get(1).strip()).isEqualTo("^");
            assertThat(lines.get(0).charAt(caret)).isEqualTo(line.charAt(at));
        }
        List<String> end = render(line, new Span(1000, 1000), null).lines().toList();
        assertThat(end.get(1)).hasSize(end.get(0).length() + 1).endsWith("^");
        List<String> all = render(line, new Span(0, 1000), null).lines().toList();
        assertThat(all.get(1)).hasSizeBetween(50, 101).matches("~+");
    }
}
