package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.assertj.core.data.Offset;

/**
 * Compares what was said with what is written down: letter by letter, but numbers of many digits as numbers, since the
 * last digit of a double may differ from one processor to another.
 */
final class Transcript {
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{9,}(?:[eE]-?\\d+)?");
    private static final double TOLERANCE = 1e-11;

    private Transcript() {}

    static void assertSame(String said, String written) {
        assertThat(LONG_NUMBER.matcher(said).replaceAll("#.#"))
                .isEqualTo(LONG_NUMBER.matcher(written).replaceAll("#.#"));
        List<Double> actual = numbers(said);
        List<Double> expected = numbers(written);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("in %s", said).isCloseTo(expected.get(i),
                    Offset.offset(TOLERANCE * Math.abs(expected.get(i))));
        }
    }

    private static List<Double> numbers(String text) {
        return LONG_NUMBER.matcher(text).results().map(MatchResult::group).map(Double::valueOf).toList();
    }
}
