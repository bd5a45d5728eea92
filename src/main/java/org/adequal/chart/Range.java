package org.adequal.chart;

/** What an axis shows: from less than to, both finite. */
public record Range(double from, double to) {
    public Range {
        if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("no range: " + from + ".." + to);
        }
    }

    /** to - from; an infinity where that is too large for a double. */
    public double length() {
        return to - from;
    }

    public boolean contains(double value) {
        return from <= value && value <= to;
    }
}
