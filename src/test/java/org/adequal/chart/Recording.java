package org.adequal.chart;

import java.util.ArrayList;
import java.util.List;

/** A canvas that only remembers. */
public final class Recording implements Canvas {
    private static final double LETTER = 8;
    private static final double LINE = 16;

    /** A text and the room it takes. */
    public record Text(String text, double left, double top, double right, double bottom) {
        public boolean meets(Text other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    public final List<Text> texts = new ArrayList<>();
    public final List<List<Point>> lines = new ArrayList<>();
    public final List<List<Point>> areas = new ArrayList<>();
    public final List<Point> markers = new ArrayList<>();
    public final List<List<Point>> arrows = new ArrayList<>();
    private final Size size;

    private Recording(Size size) {
        this.size = size;
    }

    public static Recording of(Picture picture) {
        return of(picture, Size.STANDARD);
    }

    public static Recording of(Picture picture, Size offered) {
        Recording recording = new Recording(picture.size(new Recording(offered), offered));
        picture.draw(recording);
        return recording;
    }

    /** The texts that stand over one another. */
    public List<String> overlaps() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (texts.get(i).meets(texts.get(j))) {
                    found.add(texts.get(i).text + " | " + texts.get(j).text);
                }
            }
        }
        return found;
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
        return LINE;
    }

    @Override
    public double textWidth(String text) {
        return text.codePointCount(0, text.length()) * LETTER;
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
        lines.add(points);
    }

    @Override
    public void area(List<List<Point>> outlines, Ink ink, double opacity) {
        areas.addAll(outlines);
    }

    @Override
    public void marker(Point at, Marker marker, Ink ink) {
        markers.add(at);
    }

    @Override
    public void arrow(Point from, Point to, Ink ink) {
        arrows.add(List.of(from, to));
    }

    @Override
    public void text(Point at, String text, Anchor anchor, Ink ink, boolean strong) {
        double width = textWidth(text);
        double left = at.x() - switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        // letters are less high than lines are apart
        texts.add(new Text(text, left, at.y() - LINE * 0.45, left + width, at.y() + LINE * 0.45));
    }
}
