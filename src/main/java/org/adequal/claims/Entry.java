package org.adequal.claims;

import java.util.List;

/** What a source of claims gives: a claim, or the reason why there is none. */
public sealed interface Entry {

    Place place();

    /**
     * A gradient that is claimed.
     *
     * @param point    one finite coordinate for each variable of the formula
     * @param gradient one number, NaN and infinities included, for each variable that it is differentiated by
     */
    record Claim(Place place, List<Double> point, List<Double> gradient) implements Entry {
        public Claim {
            point = List.copyOf(point);
            gradient = List.copyOf(gradient);
        }
    }

    /** No claim could be read here. */
    record Unreadable(Place place, String why) implements Entry {}
}
