package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void linesEndInThreeWays() {
        String text = "a\nb\r\nc\rd";
        assertThat(Position.of(text, new Span(0, 1))).isEqualTo(new Position(1, 1, 1));
        assertThat(Position.of(text, new Span(2, 3))).isEqualTo(new Position(2, 1, 1));
        assertThat(Position.of(text, new Span(5, 6))).isEqualTo(new Position(3, 1, 1));
        assertThat(Position.of(text, new Span(7, 8))).isEqualTo(new Position(4, 1, 1));
    }

    @Test
    void columnsAndLengthsCountCodePoints() {
        String text = "𝛼 + 𝛽𝛾";
        assertThat(Position.of(text, new Span(5, 9))).isEqualTo(new Position(1, 5, 2));
        assertThat(Position.of(text, new Span(9, 9))).isEqualTo(new Position(1, 7, 0));
    }
}
