package org.adequal.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Agreement;
import org.adequal.check.Box;
import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.check.Numbers;
import org.adequal.check.probe.Probe;
import org.adequal.check.probe.Probes;
import org.adequal.claims.Census;
import org.adequal.claims.CensusText;
import org.adequal.claims.Commands;
import org.adequal.claims.FormulaJudging;
import org.adequal.claims.Tally;
import org.adequal.syntax.Printer;
import org.adequal.verdict.Claim;

/**
 * A gradient that somebody wrote, judged by the formula it belongs to; needs no test library.
 *
 * <p>{@code GradientCheck.of("x0^2 + x1^2").at(p -> new double[]{2*p[0], 2*p[1]}, 3, 4).isRight()} is true. A gradient is
 * right if rounding explains its distance from the derivative, which is enclosed; no tolerance is needed. Immutable.
 *
 * @param formula   the formula with its variables in the order of an array of coordinates
 * @param format    in which the gradient is computed
 * @param tolerance relative; empty to go by what rounding explains
 * @param probes    which points are drawn
 * @param points    how many
 * @param seed      draws the same points again
 */
public record GradientCheck(Formula formula, Format format, OptionalDouble tolerance, Probes.Choice probes, int points,
        long seed) {
    /** How many points are drawn, unless it is said. */
    public static final int POINTS = 100;
    /** The seed, unless it is said. */
    public static final long SEED = 1;

    /** Refuses fewer than one point. */
    public GradientCheck {
        if (points < 1) {
            throw new IllegalArgumentException("no points: " + points);
        }
    }

    /**
     * A check by a formula of the language, in its variables in the natural order of their names: x2 before x10.
     *
     * @param definitions what the formula uses, for example {@code g(u) = u*sin(u)}
     */
    public static GradientCheck of(String formula, String... definitions) {
        return of(formula, List.of(), definitions);
    }

    /** The same with the variables, all of the formula's among them, in the order of an array of coordinates. */
    public static GradientCheck of(String formula, List<String> variables, String... definitions) {
        return new GradientCheck(Formulas.formula(formula, List.of(definitions), variables), Format.F64,
                OptionalDouble.empty(), Probes.Choice.GENERIC, POINTS, SEED);
    }

    /** For a gradient that is computed in a format. */
    public GradientCheck in(Format other) {
        return new GradientCheck(formula, other, tolerance, probes, points, seed);
    }

    /** With a tolerance, relative to the larger of the derivative and the smallest normal number. */
    public GradientCheck within(double relative) {
        return new GradientCheck(formula, format, OptionalDouble.of(relative), probes, points, seed);
    }

    /** At points of this kind. */
    public GradientCheck atProbes(Probes.Choice choice) {
        return new GradientCheck(formula, format, tolerance, choice, points, seed);
    }

    /** At so many points. */
    public GradientCheck atPoints(int number) {
        return new GradientCheck(formula, format, tolerance, probes, number, seed);
    }

    /** At points drawn by another seed. */
    public GradientCheck seeded(long number) {
        return new GradientCheck(formula, format, tolerance, probes, points, number);
    }

    /** The ranges of a text such as {@code x = -1..1, y = 0..pi}. */
    public Box box(String ranges) {
        return Formulas.box(ranges, formula.variables());
    }

    /** The gradient judged at one point. */
    public Report at(Function<double[], double[]> gradient, double... point) {
        if (point.length != formula.variables().size()) {
            throw new IllegalArgumentException(point.length + " coordinates for " + formula.variables());
        }
        Probe probe = new Probe(Arrays.stream(point).map(x -> x + 0.0).boxed().toList(), Probe.Kind.GENERIC,
                Double.NaN);
        return report(gradient, new Probes(List.of(probe), 1, 0), List.of());
    }

    /** The gradient judged at points drawn from a box. */
    public Report on(Function<double[], double[]> gradient, Box box) {
        if (box.ranges().size() != formula.variables().size()) {
            throw new IllegalArgumentException(box.ranges().size() + " ranges for " + formula.variables());
        }
        Probes drawn = Probes.draw(probes, formula, box, points, seed);
        String ranges = IntStream.range(0, box.ranges().size())
                .mapToObj(i -> formula.variables().get(i) + " = " + Numbers.exact(box.ranges().get(i).from()) + ".."
                        + Numbers.exact(box.ranges().get(i).to()))
                .collect(Collectors.joining(", "));
        return report(gradient, drawn,
                List.of("points drawn from " + ranges + ": points = " + points + ", seed = " + seed
                        + (probes == Probes.Choice.GENERIC ? "" : ", probes = adversarial")));
    }

    private Report report(Function<double[], double[]> gradient, Probes drawn, List<String> remarks) {
        Census census = Tally.of(new FunctionClaims(gradient, drawn.probes(), formula.wrt().size()),
                new FormulaJudging(formula, this::claim), () -> null);
        List<String> all = new ArrayList<>(drawn.remarks());
        all.addAll(census.remarks());
        all.addAll(remarks);
        String text = Printer.print(formula.written());
        String alone = Optional.ofNullable(census.worst())
                .map(worst -> Commands.alone(text, formula, worst.claim(), options())).orElse(null);
        return new Report(census,
                new CensusText(text, formula.variables(), "the gradient's function", census, all, alone,
                        null).toString());
    }

    private Claim claim(double[] numbers) {
        Claim claim = Claim.of(numbers).in(format);
        return tolerance.isPresent() ? claim.within(tolerance.getAsDouble()) : claim;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        if (format != Format.F64) {
            options.put("format", format.wireName());
        }
        tolerance.ifPresent(relative -> options.put("tolerance", relative));
        return options;
    }

    /**
     * What was found.
     *
     * @param text one screen: the census, the worst claim with its enclosure and distance, causes, how to repeat it
     */
    public record Report(Census census, String text) {

        /** Whether every claim is right. */
        public boolean isRight() {
            return census.agreement() == Agreement.AGREE;
        }

        /** Whether no claim is wrong and some are right: what could not be told is let pass. */
        public boolean isNowhereWrong() {
            return census.agreement() != Agreement.DISAGREE && census.right() > 0;
        }
    }
}
