package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.adequal.expr.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kind of point, and both one-sided slopes, of formulas whose surface misleads. */
class StatusTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x*abs(x) | x = 0 | x | smooth | 0 | 0
            abs(x)^3 | x = 0 | x | smooth | 0 | 0
            max(x,0)+min(x,0) | x = 0 | x | smooth | 1 | 1
            if(x == 0, 0, x) | x = 0 | x | smooth | 1 | 1
            sqrt(x^2)^2 | x = 0 | x | smooth | 0 | 0
            max(x, max(x, x)) | x = 0 | x | smooth | 1 | 1
            max(max(x, sin(x)), tan(x)) | x = 0 | x | smooth | 1 | 1
            max(max(x,2*x),x) | x = 0 | x | kink | 1 | 2
            x*sqrt(x) | x = 0 | x | edge | - | 0
            x^1.0 | x = 0 | x | smooth | 1 | 1
            x^1.5 | x = 0 | x | edge | - | 0
            x/x | x = 0 | x | undefined | - | -
            if(x == 0, 1, sin(x)/x) | x = 0 | x | smooth | 0 | 0
            if(x == 0, 0, x^2*sin(1/x)) | x = 0 | x | smooth | 0 | 0
            if(x == 0, 0, x*sin(1/x)) | x = 0 | x | oscillating | - | -
            if(x == 0, 0, sin(1/x)) | x = 0 | x | jump | - | -
            abs(x) | x = 0 | x | kink | -1 | 1
            sign(x) | x = 0 | x | jump | - | -
            floor(x) | x = 3 | x | jump | - | 0
            floor(x) | x = 3.5 | x | smooth | 0 | 0
            ceil(x) | x = 3 | x | jump | 0 | -
            round(x) | x = 2.5 | x | jump | 0 | -
            round(x) | x = 3.5 | x | jump | - | 0
            relu(x) | x = 0 | x | kink | 0 | 1
            clamp(x,0,1) | x = 1 | x | kink | 1 | 0
            clamp(x,0,1) | x = 0 | x | kink | 0 | 1
            atan2(y, x) | y = 0, x = -1 | y | jump | - | -1
            atan2(y, x) | y = 0, x = -1 | x | smooth | 0 | 0
            cbrt(x) | x = 0 | x | infinite | inf | inf
            sqrt(x) | x = 0 | x | edge | - | inf
            asin(x) | x = 1 | x | edge | inf | -
            if(x==0,0,exp(-1/x^2)) | x = 0 | x | smooth | 0 | 0
            hypot(x,y) | x = 0, y = 0 | x | kink | -1 | 1
            min(x,2*x) | x = 0 | x | kink | 2 | 1
            abs(x)+abs(y) | x = 0, y = 1 | x | kink | -1 | 1
            abs(x)+abs(y) | x = 0, y = 1 | y | smooth | 1 | 1
            x^y | x = -2, y = 3 | x | smooth | 12 | 12
            x^y | x = -2, y = 3 | y | undefined | - | -
            x^0 | x = 0 | x | smooth | 0 | 0
            x^x | x = -2 | x | undefined | - | -
            x^x | x = 0 | x | edge | - | -inf
            x^y | x = 0, y = 0 | x | smooth | 0 | 0
            x^y | x = 0, y = 2 | y | smooth | 0 | 0
            x^y | x = 0, y = 0 | y | jump | - | -
            abs(sin(pi*x)) | x = 1 | x | kink | -3.141592653589793 | 3.141592653589793
            sign(sin(pi*x)) | x = 1 | x | jump | - | -
            mod(x, 1) | x = 2 | x | jump | - | 1
            mod(x,2) | x = 1 | x | smooth | 1 | 1
            step(x) | x = 0 | x | jump | 0 | -
            step(-x) | x = 0 | x | jump | - | 0
            abs(x)*abs(x) | x = 0 | x | smooth | 0 | 0
            x^2/abs(x) | x = 0 | x | undefined | - | -
            x*sign(x) | x = 0 | x | kink | -1 | 1
            x^2*sign(x) | x = 0 | x | smooth | 0 | 0
            x^2*floor(x) | x = 0 | x | smooth | 0 | 0
            acos(x) | x = -1 | x | edge | - | -inf
            acosh(x) | x = 1 | x | edge | - | inf
            asin(x)+acos(x) | x = 1 | x | edge | 0 | -
            log(x) | x = -1 | x | undefined | - | -
            abs(log(x)) | x = 1 | x | kink | -1 | 1
            x*log(abs(x)) | x = 0 | x | undefined | - | -
            if(x==0,0,x*log(abs(x))) | x = 0 | x | infinite | -inf | -inf
            if(x==0,0,x^2*log(abs(x))) | x = 0 | x | smooth | 0 | 0
            if(x > 0, x, if(x < 0, x, 0)) | x = 0 | x | smooth | 1 | 1
            if(x >= 0, x^2, -x^2) | x = 0 | x | smooth | 0 | 0
            if(x >= 1, x^2, 2*x-1) | x = 1 | x | smooth | 2 | 2
            if(x == 1, 5, (x^2-1)/(x-1)) | x = 1 | x | jump | - | -
            if(x == 1, 2, (x^2-1)/(x-1)) | x = 1 | x | smooth | 1 | 1
            abs(sin(x)^2+cos(x)^2-1) | x = 0.5 | x | smooth | 0 | 0
            sqrt(abs(x)) | x = 0 | x | infinite | -inf | inf
            abs(exp(x)-1-x) | x = 0 | x | smooth | 0 | 0
            abs(exp(x)-exp(1)) | x = 1 | x | kink | -2.718281828459045 | 2.718281828459045
            abs((1+exp(-1000*x))-1) | x = 2 | x | smooth | 0 | 0
            softplus(abs(x)) | x = 0 | x | kink | -0.5 | 0.5
            abs(tan(x)) | x = 0 | x | kink | -1 | 1
            max(sin(x),cos(x)) | x = 0 | x | smooth | 0 | 0
            if(x==0,0,atan(1/x)*x) | x = 0 | x | kink | -1.5707963267948966 | 1.5707963267948966
            if(x==0,0,x*tanh(1/x)) | x = 0 | x | kink | -1 | 1
            if(x==0,0,1/(1+exp(1/x))) | x = 0 | x | jump | - | 0
            if(x==0,0,x/(1+exp(1/x))) | x = 0 | x | kink | 1 | 0
            abs(x)^1.5 | x = 0 | x | smooth | 0 | 0
            abs(x)^0.5 | x = 0 | x | infinite | -inf | inf
            abs(x)^pi | x = 0 | x | smooth | 0 | 0
            abs(x)^(pi-3)*abs(x)^(4-pi) | x = 0 | x | kink | -1 | 1
            erf(abs(x)) | x = 0 | x | kink | -1.1283791670955126 | 1.1283791670955126
            sqrt(x^2*(x-1)) | x = 0 | x | undefined | - | -
            sqrt(-x^2) | x = 0 | x | undefined | - | -
            log(1+abs(x)^3) | x = 0 | x | smooth | 0 | 0
            gamma(x) | x = 0 | x | undefined | - | -
            abs(gamma(x)-1) | x = 1 | x | kink | -0.5772156649015329 | 0.5772156649015329
            if(x == 0, 0, 1/gamma(x)) | x = 0 | x | smooth | 1 | 1
            sqrt(1-cos(x)) | x = 0 | x | kink | -0.7071067811865476 | 0.7071067811865476
            abs(0.1+0.2-x) | x = 0.3 | x | smooth | -1 | -1
            sqrt((x-2)^2)+x-2 | x = 2 | x | kink | 0 | 2
            x^(1/3) | x = 0 | x | edge | - | inf
            (x^2)^(1/3) | x = 0 | x | infinite | -inf | inf
            log(x^2)/log(x) | x = 1 | x | undefined | - | -
            if(x == 1, 2, log(x^2)/log(x)) | x = 1 | x | smooth | 0 | 0
            atan2(0, x) | x = 0 | x | undefined | - | -
            asin(sin(x)) | x = 1.5 | x | smooth | 1 | 1
            sqrt(sin(x)^2) | x = 0 | x | kink | -1 | 1
            max(x^2, x^3) | x = 0 | x | smooth | 0 | 0
            max(x,-x) | x = 0 | x | kink | -1 | 1
            x for x >= 0 | x = 0 | x | edge | - | 1
            x for x > 0 | x = 0 | x | undefined | - | -
            x for x == 0 | x = 0 | x | undefined | - | -
            x^2 for x != 1 | x = 0 | x | smooth | 0 | 0
            abs((sqrt(2)*sqrt(3) - sqrt(6))*x + x) | x = 0 | x | kink | -1 | 1
            abs(x + 1e-400) | x = 0 | x | smooth | 1 | 1
            abs(x*1e400) | x = 0 | x | kink | -inf | inf
            exp(abs(x))*cosh(x) | x = 0 | x | kink | -1 | 1
            x*floor(1/x) | x = 0.5 | x | jump | 2 | -
            if(x < 0, x, sqrt(x)) | x = 0 | x | infinite | 1 | inf
            if(x <= 0, x, x*gamma(1/x)) | x = 0 | x | jump | 1 | -
            abs(x)*floor(x - sqrt(2)) | x = 0 | x | kink | 2 | -2
            abs(x)*floor(x + sqrt(6)) | x = 0 | x | kink | -2 | 2
            """)
    void statusAndSlopes(String formula, String place, String variable, String status, String left, String right) {
        List<Variable> variables = new ArrayList<>();
        List<Double> point = new ArrayList<>();
        for (String coordinate : place.split(", ", -1)) {
            String[] parts = coordinate.split(" = ", -1);
            variables.add(Variable.of(parts[0]));
            point.add(Double.valueOf(parts[1]));
        }

        PointResult.Partial partial = Objects.requireNonNull(
                SpecialPointsTest.at(formula, variables, point.stream().mapToDouble(Double::doubleValue).toArray())
                        .partials().get(Variable.of(variable)));

        assertThat(partial.status()).isEqualTo(Status.valueOf(status.toUpperCase(Locale.ROOT)));
        PointResult.Sides sides = partial.sides() == null
                ? new PointResult.Sides(partial.slope(), partial.slope())
                : partial.sides();
        assertSlope(sides.left(), left);
        assertSlope(sides.right(), right);
    }

    private static void assertSlope(Quantity slope, String expected) {
        Double value = slope.value();
        if (expected.equals("-")) {
            assertThat(value).isNull();
        } else if (expected.endsWith("inf")) {
            assertThat(value).isEqualTo(expected.equals("inf") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        } else {
            double number = Double.parseDouble(expected);
            assertThat(value).isCloseTo(number, within(1e-12 * Math.max(1, Math.abs(number))));
        }
    }

    /** Both partial derivatives are 0, and the function is not even continuous. */
    @Test
    void smoothAlongEachVariableIsNotSmooth() {
        PointResult result = SpecialPointsTest.at("if(x == 0 and y == 0, 0, x*y/(x^2 + y^2))",
                List.of(Variable.of("x"), Variable.of("y")), 0, 0);
        assertThat(result.partials().values()).allMatch(partial -> partial.status() == Status.SMOOTH);
        assertThat(result.differentiable()).isFalse();
    }
}
