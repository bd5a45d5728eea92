package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function against reference values, and its conventions.
 *
 * <p>The values in {@code special-functions.tsv} were computed with mpmath 1.3 in 60 digits (400 for arguments beyond 1e15
 * or below 1e-20), at 50 arguments a function, drawn at random from all magnitudes, next to poles and zeros, and
 * subnormal. Columns: function; arguments as hexadecimal doubles, exact; value in 25 digits; sway |x·∂f/∂x|, by which a
 * relative change of the arguments is multiplied.
 */
class SpecialFunctionsTest {

    /** Relative; the largest error seen in 6,500 points was 2.1e-15. */
    private static final double ALLOWED = 4e-15;

    /** Right or wrong, with nothing between. */
    private static final Set<String> EXACT = Set.of("atan2", "floor", "ceil", "round", "sign", "step", "clamp");

    record Point(String function, List<Double> arguments, BigDecimal value, double sway) {

        static Point parse(String line) {
            String[] columns = line.split("\t", -1);
            return new Point(columns[0], Arrays.stream(columns[1].split(",", -1)).map(Double::valueOf).toList(),
                    new BigDecimal(columns[2]), Double.parseDouble(columns[3]));
        }

        /** Whether a double is the value up to the allowed error, half an ulp of the arguments, and underflow. */
        boolean accepts(double result) {
            if (!Double.isFinite(result)) {
                return false;
            }
            double error = new BigDecimal(result).subtract(value).abs().doubleValue();
            return error <= ALLOWED * Math.abs(value.doubleValue()) + 0x1p-53 * sway + Double.MIN_VALUE;
        }
    }

