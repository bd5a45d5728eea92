package org.adequal.testing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.adequal.check.probe.Probe;
import org.adequal.claims.ClaimSource;
import org.adequal.claims.Entry;
import org.adequal.claims.Place;
import org.jspecify.annotations.Nullable;

/** The claims of a function in this process; what it throws, and what is no gradient, is an entry that is none. */
final class FunctionClaims implements ClaimSource {
    private final Function<double[], double[]> gradient;
    private final List<Probe> probes;
    private final int size;
    private int next;

    FunctionClaims(Function<double[], double[]> gradient, List<Probe> probes, int size) {
        this.gradient = gradient;
        this.probes = probes;
        this.size = size;
    }

    @Override
    public @Nullable Entry next() {
        if (next == probes.size()) {
            return null;
        }
        Probe probe = probes.get(next);
        next++;
        Place place = Place.point(next, probe.kind());
        double[] point = probe.point().stream().mapToDouble(Double::doubleValue).toArray();
        double @Nullable [] claimed;
        try {
            claimed = gradient.apply(point.clone());
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            return new Entry.Unreadable(place, "the gradient's function throws " + e + " at " + probe.point());
        }
        return claimed == null || claimed.length != size
                ? new Entry.Unreadable(place, "the gradient's function gives " + (claimed == null
                        ? "null"
                        : claimed.length + (claimed.length == 1 ? " number, not " : " numbers, not ") + size))
                : new Entry.Claim(place, probe.point(), Arrays.stream(claimed).map(x -> x + 0.0).boxed().toList());
    }
}
