package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.Map;
import java.util.stream.Collectors;
import org.adequal.number.interval.References.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function against true values, from both sides: the ends must be the neighbours of the truth, not merely around it. */
class ArithmeticReferenceTest {

    @ParameterizedTest
    @ValueSource(ints = {24, 64, 128, 256})
    void endsAreTheNeighboursOfTheTruth(int bits) {
        Arithmetic arithmetic = Arithmetic.of(bits);
        assertSoftly(softly -> {
            for (Reference reference : References.all()) {
                Interval tightest = reference.tightest(bits);
                softly.assertThatCode(() -> {
                    Interval found = reference.apply(arithmetic);
                    if (tightest.isPoint()) {
                        assertThat(found.contains(tightest)).as("%s holds %s", found, tightest).isTrue();
                        assertThat(found.width()).isLessThanOrEqualTo(slack(tightest, bits));
                    } else {
                        assertThat(found).isEqualTo(tightest);
                    }
                }).as("%s at %s bits", reference, bits).doesNotThrowAnyException();
            }
        });
    }

    /** Where the truth is of so many bits itself a neighbour on each side is allowed; zero is exact. */
    private static Dyadic slack(Interval exact, int bits) {
        return exact.certainlyZero() ? Dyadic.ZERO : Dyadic.powerOfTwo(exact.lo().top() - bits + 2);
    }

    @Test
    void everyFunctionHasManyReferences() {
        Map<String, Long> counts = References.all().stream()
                .collect(Collectors.groupingBy(Reference::function, Collectors.counting()));
        Arithmetic arithmetic = Arithmetic.of(64);
        assertThat(counts.keySet()).containsAll(References.unary(arithmetic).keySet());
        assertThat(counts.keySet()).containsAll(References.binary(arithmetic).keySet());
        assertThat(counts.values()).allMatch(count -> count >= 30);
    }
}
