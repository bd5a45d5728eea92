package org.adequal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.adequal.chart.Axis;
import org.adequal.chart.Range;
import org.adequal.chart.Tick;

/** The heights at which contour lines are drawn: evenly spread, or ever farther apart where the ground is a valley. */
final class Levels {
    private static final int COUNT = 10;
    /** Where the lower half of the ground takes less than this share of the height, the lines crowd below. */
    private static final double VALLEY = 0.12;

    private Levels() {}

    /**
     * Ascending; perhaps empty where the ground is flat.
     *
     * @param sorted all heights
     * @param broken whether the ground is torn, so that there may be poles
     */
    static List<Double> of(double[] sorted, boolean broken) {
        if (sorted.length == 0 || !(sorted[0] < sorted[sorted.length - 1])) {
            return List.of();
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        if (broken) {
            // a few heights beside poles are not worth the others
            double most = sorted[(int) ((sorted.length - 1) * 0.93)];
            double least = sorted[(int) ((sorted.length - 1) * 0.07)];
            if (high - low > 4 * (most - least) && most > least) {
                low = least;
                high = most;
            }
        }
        double middle = sorted[sorted.length / 2];
        if (middle - low < VALLEY * (high - low) && middle > low) {
            return rising(low, high, sorted[sorted.length / 50]);
        }
        return Tick.of(Axis.Scale.LINEAR, new Range(low, high), COUNT).stream().map(Tick::value).toList();
    }

    /** low + 1, 2, 5, 10, 20, … from where a fiftieth of the ground is below. */
    private static List<Double> rising(double low, double high, double fiftieth) {
        double first = Math.max(fiftieth - low, (high - low) * 1e-6);
        TreeSet<Double> levels = new TreeSet<>();
        double base = Math.abs(low) < first ? 0 : low;
        for (int power = (int) Math.floor(Math.log10(first)); levels.size() < 3 * COUNT; power++) {
            for (double digit : new double[]{1, 2, 5}) {
                double height = base + digit * Math.pow(10, power);
                if (height > low && height < high) {
                    levels.add(height);
                }
            }
            if (Math.pow(10, power) > high - low) {
                break;
            }
        }
        List<Double> all = new ArrayList<>(levels);
        List<Double> kept = new ArrayList<>();
        int stride = Math.max(1, Math.ceilDiv(all.size(), COUNT + 4));
        for (int i = 0; i < all.size(); i += stride) {
            kept.add(all.get(i));
        }
        return kept;
    }
}
