package org.adequal.chart;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Pictures in the cells of a terminal: each cell has two by four dots of Braille, or a letter. A unit is a dot, so a cell
 * is two wide and four high.
 */
public final class TerminalCanvas implements Canvas {
    private static final int ACROSS = 2;
    private static final int DOWN = 4;
    private static final int BRAILLE = 0x2800;
    /** Bits of the dots in a Braille pattern, by column and row. */
    private static final int[][] BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
    private static final String ARROWS = "→↗↑↖←↙↓↘";
    private static final int NARROWEST = 30;
    private static final int LOWEST = 10;

    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final int[][] letters;
    private final @Nullable Ink[][] inks;

    private TerminalCanvas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        dots = new int[rows][columns];
        letters = new int[rows][columns];
        inks = new Ink[rows][columns];
    }

    /**
     * The lines of the picture, without blanks at their ends.
     *
     * @param columns how wide the terminal is; what is narrower than a chart can be is taken to be wider
     * @param theme   the colours, as escape sequences; null for none
     */
    public static String lines(Picture picture, int columns, int rows, @Nullable Theme theme) {
        int width = Math.max(NARROWEST, columns);
        Size offered = new Size(width * ACROSS, Math.max(LOWEST, rows) * DOWN);
        Size size = picture.size(new TerminalCanvas(1, 1), offered);
        TerminalCanvas canvas = new TerminalCanvas((int) Math.ceil(size.width() / ACROSS),
                (int) Math.ceil(size.height() / DOWN));
        picture.draw(canvas);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < canvas.rows; row++) {
            canvas.appendRow(row, theme, text);
        }
        return text.toString().stripTrailing();
    }

    private void appendRow(int row, @Nullable Theme theme, StringBuilder text) {
        int end = columns;
        while (end > 0 && letters[row][end - 1] == 0 && dots[row][end - 1] == 0) {
            end--;
        }
        Ink now = null;
        for (int column = 0; column < end; column++) {
            Ink ink = letters[row][column] == 0 && dots[row][column] == 0 ? null : inks[row][column];
            if (theme != null && !Objects.equals(ink, now)) {
                text.append("\u001b[").append(ink == null ? "0" : code(theme.rgb(ink))).append('m');
                now = ink;
            }
            int letter = letters[row][column];
            text.appendCodePoint(letter != 0 ? letter : dots[row][column] == 0 ? ' ' : BRAILLE + dots[row][column]);
        }
        text.append(theme != null && now != null ? "\u001b[0m\n" : "\n");
    }

    private static String code(int rgb) {
        return "38;2;" + (rgb >> 16 & 255) + ";" + (rgb >> 8 & 255) + ";" + (rgb & 255);
    }

    @Override
    public double width() {
        return (double) columns * ACROSS;
    }

    @Override
    public double height() {
        return (double) rows * DOWN;
    }

    @Override
    public double lineHeight() {
        return DOWN;
    }

    @Override
    public double textWidth(String text) {
        return (double) text.codePointCount(0, text.length()) * ACROSS;
    }

    @Override
    public boolean isCoarse() {
        return true;
    }

    @Override
    public void begin(String role, String name) {}

    @Override
    public void end() {}

    @Override
    public void line(List<Point> points, Pen pen) {
        boolean[] pattern = pattern(pen.dash());
        int drawn = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            int steps = Math.max(1, (int) Math.ceil(Math.max(Math.abs(b.x() - a.x()), Math.abs(b.y() - a.y()))));
            for (int step = i == 0 ? 0 : 1; step <= steps; step++) {
                double share = (double) step / steps;
                int x = (int) Math.round(a.x() + (b.x() - a.x()) * share);
                int y = (int) Math.round(a.y() + (b.y() - a.y()) * share);
                if (pattern[drawn++ % pattern.length]) {
                    dot(x, y, pen.ink());
                }
            }
        }
    }

    private static boolean[] pattern(Dash dash) {
        String pattern = switch (dash) {
            case SOLID -> "1";
            case DASHED -> "1111000";
            case DOTTED -> "100";
            case DASH_DOTTED -> "111100100";
        };
        boolean[] drawn = new boolean[pattern.length()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = pattern.charAt(i) == '1';
        }
        return drawn;
    }

    private void dot(int x, int y, Ink ink) {
        int column = Math.floorDiv(x, ACROSS);
        int row = Math.floorDiv(y, DOWN);
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            dots[row][column] |= BITS[Math.floorMod(x, ACROSS)][Math.floorMod(y, DOWN)];
            if (inks[row][column] == null || !(ink instanceof Ink.Tone)) {
                inks[row][column] = ink;
            }
        }
    }

    /** Only what has no values is shown, by its outline's ends: dots leave no room for areas. */
    @Override
    public void area(List<List<Point>> outlines, Ink ink, double opacity) {
        if (ink != Ink.Tone.VOID) {
            return;
        }
        for (List<Point> outline : outlines) {
            double left = outline.stream().mapToDouble(Point::x).min().orElse(0);
            double right = outline.stream().mapToDouble(Point::x).max().orElse(0);
            double top = outline.stream().mapToDouble(Point::y).min().orElse(0);
            double bottom = outline.stream().mapToDouble(Point::y).max().orElse(0);
            for (int row = (int) (top / DOWN); row < (int) (bottom / DOWN); row++) {
                for (int column = (int) Math.ceil(left / ACROSS); column < (int) (right / ACROSS); column++) {
                    letter(column, row, '░', ink);
                }
            }
        }
    }

    /** The cell of the dot nearest to a place. */
    private static int column(double x) {
        return Math.floorDiv((int) Math.round(x), ACROSS);
    }

    private static int row(double y) {
        return Math.floorDiv((int) Math.round(y), DOWN);
    }

    private void letter(int column, int row, int letter, Ink ink) {
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            letters[row][column] = letter;
            inks[row][column] = ink;
        }
    }

    @Override
    public void marker(Point at, Marker marker, Ink ink) {
        letter(column(at.x()), row(at.y()), switch (marker) {
            case DOT -> '●';
            case RING -> '○';
            case CROSS -> '×';
            case SQUARE -> '■';
            case DIAMOND -> '◆';
            case STAR -> '★';
        }, ink);
    }

    /** One letter in the middle, of eight directions; a line too where it is longer than that. */
    @Override
    public void arrow(Point from, Point to, Ink ink) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.hypot(dx, dy);
        int direction = Math.floorMod(Math.round(Math.atan2(-dy, dx) / (Math.PI / 4)), 8);
        if (length > 2 * DOWN) {
            line(List.of(from, to), Pen.thin(ink));
            letter(column(to.x()), row(to.y()), ARROWS.charAt(direction), ink);
        } else {
            letter(column(from.x()), row(from.y()), length < 0.25 ? '·' : ARROWS.charAt(direction), ink);
        }
    }

    @Override
    public void text(Point at, String text, Anchor anchor, Ink ink, boolean strong) {
        int[] points = text.codePoints().toArray();
        int column = (int) Math.round(at.x() / ACROSS - switch (anchor) {
            case START -> 0;
            case MIDDLE -> points.length / 2.0;
            case END -> points.length;
        });
        int row = Math.clamp(row(at.y()), 0, Math.max(0, rows - 1));
        int first = Math.clamp(column, 0, Math.max(0, columns - points.length));
        for (int i = 0; i < points.length; i++) {
            letter(first + i, row, points[i], ink);
        }
    }
}
