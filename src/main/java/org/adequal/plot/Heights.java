package org.adequal.plot;

import org.adequal.chart.Range;

/** From the lowest to the highest of some values; of none, or of one, too. */
record Heights(double low, double high) {
    static final Heights NONE = new Heights(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private static final double ROOM = 0.06;
    private static final double LARGEST = Double.MAX_VALUE / 16;
    /** What differs by less than this share of itself is level. */
    private static final double LEVEL = 1e-9;

    Heights with(Heights other) {
        return new Heights(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** An axis that shows them, with a little room around. */
    Range axis() {
        if (low > high) {
            return new Range(-1, 1);
        }
        double middle = Math.clamp(low / 2 + high / 2, -LARGEST, LARGEST);
        double half = Math.min(high / 2 - low / 2, LARGEST);
        if (half <= Math.abs(middle) * LEVEL || half == 0) {
            half = middle == 0 ? 1 : Math.abs(middle) / 2;
        }
        double room = Math.max(half * (1 + ROOM), 4 * Math.ulp(middle));
        return new Range(middle - room, middle + room);
    }
}
