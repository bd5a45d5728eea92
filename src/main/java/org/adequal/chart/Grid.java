package org.adequal.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Heights over a rectangular grid, and the lines and areas of equal height (marching squares, with the mean of the
 * corners where a cell leaves a choice).
 *
 * @param heights rows from below, one height for each place; NaN where there is none
 * @param broken  cells that no line may cross, by row and column of their lower left corner
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Grid(List<Double> xs, List<Double> ys, double[][] heights, boolean[][] broken) {

    public Grid {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        heights = Arrays.stream(heights).map(double[]::clone).toArray(double[][]::new);
        broken = Arrays.stream(broken).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    /** The heights there are, sorted. */
    public double[] sorted() {
        return Arrays.stream(heights).flatMapToDouble(Arrays::stream).filter(Double::isFinite).sorted().toArray();
    }

    /** Whether there are cells that no line may cross. */
    public boolean isBroken() {
        for (boolean[] row : broken) {
            for (boolean cell : row) {
                if (cell) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isWhole(int row, int column) {
        return !broken[row][column] && Double.isFinite(heights[row][column] + heights[row][column + 1]
                + heights[row + 1][column] + heights[row + 1][column + 1]);
    }

    /** An edge of the grid: from a place to the next to the right, or to the next above. */
    private record Edge(int row, int column, boolean up) {}

    /** The lines of a height, each as long as it goes; closed ones end where they begin. */
    public List<List<Point>> lines(double height) {
        Map<Edge, List<Edge>> neighbours = new HashMap<>();
        for (int row = 0; row + 1 < ys.size(); row++) {
            for (int column = 0; column + 1 < xs.size(); column++) {
                if (isWhole(row, column)) {
                    cell(row, column, height, neighbours);
                }
            }
        }
        List<List<Point>> lines = new ArrayList<>();
        for (Edge start : List.copyOf(neighbours.keySet())) {
            if (neighbours.containsKey(start)) {
                Deque<Edge> line = new ArrayDeque<>(List.of(start));
                walk(line, true, neighbours);
                walk(line, false, neighbours);
                List<Point> points = line.stream().map(edge -> point(edge, height)).toList();
                if (points.size() > 1) {
                    lines.add(points);
                }
            }
        }
        return lines;
    }

    /** Follows a line to its end and takes away what it has passed. */
    private static void walk(Deque<Edge> line, boolean forward, Map<Edge, List<Edge>> neighbours) {
        while (true) {
            Edge end = forward ? line.getLast() : line.getFirst();
            List<Edge> next = neighbours.get(end);
            if (next == null || next.isEmpty()) {
                neighbours.remove(end);
                return;
            }
            Edge to = next.removeFirst();
            List<Edge> back = neighbours.get(to);
            if (back != null) {
                back.remove(end);
            }
            if (next.isEmpty()) {
                neighbours.remove(end);
            }
            if (forward) {
                line.addLast(to);
            } else {
                line.addFirst(to);
            }
        }
    }

    private void cell(int row, int column, double height, Map<Edge, List<Edge>> neighbours) {
        double a = heights[row][column];
        double b = heights[row][column + 1];
        double c = heights[row + 1][column + 1];
        double d = heights[row + 1][column];
        List<Edge> crossed = new ArrayList<>();
        Edge below = new Edge(row, column, false);
        Edge right = new Edge(row, column + 1, true);
        Edge above = new Edge(row + 1, column, false);
        Edge left = new Edge(row, column, true);
        if (a >= height != b >= height) {
            crossed.add(below);
        }
        if (b >= height != c >= height) {
            crossed.add(right);
        }
        if (c >= height != d >= height) {
            crossed.add(above);
        }
        if (d >= height != a >= height) {
            crossed.add(left);
        }
        if (crossed.size() == 2) {
            join(crossed.get(0), crossed.get(1), neighbours);
        } else if (crossed.size() == 4) {
            boolean middle = a / 4 + b / 4 + c / 4 + d / 4 >= height;
            if (middle == a >= height) {
                join(below, right, neighbours);
                join(above, left, neighbours);
            } else {
                join(below, left, neighbours);
                join(above, right, neighbours);
            }
        }
    }

    private static void join(Edge first, Edge second, Map<Edge, List<Edge>> neighbours) {
        neighbours.computeIfAbsent(first, _ -> new ArrayList<>()).add(second);
        neighbours.computeIfAbsent(second, _ -> new ArrayList<>()).add(first);
    }

    private Point point(Edge edge, double height) {
        double from = heights[edge.row][edge.column];
        double to = edge.up ? heights[edge.row + 1][edge.column] : heights[edge.row][edge.column + 1];
        double share = Math.clamp((height / 2 - from / 2) / (to / 2 - from / 2), 0, 1);
        double x = xs.get(edge.column);
        double y = ys.get(edge.row);
        return edge.up
                ? new Point(x, y + (ys.get(edge.row + 1) - y) * share)
                : new Point(x + (xs.get(edge.column + 1) - x) * share, y);
    }

    /** A corner of an outline with its height. */
    private record Corner(double x, double y, double z) {}

    /** The area from a height to another, as many outlines. */
    public List<List<Point>> area(double low, double high) {
        List<List<Point>> outlines = new ArrayList<>();
        for (int row = 0; row + 1 < ys.size(); row++) {
            int whole = -1;
            for (int column = 0; column + 1 <= xs.size(); column++) {
                boolean inside = column + 1 < xs.size() && isWhole(row, column) && isWithin(row, column, low, high);
                if (inside && whole < 0) {
                    whole = column;
                } else if (!inside && whole >= 0) {
                    outlines.add(rectangle(row, whole, column));
                    whole = -1;
                }
                if (!inside && column + 1 < xs.size() && isWhole(row, column)) {
                    List<Corner> part = cut(cut(corners(row, column), low, true), high, false);
                    if (part.size() > 2) {
                        outlines.add(part.stream().map(corner -> new Point(corner.x, corner.y)).toList());
                    }
                }
            }
        }
        return outlines;
    }

    private boolean isWithin(int row, int column, double low, double high) {
        return corners(row, column).stream().allMatch(corner -> low <= corner.z && corner.z <= high);
    }

    private List<Corner> corners(int row, int column) {
        return List.of(corner(row, column), corner(row, column + 1), corner(row + 1, column + 1),
                corner(row + 1, column));
    }

    private Corner corner(int row, int column) {
        return new Corner(xs.get(column), ys.get(row), heights[row][column]);
    }

    private List<Point> rectangle(int row, int from, int to) {
        return List.of(new Point(xs.get(from), ys.get(row)), new Point(xs.get(to), ys.get(row)),
                new Point(xs.get(to), ys.get(row + 1)), new Point(xs.get(from), ys.get(row + 1)));
    }

    private static List<Corner> cut(List<Corner> outline, double height, boolean keepAbove) {
        List<Corner> kept = new ArrayList<>();
        for (int i = 0; i < outline.size(); i++) {
            Corner a = outline.get(i);
            Corner b = outline.get((i + 1) % outline.size());
            boolean keepA = keepAbove ? a.z >= height : a.z <= height;
            boolean keepB = keepAbove ? b.z >= height : b.z <= height;
            if (keepA) {
                kept.add(a);
            }
            if (keepA != keepB) {
                double share = Math.clamp((height / 2 - a.z / 2) / (b.z / 2 - a.z / 2), 0, 1);
                kept.add(new Corner(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, height));
            }
        }
        return kept;
    }
}
