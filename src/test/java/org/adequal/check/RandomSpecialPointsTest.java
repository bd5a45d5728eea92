package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Random formulas at special points: no NaN, nothing contradictory, and the same after simplification. */
class RandomSpecialPointsTest {

    @Test
    void nothingIsWrong() {
        RandomSpecialPoints points = new RandomSpecialPoints(7);
        for (int i = 0; i < 1000; i++) {
            points.next();
        }

        assertThat(points.wrong).isEmpty();
        assertThat(points.statuses).containsKeys(Status.SMOOTH, Status.UNDEFINED, Status.KINK, Status.JUMP,
                Status.EDGE);
    }
}
