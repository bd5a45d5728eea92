package org.adequal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The same chart in every format. */
class RenderingTest {

    private static Chart chart() {
        List<Point> wave = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            wave.add(new Point(i / 10.0, Math.sin(i / 10.0)));
        }
        return new Chart("waves <&> \"more\"", "a wave, a point far away and an arrow", Axis.of("t"), Axis.of("height"),
                List.of(new Mark.Curve("sin t", List.of(wave), Pen.ofSeries(0)),
                        new Mark.Curve("line", List.of(List.of(new Point(0, -1e300), new Point(10, 1e300))),
                                Pen.ofSeries(1)),
                        new Mark.Points("peak", List.of(new Point(Math.PI / 2, 1)), Marker.RING, new Ink.Series(2)),
                        new Mark.Arrows("down", List.of(new Mark.Arrow(new Point(5, 0), 1, -1)), new Ink.Series(3)),
                        new Mark.Note(new Point(Math.PI / 2, 1), "first peak"),
                        new Mark.Region("", List.of(new Point(2, -9), new Point(3, -9), new Point(3, 9),
                                new Point(2, 9)), Ink.Tone.VOID, 1)));
    }

    private static Chart bounded() {
        Chart chart = chart();
        return new Chart(chart.title(), chart.description(), Axis.of("t", 0, 10), Axis.of("height", -1.2, 1.2),
                chart.marks());
    }

    private static Element svg(Picture picture) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(Svg.file(picture, Theme.LIGHT, Size.STANDARD))));
        return document.getDocumentElement();
    }

    @Test
    void svgIsXmlWithTitleDescriptionAndSelectableText() throws Exception {
        Element svg = svg(bounded());
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("waves <&> \"more\"");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).startsWith("a wave");
        List<String> texts = new ArrayList<>();
        NodeList nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        assertThat(texts).contains("t", "height", "sin t", "peak", "first peak", "−1", "0", "10");
    }

    @Test
    void nothingIsDrawnOutsideAndNothingIsNoNumber() throws Exception {
        for (Chart each : List.of(chart(), bounded())) {
            String text = Svg.file(each, Theme.DARK, Size.STANDARD);
            assertThat(text).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("1E");
            Recording recording = Recording.of(each);
            assertThat(recording.lines).isNotEmpty().allSatisfy(line -> assertThat(line).allMatch(
                    p -> p.x() >= -1e-6 && p.x() <= 760 + 1e-6 && p.y() >= -1e-6 && p.y() <= 500 + 1e-6));
            assertThat(recording.overlaps()).isEmpty();
        }
    }

    @Test
    void aPlaceThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new Point(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Point(0, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mark.Arrow(new Point(0, 0), Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pngHasTheColoursAndTellsWhatItIs() throws IOException {
        byte[] bytes = Png.file(bounded(), Theme.LIGHT, Size.STANDARD);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(image.getWidth()).isEqualTo(1520);
        assertThat(image.getHeight()).isEqualTo(1000);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertThat(colours).contains(0xFFFFFF, Theme.LIGHT.rgb(new Ink.Series(0)), Theme.LIGHT.rgb(new Ink.Series(1)),
                Theme.LIGHT.rgb(Ink.Tone.VOID));
        assertThat(new String(bytes, 0, 300, StandardCharsets.UTF_8)).contains(PictureFormat.SIGN)
                .contains("a wave, a point");
    }

    @Test
    void theTerminalsLinesFitAndHaveColoursOnlyIfAsked() {
        String plain = TerminalCanvas.lines(bounded(), 60, 20, null);
        assertThat(plain.lines()).hasSizeLessThanOrEqualTo(20)
                .allMatch(line -> line.codePointCount(0, line.length()) <= 60);
        assertThat(plain).contains("sin t").contains("○").doesNotContain("\u001b")
                .matches(text -> text.codePoints().anyMatch(c -> c > 0x2800 && c <= 0x28FF));
        assertThat(TerminalCanvas.lines(bounded(), 60, 20, Theme.DARK)).contains("\u001b[38;2;").contains("\u001b[0m");
    }

    @Test
    void pagesHoldPicturesWithoutScriptsOrLinks() {
        String page = new String(PictureFormat.HTML.write(bounded(), Theme.LIGHT, Size.STANDARD),
                StandardCharsets.UTF_8);
        assertThat(page).contains("<svg").contains("waves &lt;&amp;&gt;").contains("name=\"viewport\"")
                .contains("prefers-color-scheme").contains(PictureFormat.SIGN).doesNotContain("<script")
                .doesNotContain("https:");
        assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http:");
    }

    @Test
    void seriesAreToldApartInGrey() {
        for (Theme theme : Theme.values()) {
            // by lightness or by dash
            for (int i = 0; i < theme.seriesCount(); i++) {
                for (int j = i + 1; j < theme.seriesCount(); j++) {
                    double difference = Math.abs(grey(theme, i) - grey(theme, j));
                    assertThat(difference > 24 || Dash.ofSeries(i) != Dash.ofSeries(j)).as("%s %d %d", theme, i, j)
                            .isTrue();
                }
            }
            for (int i = 0; i < theme.seriesCount(); i++) {
                assertThat(Math.abs(grey(theme, i) - grey(theme.rgb(Ink.Tone.BACKGROUND)))).isGreaterThan(60);
            }
        }
    }

    @Test
    void heightsGetLighter() {
        double last = -1;
        for (int i = 0; i <= 20; i++) {
            double grey = grey(Theme.LIGHT.rgb(new Ink.Shade(i / 20.0)));
            assertThat(grey).isGreaterThan(last);
            last = grey;
        }
    }

    private static double grey(Theme theme, int series) {
        return grey(theme.rgb(new Ink.Series(series)));
    }

    private static double grey(int rgb) {
        return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
    }
}
