package org.adequal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.adequal.check.Formula;
import org.adequal.expr.Convention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of detectors names its bug first, and nothing names it without the row. */
class DetectorTest {

    /** A formula with a wrong gradient; the points before the last are judged with right ones. */
    private record Bug(Detector detector, String formula, List<String> variables, List<double[]> points,
            double[] claim) {}

    private static Bug bug(Detector detector, String formula, String variables, double[] point, double... claim) {
        return new Bug(detector, formula, List.of(variables.split(" ")), List.of(point), claim);
    }

    private static double sech2(double x) {
        return 1 / (Math.cosh(x) * Math.cosh(x));
    }

    static Stream<Bug> bugs() {
        double x = 0.75;
        double y = -1.25;
        double z = 2.5;
        double[] xy = {x, y};
        double[] xyz = {x, y, z};
        double h = 1e-4;
        return Stream.of(bug(Detector.SIGN, "sin(x)*y^3", "x y", xy, -Math.cos(x) * y * y * y,
                -3 * Math.sin(x) * y * y),
                bug(Detector.SIGN, "x^3*y - exp(x*z)", "x y z", xyz, 3 * x * x * y + z * Math.exp(x * z), x * x * x,
                        x * Math.exp(x * z)),
                bug(Detector.FACTOR, "sin(x)*y^3", "x y", xy, 2 * Math.cos(x) * y * y * y, 6 * Math.sin(x) * y * y),
                bug(Detector.FACTOR, "log10(x)*z", "x z", new double[]{x, z}, z / x, Math.log(x)),
                bug(Detector.MISSING_MEAN, "((x - 1)^2 + (y - 2)^2 + z^2)/3", "x y z", xyz, 2 * (x - 1), 2 * (y - 2),
                        2 * z),
                bug(Detector.PERMUTED, "x*y^2*z^3", "x y z", xyz, 2 * x * y * z * z * z, y * y * z * z * z,
                        3 * x * y * y * z * z),
                bug(Detector.PERMUTED, "x*y^2*z^3", "x y z", xyz, 3 * x * y * y * z * z, y * y * z * z * z,
                        2 * x * y * z * z * z),
                bug(Detector.MISSING_TERM, "x*exp(x*y)", "x y", xy, x * y * Math.exp(x * y), x * x * Math.exp(x * y)),
                bug(Detector.MISSING_CHAIN_FACTOR, "sin(x^3*y)", "x y", xy, Math.cos(x * x * x * y),
                        Math.cos(x * x * x * y)),
                bug(Detector.MISSING_CHAIN_FACTOR, "tanh(x^3)*y", "x y", xy, sech2(x * x * x) * y,
                        Math.tanh(x * x * x)),
                bug(Detector.PRECISION, "sin(x)*y^3", "x y", new double[]{0.1f, 0.7f},
                        (float) (Math.cos(0.1f) * 0.7f * 0.7f * 0.7f), (float) (3 * Math.sin(0.1f) * 0.7f * 0.7f)),
                bug(Detector.BRANCH, "abs(x)*y + x^2", "x y", xy, -y + 2 * x, x),
                bug(Detector.BRANCH, "if(x > y, sin(x), cos(y))*z", "x y z", xyz, 0, -Math.sin(y) * z, Math.sin(x)),
                bug(Detector.WRONG_RULE, "tanh(x)*y", "x y", xy, (1 - Math.tanh(x)) * y, Math.tanh(x)),
                bug(Detector.WRONG_RULE, "atan(x)*y + x", "x y", xy, y / (1 - x * x) + 1, Math.atan(x)),
                bug(Detector.OVERWRITTEN, "x*y + x*z + sin(x)", "x y z", xyz, z, x, x),
                bug(Detector.OVERWRITTEN, "x*sin(y) + z*cos(x) + y*exp(z)", "x y z", xyz, Math.sin(y), Math.exp(z),
                        Math.cos(x)),
                bug(Detector.FINITE_DIFFERENCE, "sin(x)*y^3", "x y", xy,
                        (Math.sin(x + h) - Math.sin(x)) * y * y * y / h,
                        Math.sin(x) * (Math.pow(y + h, 3) - y * y * y) / h),
                bug(Detector.FINITE_DIFFERENCE, "sin(x)*y^3", "x y", xy,
                        (Math.sin(x + 0.0123) - Math.sin(x - 0.0123)) * y * y * y / (2 * 0.0123),
                        Math.sin(x) * (Math.pow(y + 0.0123, 3) - Math.pow(y - 0.0123, 3)) / (2 * 0.0123)),
                bug(Detector.REPARAMETRISED, "sin(x)*y^3", "x y", xy, x * Math.cos(x) * y * y * y,
                        3 * Math.sin(x) * y * y * y),
                bug(Detector.STALE_POINT, "sin(x)*y^3", "x y", new double[]{0.123, 0.456},
                        Math.cos(0.12) * 0.46 * 0.46 * 0.46, 3 * Math.sin(0.12) * 0.46 * 0.46),
                new Bug(Detector.STALE_POINT, "sin(x)*y^3", List.of("x", "y"), List.of(new double[]{x, z}, xy),
                        new double[]{Math.cos(x) * z * z * z, 3 * Math.sin(x) * z * z}),
                bug(Detector.OVERFLOW, "log(exp(x) + y^2)", "x y", new double[]{800, 3}, Double.NaN, 0));
    }

