package org.adequal.verdict;

import java.util.List;

/**
 * A cause of what is wrong.
 *
 * @param text       in words
 * @param components those that it explains
 * @param places     the part of the formula concerned; several where the claim cannot tell which of them it is
 */
public record Diagnosis(Kind kind, String text, List<Label> components, List<Place> places) {

    public Diagnosis {
        components = List.copyOf(components);
        places = List.copyOf(places);
    }
}
