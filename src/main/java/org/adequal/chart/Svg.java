package org.adequal.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pictures as SVG 1.1: texts as texts, a title and a description for who cannot see, groups by what they show. */
public final class Svg implements Canvas {
    /** What every file says of itself. */
    static final String GENERATOR = "Made by Adequal";

    private static final double FONT_SIZE = 12.5;
    private static final double LINE_HEIGHT = 16;
    private static final double MARKER = 4;

    private final StringBuilder out = new StringBuilder();
    private final Size size;
    private final Function<Ink, String> colour;

    private Svg(Size size, Function<Ink, String> colour) {
        this.size = size;
        this.colour = colour;
    }

    /** A file of its own. */
    public static String file(Picture picture, Theme theme, Size offered) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- " + GENERATOR + " -->\n"
                + element(picture, offered, theme::css, "");
    }

    /**
     * An element of a page whose style sheet has the colours, see {@link #styleSheet}.
     *
     * @param id tells it from the other pictures of the page
     */
    public static String inPage(Picture picture, Size offered, String id) {
        return element(picture, offered, Svg::variable, id);
    }

    private static String element(Picture picture, Size offered, Function<Ink, String> colour, String id) {
        Size size = picture.size(new Svg(offered, colour), offered);
        Svg svg = new Svg(size, colour);
        svg.out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(number(size.width()))
                .append("\" height=\"").append(number(size.height())).append("\" viewBox=\"0 0 ")
                .append(number(size.width())).append(' ').append(number(size.height()))
                .append("\" role=\"img\" aria-labelledby=\"title").append(id).append(" desc").append(id)
                .append("\" font-family=\"'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif\" font-size=\"")
                .append(number(FONT_SIZE)).append("\">\n<title id=\"title").append(id).append("\">")
                .append(Markup.escape(picture.title())).append("</title>\n<desc id=\"desc").append(id).append("\">")
                .append(Markup.escape(picture.description()))
                .append("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(colour.apply(Ink.Tone.BACKGROUND)).append("\"/>\n");
        picture.draw(svg);
        return svg.out.append("</svg>\n").toString();
    }

    /** The colours of {@link #inPage}, light or dark as the reader's device is set. */
    public static String styleSheet() {
        return ":root{color-scheme:light dark;" + variables(Theme.LIGHT)
                + "}\n@media (prefers-color-scheme:dark){:root{"
                + variables(Theme.DARK) + "}}\n";
    }

    private static String variables(Theme theme) {
        List<Ink> inks = new ArrayList<>(List.of(Ink.Tone.values()));
        for (int i = 0; i < theme.seriesCount(); i++) {
            inks.add(new Ink.Series(i));
        }
        return inks.stream().map(ink -> "--" + name(ink) + ":" + theme.css(ink)).collect(Collectors.joining(";"));
    }

    private static String variable(Ink ink) {
        return ink instanceof Ink.Shade ? Theme.LIGHT.css(ink) : "var(--" + name(ink) + ")";
    }

    private static String name(Ink ink) {
        return switch (ink) {
            case Ink.Tone tone -> tone.name().toLowerCase(java.util.Locale.ROOT);
            case Ink.Series(int index) -> "series-" + Math.floorMod(index, Theme.LIGHT.seriesCount());
            case Ink.Shade(double height) -> throw new IllegalArgumentException("no name: " + height);
        };
    }

    @Override
    public double width() {
        return size.width();
    }

    @Override
    public double height() {
        return size.height();
    }

    @Override
    public double lineHeight() {
        return LINE_HEIGHT;
    }

    @Override
    public double textWidth(String text) {
        return TextWidths.of(text) * FONT_SIZE;
    }

    @Override
    public boolean isCoarse() {
        return false;
    }

    @Override
    public void begin(String role, String name) {
        out.append("<g class=\"").append(role).append('"');
        if (!name.isEmpty()) {
            out.append(" aria-label=\"").append(Markup.escape(name)).append('"');
        }
        out.append(">\n");
    }

    @Override
    public void end() {
        out.append("</g>\n");
    }

    @Override
    public void line(List<Point> points, Pen pen) {
        out.append("<path d=\"").append(path(points)).append("\" fill=\"none\" stroke=\"")
                .append(colour.apply(pen.ink())).append("\" stroke-width=\"").append(number(pen.width())).append('"');
        if (pen.dash() != Dash.SOLID) {
            out.append(" stroke-dasharray=\"").append(pen.dash().lengths().stream()
                    .map(length -> number(length * pen.width() / 2 + length / 2)).collect(Collectors.joining(" ")))
                    .append('"');
        }
        out.append(" stroke-linejoin=\"round\"/>\n");
    }

    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L").append(number(point.x())).append(' ').append(number(point.y()));
        }
        return path.toString();
    }

    @Override
    public void area(List<List<Point>> outlines, Ink ink, double opacity) {
        String colourName = colour.apply(ink);
        out.append("<path d=\"");
        outlines.forEach(outline -> out.append(path(outline)).append('Z'));
        out.append("\" fill=\"").append(colourName).append("\" fill-opacity=\"").append(number(opacity))
                .append("\"/>\n");
    }

    @Override
    public void marker(Point at, Marker marker, Ink ink) {
        String stroke = colour.apply(ink);
        double r = MARKER;
        switch (marker) {
            case DOT -> circle(at, r * 0.8, stroke, stroke);
            case RING -> circle(at, r, colour.apply(Ink.Tone.BACKGROUND), stroke);
            case SQUARE -> shape(Markers.square(at, r), stroke);
            case DIAMOND -> shape(Markers.diamond(at, r * 1.2), stroke);
            case STAR -> shape(Markers.star(at, r * 1.9), stroke);
            case CROSS -> out.append("<path class=\"marker\" d=\"")
                    .append(path(List.of(new Point(at.x() - r, at.y() - r), new Point(at.x() + r, at.y() + r))))
                    .append(path(List.of(new Point(at.x() - r, at.y() + r), new Point(at.x() + r, at.y() - r))))
                    .append("\" fill=\"none\" stroke=\"").append(stroke).append("\" stroke-width=\"2\"/>\n");
        }
    }

    private void circle(Point at, double radius, String fill, String stroke) {
        out.append("<circle class=\"marker\" cx=\"").append(number(at.x())).append("\" cy=\"").append(number(at.y()))
                .append("\" r=\"").append(number(radius)).append("\" fill=\"").append(fill).append("\" stroke=\"")
                .append(stroke).append("\" stroke-width=\"1.5\"/>\n");
    }

    private void shape(List<Point> outline, String fill) {
        out.append("<path class=\"marker\" d=\"").append(path(outline)).append("Z\" fill=\"").append(fill)
                .append("\" stroke=\"").append(colour.apply(Ink.Tone.BACKGROUND))
                .append("\" stroke-width=\"0.75\"/>\n");
    }

    @Override
    public void arrow(Point from, Point to, Ink ink) {
        String stroke = colour.apply(ink);
        if (Markers.isDot(from, to)) {
            out.append("<circle class=\"arrow\" cx=\"").append(number(from.x())).append("\" cy=\"")
                    .append(number(from.y())).append("\" r=\"1\" fill=\"").append(stroke).append("\"/>\n");
            return;
        }
        out.append("<path class=\"arrow\" d=\"").append(path(List.of(from, to)))
                .append(path(Markers.arrowHead(from, to))).append("\" fill=\"none\" stroke=\"").append(stroke)
                .append("\" stroke-width=\"1.25\"/>\n");
    }

    @Override
    public void text(Point at, String text, Anchor anchor, Ink ink, boolean strong) {
        if (text.isEmpty()) {
            return;
        }
        // the middle of digits and capitals is a good third of the size above the base line
        out.append("<text x=\"").append(number(at.x())).append("\" y=\"").append(number(at.y() + FONT_SIZE * 0.36))
                .append('"');
        if (anchor != Anchor.START) {
            out.append(" text-anchor=\"").append(anchor == Anchor.MIDDLE ? "middle" : "end").append('"');
        }
        if (strong) {
            out.append(" font-weight=\"bold\"");
        }
        out.append(" fill=\"").append(colour.apply(ink)).append("\" paint-order=\"stroke\" stroke=\"")
                .append(colour.apply(Ink.Tone.BACKGROUND)).append("\" stroke-width=\"3\" stroke-linejoin=\"round\">")
                .append(Markup.escape(text)).append("</text>\n");
    }

    /** At most two digits behind the point. */
    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
