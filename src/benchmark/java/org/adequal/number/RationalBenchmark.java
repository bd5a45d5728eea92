package org.adequal.number;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What exact arithmetic costs: every constant of a formula passes through it once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RationalBenchmark {

    private final Rational tenth = Rational.parse("0.1");
    private final Rational third = Rational.of(1, 3);

    /** The sum of two fractions, reduced. */
    @Benchmark
    public Rational plus() {
        return tenth.plus(third);
    }

    /** The nearest double. */
    @Benchmark
    public double nearestDouble() {
        return third.doubleValue();
    }
}
