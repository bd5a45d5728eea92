package org.adequal.optimize;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Keeps the record of a search while it runs, and says when it is over. */
final class Journey {
    /** So many of the last steps tell whether a search goes to and fro. */
    private static final int MEMORY = 32;
    private static final long NANOS = 1_000_000_000L;
    /** Steps are so alike that they are against each other: the cosine between them. */
    private static final double AGAINST = -0.9;

    private final Limits limits;
    private final Monitor monitor;
    private final long deadline;
    private final Path.Stop start;
    private final Path path;
    private final boolean[] turned = new boolean[MEMORY];
    private Path.Stop last;
    private Path.Stop best;
    private double @Nullable [] stride;
    private double[] gradient;
    private long steps;
    private long told = System.nanoTime();

    Journey(double[] point, double value, double[] gradient, Limits limits, Monitor monitor) {
        this.limits = limits;
        this.monitor = monitor;
        this.gradient = gradient.clone();
        long nanos = limits.time().compareTo(java.time.Duration.ofDays(365)) > 0
                ? Long.MAX_VALUE / 4
                : limits.time().toNanos();
        deadline = System.nanoTime() + nanos;
        start = new Path.Stop(0, point.clone(), value);
        path = new Path(start);
        last = start;
        best = start;
    }

    /** Why the search ends where it begins, if it does. */
    Optional<Ending> begin() {
        if (!isFinite(start.value(), gradient)) {
            return Optional.of(Ending.NOT_FINITE);
        }
        if (limits.steps() == 0) {
            return Optional.of(Ending.STEPS);
        }
        return largest(gradient) <= limits.gradient() ? Optional.of(Ending.GRADIENT) : Optional.empty();
    }

    /** A point that was looked at on the way. */
    void look(double[] point, double value) {
        if (value < best.value() || (Double.isNaN(best.value()) && !Double.isNaN(value))) {
            best = new Path.Stop(steps, point.clone(), value);
        }
    }

    /** A step to a point; tells why the search is over, if it is. */
    Optional<Ending> step(double[] point, double value, double[] slope) {
        double[] taken = new double[point.length];
        double change = 0;
        for (int i = 0; i < point.length; i++) {
            taken[i] = point[i] - last.point()[i];
            change = Math.max(change, Math.abs(taken[i]) / Math.max(1, Math.abs(point[i])));
        }
        double before = last.value();
        steps++;
        turned[(int) (steps % MEMORY)] = stride != null && cosine(stride, taken) < AGAINST;
        stride = taken;
        gradient = slope.clone();
        last = new Path.Stop(steps, point.clone(), value);
        path.add(last);
        look(point, value);
        if (!isFinite(value, slope)) {
            return Optional.of(Ending.NOT_FINITE);
        }
        if (limits.gradient() > 0 && largest(slope) <= limits.gradient()) {
            return Optional.of(Ending.GRADIENT);
        }
        if (limits.step() > 0 && change <= limits.step()) {
            return Optional.of(Ending.STEP);
        }
        if (limits.value() > 0 && Math.abs(value - before) <= limits.value() * Math.max(1, Math.abs(value))) {
            return Optional.of(Ending.VALUE);
        }
        return steps >= limits.steps() ? Optional.of(Ending.STEPS) : pause();
    }

    /** Whether there is a reason from outside to end. */
    Optional<Ending> pause() {
        long now = System.nanoTime();
        if (now - told > NANOS) {
            told = now;
            monitor.progress(steps, last.value());
        }
        if (monitor.stopped() || Thread.currentThread().isInterrupted()) {
            return Optional.of(Ending.INTERRUPTED);
        }
        return now > deadline ? Optional.of(Ending.TIME) : Optional.empty();
    }

    Path.Stop best() {
        return best;
    }

    long steps() {
        return steps;
    }

    /** The search as it stands, over. */
    Search end(Ending ending) {
        int remembered = (int) Math.min(MEMORY, steps);
        int turnings = 0;
        for (boolean turn : turned) {
            turnings += turn ? 1 : 0;
        }
        return new Search(start, last, best, gradient, steps, ending, path, turnings, remembered);
    }

    static double largest(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    private static boolean isFinite(double value, double[] gradient) {
        return Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite);
    }

    private static double cosine(double[] a, double[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return aa > 0 && bb > 0 ? dot / (Math.sqrt(aa) * Math.sqrt(bb)) : 0;
    }
}
