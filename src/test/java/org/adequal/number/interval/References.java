package org.adequal.number.interval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** True values of the functions at hard and at random numbers, to 288 bits, from an independent library. */
final class References {

    /** f(arguments) lies strictly between low and high, which differ in the last of 288 bits, or is low = high. */
    record Reference(String function, List<Dyadic> arguments, Dyadic low, Dyadic high) {

        boolean isExact() {
            return low.equals(high);
        }

        /** The tightest interval of so many bits around the truth. */
        Interval tightest(int bits) {
            return new Interval(low.rounded(bits, Direction.DOWN), high.rounded(bits, Direction.UP));
        }

        Interval apply(Arithmetic arithmetic) {
            List<Interval> intervals = arguments.stream().map(Interval::of).toList();
            return References.apply(function, arithmetic, intervals);
        }

        @Override
        public String toString() {
            return function + arguments.stream().map(x -> x.stripped().significand() + "*2^" + x.stripped().exponent())
                    .toList();
        }
    }

    private References() {}

    static Interval apply(String function, Arithmetic arithmetic, List<Interval> x) {
        if (x.size() == 1) {
            return Objects.requireNonNull(unary(arithmetic).get(function), function).apply(x.get(0));
        }
        return Objects.requireNonNull(binary(arithmetic).get(function), function).apply(x.get(0), x.get(1));
    }

    static Map<String, UnaryOperator<Interval>> unary(Arithmetic a) {
        return Map.ofEntries(Map.entry("exp", a::exp), Map.entry("expm1", a::expm1), Map.entry("log", a::log),
                Map.entry("log2", a::log2), Map.entry("log10", a::log10), Map.entry("log1p", a::log1p),
                Map.entry("sin", a::sin), Map.entry("cos", a::cos), Map.entry("tan", a::tan), Map.entry("sec", a::sec),
                Map.entry("csc", a::csc), Map.entry("cot", a::cot), Map.entry("asin", a::asin),
                Map.entry("acos", a::acos), Map.entry("atan", a::atan), Map.entry("acot", a::acot),
                Map.entry("asec", a::asec), Map.entry("acsc", a::acsc), Map.entry("sinh", a::sinh),
                Map.entry("cosh", a::cosh), Map.entry("tanh", a::tanh), Map.entry("sech", a::sech),
                Map.entry("csch", a::csch), Map.entry("coth", a::coth), Map.entry("asinh", a::asinh),
                Map.entry("acosh", a::acosh), Map.entry("atanh", a::atanh), Map.entry("sqrt", a::sqrt),
                Map.entry("cbrt", a::cbrt), Map.entry("sigmoid", a::sigmoid), Map.entry("softplus", a::softplus),
                Map.entry("erf", a::erf), Map.entry("erfc", a::erfc), Map.entry("gamma", a::gamma),
                Map.entry("lgamma", a::lgamma), Map.entry("digamma", a::digamma),
                Map.entry("polygamma1", x -> a.polygamma(1, x)), Map.entry("polygamma2", x -> a.polygamma(2, x)),
                Map.entry("polygamma3", x -> a.polygamma(3, x)), Map.entry("polygamma7", x -> a.polygamma(7, x)));
    }

    static Map<String, BinaryOperator<Interval>> binary(Arithmetic a) {
        return Map.of("atan2", a::atan2, "hypot", a::hypot, "pow", a::pow, "logb", a::log, "mod", a::mod);
    }

    static List<Reference> all() {
        List<Reference> result = new ArrayList<>();
        try (var stream = Objects.requireNonNull(References.class.getResourceAsStream("references.txt"));
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                result.add(parse(line.split(" ", -1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private static Reference parse(String[] fields) {
        List<Dyadic> arguments = java.util.Arrays.stream(fields[1].split(",", -1)).map(References::number).toList();
        boolean exact = fields[2].startsWith("=");
        Dyadic low = number(exact ? fields[2].substring(1) : fields[2]);
        return new Reference(fields[0], arguments, low, exact ? low : low.plus(Dyadic.powerOfTwo(low.exponent())));
    }

    private static Dyadic number(String text) {
        String[] parts = text.split(":", -1);
        return Dyadic.of(new BigInteger(parts[0], 36), Long.parseLong(parts[1], 36));
    }
}
