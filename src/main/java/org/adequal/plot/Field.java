package org.adequal.plot;

import java.util.ArrayList;
import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.chart.Grid;
import org.adequal.chart.Range;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.eval.Program;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;

/** A function of two variables over a rectangle, as heights on a grid. */
final class Field {
    private static final int BITS = 64;
    private static final int HALVINGS = 12;
    /** How little of a difference may be left after the halvings of a continuous function. */
    private static final double JUMP = 0.2;
    /** Differences below this share of the values are no differences. */
    private static final double ROUNDING = 1e-12;

    private final Analysis analysis;
    private final Program program;
    private final EnclosureProgram conditions;
    private final List<Double> xs;
    private final List<Double> ys;
    private final double[][] heights;
    private final boolean[][] broken;

    private Field(Expr written, List<Variable> variables, Range x, Range y, int cells) {
        analysis = Analysis.of(written, variables);
        program = Program.of(List.of(analysis.value(), analysis.defined()), variables);
        conditions = EnclosureProgram.of(List.of(analysis.ordinary(), analysis.defined()), variables);
        xs = places(x, cells);
        ys = places(y, cells);
        heights = new double[cells + 1][cells + 1];
        broken = new boolean[cells][cells];
    }

    static List<Double> places(Range range, int cells) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i <= cells; i++) {
            places.add(i == cells ? range.to() : range.from() + range.length() / cells * i);
        }
        return places;
    }

    /** The heights at (cells + 1) x (cells + 1) places. */
    static Grid grid(Expr written, List<Variable> variables, Range x, Range y, int cells) {
        Field field = new Field(written, variables, x, y, cells);
        for (int row = 0; row <= cells; row++) {
            for (int column = 0; column <= cells; column++) {
                field.heights[row][column] = field.at(field.xs.get(column), field.ys.get(row));
            }
        }
        field.judge(0, cells, 0, cells);
        return new Grid(field.xs, field.ys, field.heights, field.broken);
    }

    /** NaN where there is no value, or none that a double holds. */
    private double at(double x, double y) {
        double[] values = program.run(x, y);
        return values[1] == 0 || Double.isInfinite(values[0]) ? Double.NaN : values[0];
    }

    /** Finds the cells that no line may cross: first all at once, then by quarters where that is not proven. */
    private void judge(int left, int right, int below, int above) {
        EnclosureProgram.Enclosures found = conditions.over(List.of(Interval.of(xs.get(left), xs.get(right)),
                Interval.of(ys.get(below), ys.get(above))), BITS);
        if (found.of(analysis.ordinary()) == Certainty.TRUE) {
            return;
        }
        if (right - left > 1 || above - below > 1) {
            int x = (left + right) / 2;
            int y = (below + above) / 2;
            for (int[] part : new int[][]{{left, x, below, y}, {x, right, below, y}, {left, x, y, above},
                    {x, right, y, above}}) {
                if (part[0] < part[1] && part[2] < part[3]) {
                    judge(part[0], part[1], part[2], part[3]);
                }
            }
        } else {
            broken[below][left] = found.of(analysis.defined()) == Certainty.FALSE || hasJump(below, left);
        }
    }

    /** Whether the values along a side or a diagonal of a cell differ however close they are taken. */
    private boolean hasJump(int row, int column) {
        double[][] corners = {{xs.get(column), ys.get(row)}, {xs.get(column + 1), ys.get(row)},
                {xs.get(column + 1), ys.get(row + 1)}, {xs.get(column), ys.get(row + 1)}};
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                if (jumps(corners[i], corners[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean jumps(double[] from, double[] to) {
        double[] a = from;
        double[] b = to;
        double low = at(a[0], a[1]);
        double high = at(b[0], b[1]);
        double largest = Math.abs(high - low);
        for (int i = 0; i < HALVINGS; i++) {
            double[] middle = {a[0] / 2 + b[0] / 2, a[1] / 2 + b[1] / 2};
            double value = at(middle[0], middle[1]);
            if (Double.isNaN(value) || Double.isNaN(low) || Double.isNaN(high)) {
                return true;
            }
            largest = Math.max(largest, Math.max(Math.abs(value - low), Math.abs(high - value)));
            if (Math.abs(value - low) > Math.abs(high - value)) {
                b = middle;
                high = value;
            } else {
                a = middle;
                low = value;
            }
        }
        return Math.abs(high - low) > JUMP * largest && largest > ROUNDING * Math.max(Math.abs(low), Math.abs(high));
    }
}
