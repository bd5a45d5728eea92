package org.adequal.check;

import java.util.Collection;
import java.util.Locale;

/** What kind of point it is for the function of one variable, the others held; the worst first. */
public enum Status {
    /** No value here, or none nearby on either side. */
    UNDEFINED,
    /** Defined here, not continuous. */
    JUMP,
    /** Continuous, but one-sided slopes do not exist. */
    OSCILLATING,
    /** The function exists on one side only. */
    EDGE,
    /** Continuous, and a one-sided slope is infinite. */
    INFINITE,
    /** One-sided slopes exist and differ. */
    KINK,
    /** It could not be decided. */
    UNKNOWN,
    /** A finite derivative. */
    SMOOTH;

    /** The worst of several; smooth if there are none. */
    public static Status worst(Collection<Status> statuses) {
        return statuses.stream().min(Enum::compareTo).orElse(SMOOTH);
    }

    /** The name in machine-readable output: {@code smooth}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
