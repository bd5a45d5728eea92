package org.adequal.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Directions from the last few steps and changes of the gradient: L-BFGS, Nocedal 1980. With a memory of 0 it is steepest
 * descent.
 *
 * @param memory how many steps are remembered
 */
public record LimitedMemory(int memory, LineSearch lineSearch) implements Method {

    /** The usual memory, with Wolfe's conditions, which keep the directions downhill. */
    public static LimitedMemory usual() {
        return new LimitedMemory(20, LineSearch.WOLFE);
    }

    @Override
    public String name() {
        return memory == 0 ? "descent" : "bfgs";
    }

    private record Pair(double[] step, double[] change, double product) {}

    @Override
    public Search minimize(Objective objective, double[] start, Limits limits, Monitor monitor) {
        Deque<Pair> pairs = new ArrayDeque<>();
        return new Descending(objective, limits, monitor, lineSearch) {
            @Override
            double[] direction(double[] point, double[] gradient) {
                double[] direction = steepest(gradient);
                if (pairs.isEmpty()) {
                    double first = memory == 0 ? 1 : 1 / Math.max(1, Journey.largest(gradient));
                    for (int i = 0; i < direction.length; i++) {
                        direction[i] *= first;
                    }
                    return direction;
                }
                return twoLoops(direction);
            }

            private double[] twoLoops(double[] direction) {
                double[] shares = new double[pairs.size()];
                int at = 0;
                for (Pair pair : pairs) {
                    shares[at] = LineSearch.dot(pair.step, direction) / pair.product;
                    add(direction, -shares[at++], pair.change);
                }
                Pair last = pairs.getFirst();
                double scale = last.product / LineSearch.dot(last.change, last.change);
                for (int i = 0; i < direction.length; i++) {
                    direction[i] *= scale;
                }
                for (Iterator<Pair> back = pairs.descendingIterator(); back.hasNext();) {
                    Pair pair = back.next();
                    double share = LineSearch.dot(pair.change, direction) / pair.product;
                    add(direction, shares[--at] - share, pair.step);
                }
                return direction;
            }

            @Override
            void moved(double[] step, double[] change) {
                double product = LineSearch.dot(step, change);
                if (memory > 0 && product > 0 && Double.isFinite(1 / product)) {
                    pairs.addFirst(new Pair(step, change, product));
                    if (pairs.size() > memory) {
                        pairs.removeLast();
                    }
                }
            }
        }.from(start);
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }
}
