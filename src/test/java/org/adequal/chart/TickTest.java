package org.adequal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TickTest {

    private static List<String> labels(Axis.Scale scale, double from, double to, int most) {
        return Tick.of(scale, new Range(from, to), most).stream().map(Tick::label).toList();
    }

    @Test
    void stepsAreOneTwoOrFive() {
        assertThat(labels(Axis.Scale.LINEAR, 0, 20, 10)).containsExactly("0", "2", "4", "6", "8", "10", "12", "14",
                "16",
                "18", "20");
        assertThat(labels(Axis.Scale.LINEAR, -2, 2.25, 6)).containsExactly("−2", "−1", "0", "1", "2");
        assertThat(labels(Axis.Scale.LINEAR, 0, 1, 6)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(labels(Axis.Scale.LINEAR, 0, 3e-7, 3)).containsExactly("0", "10⁻⁷", "2·10⁻⁷", "3·10⁻⁷");
    }

    @Test
    void logarithmicAxesShowPowersOfTen() {
        assertThat(labels(Axis.Scale.LOGARITHMIC, 1e-4, 1, 10)).containsExactly("10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰");
        assertThat(labels(Axis.Scale.LOGARITHMIC, 1e-18, 1, 7)).containsExactly("10⁻¹⁸", "10⁻¹⁵", "10⁻¹²", "10⁻⁹",
                "10⁻⁶", "10⁻³", "10⁰");
    }

    @Property
    void ticksLieInTheRangeAndRise(@ForAll @DoubleRange(min = -1e300, max = 1e300) double a,
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double b, @ForAll @IntRange(min = 2, max = 15) int most) {
        if (a == b) {
            return;
        }
        Range range = new Range(Math.min(a, b), Math.max(a, b));
        List<Tick> ticks = Tick.of(Axis.Scale.LINEAR, range, most);
        assertThat(ticks).hasSizeBetween(2, 2 * most + 2)
                .allMatch(tick -> range.contains(tick.value()));
        assertThat(ticks.stream().map(Tick::label)).doesNotHaveDuplicates();
    }
}
