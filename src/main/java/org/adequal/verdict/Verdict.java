package org.adequal.verdict;

import java.util.Collection;
import java.util.Locale;

/** What a claim is; the worst first. */
public enum Verdict {
    WRONG,
    UNDECIDED,
    RIGHT;

    /** The worst of several; right if there are none. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().min(Enum::compareTo).orElse(RIGHT);
    }

    /** {@code right}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
