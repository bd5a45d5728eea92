package org.adequal.optimize;

import java.util.Locale;

/** Why a search ended. */
public enum Ending {
    GRADIENT("the gradient is as small as asked for"),
    STEP("the steps are as small as asked for"),
    VALUE("the value changes as little as asked for"),
    STEPS("all steps are done"),
    PRECISION("no point nearby is lower in double arithmetic"),
    NOT_FINITE("the value or the gradient is no finite number any more"),
    TIME("time is up"),
    INTERRUPTED("interrupted");

    private final String text;

    Ending(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }

    /** The name in machine-readable output. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
