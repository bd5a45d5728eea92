package org.adequal.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.adequal.chart.Point;
import org.adequal.chart.Range;
import org.adequal.check.PointResult;
import org.adequal.check.Status;
import org.adequal.eval.Certainty;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Points of a function of one variable, close enough to draw it, in pieces that are continuous.
 *
 * <p>The range is cut into cells, and a cell again and again until intervals prove the function smooth on all of it, or
 * without value on all of it. What is left over are tiny cells around the places where the function is not smooth; there
 * the status of the point is asked, and where the place is no double, the values beside it. Inside smooth stretches points
 * are added until chords are as good as the curve to the eye.
 */
final class Sampler {
    private static final int FIRST_CELLS = 256;
    /** How often a cell of the first is halved. */
    private static final int MOST_HALVINGS = 30;
    /** More undecided cells than this at once are not looked at more closely. */
    private static final int MOST_OPEN = 700;
    private static final int MOST_POINTS = 8000;
    /** How far a chord may be off, in heights of the picture. */
    private static final double VISIBLE = 0.0005;
    /** How far slopes beside a corner differ at least, in heights of the picture by its width. */
    private static final double CORNER = 0.03;
    private static final int FEW = 40;
    private static final double FINEST = 1.0 / 8192;
    private static final double[] APPROACH = {0x1p-12, 0x1p-20, 0x1p-28, 0x1p-36};

    private final Curve curve;
    private final double from;
    private final double to;
    private final double length;
    private final List<Special> specials = new ArrayList<>();
    private final List<Range> gaps = new ArrayList<>();
    private final List<Through> through = new ArrayList<>();
    private boolean crowded;
    private int points;

    private record Cell(double from, double to, Certainty smooth) {}

    /** Stretches of one kind; an undecided one is wide where it was given up, else it is a place. */
    private record Stretch(double from, double to, Certainty smooth, boolean wide) {}

    private Sampler(Curve curve, Range range) {
        this.curve = curve;
        from = range.from();
        to = range.to();
        length = range.length();
    }

    static Sampled sample(Expr written, Variable variable, Range range) {
        return sample(new Curve(written, variable), range);
    }

    static Sampled sample(Curve curve, Range range) {
        return new Sampler(curve, range).run();
    }

