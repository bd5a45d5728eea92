package org.adequal.check.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import org.adequal.check.Box;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Status;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.number.interval.Interval;

/**
 * Points at which mistakes have nowhere to hide.
 *
 * <p>At symmetric points permuted components coincide, at 0 and 1 powers and products do, and near a switch differences,
 * single precision and the wrong branch disturb. So coordinates keep away from 0, 1 and -1 and from one another's
 * magnitudes, and the formula is proven to be ordinary all around.
 */
final class GenericProbes {
    /** Draws for each point before the box is given up. */
    private static final int DRAWS_PER_POINT = 100;
    /** Draws for each point before points are taken that are not proven to be away from switches. */
    private static final int PATIENCE = 20;
    private static final int REDRAWS = 40;
    private static final int BITS = 96;
    /** Half-widths, relative to the coordinates: room for single precision and differences, and 2^10 ulps at least. */
    private static final double[] CLEARANCES = {0x1p-10, 0x1p-20, 0x1p-42};

    private final Formula formula;
    private final Box box;
    private final SplittableRandom random;
    private final EnclosureProgram ordinary;

    GenericProbes(Formula formula, Box box, long seed) {
        this.formula = formula;
        this.box = box;
        random = new SplittableRandom(seed);
        ordinary = EnclosureProgram.of(List.of(formula.ordinary()), formula.variables());
    }

    Probes draw(int wanted) {
        List<Probe> found = new ArrayList<>();
        List<Probe> spare = new ArrayList<>();
        long draws = 0;
        long rejected = 0;
        while (found.size() < wanted && draws < (long) wanted * DRAWS_PER_POINT
                && (draws < (long) wanted * PATIENCE || found.size() + spare.size() < wanted)) {
            if (Thread.interrupted()) {
                throw new CancellationException();
            }
            draws++;
            double[] point = point();
            PointResult result = formula.at(point);
            if (!result.value().exists() || result.status() != Status.SMOOTH || !result.isComplete()) {
                rejected++;
                continue;
            }
            double clearance = clearance(point);
            Probe probe = new Probe(Arrays.stream(point).boxed().toList(), Probe.Kind.GENERIC, clearance);
            (clearance > 0 ? found : spare).add(probe);
        }
        found.addAll(spare.subList(0, Math.min(spare.size(), wanted - found.size())));
        return new Probes(found, wanted, rejected);
    }

    private double clearance(double[] point) {
        for (double clearance : CLEARANCES) {
            List<Interval> around = Arrays.stream(point)
                    .mapToObj(x -> Interval.of(Math.nextDown(x - clearance * Math.abs(x)),
                            Math.nextUp(x + clearance * Math.abs(x))))
                    .toList();
            if (ordinary.over(around, BITS).of(formula.ordinary()) == Certainty.TRUE) {
                return clearance;
            }
        }
        return 0;
    }

    private double[] point() {
        int size = box.ranges().size();
        double[] point = new double[size];
        NavigableSet<Double> magnitudes = new TreeSet<>(List.of(0.0, 1.0));
        for (int i = 0; i < size; i++) {
            Box.Range range = box.ranges().get(i);
            double room = (range.to() * 0.5 - range.from() * 0.5) / (4.0 * size * Math.max(8, size));
            double coordinate = range.from() + 0.0;
            for (int redraws = 0; redraws < REDRAWS && range.from() < range.to(); redraws++) {
                coordinate = range.draw(random);
                if (isApart(Math.abs(coordinate), magnitudes, room)) {
                    break;
                }
            }
            point[i] = coordinate;
            magnitudes.add(Math.abs(coordinate));
        }
        return point;
    }

    private static boolean isApart(double magnitude, NavigableSet<Double> others, double room) {
        Double below = others.floor(magnitude);
        Double above = others.ceiling(magnitude);
        return (below == null || magnitude - below > room) && (above == null || above - magnitude > room);
    }
}