    private static List<Diagnosis> causes(Bug bug, Set<Detector> detectors) {
        Formula formula = ClaimSource.formula(bug.formula, bug.variables);
        List<Probe> probes = new ArrayList<>();
        for (double[] point : bug.points) {
            double[] claim = point == bug.points.getLast()
                    ? bug.claim
                    : formula.at(point).partials().values().stream().mapToDouble(p -> p.slope().value()).toArray();
            probes.add(new Probe(Arrays.stream(point).boxed().toList(), Claim.of(claim)));
        }
        Options options = Options.standard();
        List<Judgement> judged = new ClaimJudge(options.withoutCauses()).judge(formula, probes);
        assertThat(judged.getLast().verdict()).as("%s", bug).isEqualTo(Verdict.WRONG);
        assertThat(judged.getLast().evidence()).isEqualTo(Evidence.PROVEN);
        return new Diagnostician(options, detectors).diagnosed(formula, probes, judged).getLast().diagnosis();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void itsBugIsNamedFirst(Bug bug) {
        List<Diagnosis> causes = causes(bug, EnumSet.allOf(Detector.class));
        assertThat(causes).as("%s", bug).isNotEmpty();
        assertThat(causes.getFirst().kind()).as("%s: %s", bug, causes)
                .isEqualTo(Kind.valueOf(bug.detector.name()));
        assertThat(causes.getFirst().components()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void withoutItsRowItIsNamedOtherwise(Bug bug) {
        List<Diagnosis> causes = causes(bug, EnumSet.complementOf(EnumSet.of(bug.detector)));
        assertThat(causes).as("%s", bug).isNotEmpty().extracting(Diagnosis::kind)
                .doesNotContain(Kind.valueOf(bug.detector.name()));
    }

    @ParameterizedTest
    @EnumSource
    void everyRowHasABug(Detector detector) {
        assertThat(bugs()).anyMatch(bug -> bug.detector == detector);
    }

    @Test
    void kindsWithoutARowAreToldByTheVerdict() {
        Formula log = ClaimSource.formula("log(x)*y", List.of("x", "y"));
        assertThat(kinds(log, new double[]{-1, 2}, 1, 2)).containsExactly(Kind.UNDEFINED);
        assertThat(kinds(log, new double[]{1, 2}, Double.NaN, 0)).containsExactly(Kind.NOT_A_NUMBER);
        assertThat(kinds(log, new double[]{1, 2}, 1.2345, 0)).containsExactly(Kind.UNEXPLAINED);
        Formula abs = ClaimSource.formula("abs(x)", List.of("x"));
        ClaimJudge torch = new ClaimJudge(Options.standard().following(Optional.of(Convention.TORCH)));
        assertThat(torch.judge(abs, new double[]{0}, Claim.of(0.5))).satisfies(judgement -> {
            assertThat(judgement.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(judgement.diagnosis()).extracting(Diagnosis::kind).containsExactly(Kind.CONVENTION);
        });
    }

    private static List<Kind> kinds(Formula formula, double[] point, double... claim) {
        return ClaimJudge.standard().judge(formula, point, Claim.of(claim)).diagnosis().stream().map(Diagnosis::kind)
                .toList();
    }

    @Test
    void severalPointsNarrowThePlaces() {
        Formula formula = ClaimSource.formula("exp(sin(x*y))*tanh(x)", List.of("x", "y"));
        List<Probe> probes = new ArrayList<>();
        for (double[] p : List.of(new double[]{0.3, 0.7}, new double[]{-0.8, 1.1})) {
            double outer = Math.exp(Math.sin(p[0] * p[1]));
            double cos = Math.cos(p[0] * p[1]);
            double right = outer * cos * p[1] * Math.tanh(p[0]);
            probes.add(new Probe(List.of(p[0], p[1]),
                    Claim.of(right + outer * (1 - Math.tanh(p[0])), outer * cos * p[0] * Math.tanh(p[0]))));
        }
        assertThat(ClaimJudge.standard().judge(formula, probes)).allSatisfy(judgement -> {
            assertThat(judgement.diagnosis().getFirst().kind()).isEqualTo(Kind.WRONG_RULE);
            assertThat(judgement.diagnosis().getFirst().places()).extracting(Place::text).containsExactly("tanh(x)");
        });
    }

    @Test
    void placesThatCannotBeToldApartAreAllNamed() {
        Formula formula = ClaimSource.formula("x + exp(sin(tanh(y)))", List.of("x", "y"));
        double t = Math.tanh(0.7);
        Judgement judgement = ClaimJudge.standard().judge(formula, new double[]{0.3, 0.7},
                Claim.of(1, -Math.exp(Math.sin(t)) * Math.cos(t) * (1 - t * t)));
        assertThat(judgement.diagnosis().getFirst().kind()).isEqualTo(Kind.SIGN);
        Judgement negated = ClaimJudge.standard().judge(ClaimSource.formula("exp(x)*y + y - exp(sin(tanh(y)))",
                List.of("x", "y")), new double[]{0.3, 0.7},
                Claim.of(Math.exp(0.3) * 0.7,
                        Math.exp(0.3) + 1 + Math.exp(Math.sin(t)) * Math.cos(t) * (1 - t * t)));
        assertThat(negated.diagnosis().getFirst().kind()).isEqualTo(Kind.SIGN);
        assertThat(negated.diagnosis().getFirst().places().size()).isGreaterThan(2);
    }
}
