package org.adequal.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Convention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KinkTest {

    private static Judgement judge(String formula, String variables, double[] point, double... claim) {
        return ClaimJudge.standard().judge(ClaimSource.formula(formula, List.of(variables.split(" "))), point,
                Claim.of(claim));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"abs(x)|0|0|RIGHT", "abs(x)|0|1|RIGHT", "abs(x)|0|-1|RIGHT",
            "abs(x)|0|0.3|RIGHT", "abs(x)|0|1.0000001|WRONG", "abs(x)|0|-1.0000001|WRONG", "abs(x)|0|NaN|RIGHT",
            "abs(x)|0|Infinity|WRONG", "relu(x)*3|0|3|RIGHT", "relu(x)*3|0|-0.1|WRONG",
            "if(x < 1, x^2, 3*x - 2)|1|2.5|RIGHT", "if(x < 1, x^2, 3*x - 2)|1|3.1|WRONG",
            "x*sign(x)|0|0.5|RIGHT", "x*sign(x)|0|2|WRONG", "abs(x)*0.1|0|0.1|RIGHT",
            "relu(-x) + x - relu(x)|0|0|RIGHT", "relu(-x) + x - relu(x)|0|1|WRONG",
            "abs(x)^3|0|0|RIGHT", "abs(x)^3|0|1|WRONG", "x*abs(x)|0|1e-3|WRONG"})
    void ofOneVariable(String formula, double x, double claim, Verdict verdict) {
        assertThat(judge(formula, "x", new double[]{x}, claim).verdict()).isEqualTo(verdict);
    }

    @Test
    void whatOnlyTheRulesAnswerIsUndecidedUnlessAConventionDoes() {
        // the rules can answer anything in [-2, 2], the slopes are -1 and 1
        assertThat(judge("abs(2*x) - abs(x)", "x", new double[]{0}, 1.5).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judge("abs(2*x) - abs(x)", "x", new double[]{0}, 0).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judge("abs(2*x) - abs(x)", "x", new double[]{0}, 3.5).verdict()).isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, RIGHT", "0, 1, RIGHT", "0.5, 0.5, RIGHT", "0.25, 0.75, RIGHT", "1, 1, WRONG", "0, 0, WRONG",
            "0.5, 0.6, WRONG", "1.5, -0.5, WRONG"})
    void componentsOfATieBelongTogether(double x, double y, Verdict verdict) {
        Judgement judgement = judge("max(x, y)", "x y", new double[]{2, 2}, x, y);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.evidence()).isEqualTo(verdict == Verdict.WRONG ? Evidence.PROVEN : Evidence.ESTIMATED);
    }

    @Test
    void manySwitchesMakeAHull() {
        double[] origin = {0, 0, 0};
        assertThat(judge("abs(x) + abs(y) + abs(z)", "x y z", origin, 0.3, -0.9, 1).verdict())
                .isEqualTo(Verdict.RIGHT);
        assertThat(judge("abs(x) + abs(y) + abs(z)", "x y z", origin, 0.3, -1.1, 1).verdict())
                .isEqualTo(Verdict.WRONG);
        assertThat(judge("max(max(x, y), z)", "x y z", origin, 0.2, 0.3, 0.5).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judge("max(max(x, y), z)", "x y z", origin, 0.2, 0.3, 0.6).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void smoothComponentsBesideAKinkAreJudgedAsEver() {
        assertThat(judge("abs(x) + y^2", "x y", new double[]{0, 3}, 0, 6).verdict()).isEqualTo(Verdict.RIGHT);
        Judgement wrong = judge("abs(x) + y^2", "x y", new double[]{0, 3}, 0, 7);
        assertThat(wrong.components().get(0).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(wrong.components().get(1).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(wrong.evidence()).isEqualTo(Evidence.PROVEN);
    }

    @Test
    void theConventionIsNamed() {
        assertThat(judge("max(x, y)", "x y", new double[]{2, 2}, 1, 0).diagnosis()).singleElement()
                .satisfies(named -> {
                    assertThat(named.kind()).isEqualTo(Kind.CONVENTION);
                    assertThat(named.text()).contains("tensorflow").doesNotContain("torch");
                });
        assertThat(judge("abs(x)", "x", new double[]{0}, 1).diagnosis().getFirst().text()).contains("from the right");
        assertThat(judge("abs(x)", "x", new double[]{0}, -1).diagnosis().getFirst().text()).contains("from the left");
        assertThat(judge("abs(x)", "x", new double[]{0}, 0.3).diagnosis().getFirst().text()).contains("between");
    }

    @Test
    void aConventionAskedForIsTheOnlyRightOne() {
        Formula formula = ClaimSource.formula("relu(x)", List.of("x"));
        ClaimJudge torch = new ClaimJudge(Options.standard().following(Optional.of(Convention.TORCH)));
        assertThat(torch.judge(formula, new double[]{0}, Claim.of(0)).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(torch.judge(formula, new double[]{0}, Claim.of(0.5))).satisfies(other -> {
            assertThat(other.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(other.evidence()).as("right under another convention").isEqualTo(Evidence.ESTIMATED);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sqrt(x)|0|Infinity|RIGHT", "sqrt(x)|0|NaN|RIGHT", "sqrt(x)|0|3|WRONG",
            "sqrt(x)|0|-Infinity|WRONG", "cbrt(x)|0|Infinity|RIGHT", "cbrt(x)|0|0|WRONG", "x^1.5|0|0|RIGHT",
            "x^1.5|0|1|WRONG", "floor(x)|2|0|WRONG", "floor(x)|2|NaN|RIGHT", "log(x)|-1|NaN|RIGHT",
            "log(x)|-1|-1|WRONG", "1/x|0|-Infinity|UNDECIDED"})
    void whereThereIsNoDerivative(String formula, double x, double claim, Verdict verdict) {
        assertThat(judge(formula, "x", new double[]{x}, claim).verdict()).isEqualTo(verdict);
    }

    @Test
    void withoutAHullSidesEstimate() {
        Judgement outside = judge("x*sign(x)", "x", new double[]{0}, 2);
        assertThat(outside.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(outside.evidence()).isEqualTo(Evidence.ESTIMATED);
    }

    @Test
    void whatCouldNotBeDecidedSaysSo() {
        PointResult.Partial unknown = new PointResult.Partial(Quantity.NONE, Status.UNKNOWN);
        PointResult.Partial jump = new PointResult.Partial(Quantity.NONE, Status.JUMP);
        assertThat(new WithoutDerivative(Label.of("x"), 1, unknown, Options.standard()).judge(false).why())
                .contains("could not be decided");
        assertThat(new WithoutDerivative(Label.of("x"), 1, jump, Options.standard()).judge(false).why()).isNull();
    }

    @Test
    void branchesThatAreNotTakenDoNotCount() {
        String formula = "if(x > -1, abs(x), sqrt(x)*abs(x))";
        assertThat(judge(formula, "x", new double[]{0}, 0.5).verdict()).isEqualTo(Verdict.RIGHT);
        Judgement outside = judge(formula, "x", new double[]{0}, 2);
        assertThat(outside.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(outside.evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(judge("if(x < -1, sqrt(x), abs(x))", "x", new double[]{0}, 0.5).verdict())
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void reasonsAreGiven() {
        assertThat(judge("abs(x)", "x", new double[]{0}, 3).components().getFirst().why())
                .contains("outside the generalised gradient");
        assertThat(judge("abs(2*x) - abs(x)", "x", new double[]{0}, 1.5).components().getFirst().why())
                .contains("no one-sided slopes lie around it");
        assertThat(judge("max(x, y)", "x y", new double[]{2, 2}, 1, 0).components().getFirst().why())
                .isEqualTo("what tensorflow answers");
        assertThat(judge("max(x, y)", "x y", new double[]{2, 2}, 0.5, 0.5).components().getFirst().why())
                .isEqualTo("what torch, jax answer");
        ClaimJudge torch = new ClaimJudge(Options.standard().following(Optional.of(Convention.TORCH)));
        assertThat(torch.judge(ClaimSource.formula("abs(x)", List.of("x")), new double[]{0}, Claim.of(1)).components()
                .getFirst().why()).contains("another convention than torch");
    }

    @Test
    void undefinedIsProvenWhereIntervalsDecideIt() {
        assertThat(judge("log(x)", "x", new double[]{-1}, -1).evidence()).isEqualTo(Evidence.PROVEN);
    }

    @Test
    void singlePrecisionAllowsMoreAtAKink() {
        Formula formula = ClaimSource.formula("abs(x)*0.1", List.of("x"));
        Claim claim = Claim.of((double) 0.1f);
        assertThat(ClaimJudge.standard().judge(formula, new double[]{0}, claim.in(Format.F32)).verdict())
                .isEqualTo(Verdict.RIGHT);
        assertThat(ClaimJudge.standard().judge(formula, new double[]{0}, claim).verdict()).isNotEqualTo(Verdict.RIGHT);
    }

    @Test
    void nearestPointsOfHulls() {
        assertThat(NearestPoint.toOrigin(new double[][]{{1, 0}, {0, 1}})).containsExactly(0.5, 0.5);
        assertThat(NearestPoint.toOrigin(new double[][]{{3, 4}})).containsExactly(3, 4);
        double[] inside = NearestPoint.toOrigin(new double[][]{{1, 1}, {-2, 1}, {0.5, -3}});
        assertThat(Arrays.stream(inside).map(Math::abs).max().orElse(1)).isCloseTo(0, within(1e-12));
        assertThat(NearestPoint.toOrigin(new double[][]{{1, -5}, {1, 5}, {4, 0}})[0]).isCloseTo(1, within(1e-12));
    }
}
