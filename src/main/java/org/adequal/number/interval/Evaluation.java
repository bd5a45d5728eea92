package org.adequal.number.interval;

import java.util.function.IntFunction;

/** From an enclosure at points to the tightest interval at a precision, and from points to intervals. */
final class Evaluation {

    private static final int FIRST_GUARD = 32;
    private static final int LAST_GUARD = 2048;

    /** A function's enclosure at one number: sound at every precision, and the tighter the more bits it may use. */
    @FunctionalInterface
    interface Kernel {
        Interval at(Dyadic x, int bits);
    }

    private Evaluation() {}

    /**
     * The enclosure at so many bits, tightest wherever the kernel allows: extra bits are added until the rounded ends are
     * neighbours. So cancellation near a zero of the function costs time, not width. An irrational value always gets
     * there; a value that is itself a number of few bits is left with a neighbour on each side, unless the kernel is
     * exact.
     *
     * <p>Sound because each attempt encloses the same values, so their intersection does.
     */
    static Interval refined(int bits, IntFunction<Interval> kernel) {
        Interval result = Interval.ENTIRE;
        for (int guard = FIRST_GUARD; guard <= LAST_GUARD; guard *= 4) {
            Interval attempt = kernel.apply(bits + guard).outward(bits);
            if (attempt.isEmpty()) {
                return attempt;
            }
            result = result.intersection(attempt);
            if (result.isTight(bits) || saturated(attempt)) {
                break;
            }
        }
        return result;
    }

    /** Beyond the exponents that are represented more bits are of no use. */
    private static boolean saturated(Interval x) {
        return x.magnitude().compareTo(Dyadic.TINY) <= 0 || x.mignitude().compareTo(Dyadic.HUGE) >= 0;
    }

    /** The kernel at one number, refined. */
    static Interval at(Dyadic x, int bits, Kernel kernel) {
        return refined(bits, working -> kernel.at(x, working));
    }

    /**
     * A function that does not decrease anywhere on the interval. The two limits are used at infinite ends.
     *
     * <p>Sound because f(lo) &lt;= f(x) &lt;= f(hi).
     */
    static Interval increasing(Interval x, int bits, Kernel kernel, Interval atMinusInfinity, Interval atInfinity) {
        if (x.isEmpty()) {
            return x;
        }
        Interval low = x.lo().isFinite() ? at(x.lo(), bits, kernel) : atMinusInfinity;
        Interval high = x.isPoint() ? low : x.hi().isFinite() ? at(x.hi(), bits, kernel) : atInfinity;
        return new Interval(low.lo(), high.hi());
    }

    /** A function that does not increase anywhere on the interval; see {@link #increasing}. */
    static Interval decreasing(Interval x, int bits, Kernel kernel, Interval atMinusInfinity, Interval atInfinity) {
        if (x.isEmpty()) {
            return x;
        }
        Interval high = x.lo().isFinite() ? at(x.lo(), bits, kernel) : atMinusInfinity;
        Interval low = x.isPoint() ? high : x.hi().isFinite() ? at(x.hi(), bits, kernel) : atInfinity;
        return new Interval(low.lo(), high.hi());
    }

    /**
     * A convex function on a bounded interval without poles, from itself and its derivative.
     *
     * <p>Sound because the largest value is at an end; and as the derivative does not decrease, f'(lo) &gt;= 0 makes the
     * function increase on the whole interval, f'(hi) &lt;= 0 decrease. Otherwise bisection keeps a part [a, b] that holds
     * a smallest value: where f'(c) &gt; 0 nothing right of c is smaller than f(c), where f'(c) &lt; 0 nothing left of it,
     * and where the sign is not certain bisection ends. On [a, b] the function lies above its tangents at a and at b, and
     * each tangent above its own enclosure's lower end, so the larger of the two lower ends is a lower bound.
     */
    static Interval convex(Interval x, int bits, Kernel f, Kernel derivative) {
        Interval atLow = at(x.lo(), bits, f);
        if (x.isPoint()) {
            return atLow;
        }
        Interval atHigh = at(x.hi(), bits, f);
        Interval slopeLow = at(x.lo(), bits, derivative);
        if (slopeLow.certainlyNotNegative()) {
            return new Interval(atLow.lo(), atHigh.hi());
        }
        Interval slopeHigh = at(x.hi(), bits, derivative);
        if (slopeHigh.certainlyNotPositive()) {
            return new Interval(atHigh.lo(), atLow.hi());
        }
        return new Interval(smallest(x, bits, f, derivative), Dyadic.max(atLow.hi(), atHigh.hi()));
    }

    /** A lower bound of a convex function whose minimum may lie inside, by bisection on the sign of the derivative. */
    private static Dyadic smallest(Interval x, int bits, Kernel f, Kernel derivative) {
        Arithmetic arithmetic = Arithmetic.of(bits);
        Dyadic a = x.lo();
        Dyadic b = x.hi();
        for (int step = 0; step < 40; step++) {
            Dyadic middle = new Interval(a, b).middle(bits);
            Interval slope = at(middle, bits, derivative);
            if (slope.certainlyPositive()) {
                b = middle;
            } else if (slope.certainlyNegative()) {
                a = middle;
            } else {
                break;
            }
        }
        // the minimum over x lies in [a, b]; there f is above its tangents at a and at b
        Interval range = new Interval(a, b);
        Interval fromLow = tangent(a, range, arithmetic, f, derivative);
        Interval fromHigh = tangent(b, range, arithmetic, f, derivative);
        return Dyadic.max(fromLow.lo(), fromHigh.lo());
    }

    private static Interval tangent(Dyadic c, Interval range, Arithmetic arithmetic, Kernel f, Kernel derivative) {
        Interval step = arithmetic.minus(range, Interval.of(c));
        return arithmetic.plus(at(c, arithmetic.bits(), f),
                arithmetic.times(at(c, arithmetic.bits(), derivative), step));
    }
}
