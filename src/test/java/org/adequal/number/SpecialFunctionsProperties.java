package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** Identities that tie the functions to each other and to those of {@link Math}. */
class SpecialFunctionsProperties {

    /** Whatever arrives, no exception and no minus zero leaves, and zero has no sign as an argument. */
    @Property
    void anyDoublesAreServed(@ForAll long first, @ForAll long second, @ForAll long third) throws Exception {
        for (Map.Entry<String, Method> function : SpecialFunctionsTest.functions().entrySet()) {
            var arguments = Stream.of(first, second, third).limit(function.getValue().getParameterCount())
                    .map(Double::longBitsToDouble).toList();
            double result = SpecialFunctionsTest.call(function.getValue(), arguments);
            assertThat(Double.doubleToRawLongBits(result)).as("%s%s", function.getKey(), arguments)
                    .isNotEqualTo(Double.doubleToRawLongBits(-0.0));
        }
    }

    @Example
    void zeroHasNoSign() throws Exception {
        for (Method function : SpecialFunctionsTest.functions().values()) {
            int count = function.getParameterCount();
            var minus = Stream.generate(() -> -0.0).limit(count).toList();
            var plus = Stream.generate(() -> 0.0).limit(count).toList();
            assertThat(SpecialFunctionsTest.call(function, minus)).as(function.getName())
                    .isEqualTo(Double.valueOf(SpecialFunctionsTest.call(function, plus)));
        }
    }

    @Property
    void reciprocals(@ForAll @DoubleRange(min = -300, max = 300) @Scale(10) double x) {
        assertThat(SpecialFunctions.sec(x) * Math.cos(x)).isCloseTo(1, within(1e-15));
        assertThat(SpecialFunctions.sech(x) * Math.cosh(x)).isCloseTo(1, within(3e-15));
        if (x != 0) {
            assertThat(SpecialFunctions.csc(x) * Math.sin(x)).isCloseTo(1, within(1e-15));
            assertThat(SpecialFunctions.cot(x) * Math.tan(x)).isCloseTo(1, within(1e-15));
            assertThat(SpecialFunctions.csch(x) * Math.sinh(x)).isCloseTo(1, within(3e-15));
            assertThat(SpecialFunctions.coth(x) * Math.tanh(x)).isCloseTo(1, within(1e-15));
        }
    }

    @Property
    void inverses(@ForAll @DoubleRange(min = -700, max = 700) @Scale(10) double x) {
        assertThat(SpecialFunctions.asinh(Math.sinh(x))).isCloseTo(x, within(1e-15 * Math.abs(x) + 1e-15));
        assertThat(SpecialFunctions.acot(x) + Math.atan(x)).isCloseTo(Math.PI / 2, within(1e-15));
        assertThat(SpecialFunctions.logBase(Math.exp(x), 2)).isCloseTo(SpecialFunctions.log2(Math.exp(x)),
                within(1e-15 * Math.abs(x)));
        double outside = x + Math.copySign(1, x);
        assertThat(SpecialFunctions.asec(outside) + SpecialFunctions.acsc(outside)).isCloseTo(Math.PI / 2,
                within(1e-15));
        assertThat(Math.cosh(SpecialFunctions.acosh(Math.abs(outside))) / Math.abs(outside)).isCloseTo(1,
                within(1e-14));
        double inside = x / 701;
        assertThat(Math.tanh(SpecialFunctions.atanh(inside))).isCloseTo(inside, within(1e-15));
    }

    @Property
    void errorFunctions(@ForAll @DoubleRange(min = -10, max = 10) @Scale(10) double x) {
        assertThat(SpecialFunctions.erf(x) + SpecialFunctions.erfc(x)).isCloseTo(1, within(1e-15));
        assertThat(SpecialFunctions.erf(-x)).isEqualTo(0.0 - SpecialFunctions.erf(x));
    }

    @Property
    void gammaRecurs(@ForAll @DoubleRange(min = 0.01, max = 170) @Scale(10) double x) {
        // x + 1 is rounded, and the functions pass that on, at most ψ(x)·ulp
        assertThat(SpecialFunctions.gamma(x + 1) / (x * SpecialFunctions.gamma(x))).isCloseTo(1, within(1e-13));
        assertThat(SpecialFunctions.lgamma(x + 1) - SpecialFunctions.lgamma(x)).isCloseTo(Math.log(x), within(1e-12));
        assertThat(SpecialFunctions.digamma(x + 1) - SpecialFunctions.digamma(x)).isCloseTo(1 / x,
                within(1e-13 / x + 1e-14));
    }

    @Property
    void gammaReflects(@ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(10) double x,
            @ForAll @IntRange(max = 50) int steps) {
        double low = x - steps;
        double high = 1 - low;
        double sine = Math.sin(Math.PI * (low - Math.rint(low)));
        assertThat(SpecialFunctions.lgamma(low) + SpecialFunctions.lgamma(high))
                .isCloseTo(Math.log(Math.PI / Math.abs(sine)), within(1e-9));
        assertThat(Math.abs(SpecialFunctions.gamma(low) * SpecialFunctions.gamma(high) * sine))
                .isCloseTo(Math.PI, within(1e-9));
    }

    @Property
    void polygammasRecur(@ForAll @DoubleRange(min = 0.01, max = 100) @Scale(10) double x,
            @ForAll @IntRange(min = 1, max = 12) int n) {
        double here = SpecialFunctions.polygamma(n, x);
        double step = (n % 2 == 0 ? 1 : -1) * SpecialFunctions.gamma(n + 1.0) / Math.pow(x, n + 1.0);
        assertThat((SpecialFunctions.polygamma(n, x + 1) - here - step) / here).isCloseTo(0, within(1e-13));
        assertThat(SpecialFunctions.polygamma(0, x)).isEqualTo(SpecialFunctions.digamma(x));
    }

    @Property
    void logisticFunctions(@ForAll @DoubleRange(min = -1000, max = 1000) @Scale(10) double x) {
        assertThat(SpecialFunctions.sigmoid(x) + SpecialFunctions.sigmoid(-x)).isCloseTo(1, within(1e-15));
        assertThat(SpecialFunctions.softplus(x) - SpecialFunctions.softplus(-x)).isCloseTo(x,
                within(1e-15 * Math.abs(x) + 1e-15));
    }

    /** Against exact rational arithmetic. */
    @Property
    void remainders(@ForAll @DoubleRange(min = -1e6, max = 1e6) @Scale(10) double x,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) @Scale(10) double y, @ForAll boolean negative) {
        double divisor = negative ? -y : y;
        Rational exact = Rational.of(x).minus(Rational.of(divisor)
                .times(Rational.of(x).dividedBy(Rational.of(divisor)).floor()));
        assertThat(SpecialFunctions.mod(x, divisor)).isEqualTo(exact.doubleValue());
    }
}
