package org.adequal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;

class GridTest {
    private static final int CELLS = 40;

    private static Grid grid(DoubleBinaryOperator f) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i <= CELLS; i++) {
            places.add(-2 + 4.0 * i / CELLS);
        }
        double[][] heights = new double[CELLS + 1][CELLS + 1];
        for (int row = 0; row <= CELLS; row++) {
            for (int column = 0; column <= CELLS; column++) {
                heights[row][column] = f.applyAsDouble(places.get(column), places.get(row));
            }
        }
        return new Grid(places, places, heights, new boolean[CELLS][CELLS]);
    }

    @Test
    void theContourOfABowlIsOneClosedCircle() {
        List<List<Point>> lines = grid((x, y) -> x * x + y * y).lines(1);
        assertThat(lines).hasSize(1);
        List<Point> circle = lines.getFirst();
        assertThat(circle.getFirst()).isEqualTo(circle.getLast());
        assertThat(circle).hasSizeGreaterThan(CELLS / 2)
                .allSatisfy(p -> assertThat(Math.hypot(p.x(), p.y())).isCloseTo(1, within(0.01)));
    }

    @Test
    void aSaddleHasTwoBranches() {
        assertThat(grid((x, y) -> x * y).lines(0.5)).hasSize(2)
                .allSatisfy(line -> assertThat(line).allSatisfy(
                        p -> assertThat(p.x() * p.y()).isCloseTo(0.5, within(0.01))));
    }

    @Test
    void areasBetweenHeightsCoverTheGridOnce() {
        Grid grid = grid((x, y) -> x * x + y * y);
        double covered = 0;
        double[] heights = {-1, 0.5, 1, 2.3, 4, 100};
        for (int i = 0; i + 1 < heights.length; i++) {
            covered += grid.area(heights[i], heights[i + 1]).stream().mapToDouble(GridTest::size).sum();
        }
        assertThat(covered).isCloseTo(16, within(1e-9));
        assertThat(grid.area(0, 1).stream().mapToDouble(GridTest::size).sum()).isCloseTo(Math.PI, within(0.02));
    }

    @Test
    void noLineEntersWhereThereAreNoValues() {
        List<List<Point>> lines = grid((x, y) -> x < 0 ? Double.NaN : x * x + y * y).lines(1);
        assertThat(lines).hasSize(1).allSatisfy(line -> assertThat(line).allMatch(p -> p.x() >= 0));
    }

    private static double size(List<Point> outline) {
        double twice = 0;
        for (int i = 0; i < outline.size(); i++) {
            Point a = outline.get(i);
            Point b = outline.get((i + 1) % outline.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }
}
