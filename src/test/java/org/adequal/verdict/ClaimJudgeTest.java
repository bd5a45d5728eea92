package org.adequal.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;

class ClaimJudgeTest {
    private static final Formula SQUARES = formula("x0^2 + x1^2", "x0", "x1");

    static Formula formula(String text, String... variables) {
        List<Variable> all = Stream.of(variables).map(Variable::of).toList();
        return Formula.of(Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(),
                List.of()), all, all);
    }

    private static Judgement judge(UnaryOperator<Claim> how, String formula, double x, double claim) {
        return ClaimJudge.standard().judge(formula(formula, "x"), new double[]{x}, how.apply(Claim.of(claim)));
    }

    private static Verdict verdict(String formula, double x, double claim) {
        return judge(UnaryOperator.identity(), formula, x, claim).verdict();
    }

    @Test
    void rightAndWrong() {
        double[] point = {3, 4};
        assertThat(ClaimJudge.standard().judge(SQUARES, point, Claim.of(6, 8)).verdict()).isEqualTo(Verdict.RIGHT);
        Judgement wrong = ClaimJudge.standard().judge(SQUARES, point, Claim.of(6, 8.1));
        assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(wrong.components().get(0).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(wrong.components().get(1).ulps().orElse(0)).isGreaterThan(5e13);
        assertThat(wrong.diagnosis()).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.kind()).isEqualTo(Kind.UNEXPLAINED);
            assertThat(diagnosis.components()).hasToString("[x1]");
        });
    }

    @Test
    void zeroIsRightWhereItIsExact() {
        assertThat(verdict("x^2", 0, 0)).isEqualTo(Verdict.RIGHT);
        assertThat(verdict("(x - 1)^2", 1, 0)).isEqualTo(Verdict.RIGHT);
        assertThat(verdict("x^2", 0, 1e-300)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void membershipInAWideBoundProvesNothing() {
        String cancelling = "(x + 1e8)^3 - 3e8*x^2 - 3e16*x - 1e24";
        assertThat(verdict(cancelling, 1e-3, 3.1e-6)).isEqualTo(Verdict.UNDECIDED);
        // the truth rounded is right however ill-conditioned it is
        assertThat(verdict(cancelling, 1e-3, 3e-6)).isEqualTo(Verdict.RIGHT);
        assertThat(verdict(cancelling, 1e-3, 1e4)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void singlePrecisionIsRightOnlyAsSuch() {
        double number = (float) Math.cos(0.3f);
        assertThat(verdict("sin(x)", 0.3f, number)).isEqualTo(Verdict.WRONG);
        UnaryOperator<Claim> single = claim -> claim.in(Format.F32);
        assertThat(judge(single, "sin(x)", 0.3f, number).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judge(single, "sin(x)", 0.3f, number * 1.001).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void toleranceIsRelative() {
        UnaryOperator<Claim> loose = claim -> claim.within(1e-6);
        assertThat(judge(loose, "x^2", 3, 6 * (1 + 9e-7)).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judge(loose, "x^2", 3, 6 * (1 + 2e-6)).verdict()).isEqualTo(Verdict.WRONG);
        UnaryOperator<Claim> exact = claim -> claim.within(0);
        assertThat(judge(exact, "exp(x)", 1, Math.E).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(judge(exact, "x^2/4", 1, 0.5).verdict()).isEqualTo(Verdict.RIGHT);
        assertThatThrownBy(() -> Claim.of(1).within(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nanAndInfinity() {
        Judgement nan = judge(UnaryOperator.identity(), "x^2", 3, Double.NaN);
        assertThat(nan.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(nan.diagnosis()).extracting(Diagnosis::kind).containsExactly(Kind.NOT_A_NUMBER);
        assertThat(verdict("x^2", 3, Double.POSITIVE_INFINITY)).isEqualTo(Verdict.WRONG);
        UnaryOperator<Claim> single = claim -> claim.in(Format.F32);
        assertThat(judge(single, "x^2", 1e30, Double.POSITIVE_INFINITY).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(judge(single, "x^2*1e10", 1e30, Double.POSITIVE_INFINITY).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judge(single, "x^2*1e10", 1e30, Double.NEGATIVE_INFINITY).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aNumberWhereThereIsNoDerivative() {
        Judgement number = judge(UnaryOperator.identity(), "log(x)", -1, -1);
        assertThat(number.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(number.diagnosis()).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.kind()).isEqualTo(Kind.UNDEFINED);
            assertThat(diagnosis.text()).contains("log(x) is undefined here");
        });
        assertThat(verdict("log(x)", -1, Double.NaN)).isEqualTo(Verdict.RIGHT);
        assertThat(verdict("abs(x)", 0, 0)).isNotEqualTo(Verdict.WRONG);
    }
}