    static Stream<Point> points() throws IOException {
        try (InputStream file = Objects
                .requireNonNull(SpecialFunctionsTest.class.getResourceAsStream("special-functions.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(Point::parse).toList().stream();
        }
    }

    /** The public functions by name. */
    static Map<String, Method> functions() {
        Map<String, Method> functions = new TreeMap<>();
        for (Method method : SpecialFunctions.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                functions.put(method.getName(), method);
            }
        }
        return functions;
    }

    static double call(Method function, List<Double> arguments) throws ReflectiveOperationException {
        Object[] boxed = new Object[arguments.size()];
        for (int i = 0; i < boxed.length; i++) {
            double argument = arguments.get(i);
            if (function.getParameterTypes()[i] == int.class) {
                boxed[i] = (int) argument;
            } else {
                boxed[i] = argument;
            }
        }
        return (double) Objects.requireNonNull(function.invoke(null, boxed));
    }

    @Test
    void agreesWithReferenceValues() throws Exception {
        Map<String, Method> functions = functions();
        for (Point point : points().toList()) {
            double result = call(Objects.requireNonNull(functions.get(point.function())), point.arguments());
            assertThat(point.accepts(result)).as("%s gave %s", point, result).isTrue();
        }
    }

    @Test
    void everyFunctionIsMeasured() throws IOException {
        Set<String> measured = new TreeSet<>(EXACT);
        points().map(Point::function).forEach(measured::add);
        assertThat(measured).isEqualTo(functions().keySet());
    }

    /** The comparison itself: sixteen digits pass, a thirteenth that is wrong does not, nor does an infinity. */
    @Test
    void wrongValuesAreCaught() {
        Point point = Point.parse("gamma\t0x1p-1\t1.772453850905516027298167\t1.74");
        assertThat(point.accepts(1.772453850905516)).isTrue();
        assertThat(point.accepts(1.772453850906)).isFalse();
        assertThat(point.accepts(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(point.accepts(Double.NaN)).isFalse();
    }

    static Stream<List<Object>> poles() {
        return Stream.of(List.of("csc", 0.0), List.of("cot", 0.0), List.of("csch", 0.0), List.of("coth", -0.0),
                List.of("asec", 0.5), List.of("asec", -0.5), List.of("acsc", 0.5), List.of("acosh", 0.5),
                List.of("atanh", 1.0), List.of("atanh", -1.5), List.of("log2", 0.0), List.of("log2", -1.0),
                List.of("logBase", 0.0, 2.0), List.of("logBase", 2.0, 1.0), List.of("logBase", 2.0, -2.0),
                List.of("gamma", 0.0), List.of("gamma", -3.0), List.of("gamma", -1e300), List.of("lgamma", -0.0),
                List.of("lgamma", -2.0), List.of("digamma", 0.0), List.of("digamma", -1e17),
                List.of("polygamma", 1.0, 0.0), List.of("polygamma", 2.0, -5.0), List.of("polygamma", -1.0, 2.0),
                List.of("mod", 1.0, 0.0), List.of("atan2", -0.0, 0.0));
    }

    @ParameterizedTest
    @MethodSource("poles")
    void polesAndForeignArgumentsAreNotNumbers(List<Object> call) throws Exception {
        List<Double> arguments = call.stream().skip(1).map(each -> (Double) each).toList();
        assertThat(call(Objects.requireNonNull(functions().get((String) call.get(0))), arguments)).isNaN();
    }

    @Test
    void powersHaveExactLogarithms() {
        for (int exponent = -1074; exponent <= 1023; exponent++) {
            assertThat(SpecialFunctions.log2(Math.scalb(1.0, exponent))).isEqualTo(exponent);
        }
        assertThat(SpecialFunctions.logBase(8, 2)).isEqualTo(3);
        assertThat(SpecialFunctions.logBase(125, 5)).isEqualTo(3);
        assertThat(SpecialFunctions.logBase(0.001, 10)).isEqualTo(-3);
        assertThat(SpecialFunctions.logBase(Math.nextUp(125), 5)).isNotEqualTo(3);
    }

    @Test
    void factorialsAreRoundedOnce() {
        assertThat(SpecialFunctions.gamma(1)).isEqualTo(1);
        assertThat(SpecialFunctions.gamma(5)).isEqualTo(24);
        assertThat(SpecialFunctions.gamma(23)).isEqualTo(1.1240007277776077e21);
        assertThat(SpecialFunctions.gamma(171)).isEqualTo(7.257415615307999e306);
    }

    @Test
    void rangesAreUsedToTheirEnds() {
        assertThat(SpecialFunctions.gamma(171.6243)).isFinite();
        assertThat(SpecialFunctions.gamma(171.625)).isInfinite();
        assertThat(SpecialFunctions.gamma(-176.5)).isNotZero();
        assertThat(SpecialFunctions.gamma(-1e6 - 0.5)).isZero();
        assertThat(SpecialFunctions.lgamma(2.55e305)).isFinite();
        assertThat(SpecialFunctions.lgamma(Double.MAX_VALUE)).isInfinite();
        assertThat(SpecialFunctions.sech(740)).isPositive();
        assertThat(SpecialFunctions.csch(-740)).isNegative();
        assertThat(SpecialFunctions.erfc(27.2)).isPositive();
        assertThat(SpecialFunctions.erfc(28)).isZero();
        assertThat(SpecialFunctions.softplus(1e308)).isEqualTo(1e308);
        assertThat(SpecialFunctions.sigmoid(-1e308)).isZero();
    }

    /** Reference values by direct summation in 60 digits: mpmath's own have ten digits for such orders. */
    @Test
    void highOrdersNeitherOverflowNorVanish() {
        assertThat(SpecialFunctions.polygamma(200, 1000) / -4.350819270597102e-228 - 1).isBetween(-2e-14, 2e-14);
        assertThat(SpecialFunctions.polygamma(50, 0.001) / -3.0414093201713347e217 - 1).isBetween(-5e-15, 5e-15);
        assertThat(SpecialFunctions.polygamma(150, 140) / -7.478736282913598e-62 - 1).isBetween(-2e-14, 2e-14);
        assertThat(SpecialFunctions.polygamma(170, 1.5) / -5.612762894906297e276 - 1).isBetween(-2e-14, 2e-14);
        assertThat(SpecialFunctions.polygamma(2000, 900) / -1.3527759549698886e-176 - 1).isBetween(-1e-11, 1e-11);
        assertThat(SpecialFunctions.polygamma(1, 1e300)).isEqualTo(1e-300);
    }

    @Test
    void conventions() {
        assertThat(SpecialFunctions.round(2.5)).isEqualTo(2);
        assertThat(SpecialFunctions.round(3.5)).isEqualTo(4);
        assertThat(SpecialFunctions.step(0)).isZero();
        assertThat(SpecialFunctions.step(Double.NaN)).isNaN();
        assertThat(SpecialFunctions.sign(-0.0)).isZero();
        assertThat(SpecialFunctions.sign(-7)).isEqualTo(-1);
        assertThat(SpecialFunctions.mod(-7, 3)).isEqualTo(2);
        assertThat(SpecialFunctions.mod(7, -3)).isEqualTo(-2);
        assertThat(SpecialFunctions.mod(-1e-20, 1)).isEqualTo(1);
        assertThat(SpecialFunctions.clamp(5, 0, 1)).isEqualTo(1);
        assertThat(SpecialFunctions.clamp(0.5, 2, 1)).isEqualTo(1);
        assertThat(SpecialFunctions.atan2(-0.0, -1)).isEqualTo(Math.PI);
        assertThat(SpecialFunctions.acot(-1)).isEqualTo(3 * Math.PI / 4);
        assertThat(SpecialFunctions.cbrt(-8)).isEqualTo(-2);
        assertThat(SpecialFunctions.erf(1e-300)).isEqualTo(1.1283791670955125e-300);
    }
}
