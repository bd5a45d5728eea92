package org.adequal.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.adequal.check.Numbers;
import org.adequal.check.PointResult;

/** Why a search did not do what was hoped for. */
record Diagnosis(Method method, Objective objective, Search search, Optional<PointResult> result, Stationary around) {
    /** The value grew by this factor of what it had to fall: it diverged. */
    private static final double GREW = 10;
    /** It fell by this: nothing holds it. */
    private static final double ENDLESS = 1e9;
    /** A search that moved less than this, relative to max(1, |x|), hardly moved. */
    private static final double HARDLY = 1e-3;
    /** The share of turnings among steps that go to and fro. */
    private static final double TO_AND_FRO = 0.75;
    private static final int ENOUGH_STEPS = 8;
    private static final double NEAR = 1e-6;
    /** A numeric gradient off by more than this, relative to the exact one, is no gradient. */
    private static final double OFF = 1e-3;
    private static final double ROUNDING = 1e-9;
    /** A lower point on the way is worth a word from this share of the whole fall on. */
    private static final double LOWER = 1e-3;

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        boolean strayed = false;
        if (left()) {
            strayed = true;
            remarks.add(new Remark(Remark.Cause.OUTSIDE, "step " + search.steps() + " led where there is no value"
                    + result.map(PointResult::why).map(why -> ": " + why).orElse("")));
        } else if (diverged()) {
            strayed = true;
            remarks.add(new Remark(Remark.Cause.DIVERGENCE, divergence()));
        } else if (search.start().value() - search.last().value() > ENDLESS * (1 + Math.abs(search.start().value()))
                && around.kind() != Kind.MINIMUM) {
            remarks.add(new Remark(Remark.Cause.UNBOUNDED, "the value fell from " + show(search.start().value())
                    + " to " + show(search.last().value()) + " and goes on falling: no minimum this way"));
        } else if (oscillates()) {
            strayed = true;
            remarks.add(new Remark(Remark.Cause.OSCILLATION, oscillation()));
        } else if (creeps()) {
            remarks.add(new Remark(Remark.Cause.CREEPING, creeping()));
        } else if (around.kind() == Kind.SLOPE) {
            remarks.add(new Remark(Remark.Cause.UNFINISHED, unfinished()));
        }
        if (around.kind() == Kind.SADDLE || around.kind() == Kind.MAXIMUM || around.kind() == Kind.RIDGE) {
            double down = around.curvatures()[around.curvatures().length - 1];
            remarks.add(new Remark(Remark.Cause.NOT_LOWEST,
                    "the gradient vanishes here, but there are lower points next to it: the curvature is "
                            + shown(down) + " in one direction; start elsewhere"));
        }
        numeric().ifPresent(remarks::add);
        if (!strayed && search.last().value() - search.best().value() > LOWER
                * (search.start().value() - search.best().value())) {
            remarks.add(new Remark(Remark.Cause.PASSED_LOWER, "at step " + search.best().step()
                    + " the value was " + show(search.best().value()) + ", lower than at the end"));
        }
        return remarks;
    }

    private boolean left() {
        return search.ending() == Ending.NOT_FINITE && result.map(PointResult::isUndefined).orElse(false);
    }

    private boolean diverged() {
        double first = search.start().value();
        double last = search.last().value();
        if (!Double.isFinite(last) || search.ending() == Ending.NOT_FINITE) {
            return true;
        }
        return last > first && last - search.best().value() > GREW * (first - search.best().value())
                && last - first > NEAR * Math.abs(first);
    }

    private String divergence() {
        String rose = Double.isFinite(search.last().value())
                ? "the value rose from " + show(search.start().value()) + " to " + show(search.last().value())
                        + " in " + count(search.steps(), "step")
                : "the value grew beyond all doubles in " + count(search.steps(), "step");
        return rose + (method instanceof Descent descent ? tooLarge(descent) : "");
    }

    private String tooLarge(Descent descent) {
        OptionalDouble largest = largestCurvature();
        double limit = descent.rule().stability(descent.momentum());
        if (largest.isEmpty() || !isTooLarge(descent, largest.getAsDouble())) {
            return ": the rate " + show(descent.rate()) + " is too large";
        }
        return ": the rate " + show(descent.rate()) + " is too large: largest curvature "
                + shown(largest.getAsDouble()) + ", rates above " + shown(limit / largest.getAsDouble())
                + " diverge";
    }

    /** The largest upward curvature where the search began and where it was lowest. */
    private OptionalDouble largestCurvature() {
        return Stream.of(search.start(), search.best()).map(Path.Stop::point)
                .flatMap(point -> Curvature.of(objective, point).stream())
                .mapToDouble(curvature -> curvature.values().length == 0 ? 0 : curvature.values()[0])
                .filter(value -> value > 0 && Double.isFinite(value)).max();
    }

    private boolean isThere() {
        return around.kind() != Kind.SLOPE && around.kind() != Kind.UNKNOWN
                && away(around.point(), search.last().point()) <= NEAR;
    }

    private boolean oscillates() {
        return search.remembered() >= ENOUGH_STEPS && search.turnings() >= TO_AND_FRO * search.remembered()
                && !(isThere() && around.kind() != Kind.UNSMOOTH && around.kind() != Kind.PLATEAU)
                && !isFalling();
    }

    /** Whether the value still fell markedly over the last half of the path. */
    private boolean isFalling() {
        List<Path.Stop> stops = search.path().stops();
        double before = stops.get(stops.size() / 2).value();
        return before - search.last().value() > 0.1 * (search.start().value() - search.last().value());
    }

    private String oscillation() {
        List<Path.Stop> stops = search.path().stops();
        Path.Stop last = stops.getLast();
        Path.Stop before = stops.get(Math.max(0, stops.size() - 2));
        String text = "the steps go to and fro, at the end by " + shown(away(last.point(), before.point()));
        if (!(method instanceof Descent descent)) {
            return text;
        }
        OptionalDouble largest = largestCurvature();
        return text + (largest.isPresent() && isTooLarge(descent, largest.getAsDouble())
                ? tooLarge(descent)
                : ": it is not a curvature that turns them but a slope that changes at once, as at a kink; they get"
                        + " shorter with the rate");
    }

    private static boolean isTooLarge(Descent descent, double largest) {
        return descent.rate() >= descent.rule().stability(descent.momentum()) / largest * (1 - ROUNDING);
    }

    private boolean creeps() {
        return search.steps() > 0 && around.kind() == Kind.SLOPE && method instanceof Descent
                && away(search.last().point(), search.start().point()) <= HARDLY;
    }

    private String creeping() {
        String text = "it hardly moved, by " + shown(away(search.last().point(), search.start().point()))
                + " in " + count(search.steps(), "step") + ": the rate "
                + show(((Descent) method).rate()) + " is too small";
        OptionalDouble largest = largestCurvature();
        return largest.isEmpty()
                ? text
                : text + ": largest curvature " + shown(largest.getAsDouble()) + ", a rate of "
                        + shown(1 / largest.getAsDouble()) + " is a good first guess";
    }

    private String unfinished() {
        String text = "it is not there yet: the largest slope is " + shown(Journey.largest(search.gradient()));
        return text + switch (search.ending()) {
            case STEPS -> "; more steps may help";
            case TIME -> "; more time may help";
            case INTERRUPTED, GRADIENT, STEP, VALUE, PRECISION, NOT_FINITE -> "";
        };
    }

    /** Where the gradient is numeric, whether it is the gradient. */
    private Optional<Remark> numeric() {
        if (!(method instanceof Descent descent) || !(descent.slope() instanceof Slope.Numeric)) {
            return Optional.empty();
        }
        double[] exact = new double[search.gradient().length];
        objective.gradient(search.last().point(), exact);
        double off = away(exact, search.gradient());
        double size = Journey.largest(exact);
        return off > OFF * Math.max(size, NEAR)
                ? Optional.of(new Remark(Remark.Cause.NUMERIC_GRADIENT,
                        "the numeric gradient is wrong here: the exact slopes are up to " + shown(size)
                                + ", the differences are off by up to " + shown(off)
                                + ", since f(x + h) and f(x - h) agree in their digits"))
                : Optional.empty();
    }

    private static double away(double[] a, double[] b) {
        double away = 0;
        for (int i = 0; i < a.length; i++) {
            away = Math.max(away, Math.abs(a[i] - b[i]));
        }
        return away;
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String show(double value) {
        return Double.isNaN(value) ? "no number" : Numbers.show(value);
    }

    /** Four digits are enough in an explanation. */
    private static String shown(double value) {
        return Double.isFinite(value)
                ? Numbers.show(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)))
                : show(value);
    }
}
