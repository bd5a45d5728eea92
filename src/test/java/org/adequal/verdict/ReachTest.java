package org.adequal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.number.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway") // what is missing here fails the test
class ReachTest {

    private static Interval reverse(Format format, String text, boolean others, double x) {
        Formula formula = ClaimSource.formula(text, List.of("x"));
        return new Reach(format, formula.variables(), new double[]{x})
                .reverse(Derivatives.first(formula).tapes().getFirst(), others).getFirst();
    }

    private static Interval value(Format format, String text, double x) {
        Formula formula = ClaimSource.formula(text, List.of("x"));
        return new Reach(format, formula.variables(), new double[]{x}).of(formula.value());
    }

    @Test
    void anyOrderOfASumIsReachable() {
        Random random = new Random(5);
        double[] terms = random.doubles(12, -1e8, 1e8).toArray();
        StringBuilder text = new StringBuilder("x");
        for (double term : terms) {
            text.append(term < 0 ? " - " : " + ").append(new BigDecimal(Math.abs(term)).toPlainString());
        }
        Interval reachable = value(Format.F64, text.toString(), 1);
        for (int order = 0; order < 50; order++) {
            double sum = order % 2 == 0 ? 1 : 0;
            List<Integer> indices = new ArrayList<>(IntStream.range(0, terms.length).boxed().toList());
            Collections.shuffle(indices, random);
            for (int i : indices) {
                sum += terms[i];
            }
            assertThat(reachable.contains(order % 2 == 0 ? sum : sum + 1)).isTrue();
        }
    }

    @Test
    void oneRoundingIsOneRounding() {
        assertThat(value(Format.F64, "x/3", 1).contains(1.0 / 3)).isTrue();
        assertThat(value(Format.F64, "x/3", 1).contains(1.0 / 3 + 3 * Math.ulp(1.0 / 3))).isFalse();
        assertThat(value(Format.F64, "x - 1", 1)).as("exact").isEqualTo(Interval.ZERO);
        assertThat(value(Format.F64, "x*0.7", 0.3).contains(0.3 * 0.7)).isTrue();
        assertThat(value(Format.F64, "x*1", 1)).as("by one").isEqualTo(Interval.ONE);
    }

    @ParameterizedTest
    @CsvSource({"F64, 0.1, 1e-17, false", "F64, 0.5, 0, true", "F32, 0.1, 1e-9, false"})
    void constantsThatAreNoNumbersOfTheFormatAreRounded(Format format, String constant, double off, boolean exact) {
        Interval reachable = value(format, constant, 1);
        assertThat(reachable.isPoint()).isEqualTo(exact);
        assertThat(reachable.contains(Double.parseDouble(constant) + off)).isTrue();
    }

    @Test
    void coordinatesAreRoundedWhereTheFormatIsNarrower() {
        assertThat(value(Format.F32, "x", 0.1).contains((double) 0.1f)).isTrue();
        assertThat(value(Format.F32, "x", 0.5)).isEqualTo(Interval.HALF);
        assertThat(value(Format.F64, "x", 0.1)).isEqualTo(Interval.of(0.1));
    }

    @Test
    void otherWordingsOfARuleAreReachable() {
        double x = 9;
        double t = Math.tanh(x);
        assertThat(reverse(Format.F64, "tanh(x)", false, x).contains(1 - t * t)).isFalse();
        assertThat(reverse(Format.F64, "tanh(x)", true, x).contains(1 - t * t)).isTrue();
        Formula formula = ClaimSource.formula("tanh(x)", List.of("x"));
        assertThat(ClaimJudge.standard().judge(formula, new double[]{x}, Claim.of(1 - t * t)).verdict())
                .isEqualTo(Verdict.RIGHT);
        assertThat(ClaimJudge.standard().judge(formula, new double[]{x}, Claim.of(1.01 * (1 - t * t))).verdict())
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void underflowAndOverflowAreReachable() {
        assertThat(value(Format.F64, "x*x", 1e-170).contains(0.0)).isTrue();
        assertThat(value(Format.F64, "x*x", 1e-150).contains(0.0)).isFalse();
        assertThat(value(Format.F64, "x*x", 1e200).isBounded()).isFalse();
        assertThat(value(Format.F32, "x*x", 1e20).isBounded()).isFalse();
        assertThat(value(Format.F64, "1/(x*x)", 1e200).contains(0.0)).isTrue();
    }

    @Test
    void aSwitchThatRoundingMayTurnReachesBothBranches() {
        Interval both = value(Format.F64, "if(3*x == 0.3, 1, 2)", 0.1);
        assertThat(both.contains(1.0) && both.contains(2.0)).isTrue();
        assertThat(value(Format.F64, "if(x > 0.05, 1, 2)", 0.1)).isEqualTo(Interval.ONE);
    }

    @Test
    void forwardAndReverseBothContainTheTruth() {
        Formula formula = ClaimSource.formula("exp(x*y)*sin(x)/(1 + y^2) + sqrt(x*y + 3)", List.of("x", "y"));
        double[] point = {0.7, 1.3};
        Tape tape = Derivatives.first(formula).tapes().getFirst();
        for (Format format : Format.values()) {
            Reach reach = new Reach(format, formula.variables(), point);
            for (int i = 0; i < 2; i++) {
                Interval truth = formula.certified(point).gradient().get(formula.wrt().get(i));
                assertThat(reach.reverse(tape, false).get(i).contains(truth)).isTrue();
                assertThat(reach.forward(tape, formula.wrt().get(i), false).contains(truth)).isTrue();
                assertThat(reach.forward(tape, formula.wrt().get(i), false).width().doubleValue())
                        .isLessThan(300 * format.roundoff());
            }
        }
    }
}
