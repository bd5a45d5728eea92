package org.adequal.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Box;
import org.adequal.check.BoxEnclosure;
import org.adequal.check.Certified;
import org.adequal.check.Checker;
import org.adequal.check.Formula;
import org.adequal.check.NoisyFormula;
import org.adequal.check.Numbers;
import org.adequal.check.PointResult;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.number.DifferenceError;
import org.adequal.number.FixedStep;
import org.adequal.number.interval.Interval;
import org.adequal.verdict.ClaimJudge;
import org.adequal.verdict.Judgement;
import org.jspecify.annotations.Nullable;

/** The answers to a check of one formula. */
record Checking(String text, List<Variable> variables, List<Answer.Shown> partials, CheckOptions options) {
    private static final int LARGEST_CERTIFIED = 10_000;

    /** At a point, with a claim or none: one number per variable that the formula is differentiated by. */
    Answer at(Formula formula, Answer.Place place, double[] point, double @Nullable [] claim) {
        Judgement judgement = claim == null ? null : ClaimJudge.standard().judge(formula, point, options.claim(claim));
        return new Answer.Check(text, variables, partials, place, options.differences(),
                new Checker(formula, options.scheme()).at(point), certified(formula, point), judgement);
    }

    /** What is proven, of formulas small enough for it to be quick. */
    private static Certified certified(Formula formula, double[] point) {
        return Graph.nodes(formula.written()).size() > LARGEST_CERTIFIED
                ? Certified.NOTHING
                : formula.certified(point);
    }

    /** At random points of a box; the operand as written goes into the statement that repeats the worst. */
    Answer on(Formula formula, Box box, String operand) {
        Box.Census census = box.check(formula, new Checker(formula, options.scheme()),
                options.pointsOr(CheckOptions.POINTS),
                options.seed());
        String worst = census.worst() == null
                ? null
                : "check " + operand + " at " + IntStream.range(0, formula.variables().size())
                        .mapToObj(i -> formula.variables().get(i) + " = " + Numbers.show(census.worstPoint().get(i)))
                        .collect(Collectors.joining(", "));
        BoxEnclosure proven = formula.over(
                box.ranges().stream().map(range -> Interval.of(range.from(), range.to())).toList());
        return new Answer.BoxCheck(text, variables, partials, census, worst, proven, formula.variables());
    }

    /** The error against the step; empty where the formula has not one variable, or no derivative at the point. */
    Optional<Answer> steps(Formula formula, Answer.Place place, double[] point) {
        if (formula.wrt().size() != 1 || formula.variables().size() != 1
                || !(options.scheme() instanceof FixedStep scheme)) {
            return Optional.empty();
        }
        Variable variable = formula.wrt().getFirst();
        PointResult result = formula.at(point);
        PointResult.Partial partial = result.partials().get(variable);
        if (partial == null || !(partial.slope().value() instanceof Double exact) || exact.isInfinite()) {
            return Optional.empty();
        }
        NoisyFormula noisy = NoisyFormula.of(formula);
        DifferenceError error = noisy.differenceError(scheme, 1, variable, point)
                .withRows(noisy.along(variable, point), scheme, -options.steps().orElse(1), -1, 1);
        return Optional.of(new Answer.Steps(text, variable, partials.getFirst(), place, exact, options.differences(),
                error));
    }
}
