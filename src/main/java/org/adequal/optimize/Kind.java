package org.adequal.optimize;

import java.util.Locale;

/** What kind of point a search ended at, by the slopes and the curvatures there. */
public enum Kind {
    /** A minimum: the function is curved upwards in every direction. */
    MINIMUM("a minimum"),
    /** Curved upwards in some directions and flat in the others. */
    VALLEY("the floor of a valley: a minimum in some directions, flat in the others"),
    /** Upwards in some directions, downwards in others. */
    SADDLE("a saddle point"),
    /** Curved downwards in every direction. */
    MAXIMUM("a maximum"),
    /** Curved downwards in some directions and flat in the others. */
    RIDGE("the top of a ridge: a maximum in some directions, flat in the others"),
    /** Neither slope nor curvature. */
    PLATEAU("a plateau: hardly any slope, and hardly any curvature that would tell a minimum"),
    /** There is a slope. */
    SLOPE("no stationary point: there is a slope"),
    /** The function is not smooth here, so slopes and curvatures do not tell. */
    UNSMOOTH("a point where the function is not smooth"),
    /** No value, or no derivatives that doubles can tell. */
    NOWHERE("a point without a finite value"),
    /** Too many variables for all second derivatives. */
    UNKNOWN("a point of a function with too many variables for its second derivatives");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }

    /** The name in machine-readable output. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
