package org.adequal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

/** Intervals for the variables of a formula, in their order, from which points are drawn at random. */
public record Box(List<Range> ranges) {
    /** How many draws are made for each point wanted before the domain is taken to be too small. */
    private static final int DRAWS_PER_POINT = 100;

    /** An interval, {@code from <= to}, both finite. */
    public record Range(double from, double to) {
        public Range {
            if (!(from <= to) || !Double.isFinite(from) || !Double.isFinite(to)) {
                throw new IllegalArgumentException("no interval: " + from + ".." + to);
            }
        }

        /** A number of the interval, evenly distributed; never minus zero. */
        public double draw(SplittableRandom random) {
            return from == to
                    ? from + 0.0
                    // the sum of two halves, as to - from may overflow
                    : Math.clamp(from * 0.5 + to * 0.5 + (to * 0.5 - from * 0.5) * random.nextDouble(-1, 1), from, to)
                            + 0.0;
        }
    }

    public Box {
        ranges = List.copyOf(ranges);
    }

    /**
     * What the checks at many points found.
     *
     * @param seed       draws the same points again
     * @param points     how many were drawn in the domain
     * @param wanted     how many were asked for
     * @param rejected   how many draws had no value
     * @param worst      the check that is the farthest off among those of the worst agreement; null without points
     * @param worstPoint where
     */
    public record Census(long seed, int points, int wanted, int rejected, int agree, int disagree, int cannotTell,
            @Nullable PointCheck worst, List<Double> worstPoint) {

        public Census {
            worstPoint = List.copyOf(worstPoint);
        }

        /** Disagreement at one point is disagreement; where no point can be told, or there is none, nothing is. */
        public Agreement agreement() {
            return disagree > 0 ? Agreement.DISAGREE : agree > 0 ? Agreement.AGREE : Agreement.CANNOT_TELL;
        }
    }

    /** Checks the formula at random points of its domain, evenly spread over the box. */
    public Census check(Formula formula, Checker checker, int wanted, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] count = new int[Agreement.values().length];
        int points = 0;
        int rejected = 0;
        PointCheck worst = null;
        double[] worstPoint = {};
        while (points < wanted && rejected < (long) wanted * DRAWS_PER_POINT) {
            if (Thread.interrupted()) {
                throw new CancellationException();
            }
            double[] point = draw(random);
            if (!formula.at(point).value().exists()) {
                rejected++;
                continue;
            }
            points++;
            PointCheck check = checker.at(point);
            count[check.agreement().ordinal()]++;
            if (worst == null || isWorse(check, worst)) {
                worst = check;
                worstPoint = point;
            }
        }
        List<Double> where = new ArrayList<>();
        for (double coordinate : worstPoint) {
            where.add(coordinate);
        }
        return new Census(seed, points, wanted, rejected, count[Agreement.AGREE.ordinal()],
                count[Agreement.DISAGREE.ordinal()], count[Agreement.CANNOT_TELL.ordinal()], worst, where);
    }

    private double[] draw(SplittableRandom random) {
        return ranges.stream().mapToDouble(range -> range.draw(random)).toArray();
    }

    private static boolean isWorse(PointCheck check, PointCheck than) {
        int order = check.agreement().compareTo(than.agreement());
        return order < 0 || order == 0 && distance(check) > distance(than);
    }

    private static double distance(PointCheck check) {
        return check.worst().map(PartialCheck::distanceInMargins).filter(d -> !d.isNaN()).orElse(-1.0);
    }
}
