package org.adequal.check.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.adequal.check.Box;
import org.adequal.check.Formula;
import org.adequal.eval.Program;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;

/** Points at which gradient code tends to break, of each kind that the box and the formula have, in turns. */
final class AdversarialProbes {
    private static final int ROUNDS_WITHOUT_NEWS = 20;
    private static final int STOPS = 16;
    private static final double[] HUGE = {Double.MAX_VALUE, 1e300, 1e155, 1e100};
    private static final double[] TINY = {1e-100, 1e-155, 1e-300, Double.MIN_NORMAL};
    private static final double[] SUBNORMAL = {Double.MIN_VALUE, 0x1p-1060, 1e-310, -Double.MIN_VALUE};

    private final Formula formula;
    private final Box box;
    private final SplittableRandom random;
    private final Map<Probe.Kind, List<Comparison>> switches = new EnumMap<>(Probe.Kind.class);

    AdversarialProbes(Formula formula, Box box, long seed) {
        this.formula = formula;
        this.box = box;
        random = new SplittableRandom(seed);
        Set<Comparison> edges = comparisons(formula.defined());
        Set<Comparison> ties = comparisons(formula.ordinary());
        ties.removeIf(tie -> edges.stream().anyMatch(edge -> isOfTheSameSides(tie, edge)));
        switches.put(Probe.Kind.EDGE, List.copyOf(edges));
        switches.put(Probe.Kind.TIE, List.copyOf(ties));
    }

    private static Set<Comparison> comparisons(Condition condition) {
        Set<Comparison> found = new LinkedHashSet<>();
        Graph.nodes(condition).forEach(node -> {
            if (node instanceof Comparison comparison && !Graph.variables(comparison).isEmpty()) {
                found.add(comparison);
            }
        });
        return found;
    }

    private static boolean isOfTheSameSides(Comparison one, Comparison other) {
        List<Expr> sides = List.of(one.left(), one.right());
        return sides.equals(List.of(other.left(), other.right())) || sides.equals(List.of(other.right(), other.left()));
    }

    Probes draw(int wanted) {
        Set<List<Double>> seen = new HashSet<>();
        List<Probe> found = new ArrayList<>();
        long rejected = 0;
        for (int round = 0, news = 0; round - news <= ROUNDS_WITHOUT_NEWS && found.size() < wanted; round++) {
            for (Probe.Kind kind : Probe.Kind.values()) {
                if (Thread.interrupted()) {
                    throw new CancellationException();
                }
                for (double[] point : points(kind, round)) {
                    List<Double> coordinates = Arrays.stream(point).map(x -> x + 0.0).boxed().toList();
                    if (found.size() < wanted && seen.add(coordinates)) {
                        if (!formula.at(point).isUndefined()) {
                            found.add(new Probe(coordinates, kind, 0));
                            news = round;
                        } else {
                            rejected++;
                        }
                    }
                }
            }
        }
        return new Probes(found, wanted, rejected);
    }

    private List<double[]> points(Probe.Kind kind, int round) {
        return switch (kind) {
            case GENERIC -> List.of();
            case TIE, EDGE -> onSwitch(switches.getOrDefault(kind, List.of()), round);
            case EQUAL -> equal(round);
            case CORNER -> List.of(corner(round));
            case ZERO -> with(new double[]{0}, round);
            case HUGE -> with(HUGE, round);
            case TINY -> with(TINY, round);
            case SUBNORMAL -> with(SUBNORMAL, round);
        };
    }

    private double[] ordinary() {
        return box.ranges().stream().mapToDouble(range -> range.draw(random)).toArray();
    }

    /** Both sides of a place where the sides of a comparison are equal, found along one variable. */
    private List<double[]> onSwitch(List<Comparison> comparisons, int round) {
        if (comparisons.isEmpty()) {
            return List.of();
        }
        Comparison comparison = comparisons.get(round % comparisons.size());
        Program sides = Program.of(List.of(comparison.left(), comparison.right()), formula.variables());
        double[] point = ordinary();
        int along = random.nextInt(point.length);
        Box.Range range = box.ranges().get(along);
        double before = range.from();
        double sign = difference(sides, point, along, before);
        for (int stop = 1; stop <= STOPS; stop++) {
            double here = range.from() + (range.to() * 0.5 - range.from() * 0.5) * (2.0 * stop / STOPS);
            double next = difference(sides, point, along, Math.clamp(here, range.from(), range.to()));
            if (sign * next <= 0) {
                return bisect(sides, point, along, before, Math.clamp(here, range.from(), range.to()), sign);
            }
            before = here;
            sign = next;
        }
        return List.of();
    }

    private static double difference(Program sides, double[] point, int along, double coordinate) {
        double[] values = sides.run(moved(point, along, coordinate));
        return Math.signum(values[0] - values[1]);
    }

    private static List<double[]> bisect(Program sides, double[] point, int along, double from, double to,
            double signFrom) {
        double low = from;
        double high = to;
        for (double middle = low * 0.5 + high * 0.5; middle > low && middle < high; middle = low * 0.5 + high * 0.5) {
            if (difference(sides, point, along, middle) == signFrom) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return List.of(moved(point, along, low), moved(point, along, high));
    }

    private static double[] moved(double[] point, int along, double coordinate) {
        double[] moved = point.clone();
        moved[along] = coordinate;
        return moved;
    }

    /** Coordinates that all ranges share: first all equal, later two of them. */
    private List<double[]> equal(int round) {
        double[] point = ordinary();
        if (point.length < 2) {
            return List.of();
        }
        int first = round == 0 ? 0 : random.nextInt(point.length);
        for (int i = 0; i < point.length; i++) {
            if (round == 0 || i == (first + 1) % point.length) {
                Box.Range range = box.ranges().get(i);
                point[i] = Math.clamp(point[first], range.from(), range.to());
            }
        }
        return List.of(point);
    }

    private double[] corner(int round) {
        return box.ranges().stream()
                .mapToDouble(range -> round == 0 || (round > 1 && random.nextBoolean()) ? range.from() : range.to())
                .toArray();
    }

    /** One coordinate, and every other time all, replaced by one of these numbers, as far as the ranges have them. */
    private List<double[]> with(double[] numbers, int round) {
        double number = numbers[round / 2 % numbers.length] * (round % 4 == 3 ? -1 : 1);
        double[] point = ordinary();
        int only = random.nextInt(point.length);
        boolean changed = false;
        for (int i = 0; i < point.length; i++) {
            Box.Range range = box.ranges().get(i);
            if ((round % 2 == 1 || i == only) && range.from() <= number && number <= range.to()) {
                changed |= point[i] != number;
                point[i] = number;
            }
        }
        return changed ? List.of(point) : List.of();
    }
}
