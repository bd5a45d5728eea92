package org.adequal.check;

import java.util.Collection;
import java.util.Locale;

/** What a comparison of exact derivatives with numeric ones finds; the worst first. */
public enum Agreement {
    /** They differ by more than the bounds of their errors allow. */
    DISAGREE,
    /** One of them does not exist, or the bounds are too wide to say anything. */
    CANNOT_TELL,
    /** They lie within the bounds of their errors. */
    AGREE;

    /** The worst of several; agreement if there are none. */
    public static Agreement worst(Collection<Agreement> agreements) {
        return agreements.stream().min(Enum::compareTo).orElse(AGREE);
    }

    /** {@code cannot tell}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
