package org.adequal.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Pictures as PNG, drawn by Java2D without a screen; two pixels for each unit. Needs a font on the machine. */
public final class Png implements Canvas {
    private static final int PIXELS = 2;
    private static final int FONT_SIZE = 12;
    private static final double LINE_HEIGHT = 16;
    private static final double MARKER = 4;
    /** Where the first chunk ends, which every PNG begins with: 8 bytes of signature and 25 of IHDR. */
    private static final int HEADER = 33;

    private final Graphics2D graphics;
    private final Size size;
    private final Theme theme;

    private Png(BufferedImage image, Size size, Theme theme) {
        this.size = size;
        this.theme = theme;
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(PIXELS, PIXELS);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE));
    }

    /** The bytes of a PNG file, its title and description inside. */
    public static byte[] file(Picture picture, Theme theme, Size offered) {
        System.setProperty("java.awt.headless", "true");
        Size size = picture.size(new Png(image(new Size(1, 1)), offered, theme), offered);
        BufferedImage image = image(size);
        Png png = new Png(image, size, theme);
        png.graphics.setColor(png.colour(Ink.Tone.BACKGROUND));
        png.graphics.fillRect(0, 0, (int) size.width() + 1, (int) size.height() + 1);
        picture.draw(png);
        png.graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] plain = bytes.toByteArray();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        told.write(plain, 0, HEADER);
        told.writeBytes(text("Software", Svg.GENERATOR));
        told.writeBytes(text("Title", picture.title()));
        told.writeBytes(text("Description", picture.description()));
        told.write(plain, HEADER, plain.length - HEADER);
        return told.toByteArray();
    }

    private static BufferedImage image(Size size) {
        return new BufferedImage((int) Math.ceil(size.width() * PIXELS), (int) Math.ceil(size.height() * PIXELS),
                BufferedImage.TYPE_INT_RGB);
    }

    /** An iTXt chunk: uncompressed UTF-8 text under a keyword (PNG specification, 11.3.3.4). */
    private static byte[] text(String keyword, String text) {
        byte[] content = ("iTXt" + keyword + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(content);
        return ByteBuffer.allocate(content.length + 8).putInt(content.length - 4).put(content)
                .putInt((int) sum.getValue()).array();
    }

    private Color colour(Ink ink) {
        return new Color(theme.rgb(ink));
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
        return graphics.getFontMetrics().stringWidth(text) * 1.05;
    }

    @Override
    public boolean isCoarse() {
        return false;
    }

    @Override
    public void begin(String role, String name) {}

    @Override
    public void end() {}

    @Override
    public void line(List<Point> points, Pen pen) {
        graphics.setColor(colour(pen.ink()));
        graphics.setStroke(stroke(pen));
        graphics.draw(path(points, false));
    }

    private static BasicStroke stroke(Pen pen) {
        float width = (float) pen.width();
        if (pen.dash() == Dash.SOLID) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        List<Double> lengths = pen.dash().lengths();
        float[] dash = new float[lengths.size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) (lengths.get(i) * (pen.width() + 1) / 2);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private static Path2D path(List<Point> points, boolean closed) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < points.size(); i++) {
            if (i == 0) {
                path.moveTo(points.get(i).x(), points.get(i).y());
            } else {
                path.lineTo(points.get(i).x(), points.get(i).y());
            }
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    @Override
    public void area(List<List<Point>> outlines, Ink ink, double opacity) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        outlines.forEach(outline -> path.append(path(outline, true), false));
        Color base = colour(ink);
        graphics.setColor(new Color(base.getRed(), base.getGreen(), base.getBlue(), (int) Math.round(opacity * 255)));
        graphics.fill(path);
    }

    @Override
    public void marker(Point at, Marker marker, Ink ink) {
        double r = MARKER;
        switch (marker) {
            case DOT -> circle(at, r, colour(ink), colour(ink));
            case RING -> circle(at, r, colour(Ink.Tone.BACKGROUND), colour(ink));
            case SQUARE -> shape(Markers.square(at, r), ink);
            case DIAMOND -> shape(Markers.diamond(at, r * 1.2), ink);
            case STAR -> shape(Markers.star(at, r * 1.9), ink);
            case CROSS -> {
                Pen pen = new Pen(ink, 2, Dash.SOLID);
                line(List.of(new Point(at.x() - r, at.y() - r), new Point(at.x() + r, at.y() + r)), pen);
                line(List.of(new Point(at.x() - r, at.y() + r), new Point(at.x() + r, at.y() - r)), pen);
            }
        }
    }

    private void circle(Point at, double r, Color fill, Color stroke) {
        Ellipse2D circle = new Ellipse2D.Double(at.x() - r, at.y() - r, 2 * r, 2 * r);
        graphics.setColor(fill);
        graphics.fill(circle);
        graphics.setColor(stroke);
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.draw(circle);
    }

    private void shape(List<Point> outline, Ink ink) {
        graphics.setColor(colour(ink));
        graphics.fill(path(outline, true));
    }

    @Override
    public void arrow(Point from, Point to, Ink ink) {
        if (Markers.isDot(from, to)) {
            graphics.setColor(colour(ink));
            graphics.fill(new Ellipse2D.Double(from.x() - 1, from.y() - 1, 2, 2));
            return;
        }
        Pen pen = new Pen(ink, 1.25, Dash.SOLID);
        line(List.of(from, to), pen);
        line(Markers.arrowHead(from, to), pen);
    }

    @Override
    public void text(Point at, String text, Anchor anchor, Ink ink, boolean strong) {
        if (text.isEmpty()) {
            return;
        }
        graphics.setFont(graphics.getFont().deriveFont(strong ? Font.BOLD : Font.PLAIN));
        double width = graphics.getFontMetrics().stringWidth(text);
        double left = at.x() - switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        java.awt.Shape letters = graphics.getFont().createGlyphVector(graphics.getFontRenderContext(), text)
                .getOutline((float) left, (float) (at.y() + FONT_SIZE * 0.36));
        graphics.setColor(colour(Ink.Tone.BACKGROUND));
        graphics.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(letters);
        graphics.setColor(colour(ink));
        graphics.fill(letters);
        graphics.setFont(graphics.getFont().deriveFont(Font.PLAIN));
    }
}