    private Sampled run() {
        List<Stretch> stretches = stretches();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            if (stretch.smooth == Certainty.FALSE && stretch.from < stretch.to) {
                gaps.add(new Range(place(stretches, i - 1, stretch.from), place(stretches, i + 1, stretch.to)));
            } else if (stretch.smooth == Certainty.UNKNOWN && stretch.wide) {
                crowded = true;
            } else if (stretch.smooth == Certainty.UNKNOWN) {
                special(stretch, i > 0 ? stretches.get(i - 1) : null,
                        i + 1 < stretches.size() ? stretches.get(i + 1) : null);
            }
        }
        List<List<Point>> rough = pieces(stretches);
        boolean hasPole = specials.stream().anyMatch(special -> special.kind() == Special.Kind.POLE);
        Heights heights = heights(rough, hasPole);
        Range axis = heights.axis();
        List<List<Point>> fine = rough.stream().map(piece -> refined(piece, axis, hasPole)).toList();
        return new Sampled(fine, specials, gaps, crowded, hasPole ? heights : heights(fine, false));
    }

    /** The place that a stretch is beside, or where it ends if there is none. */
    private static double place(List<Stretch> stretches, int index, double end) {
        Stretch beside = index < 0 || index == stretches.size() ? null : stretches.get(index);
        return beside == null || beside.smooth != Certainty.UNKNOWN || beside.wide
                ? end
                : simplest(beside.from, beside.to);
    }

    // cells

    private List<Stretch> stretches() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < FIRST_CELLS; i++) {
            cells.add(cell(border(i), border(i + 1)));
        }
        int halvings = 0;
        while (halvings < MOST_HALVINGS) {
            long open = cells.stream().filter(cell -> cell.smooth == Certainty.UNKNOWN).count();
            if (open == 0 || open > MOST_OPEN) {
                break;
            }
            List<Cell> next = new ArrayList<>();
            for (Cell cell : cells) {
                double middle = cell.from / 2 + cell.to / 2;
                if (cell.smooth != Certainty.UNKNOWN || !(cell.from < middle && middle < cell.to)) {
                    next.add(cell);
                } else {
                    next.add(cell(cell.from, middle));
                    next.add(cell(middle, cell.to));
                }
            }
            cells = next;
            halvings++;
        }
        return joined(cells, halvings < MOST_HALVINGS ? length / 0x1p20 : Double.POSITIVE_INFINITY);
    }

    private double border(int i) {
        return i == 0 ? from : i == FIRST_CELLS ? to : from + length / FIRST_CELLS * i;
    }

    private Cell cell(double low, double high) {
        return new Cell(low, high, curve.over(low, high));
    }

    private static List<Stretch> joined(List<Cell> cells, double widest) {
        List<Stretch> stretches = new ArrayList<>();
        for (Cell cell : cells) {
            boolean wide = cell.smooth == Certainty.UNKNOWN && cell.to - cell.from > widest;
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            // cells that are wide stay apart: each gives one point
            if (last != null && last.smooth == cell.smooth && !last.wide && !wide) {
                stretches.set(stretches.size() - 1, new Stretch(last.from, cell.to, cell.smooth, false));
            } else {
                stretches.add(new Stretch(cell.from, cell.to, cell.smooth, wide));
            }
        }
        return stretches;
    }

    // places where the function is not smooth

    private void special(Stretch place, @Nullable Stretch before, @Nullable Stretch after) {
        double x = simplest(place.from, place.to);
        PointResult result = curve.formula().at(x);
        Status status = result.status();
        Double value = result.value().exists() && !result.value().overflows() ? result.value().value() : null;
        boolean hasLeft = before != null && before.smooth == Certainty.TRUE;
        boolean hasRight = after != null && after.smooth == Certainty.TRUE;
        boolean continuous = value != null && (status == Status.KINK || status == Status.INFINITE
                || status == Status.EDGE || status == Status.OSCILLATING);
        Approach left = !hasLeft ? Approach.NONE : continuous ? Approach.to(value) : approach(place.from, before, -1);
        Approach right = !hasRight ? Approach.NONE : continuous ? Approach.to(value) : approach(place.to, after, 1);
        Double fromLeft = left.limit;
        Double fromRight = right.limit;
        boolean meet = fromLeft != null && fromRight != null && near(fromLeft, fromRight);
        if (status == Status.SMOOTH && (!hasLeft || !hasRight) && value != null) {
            return;
        }
        if (status == Status.SMOOTH && meet && value != null && fromLeft != null && near(value, fromLeft)) {
            if (bends(place, before, after)) {
                specials.add(new Special(Special.Kind.KINK, x, value, value, value));
            } else {
                through.add(new Through(x, value));
            }
            return;
        }
        Special.Kind kind;
        if (left.unbounded || right.unbounded) {
            kind = Special.Kind.POLE;
        } else if (left.wild || right.wild || status == Status.OSCILLATING && value == null) {
            kind = Special.Kind.OSCILLATION;
        } else if (status == Status.JUMP) {
            kind = Special.Kind.JUMP;
        } else if (!hasLeft || !hasRight) {
            kind = Special.Kind.EDGE;
        } else if (!meet) {
            kind = Special.Kind.JUMP;
        } else if (value == null) {
            kind = Special.Kind.HOLE;
        } else if (!near(value, Objects.requireNonNull(fromLeft))) {
            kind = Special.Kind.JUMP;
        } else {
            kind = Special.Kind.KINK;
        }
        // beside an irrational place the nearest double says nothing of the place itself
        boolean exact = status != Status.SMOOTH;
        specials.add(new Special(kind, x, left.limit, right.limit, exact ? value : null));
    }

    /** Whether the curve has a corner that can be seen, beside a place that is no double. */
    private boolean bends(Stretch place, @Nullable Stretch before, @Nullable Stretch after) {
        Double left = slope(place.from, before, -1);
        Double right = slope(place.to, after, 1);
        if (left == null || right == null) {
            return false;
        }
        double difference = Math.abs(left - right);
        return difference > CORNER * steepness() && difference > CORNER * CORNER * (Math.abs(left) + Math.abs(right));
    }

    private @Nullable Double slope(double border, @Nullable Stretch side, int sign) {
        double step = sign * Math.min(length, side == null ? 0 : side.to - side.from) * 0x1p-14;
        Double near = curve.at(border);
        Double far = curve.at(border + step);
        return step == 0 || near == null || far == null ? null : (far - near) / step;
    }

    /** The height of the whole curve by its width, from a few points. */
    private double steepness() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= FEW; i++) {
            Double value = curve.at(from + length / FEW * i);
            if (value != null) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low < high ? (high - low) / length : 0;
    }

    /** A place that looked special and is not. */
    private record Through(double x, double y) {}

    /** How the values behave on the way to a place from one side. */
    private record Approach(@Nullable Double limit, boolean unbounded, boolean wild) {
        static final Approach NONE = new Approach(null, false, false);

        static Approach to(@Nullable Double limit) {
            return new Approach(limit, false, false);
        }
    }

    private Approach approach(double border, @Nullable Stretch side, int sign) {
        double room = side == null ? 0 : (side.to - side.from) / 2;
        double[] seen = new double[APPROACH.length];
        for (int i = 0; i < APPROACH.length; i++) {
            Double value = curve.at(border + sign * Math.min(length, room) * APPROACH[i]);
            if (value == null) {
                return new Approach(null, true, false);
            }
            seen[i] = value;
        }
        double first = Math.abs(seen[1] - seen[0]);
        double second = Math.abs(seen[2] - seen[1]);
        double third = Math.abs(seen[3] - seen[2]);
        double size = Math.max(Math.abs(seen[2]), Math.abs(seen[3]));
        if (third <= 1e-6 * size || third <= 0.6 * second && second <= 0.6 * first) {
            return Approach.to(seen[3]);
        }
        boolean grows = third >= 0.9 * second && second >= 0.9 * first && Math.abs(seen[3]) > Math.abs(seen[2])
                && Math.abs(seen[2]) > Math.abs(seen[1]);
        return grows
                ? new Approach(null, true, false)
                : third <= 0.6 * second
                        ? Approach.to(seen[3])
                        : new Approach(null, false, true);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 1e-5 * Math.max(Math.abs(a), Math.abs(b)) + 1e-9 && Double.isFinite(a - b);
    }

    /** The number between these with the fewest digits. */
    static double simplest(double low, double high) {
        if (low <= 0 && high >= 0) {
            return 0;
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        int scale = -(int) Math.ceil(Math.log10(size)) - 1;
        BigDecimal least = new BigDecimal(low);
        BigDecimal most = new BigDecimal(high);
        for (int digits = 0; digits <= 18; digits++) {
            BigDecimal candidate = least.setScale(scale + digits, RoundingMode.CEILING);
            if (candidate.compareTo(most) <= 0) {
                return Math.clamp(candidate.round(MathContext.DECIMAL64).doubleValue(), low, high);
            }
        }
        return low;
    }

    // points

    private List<List<Point>> pieces(List<Stretch> stretches) {
        List<List<Point>> pieces = new ArrayList<>();
        List<Point> piece = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.smooth == Certainty.TRUE) {
                piece = follow(stretch, piece, pieces);
            } else if (stretch.smooth == Certainty.FALSE) {
                piece = end(piece, pieces);
            } else if (stretch.wide) {
                piece = end(piece, pieces);
                Double value = curve.at(stretch.from / 2 + stretch.to / 2);
                if (value != null) {
                    pieces.add(List.of(new Point(stretch.from / 2 + stretch.to / 2, value)));
                }
            } else {
                piece = pass(stretch, piece, pieces);
            }
        }
        end(piece, pieces);
        return pieces;
    }

    private static List<Point> end(List<Point> piece, List<List<Point>> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return new ArrayList<>();
    }

    /** What happens to the curve at a place: it goes through, or ends and begins again. */
    private List<Point> pass(Stretch place, List<Point> piece, List<List<Point>> pieces) {
        for (Through each : through) {
            if (place.from <= each.x && each.x <= place.to) {
                piece.add(new Point(each.x, each.y));
                return piece;
            }
        }
        for (Special special : specials) {
            if (place.from <= special.x() && special.x() <= place.to) {
                if (special.left() != null) {
                    piece.add(new Point(special.x(), special.left()));
                }
                if (special.kind() == Special.Kind.KINK) {
                    return piece;
                }
                List<Point> next = end(piece, pieces);
                if (special.right() != null) {
                    next.add(new Point(special.x(), special.right()));
                }
                return next;
            }
        }
        return piece;
    }

    /** Evenly spaced points of a smooth stretch, and near its ends ever closer ones. */
    private List<Point> follow(Stretch stretch, List<Point> before, List<List<Point>> pieces) {
        List<Point> piece = before;
        double width = stretch.to - stretch.from;
        int count = Math.max(4, (int) Math.ceil(width / length * FIRST_CELLS));
        List<Double> places = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            places.add(i == count ? stretch.to : stretch.from + width / count * i);
        }
        for (double close = width / count / 2; close > length * 0x1p-24; close /= 2) {
            places.add(stretch.from + close);
            places.add(stretch.to - close);
        }
        places.sort(null);
        for (double x : places) {
            Double value = curve.at(x);
            if (value == null) {
                piece = end(piece, pieces);
            } else if (piece.isEmpty() || piece.getLast().x() < x) {
                piece.add(new Point(x, value));
            }
        }
        return piece;
    }

    /** What is worth seeing: all, or beside poles what most of the curve is. */
    private Heights heights(List<List<Point>> pieces, boolean hasPole) {
        List<Double> heights = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Point point : pieces.stream().flatMap(List::stream).toList()) {
            // beside a pole points are close together, and the heights there are the picture's no more than others
            if (!hasPole || point.x() - last >= 0.4 * length / FIRST_CELLS) {
                heights.add(point.y());
                last = point.x();
            }
        }
        double[] evenly = heights.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (evenly.length == 0) {
            return Heights.NONE;
        }
        double low = evenly[0];
        double high = evenly[evenly.length - 1];
        if (hasPole) {
            double lowest = evenly[evenly.length * 8 / 100];
            double highest = evenly[evenly.length * 92 / 100];
            double room = (highest - lowest) * 0.5;
            low = Math.max(low, lowest - room);
            high = Math.min(high, highest + room);
        }
        return new Heights(low, high);
    }

    private List<Point> refined(List<Point> piece, Range heights, boolean cut) {
        List<Point> fine = new ArrayList<>();
        for (int i = 0; i < piece.size(); i++) {
            if (i > 0) {
                refine(piece.get(i - 1), piece.get(i), heights, cut, fine);
            }
            fine.add(piece.get(i));
        }
        return fine;
    }

    /** Adds points between two while the curve is not their chord; what is cut off above or below needs none. */
    private void refine(Point a, Point b, Range heights, boolean cut, List<Point> fine) {
        double width = b.x() - a.x();
        double x = a.x() + width / 2;
        boolean bothAbove = cut && a.y() > heights.to() && b.y() > heights.to();
        boolean bothBelow = cut && a.y() < heights.from() && b.y() < heights.from();
        if (width < length * FINEST || points > MOST_POINTS || bothAbove || bothBelow || !(a.x() < x && x < b.x())) {
            return;
        }
        Double value = curve.at(x);
        points++;
        if (value == null) {
            return;
        }
        Point middle = new Point(x, value);
        if (Math.abs(value - (a.y() / 2 + b.y() / 2)) > VISIBLE * heights.length()) {
            refine(a, middle, heights, cut, fine);
            fine.add(middle);
            refine(middle, b, heights, cut, fine);
        }
    }
}
