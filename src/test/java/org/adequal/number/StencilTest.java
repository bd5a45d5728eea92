package org.adequal.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StencilTest {

    /** Tables 1 and 3 of Fornberg's paper. */
    @ParameterizedTest
    @CsvSource({"CENTRAL,1,3,-1/2 0 1/2", "CENTRAL,1,5,1/12 -2/3 0 2/3 -1/12", "CENTRAL,2,3,1 -2 1",
            "CENTRAL,2,5,-1/12 4/3 -5/2 4/3 -1/12", "CENTRAL,4,5,1 -4 6 -4 1",
            "CENTRAL,1,9,1/280 -4/105 1/5 -4/5 0 4/5 -1/5 4/105 -1/280", "CENTRAL,1,2,-1 1",
            "CENTRAL,1,4,1/24 -9/8 9/8 -1/24", "FORWARD,1,3,-3/2 2 -1/2", "FORWARD,2,4,2 -5 4 -1",
            "FORWARD,3,4,-1 3 -3 1", "BACKWARD,1,3,3/2 -2 1/2"})
    void publishedWeights(String family, int order, int points, String weights) {
        Stencil stencil = switch (family) {
            case "CENTRAL" -> Stencil.central(order, points);
            case "FORWARD" -> Stencil.forward(order, points);
            default -> Stencil.backward(order, points);
        };
        assertThat(stencil.weights().stream().map(Rational::toString)).containsExactly(weights.split(" "));
    }

    /** What makes a stencil one: exact for every power below the number of points. */
    @Property(tries = 100)
    void momentsAreExact(@ForAll @IntRange(min = 1, max = 6) int order, @ForAll @IntRange(min = 1, max = 6) int more,
            @ForAll @IntRange(min = 1, max = 9) int numerator) {
        List<Rational> offsets = Stream.iterate(Rational.of(-numerator, 7), offset -> offset.plus(Rational.of(3, 5)))
                .limit(order + more).toList();
        Stencil stencil = Stencil.of(order, offsets);
        for (int power = 0; power < order + more; power++) {
            Rational expected = power == order ? factorial(order) : Rational.ZERO;
            assertThat(stencil.moment(power)).isEqualTo(expected);
        }
        assertThat(stencil.accuracy()).isGreaterThanOrEqualTo(more);
    }

    private static Rational factorial(int n) {
        return n == 0 ? Rational.ONE : factorial(n - 1).times(Rational.of(n));
    }

    @Test
    void accuracyAndLeadingError() {
        assertThat(Stencil.central(1, 3).accuracy()).isEqualTo(2);
        assertThat(Stencil.central(1, 3).leadingError()).isEqualTo(Rational.of(1, 6));
        assertThat(Stencil.forward(1, 2).accuracy()).isEqualTo(1);
        assertThat(Stencil.forward(1, 2).leadingError()).isEqualTo(Rational.of(1, 2));
        assertThat(Stencil.central(2, 5).accuracy()).isEqualTo(4);
        assertThat(Stencil.central(1, 5).absoluteWeight()).isEqualTo(Rational.of(3, 2));
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> Stencil.central(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Stencil.of(1, List.of(Rational.ONE, Rational.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
