package org.adequal.check.probe;

import java.util.List;
import java.util.Locale;

/**
 * A point to test at.
 *
 * @param point     one coordinate for each variable of the formula
 * @param clearance every point whose coordinates differ from these by at most this factor is proven to be as ordinary as
 *                  this one: no switch and no edge of the domain is that near; 0 where that is not proven
 */
public record Probe(List<Double> point, Kind kind, double clearance) {

    /** What is particular about a point. */
    public enum Kind {
        /** Nothing: no coordinate is 0, 1 or -1, no two are alike, none is near a switch. */
        GENERIC,
        /** On a switch of the formula, or one double beside it. */
        TIE,
        /** At the edge of the formula's domain, or one double beside it. */
        EDGE,
        /** Coordinates that are equal. */
        EQUAL,
        /** At the ends of the ranges. */
        CORNER,
        /** Coordinates that are 0. */
        ZERO,
        /** Coordinates whose squares overflow, or nearly do. */
        HUGE,
        /** Coordinates whose squares underflow. */
        TINY,
        /** Coordinates below the smallest number of full precision. */
        SUBNORMAL;

        /** {@code tie}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Probe {
        point = List.copyOf(point);
    }
}
