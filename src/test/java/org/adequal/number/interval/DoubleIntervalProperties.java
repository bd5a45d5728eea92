package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The quick tier against the proven one. */
class DoubleIntervalProperties {

    private static final Arithmetic A = Arithmetic.of(140);

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(-10, 10), Arbitraries.doubles(),
                Arbitraries.longs().map(Double::longBitsToDouble)
                        .filter(Double::isFinite),
                Arbitraries.of(0.0, 1.0, -1.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE,
                        -Double.MAX_VALUE, 0x1p-970, 0x1p-500, Math.PI / 2, Math.PI));
    }

    private static DoubleInterval of(double a, double b) {
        return new DoubleInterval().set(Math.min(a, b), Math.max(a, b));
    }

    @Property(tries = 500)
    void arithmeticIsRoundedToTheNeighbours(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        assertDown(A.plus(Interval.of(a), Interval.of(b)), DoubleInterval.addDown(a, b));
        assertDown(A.times(Interval.of(a), Interval.of(b)), DoubleInterval.multiplyDown(a, b));
        assertDown(A.times(Interval.of(a), Interval.of(b)).negate(), -DoubleInterval.multiplyUp(a, b));
        if (b != 0 && (a == 0 || Math.abs(a) > 0x1p-960)) {
            assertDown(A.divide(Interval.of(a), Interval.of(b)), DoubleInterval.divideDown(a, b));
        }
        if (a == 0 || a > 0x1p-960) {
            assertDown(A.sqrt(Interval.of(a)), DoubleInterval.sqrtDown(a));
            assertDown(A.sqrt(Interval.of(a)).negate(), -DoubleInterval.sqrtUp(a));
        }
    }

    /** Not above the truth, and the neighbour unless small or large, where one step more is allowed. */
    private static void assertDown(Interval truth, double found) {
        double best = truth.doubleLow();
        assertThat(found).isLessThanOrEqualTo(best);
        assertThat(Math.nextUp(found)).isGreaterThanOrEqualTo(best);
        if (Math.abs(best) > 0x1p-900 && Math.abs(best) < 0x1p900) {
            assertThat(found).isEqualTo(best);
        }
    }

    @Property(tries = 200)
    void enclosuresHoldTheProvenOnes(@ForAll("doubles") double a, @ForAll("doubles") double b,
            @ForAll("doubles") double c, @ForAll("doubles") double d) {
        DoubleInterval x = of(a, b);
        DoubleInterval y = of(c, d);
        Map<String, BiFunction<DoubleInterval, DoubleInterval, DoubleInterval>> quick = new LinkedHashMap<>();
        Map<String, BinaryOperator<Interval>> proven = Map.of("plus", A::plus, "minus", A::minus, "times", A::times,
                "divide",
                A::divide, "min", A::min, "max", A::max);
        quick.put("plus", (u, v) -> new DoubleInterval().setSum(u, v));
        quick.put("minus", (u, v) -> new DoubleInterval().setDifference(u, v));
        quick.put("times", (u, v) -> new DoubleInterval().setProduct(u, v));
        quick.put("divide", (u, v) -> new DoubleInterval().setQuotient(u, v));
        quick.put("min", (u, v) -> new DoubleInterval().setMin(u, v));
        quick.put("max", (u, v) -> new DoubleInterval().setMax(u, v));
        quick.forEach((name, f) -> assertThat(f.apply(x, y).toInterval()
                .contains(java.util.Objects.requireNonNull(proven.get(name)).apply(x.toInterval(), y.toInterval())))
                .as("%s of %s, %s", name, x, y).isTrue());
        Map<String, UnaryOperator<DoubleInterval>> functions = Map.ofEntries(
                Map.entry("exp", t -> new DoubleInterval().setExp(t)),
                Map.entry("expm1", t -> new DoubleInterval().setExpm1(t)),
                Map.entry("log", t -> new DoubleInterval().setLog(t)),
                Map.entry("log1p", t -> new DoubleInterval().setLog1p(t)),
                Map.entry("sin", t -> new DoubleInterval().setSin(t)),
                Map.entry("cos", t -> new DoubleInterval().setCos(t)),
                Map.entry("tan", t -> new DoubleInterval().setTan(t)),
                Map.entry("asin", t -> new DoubleInterval().setAsin(t)),
                Map.entry("acos", t -> new DoubleInterval().setAcos(t)),
                Map.entry("atan", t -> new DoubleInterval().setAtan(t)),
                Map.entry("sinh", t -> new DoubleInterval().setSinh(t)),
                Map.entry("cosh", t -> new DoubleInterval().setCosh(t)),
                Map.entry("tanh", t -> new DoubleInterval().setTanh(t)),
                Map.entry("sqrt", t -> new DoubleInterval().setSqrt(t)));
        Map<String, UnaryOperator<Interval>> all = References.unary(Arithmetic.of(60));
        for (DoubleInterval t : new DoubleInterval[]{x, y, of(a, a)}) {
            functions.forEach((name, f) -> assertThat(f.apply(t).toInterval()
                    .contains(java.util.Objects.requireNonNull(all.get(name)).apply(t.toInterval())))
                    .as("%s of %s is %s", name, t, f.apply(t)).isTrue());
            for (int n : new int[]{-3, -2, -1, 0, 1, 2, 3, 7, 8, 100, 101}) {
                DoubleInterval power = new DoubleInterval().setPower(t, n);
                assertThat(power.toInterval().contains(A.power(t.toInterval(), n))).as("%s^%s is %s", t, n, power)
                        .isTrue();
            }
            assertThat(new DoubleInterval().setSquare(t).toInterval().contains(A.square(t.toInterval()))).isTrue();
            assertThat(new DoubleInterval().setAbs(t).toInterval()).isEqualTo(A.abs(t.toInterval()));
        }
    }
}
