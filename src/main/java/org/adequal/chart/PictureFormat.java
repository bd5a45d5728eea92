package org.adequal.chart;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of files that pictures are written to. */
public enum PictureFormat {
    SVG,
    PNG,
    HTML,
    /** For Graphviz; diagrams only. */
    DOT;

    /** What every file made here says of itself near its beginning, whatever its format. */
    public static final String SIGN = Svg.GENERATOR;

    /** The format that the end of a file's name tells. */
    public static Optional<PictureFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> lower.endsWith(format.ending())).findFirst();
    }

    /** {@code .svg} */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** All endings, for a message. */
    public static String endings() {
        return Arrays.stream(values()).map(PictureFormat::ending).collect(Collectors.joining(", "));
    }

    /** Whether this kind of picture can be written so. */
    public boolean holds(Picture picture) {
        return this != DOT || picture instanceof Diagram;
    }

    /** The content of a file. */
    public byte[] write(Picture picture, Theme theme, Size size) {
        return switch (this) {
            case SVG -> Svg.file(picture, theme, size).getBytes(StandardCharsets.UTF_8);
            case PNG -> Png.file(picture, theme, size);
            case HTML -> new HtmlPage(picture.title()).picture(picture, size).text().getBytes(StandardCharsets.UTF_8);
            case DOT -> {
                if (!(picture instanceof Diagram diagram)) {
                    throw new IllegalArgumentException("no diagram: " + picture.title());
                }
                yield Dot.file(diagram).getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
