package org.adequal.number;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/** Analytic functions with their derivatives at random points, computed to 60 digits (analytic-derivatives.py). */
record KnownDerivatives(String name, double x, double first, double second) {

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("sin", Math::sin),
            Map.entry("exp", Math::exp),
            Map.entry("log", Math::log),
            Map.entry("sqrt", Math::sqrt),
            Map.entry("tanh", Math::tanh),
            Map.entry("atan", Math::atan),
            Map.entry("asin", Math::asin),
            Map.entry("gauss", x -> Math.exp(-x * x)),
            Map.entry("runge", x -> 1 / (1 + 25 * x * x)),
            Map.entry("polynomial", x -> x * x * x * x * x - 3 * x * x * x + 2 * x - 7),
            Map.entry("chirp", x -> x * Math.sin(x * x)),
            Map.entry("fast", x -> Math.cos(100 * x)),
            Map.entry("power", x -> Math.pow(x, x)),
            Map.entry("wave", x -> Math.exp(-x) * Math.sin(10 * x)),
            Map.entry("reciprocal", x -> 1 / x),
            Map.entry("far", x -> Math.log(Math.cosh(x / 100))));

    static List<KnownDerivatives> all() {
        try (InputStream resource = Objects
                .requireNonNull(KnownDerivatives.class.getResourceAsStream("analytic-derivatives.csv"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.split(",", -1))
                    .map(field -> new KnownDerivatives(field[0], Double.parseDouble(field[1]),
                            Double.parseDouble(field[2]), Double.parseDouble(field[3])))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    DoubleUnaryOperator function() {
        return Objects.requireNonNull(FUNCTIONS.get(name));
    }

    NoisyFunction blackBox() {
        return NoisyFunction.blackBox(function(), x);
    }

    double derivative(int order) {
        return order == 1 ? first : second;
    }
}
