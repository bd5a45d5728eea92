package org.adequal.number;

import java.util.HashMap;
import java.util.Map;

/** A function that is asked nowhere twice, and counts how often it was asked. */
final class Probe implements NoisyFunction {

    private final NoisyFunction f;
    private final Map<Double, Sample> known = new HashMap<>();

    Probe(NoisyFunction f) {
        this.f = f;
    }

    @Override
    public Sample at(double t) {
        double point = t + 0.0; // no minus zero
        Sample sample = known.get(point);
        if (sample == null) {
            sample = Double.isFinite(point) ? f.at(point) : Sample.OUTSIDE;
            known.put(point, sample);
        }
        return sample;
    }

    int evaluations() {
        return known.size();
    }

    static void requireFinite(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("no derivative at " + x);
        }
    }
}
