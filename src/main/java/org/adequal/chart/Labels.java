package org.adequal.chart;

import java.util.ArrayList;
import java.util.List;

/** Where texts stand already: none is put over another. */
final class Labels {
    private final Canvas canvas;
    private final Clip frame;
    private final List<Clip> taken = new ArrayList<>();

    Labels(Canvas canvas, Clip frame) {
        this.canvas = canvas;
        this.frame = frame;
    }

    /** Writes the text at the first of the places where it is inside the frame and over no other; false if none is. */
    boolean write(List<Point> places, Anchor anchor, String text, Ink ink) {
        for (Point place : places) {
            Clip box = box(place, anchor, text);
            if (box.left() >= frame.left() && box.right() <= frame.right() && box.top() >= frame.top()
                    && box.bottom() <= frame.bottom() && taken.stream().noneMatch(other -> meet(box, other))) {
                taken.add(box);
                canvas.text(place, text, anchor, ink, false);
                return true;
            }
        }
        return false;
    }

    /** Keeps texts out of a rectangle. */
    void avoid(Clip box) {
        taken.add(box);
    }

    /** Keeps texts away from a place. */
    void avoid(Point place, double distance) {
        taken.add(new Clip(place.x() - distance, place.y() - distance, place.x() + distance, place.y() + distance));
    }

    private Clip box(Point place, Anchor anchor, String text) {
        double width = canvas.textWidth(text);
        double left = place.x() - switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        double half = canvas.lineHeight() / 2;
        return new Clip(left, place.y() - half, left + width, place.y() + half);
    }

    private static boolean meet(Clip a, Clip b) {
        return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
    }

    /** The text, or as much of its beginning as the width has room for. */
    static String shorten(Canvas canvas, String text, double width) {
        if (canvas.textWidth(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && canvas.textWidth(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    /** The text in lines of at most this width, broken at spaces. */
    static List<String> wrapped(Canvas canvas, String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && canvas.textWidth(longer) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines.stream().map(each -> shorten(canvas, each, width)).toList();
    }
}
