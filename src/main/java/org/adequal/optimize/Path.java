package org.adequal.optimize;

import java.util.ArrayList;
import java.util.List;

/** The points a search went through, thinned to a few hundred that are evenly spaced in steps; first and last stay. */
public final class Path {
    private static final int MOST = 512;

    private final List<Stop> stops = new ArrayList<>();
    private long stride = 1;
    private Stop last;

    /**
     * A point on the way.
     *
     * @param step  0 at the start
     * @param point not to be modified
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Stop(long step, double[] point, double value) {}

    Path(Stop start) {
        stops.add(start);
        last = start;
    }

    void add(Stop stop) {
        last = stop;
        if (stop.step() % stride == 0) {
            stops.add(stop);
            if (stops.size() > MOST) {
                stride *= 2;
                stops.removeIf(each -> each.step() % stride != 0);
            }
        }
    }

    /** From the start to the last point. */
    public List<Stop> stops() {
        List<Stop> all = new ArrayList<>(stops);
        if (all.getLast().step() != last.step()) {
            all.add(last);
        }
        return all;
    }
}
