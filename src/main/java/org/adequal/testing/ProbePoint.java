package org.adequal.testing;

import java.util.Objects;

import org.adequal.check.probe.Probe;
import org.jspecify.annotations.Nullable;

/** A point of a {@link GradientTest}, which is told the gradient that somebody computes there. */
public final class ProbePoint {
    private final GradientCheck check;
    private final Probe probe;
    private boolean claimed;

    ProbePoint(GradientCheck check, Probe probe) {
        this.check = check;
        this.probe = probe;
    }

    /** One coordinate for each variable of the formula, in their order; a copy. */
    public double[] coordinates() {
        return probe.point().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What is particular about the point. */
    public Probe.Kind kind() {
        return probe.kind();
    }

    /** Fails where rounding does not explain the gradient, with the report. */
    public void claims(double @Nullable... gradient) {
        claimed = true;
        GradientCheck.Report report = check.at(_ -> Objects.requireNonNull(gradient), coordinates());
        if (!report.isRight()) {
            throw new AssertionError(report.text());
        }
    }

    boolean isClaimed() {
        return claimed;
    }
}
