package org.adequal.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.adequal.oracle.Oracle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.jr.ob.JSON;

/** Values, gradients and proven bounds of real formulas, asked through the protocol, against the truth. */
class CorpusTest {
    private static final BigDecimal DIGITS_OF_TRUTH = new BigDecimal("1e-23");

    /** One partial derivative: what was answered, what is true. */
    private record Partial(String id, Object answered, List<?> enclosure, BigDecimal truth, BigDecimal largest,
            double naiveError) {

        /** Within max(1e-12, 100 x the error of a plain evaluation); where the truth is 0, of the largest component. */
        boolean isAccurate() {
            if (!(answered instanceof Number number)) {
                return false;
            }
            BigDecimal error = BigDecimal.valueOf(number.doubleValue()).subtract(truth).abs();
            BigDecimal allowed = truth.signum() == 0
                    ? largest.multiply(BigDecimal.valueOf(1e-12))
                    : truth.abs().multiply(BigDecimal.valueOf(Math.max(1e-12, 100 * naiveError)));
            return error.compareTo(allowed) <= 0;
        }

        boolean isEnclosed() {
            BigDecimal slack = truth.abs().multiply(DIGITS_OF_TRUTH);
            return enclosure != null && new BigDecimal(low()).subtract(slack).compareTo(truth) <= 0
                    && new BigDecimal(high()).add(slack).compareTo(truth) >= 0;
        }

        boolean isTight() {
            return high() <= Math.nextUp(Math.nextUp(low()));
        }

        private double low() {
            return ((Number) enclosure.get(0)).doubleValue();
        }

        private double high() {
            return ((Number) enclosure.get(1)).doubleValue();
        }
    }

    private static final List<Partial> PARTIALS = new ArrayList<>();
    private static final List<String> FAILURES = new ArrayList<>();

    @BeforeAll
    static void ask() throws IOException {
        Oracle oracle = new Oracle();
        for (Corpus.Entry entry : Corpus.formulas()) {
            for (Corpus.Point point : entry.points()) {
                String line = JSON.std.asString(Map.of("op", "gradient", "formula", entry.formula(), "at",
                        point.at(entry.variables()), "certify", true));
                Map<String, Object> answer = JSON.std.mapFrom(oracle.answer(line));
                if (!"smooth".equals(answer.get("status"))) {
                    FAILURES.add(entry.id() + ": " + answer);
                    continue;
                }
                BigDecimal largest = point.gradient().stream().map(BigDecimal::abs).max(BigDecimal::compareTo)
                        .orElseThrow();
                Map<?, ?> gradient = (Map<?, ?>) answer.get("gradient");
                Map<?, ?> enclosure = (Map<?, ?>) answer.get("enclosure");
                for (int i = 0; i < entry.variables().size(); i++) {
                    String name = entry.variables().get(i);
                    PARTIALS.add(
                            new Partial(entry.id() + " by " + name, gradient.get(name), (List<?>) enclosure.get(name),
                                    point.gradient().get(i), largest, point.naiveGradientErrors().get(i)));
                }
            }
        }
    }

    @Test
    void everyFormulaIsReadAndEveryPointOrdinary() {
        assertThat(FAILURES).isEmpty();
        assertThat(PARTIALS).hasSize(4004);
    }

    @Test
    void gradientsAreAsAccurateAsDoublesAllow() {
        List<String> inaccurate = PARTIALS.stream().filter(partial -> !partial.isAccurate()).map(Partial::toString)
                .toList();
        assertThat(inaccurate).hasSizeLessThanOrEqualTo(PARTIALS.size() / 1000);
    }

    @Test
    void provenBoundsContainTheTruthAndAreTwoDoublesWide() {
        assertThat(PARTIALS).allMatch(Partial::isEnclosed).allMatch(Partial::isTight);
    }

    /** The test of the test: a truth that is off by a millionth is noticed. */
    @Test
    void wrongTruthIsNoticed() {
        Partial good = PARTIALS.stream().filter(partial -> partial.truth.signum() != 0 && partial.naiveError < 1e-14)
                .findFirst().orElseThrow();
        Partial bad = new Partial(good.id, good.answered, good.enclosure,
                good.truth.multiply(new BigDecimal("1.000001"), MathContext.DECIMAL64), good.largest, good.naiveError);
        assertThat(bad.isAccurate()).isFalse();
        assertThat(bad.isEnclosed()).isFalse();
    }
}
