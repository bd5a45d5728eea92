package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.number.DifferenceScheme;
import org.adequal.number.FixedStep;
import org.adequal.number.Ridders;
import org.adequal.verdict.Claim;
import org.adequal.verdict.ClaimJudge;
import org.adequal.verdict.Component;
import org.adequal.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Bounds, estimates and verdicts over real formulas whose true derivatives are known. */
class CorpusCheckTest {
    private static final List<KnownGradients> CORPUS = KnownGradients.all();
    private static final double WELL_CONDITIONED = 1e6;

    @Test
    void noPartialDerivativeIsBeyondItsBound() {
        int bounded = 0;
        for (KnownGradients known : CORPUS) {
            for (KnownGradients.At at : known.points()) {
                PointResult result = known.formula().at(at.point());
                Accuracy.Bounds bounds = known.formula().accuracy(Format.F64).at(at.point());
                int i = 0;
                for (PointResult.Partial partial : result.partials().values()) {
                    if (partial.slope().value() instanceof Double slope && Double.isFinite(slope)) {
                        assertThat(at.error(slope, i)).as("%s by %s at %s", known.text(),
                                known.formula().wrt().get(i), at.point()).isLessThanOrEqualTo(bounds.partial(i));
                        bounded++;
                    }
                    i++;
                }
            }
        }
        assertThat(bounded).isGreaterThan(3900);
    }

    @Test
    void theTruthIsNeverCalledWrongAndAMillionthOffAlwaysIs() {
        int right = 0;
        int wrong = 0;
        int all = 0;
        for (KnownGradients known : CORPUS) {
            for (KnownGradients.At at : known.points()) {
                double[] truth = at.gradient().stream().mapToDouble(Number::doubleValue).toArray();
                double[] off = at.gradient().stream().mapToDouble(g -> g.doubleValue() * (1 + 1e-6)).toArray();
                List<Component> trueOnes = ClaimJudge.standard().judge(known.formula(), at.point(), Claim.of(truth))
                        .components();
                List<Component> others = ClaimJudge.standard().judge(known.formula(), at.point(), Claim.of(off))
                        .components();
                for (int i = 0; i < truth.length; i++) {
                    all++;
                    assertThat(trueOnes.get(i).verdict()).as("%s: %s", known.text(), trueOnes.get(i))
                            .isNotEqualTo(Verdict.WRONG);
                    right += trueOnes.get(i).verdict() == Verdict.RIGHT ? 1 : 0;
                    if (truth[i] != 0 && others.get(i).condition() < WELL_CONDITIONED) {
                        assertThat(others.get(i).verdict()).as("%s: %s", known.text(), others.get(i))
                                .isNotEqualTo(Verdict.RIGHT);
                        wrong += others.get(i).verdict() == Verdict.WRONG ? 1 : 0;
                    }
                }
            }
        }
        assertThat(right).isGreaterThan(97 * all / 100);
        assertThat(wrong).isGreaterThan(95 * all / 100);
    }

    @Test
    void estimatesAreHonestAndGood() {
        CorpusStatistics statistics = CorpusStatistics.of(DifferenceScheme.standard(), CORPUS);
        assertThat(statistics.above1()).as("%s", statistics).isLessThan(statistics.partials() / 100);
        assertThat(statistics.above10()).as("%s", statistics).isZero();
        assertThat(statistics.withoutError()).as("%s", statistics).isLessThan(statistics.partials() / 100);
        assertThat(statistics.median()).as("%s", statistics).isLessThan(1e-13);
    }

    /** The same measurement shows what is wrong with the others, so it could show it of the standard scheme. */
    @Test
    void theMeasurementTellsSchemesApart() {
        List<KnownGradients> some = CORPUS.subList(0, 120);
        assertThat(CorpusStatistics.of(new Ridders(), some).above10()).isPositive();
        assertThat(CorpusStatistics.of(FixedStep.central(1e-4), some).median()).isGreaterThan(1e-12);
    }

    @Test
    void exactAndNumericNeverDisagree() {
        int agree = 0;
        int all = 0;
        for (KnownGradients known : CORPUS) {
            Checker checker = new Checker(known.formula(), DifferenceScheme.standard());
            for (PartialCheck partial : checker.at(known.points().getFirst().point()).partials()) {
                assertThat(partial.agreement()).as("%s: %s", known.text(), partial).isNotEqualTo(Agreement.DISAGREE);
                agree += partial.agreement() == Agreement.AGREE ? 1 : 0;
                all++;
            }
        }
        assertThat(agree).as("of %d", all).isGreaterThan(90 * all / 100);
    }
}
