package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

/** What a first look must not miss: an answer that is needlessly the whole line is a failure here. */
class DoubleIntervalTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Arithmetic A = Arithmetic.of(100);

    private static DoubleInterval of(double lo, double hi) {
        return new DoubleInterval().set(lo, hi);
    }

    private static void assertEnds(DoubleInterval found, double lo, double hi) {
        assertThat(found.toInterval()).isEqualTo(Interval.of(lo, hi));
    }

    private static void assertEntire(DoubleInterval found) {
        assertThat(found.toInterval()).isEqualTo(Interval.ENTIRE);
        assertThat(found.isBounded()).isFalse();
    }

    @Test
    void functionsAreTightInTheirDomains() {
        Map<String, UnaryOperator<DoubleInterval>> functions = new LinkedHashMap<>();
        functions.put("exp", new DoubleInterval()::setExp);
        functions.put("expm1", new DoubleInterval()::setExpm1);
        functions.put("log", new DoubleInterval()::setLog);
        functions.put("log1p", new DoubleInterval()::setLog1p);
        functions.put("sin", new DoubleInterval()::setSin);
        functions.put("cos", new DoubleInterval()::setCos);
        functions.put("tan", new DoubleInterval()::setTan);
        functions.put("asin", new DoubleInterval()::setAsin);
        functions.put("acos", new DoubleInterval()::setAcos);
        functions.put("atan", new DoubleInterval()::setAtan);
        functions.put("sinh", new DoubleInterval()::setSinh);
        functions.put("cosh", new DoubleInterval()::setCosh);
        functions.put("tanh", new DoubleInterval()::setTanh);
        functions.put("sqrt", new DoubleInterval()::setSqrt);
        Map<String, UnaryOperator<Interval>> proven = References.unary(A);
        double[][] arguments = {{0.25, 0.5}, {0.75, 1}, {-0.5, -0.25}, {-0.5, 0.75}, {-1, 1}, {1, 1.5}, {0.7, 0.7},
                {3, 3}, {3, 4}, {6, 6.5}, {4.5, 5}, {0, 0.25}, {0x1p20, 0x1p20}, {-0x1p20, -0x1p20}, {0, 0}};
        functions.forEach((name, f) -> {
            for (double[] x : arguments) {
                Interval truth = Objects.requireNonNull(proven.get(name)).apply(Interval.of(x[0], x[1]));
                boolean inside = switch (name) {
                    case "log" -> x[0] > 0;
                    case "log1p" -> x[0] > -1;
                    case "asin", "acos" -> x[0] >= -1 && x[1] <= 1;
                    case "sqrt" -> x[0] >= 0;
                    default -> truth.isBounded() && truth.magnitude().compareTo(Dyadic.of(Double.MAX_VALUE)) < 0;
                };
                Interval found = f.apply(of(x[0], x[1])).toInterval();
                assertThat(found.contains(truth)).as("%s on %s, %s: %s", name, x[0], x[1], found).isTrue();
                if (inside) {
                    Dyadic slack = truth.magnitude().times(Dyadic.powerOfTwo(-37)).plus(Dyadic.powerOfTwo(-1000));
                    assertThat(found.width()).as("%s on %s, %s: %s", name, x[0], x[1], found)
                            .isLessThanOrEqualTo(truth.width().plus(slack));
                } else if (!name.matches("exp|expm1|sinh|cosh")) {
                    assertThat(found).as("%s on %s, %s", name, x[0], x[1]).isEqualTo(Interval.ENTIRE);
                }
            }
        });
    }

    @Test
    void endsOfRanges() {
        assertThat(of(-800, -750).setExp(of(-800, -750)).lo()).isZero();
        assertThat(of(0, 0).setExp(of(800, 900)).lo()).isEqualTo(Double.MAX_VALUE);
        assertThat(of(0, 0).setExp(of(800, 900)).hi()).isEqualTo(INF);
        assertThat(of(0, 0).setExpm1(of(-100, -50)).lo()).isEqualTo(-1);
        assertThat(of(0, 0).setCosh(of(-0x1p-30, 0x1p-30)).lo()).isEqualTo(1);
        assertThat(of(0, 0).setTanh(of(-50, 50)).toInterval()).isEqualTo(Interval.MINUS_ONE_TO_ONE);
        assertThat(of(0, 0).setSin(of(1.5, 1.6)).hi()).isEqualTo(1);
        assertThat(of(0, 0).setCos(of(3, 3.2)).lo()).isEqualTo(-1);
        // an extremum a hair beyond the end counts
        assertThat(of(0, 0).setSin(of(1.5, Math.nextDown(Math.PI / 2))).hi()).isEqualTo(1);
        assertThat(of(0, 0).setSin(of(0x1p21, 0x1p21)).toInterval()).isEqualTo(Interval.MINUS_ONE_TO_ONE);
        assertThat(of(0, 0).setCos(of(-0x1p21, 0)).toInterval()).isEqualTo(Interval.MINUS_ONE_TO_ONE);
        assertEntire(of(0, 0).setTan(of(1, 2)));
        assertEntire(of(0, 0).setTan(of(0x1p21, 0x1p21)));
        assertEntire(of(0, 0).setTan(of(-0x1p21, -0x1p21)));
        assertEntire(of(0, 0).setTan(of(Math.PI / 2, Math.PI / 2)));
        assertThat(of(0, 0).setTan(of(2, 4)).isBounded()).isTrue();
    }

    @Test
    void domainsAreLeftWithTheWholeLine() {
        assertEntire(of(0, 0).setLog(of(0, 1)));
        assertEntire(of(0, 0).setLog1p(of(-1, 1)));
        assertEntire(of(0, 0).setSqrt(of(-Double.MIN_VALUE, 1)));
        assertEntire(of(0, 0).setAsin(of(0, Math.nextUp(1.0))));
        assertEntire(of(0, 0).setAcos(of(-Math.nextUp(1.0), 0)));
        assertEntire(of(0, 0).setQuotient(of(1, 2), of(-1, 1)));
        assertEntire(of(0, 0).setQuotient(of(1, 2), of(0, 1)));
        assertEntire(of(0, 0).setQuotient(of(1, INF), of(1, 2)));
        assertEntire(of(0, 0).setQuotient(of(1, 2), of(1, INF)));
        assertEntire(of(2, 1));
        assertEntire(of(Double.NaN, 1));
        assertEntire(of(INF, INF));
        assertEntire(of(-INF, -INF));
    }

    @Test
    void arithmeticIsExactWhereItCanBe() {
        assertEnds(of(0, 0).setSum(of(1, 2), of(3, 4)), 4, 6);
        assertEnds(of(0, 0).setDifference(of(1, 2), of(3, 5)), -4, -1);
        assertEnds(of(0, 0).setNegation(of(-1, 2)), -2, 1);
        assertEnds(of(0, 0).setAbs(of(-3, -2)), 2, 3);
        assertEnds(of(0, 0).setAbs(of(-3, 2)), 0, 3);
        assertEnds(of(0, 0).setAbs(of(0, 2)), 0, 2);
        assertEnds(of(0, 0).setSquare(of(-3, 2)), 0, 9);
        assertEnds(of(0, 0).setSqrt(of(0, 9)), 0, 3);
        double[][] signs = {{1, 2}, {-2, -1}, {-1, 2}, {0, 3}, {-3, 0}, {-2, 1}};
        for (double[] x : signs) {
            for (double[] y : signs) {
                Interval a = Interval.of(x[0], x[1]);
                Interval b = Interval.of(y[0], y[1]);
                assertThat(of(0, 0).setProduct(of(x[0], x[1]), of(y[0], y[1])).toInterval()).isEqualTo(A.times(a, b));
            }
            Interval a = Interval.of(x[0], x[1]);
            assertThat(of(0, 0).setQuotient(of(x[0], x[1]), of(4, 8)).toInterval())
                    .isEqualTo(A.divide(a, Interval.of(4.0, 8.0)));
            assertThat(of(0, 0).setQuotient(of(x[0], x[1]), of(-8, -4)).toInterval())
                    .isEqualTo(A.divide(a, Interval.of(-8.0, -4.0)));
        }
        assertThat(of(1, 2).certainlyPositive() && of(-2, -1).certainlyNegative()).isTrue();
        assertThat(of(0, 2).certainlyPositive() || of(-2, 0).certainlyNegative()).isFalse();
        assertThat(of(0, 2).mayBeZero() && of(-2, 0).mayBeZero()).isTrue();
        assertThat(of(1, 2).mayBeZero() || of(-2, -1).mayBeZero()).isFalse();
        assertThat(of(0, 0)).hasToString("[0.0, 0.0]");
    }

    @Test
    void powersAreExactWhereTheyCanBe() {
        assertEnds(of(0, 0).setPower(of(2, 3), 3), 8, 27);
        assertEnds(of(0, 0).setPower(of(-3, -2), 3), -27, -8);
        assertEnds(of(0, 0).setPower(of(-2, 3), 3), -8, 27);
        assertEnds(of(0, 0).setPower(of(-3, 2), 2), 0, 9);
        assertEnds(of(0, 0).setPower(of(2, 4), -2), 0.0625, 0.25);
        assertEnds(of(0, 0).setPower(of(-4, -2), -1), -0.5, -0.25);
        assertEnds(of(0, 0).setPower(of(-4, 2), 0), 1, 1);
        assertEntire(of(0, 0).setPower(of(-2, 1), -1));
        assertEnds(of(0, 0).setPower(of(2, 2), 64), 0x1p64, 0x1p64);
        assertEnds(of(0, 0).setPower(of(2, 2), 65), 0, INF);
        assertEnds(of(0, 0).setPower(of(-2, -2), 65), -INF, 0);
    }

    /** The exact error of a result is not to be had beside the ends of the range: the neighbour is taken there. */
    @Test
    void besideTheEndsOfTheRangeTheNeighbourIsTaken() {
        double max = Double.MAX_VALUE;
        double min = Double.MIN_VALUE;
        assertThat(DoubleInterval.addDown(max, max)).isEqualTo(max);
        assertThat(DoubleInterval.addDown(-max, -max)).isEqualTo(-INF);
        assertThat(DoubleInterval.addDown(INF, 1)).isEqualTo(INF);
        assertThat(DoubleInterval.multiplyDown(max, 2)).isEqualTo(max);
        assertThat(DoubleInterval.multiplyDown(min, 0.5)).isNegative();
        assertThat(DoubleInterval.multiplyUp(min, 0.5)).isEqualTo(min);
        assertThat(DoubleInterval.multiplyDown(-min, 0.5)).isEqualTo(-min);
        assertThat(DoubleInterval.multiplyDown(INF, 0)).isZero();
        assertThat(DoubleInterval.divideDown(max, 0.5)).isEqualTo(max);
        assertThat(DoubleInterval.divideDown(min, 2)).isNegative();
        assertThat(DoubleInterval.divideDown(3 * min, 0.75)).isLessThanOrEqualTo(4 * min);
        assertThat(DoubleInterval.divideDown(0, 5)).isZero();
        assertThat(DoubleInterval.sqrtDown(0)).isZero();
        assertThat(DoubleInterval.sqrtUp(0)).isZero();
        assertThat(DoubleInterval.sqrtDown(INF)).isEqualTo(INF);
        BinaryOperator<Double> third = DoubleInterval::divideDown;
        assertThat(third.apply(1.0, -3.0)).isEqualTo(-Math.nextUp(1 / 3.0));
        assertThat(third.apply(1.0, 3.0)).isEqualTo(1 / 3.0);
        for (double tiny : new double[]{3 * min, 0x1p-1000, 0x1.8p-970}) {
            assertThat(A.sqrt(Interval.of(tiny)).lo()).isGreaterThanOrEqualTo(Dyadic.of(DoubleInterval.sqrtDown(tiny)));
            assertThat(A.sqrt(Interval.of(tiny)).hi()).isLessThanOrEqualTo(Dyadic.of(DoubleInterval.sqrtUp(tiny)));
        }
    }
}
