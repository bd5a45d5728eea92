package org.adequal.plot;

import java.util.List;

import org.adequal.chart.Point;
import org.adequal.chart.Range;

/**
 * A function of one variable, ready to be drawn.
 *
 * @param pieces   continuous pieces, from left to right
 * @param specials where it is not smooth, from left to right
 * @param gaps     stretches without values
 * @param crowded  whether there are more places of that kind than were told apart; there only points are given
 * @param heights  what is worth seeing of the values
 */
record Sampled(List<List<Point>> pieces, List<Special> specials, List<Range> gaps, boolean crowded, Heights heights) {
    Sampled {
        pieces = pieces.stream().map(List::copyOf).toList();
        specials = List.copyOf(specials);
        gaps = List.copyOf(gaps);
    }
}
