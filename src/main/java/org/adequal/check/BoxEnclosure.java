package org.adequal.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What is proven of a formula on a whole box.
 *
 * @param defined  whether it is proven to have a value at every point of the box
 * @param smooth   whether it is proven to have a value and all derivatives at every point
 * @param value    contains all values that it has on the box
 * @param gradient contains the partial derivatives at all points of the box, where it is proven to be smooth on the whole
 *                 of it; empty otherwise
 * @param open     a part of the box on which smoothness is not proven; null where it is everywhere
 */
public record BoxEnclosure(boolean defined, boolean smooth, Interval value, Map<Variable, Interval> gradient,
        @Nullable Open open) {

    public BoxEnclosure {
        gradient = Collections.unmodifiableMap(new LinkedHashMap<>(gradient));
    }

    /**
     * A part of the box.
     *
     * @param box       an interval per variable of the formula
     * @param undefined whether it is proven that the formula has no value anywhere on it
     * @param why       which switch or domain condition is not decided there, or fails
     */
    public record Open(List<Interval> box, boolean undefined, String why) {
        public Open {
            box = List.copyOf(box);
        }
    }
}
