package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.adequal.eval.EnclosureProgram;
import org.adequal.eval.Program;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.DoubleInterval;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The columns {@code enclosure}, {@code firstLook} and {@code exact} of every row, each judged by another one. */
class PrimitiveEnclosureTest {
    private static final int BITS = 96;
    private static final int POINTS = 60;
    /** What the value in doubles may be off, relative to itself: far more than a unit, far less than another function. */
    private static final double SLACK = 0x1p-44;

    /** The row's enclosure of its values on a box. */
    private static Interval enclosure(RowUnderTest way, List<Interval> box) {
        return enclosure(way, box, BITS);
    }

    private static Interval enclosure(RowUnderTest way, List<Interval> box, int bits) {
        return way.row().enclosure().of(Arithmetic.of(bits), arguments(way, box, bits).toArray(Interval[]::new));
    }

    private static List<Interval> arguments(RowUnderTest way, List<Interval> box, int bits) {
        EnclosureProgram.Enclosures found = EnclosureProgram.of(way.arguments(), way.variables()).over(box, bits + 32);
        return way.arguments().stream().map(found::of).toList();
    }

    private static List<Interval> box(double[] from, double[] to) {
        List<Interval> box = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            box.add(Interval.of(from[i]).hull(Interval.of(to[i])));
        }
        return box;
    }

    private static List<double[]> points(RowUnderTest way) {
        return way.pointsOfDomain().stream().limit(POINTS).toList();
    }

    @ParameterizedTest
    @EnumSource
    void enclosesTheValueTightly(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            Program program = Program.of(List.of(way.application()), way.variables());
            for (double[] point : points(way)) {
                double value = program.run(point)[0];
                Interval found = enclosure(way, box(point, point));
                double slack = Math.abs(value) * SLACK + Double.MIN_NORMAL;
                assertThat(found.intersects(Interval.of(value - slack, value + slack)))
                        .as("%s at %s is %s in doubles, but in %s", way, Arrays.toString(point), value, found).isTrue();
                Interval finer = enclosure(way, box(point, point), 2 * BITS);
                assertThat(found.contains(finer)).as("%s at %s: %s, then %s", way, Arrays.toString(point), found, finer)
                        .isTrue();
                assertThat(found.isPoint()
                        || found.width().compareTo(found.mignitude().scale(8 - BITS)) <= 0)
                        .as("%s at %s: %s", way, Arrays.toString(point), found).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void boxesHoldTheValuesOfTheirPoints(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            List<double[]> points = points(way);
            for (int i = 1; i < points.size(); i++) {
                double[] from = points.get(i - 1);
                double[] to = points.get(i);
                Interval around = enclosure(way, box(from, to));
                double[] middle = new double[from.length];
                Arrays.setAll(middle, j -> from[j] / 2 + to[j] / 2);
                double[] corner = from.clone();
                if (corner.length > 0) {
                    corner[0] = to[0];
                }
                for (double[] inside : List.of(from, to, middle, corner)) {
                    Interval value = enclosure(way, box(inside, inside));
                    assertThat(around.contains(value)).as("%s at %s: %s on the box from %s to %s: %s", way,
                            Arrays.toString(inside), value, Arrays.toString(from), Arrays.toString(to), around)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isEmptyOutsideTheDomain(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            Program domain = Program.of(List.of(way.domain()), way.variables());
            for (double[] point : RowUnderTest.sample(way.variables().size())) {
                if (domain.run(point)[0] == 0) {
                    assertThat(enclosure(way, box(point, point)).isEmpty()).as("%s at %s", way, Arrays.toString(point))
                            .isTrue();
                }
            }
        }
    }

    /** A first look may know nothing, but what it says holds; where it knows a point it is no wider than it promises. */
    @ParameterizedTest
    @EnumSource
    void firstLooksHoldTheEnclosures(Primitive row) {
        int known = 0;
        for (RowUnderTest way : RowUnderTest.of(row)) {
            List<double[]> points = points(way);
            for (int i = 0; i < points.size(); i++) {
                for (double[] to : List.of(points.get(i), points.get(Math.max(0, i - 1)))) {
                    List<Interval> box = box(points.get(i), to);
                    DoubleInterval quick = firstLook(way, box);
                    assertThat(quick.toInterval().contains(enclosure(way, box)))
                            .as("%s on %s: a first look %s holds %s", way, box, quick, enclosure(way, box)).isTrue();
                    known += quick.isBounded() ? 1 : 0;
                    assertThat(!quick.isBounded() || to != points.get(i)
                            || quick.hi() - quick.lo() <= 0x1p-30 * Math.max(1, Math.abs(quick.lo())))
                            .as("%s at %s: %s", way, box, quick).isTrue();
                }
            }
        }
        assertThat(known > 0).as("a first look at %s tells something", row).isEqualTo(looks(row));
    }

    /** Rows with a first look of their own; the others know nothing by default. */
    private static boolean looks(Primitive row) {
        return row.firstLook() != org.adequal.expr.FirstLook.UNKNOWN;
    }

    private static DoubleInterval firstLook(RowUnderTest way, List<Interval> box) {
        DoubleInterval result = new DoubleInterval();
        way.row().firstLook().set(result, arguments(way, box, BITS).stream()
                .map(x -> new DoubleInterval().set(x.doubleLow(), x.doubleHigh())).toArray(DoubleInterval[]::new));
        return result;
    }

    @ParameterizedTest
    @EnumSource
    void exactValuesLieInTheEnclosure(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            for (double[] point : points(way)) {
                EnclosureProgram.Enclosures found = EnclosureProgram.of(way.arguments(), way.variables()).at(point,
                        BITS);
                List<Rational> numbers = new ArrayList<>();
                way.arguments().forEach(argument -> numbers.add(found.exact(argument)));
                Rational exact = numbers.contains(null) ? null : row.exact(numbers.toArray(Rational[]::new));
                if (exact != null) {
                    assertHolds(enclosure(way, box(point, point)), exact, way + " at " + Arrays.toString(point));
                }
            }
        }
    }

    private static void assertHolds(Interval found, Rational exact, String where) {
        assertThat(rational(found.lo())).as(where).isLessThanOrEqualTo(exact);
        assertThat(rational(found.hi())).as(where).isGreaterThanOrEqualTo(exact);
    }

    private static Rational rational(Dyadic end) {
        return end.toRational();
    }

    /** An exponent or an order that is not known to be served says nothing. */
    @Test
    void unservedConstantsSayNothing() {
        Arithmetic arithmetic = Arithmetic.of(BITS);
        Interval[] negative = {Interval.of(-2), Interval.of(2.0, 3.0)};
        assertThat(Primitive.INTEGER_POWER.enclosure().of(arithmetic, negative)).isEqualTo(Interval.ENTIRE);
        Interval[] positive = {Interval.of(2), Interval.of(2.0, 3.0)};
        assertThat(Primitive.INTEGER_POWER.enclosure().of(arithmetic, positive)).isEqualTo(Interval.of(4.0, 8.0));
        Interval[] unserved = {Interval.of(1001), Interval.of(2)};
        assertThat(Primitive.POLYGAMMA.enclosure().of(arithmetic, unserved)).isEqualTo(Interval.ENTIRE);
        DoubleInterval result = new DoubleInterval();
        DoubleInterval[] half = {new DoubleInterval().set(2), new DoubleInterval().set(2.5)};
        Primitive.INTEGER_POWER.firstLook().set(result, half);
        assertThat(result.isBounded()).isFalse();
        DoubleInterval[] below = {new DoubleInterval().set(-2), new DoubleInterval().set(2.5)};
        Primitive.POWER.firstLook().set(result, below);
        assertThat(result.isBounded()).isFalse();
    }

    /** A double is no enclosure of an irrational number, however near. */
    @Test
    void constantsAreEnclosedAtEveryPrecision() {
        for (int bits : new int[]{53, 128, 512}) {
            Arithmetic arithmetic = Arithmetic.of(bits);
            assertThat(Primitive.PI.enclosure().of(arithmetic, new Interval[0])).isEqualTo(arithmetic.pi());
            assertThat(Primitive.E.enclosure().of(arithmetic, new Interval[0])).isEqualTo(arithmetic.e());
        }
        assertThat(Interval.of(Math.PI).contains(Arithmetic.of(128).pi())).isFalse();
    }
}
