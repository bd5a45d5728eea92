package org.adequal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ClipTest {
    private static final Clip UNIT = new Clip(0, 0, 1, 1);

    @Test
    void aLineThatLeavesAndComesBackIsTwo() {
        List<List<Point>> parts = UNIT.line(List.of(new Point(0.5, 0.5), new Point(0.5, 2), new Point(0.8, 2),
                new Point(0.8, 0.5)));
        assertThat(parts).containsExactly(List.of(new Point(0.5, 0.5), new Point(0.5, 1)),
                List.of(new Point(0.8, 1), new Point(0.8, 0.5)));
    }

    @Test
    void aLineInsideStays() {
        List<Point> line = List.of(new Point(0.1, 0.2), new Point(0.3, 0.4), new Point(0.9, 0.9));
        assertThat(UNIT.line(line)).containsExactly(line);
        assertThat(UNIT.line(List.of(new Point(2, 0), new Point(2, 1)))).isEmpty();
    }

    @Test
    void anAreaAroundIsTheRectangle() {
        assertThat(UNIT.area(List.of(new Point(-5, -5), new Point(5, -5), new Point(5, 5), new Point(-5, 5))))
                .hasSize(4).allMatch(UNIT::contains);
    }

    @Property
    void whatIsLeftIsInside(@ForAll @DoubleRange(min = -3, max = 3) double a,
            @ForAll @DoubleRange(min = -3, max = 3) double b, @ForAll @DoubleRange(min = -3, max = 3) double c,
            @ForAll @DoubleRange(min = -3, max = 3) double d) {
        Clip wide = new Clip(-1e-12, -1e-12, 1 + 1e-12, 1 + 1e-12);
        List<Point> line = List.of(new Point(a, b), new Point(c, d), new Point(b, c));
        assertThat(UNIT.line(line)).allSatisfy(part -> assertThat(part).allMatch(wide::contains));
        assertThat(UNIT.area(line)).allMatch(wide::contains);
        // the middle of the first stretch is kept where it is inside
        Point middle = new Point((a + c) / 2, (b + d) / 2);
        if (UNIT.contains(middle) && (a != c || b != d)) {
            assertThat(UNIT.line(line)).isNotEmpty();
        }
    }
}
