package org.adequal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.adequal.check.Format;
import org.adequal.check.probe.Probes;
import org.adequal.number.AdaptiveStep;
import org.adequal.number.CommonsMathDifferences;
import org.adequal.number.DifferenceScheme;
import org.adequal.number.FixedStep;
import org.adequal.number.Richardson;
import org.adequal.number.Ridders;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Span;
import org.adequal.syntax.Spelling;
import org.adequal.syntax.Statement;
import org.adequal.verdict.Claim;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code with} in a check.
 *
 * @param scheme      by which numeric derivatives are taken
 * @param differences what they are called in a table
 * @param steps       how many decades of steps a table of errors has; empty where none is wanted
 * @param points      how many points a box is checked at
 * @param seed        of the points
 * @param format      that the claim was computed in
 * @param tolerance   of the claim; empty to go by what rounding explains
 * @param probes      which points a program is asked at
 * @param timeout     how long a program may take to answer
 * @param budget      how long all answers may take; empty where nothing was said
 */
record CheckOptions(DifferenceScheme scheme, String differences, OptionalInt steps, OptionalInt points,
        long seed, Format format, OptionalDouble tolerance, Probes.Choice probes, Duration timeout,
        Optional<Duration> budget) {
    /** How many points a box is checked at. */
    static final int POINTS = 100;
    /** At how many a program is asked. */
    static final int PROGRAM_POINTS = 20;
    /** How long a program may take for all its answers. */
    static final Duration PROGRAM_BUDGET = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final double LONGEST_SECONDS = 1e6;
    private static final int MOST_POINTS = 1_000_000;
    private static final int MOST_STEPS = 300;
    private static final long SEED = 1;
    private static final List<String> NAMES = List.of("scheme", "h", "steps", "points", "seed", "format", "tolerance",
            "probes", "timeout", "budget");

    /** These numbers as they are to be judged. */
    Claim claim(double[] numbers) {
        Claim claim = Claim.of(numbers).in(format);
        return tolerance.isPresent() ? claim.within(tolerance.getAsDouble()) : claim;
    }

    /** The schemes that can be asked for. */
    private enum Scheme {
        RICHARDSON,
        RIDDERS,
        ADAPTIVE,
        CENTRAL,
        FORWARD,
        BACKWARD,
        TEXTBOOK,
        COMMONS;

        DifferenceScheme scheme() {
            return switch (this) {
                case RICHARDSON -> new Richardson();
                case RIDDERS -> new Ridders();
                case ADAPTIVE -> new AdaptiveStep(5);
                case CENTRAL -> FixedStep.central();
                case FORWARD -> FixedStep.forward();
                case BACKWARD -> FixedStep.backward();
                case TEXTBOOK -> DifferenceScheme.textbook();
                case COMMONS -> new CommonsMathDifferences(5, 1e-3);
            };
        }

        /** The same with a step, dividing by the step as textbooks do; null where the step is found by the scheme. */
        @Nullable
        FixedStep withStep(double h) {
            return switch (this) {
                case CENTRAL, TEXTBOOK -> FixedStep.central(h);
                case FORWARD -> FixedStep.forward(h);
                case BACKWARD -> FixedStep.backward(h);
                case RICHARDSON, RIDDERS, ADAPTIVE, COMMONS -> null;
            };
        }

        String label() {
            return switch (this) {
                case FORWARD -> "forward difference";
                case BACKWARD -> "backward difference";
                case RICHARDSON, RIDDERS, ADAPTIVE, CENTRAL, TEXTBOOK, COMMONS -> "central difference";
            };
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An error at a place of the statement. */
    interface Failure {
        DiagnosticException at(Diagnostic.Code code, String message, @Nullable Span span, @Nullable String hint);
    }

    /** The options of a check, the usual ones where it has none; refuses what makes no sense where the check is. */
    static CheckOptions read(Statement.Check check, Failure failure, ToDoubleFunction<Ast> number) {
        return new Reader(check, failure, number).read();
    }

    int pointsOr(int otherwise) {
        return points.orElse(otherwise);
    }

    @Nullable
    Duration budgetOr(@Nullable Duration otherwise) {
        return budget.orElse(otherwise);
    }

    /** How claims are judged, as far as that is not the usual way: the options by their names. */
    Map<String, Object> policy() {
        Map<String, Object> policy = new LinkedHashMap<>();
        if (format != Format.F64) {
            policy.put("format", format.wireName());
        }
        tolerance.ifPresent(tolerance -> policy.put("tolerance", tolerance));
        return policy;
    }

    private record Reader(Statement.Check check, Failure failure, ToDoubleFunction<Ast> number) {

        CheckOptions read() {
            if (check.claiming() instanceof Statement.Point claim && check.where() instanceof Statement.Box) {
                throw failure.at(Diagnostic.Code.SYNTAX, "a claim is about a point", claim.span(),
                        "write check ... at (3, 4) claiming (6, 8)");
            }
            if (check.claiming() instanceof Statement.Point claim && check.against() != null) {
                throw failure.at(Diagnostic.Code.SYNTAX, "claims come from here or from elsewhere, not both",
                        claim.span(), null);
            }
            for (Statement.Option option : check.options()) {
                refuse(option);
            }
            Scheme scheme = Scheme.RICHARDSON;
            if (option("scheme") instanceof Ast written) {
                scheme = choice(written, Scheme.values(), Scheme::wireName);
            } else if (option("h") != null || option("steps") != null) {
                scheme = Scheme.CENTRAL;
            }
            DifferenceScheme differences = scheme.scheme();
            if (option("h") instanceof Ast written) {
                double h = number.applyAsDouble(written);
                if (!(h > 0)) {
                    throw failure.at(Diagnostic.Code.DOMAIN, "a step is positive", written.span(), null);
                }
                differences = withStep(scheme, h, written);
            }
            OptionalInt steps = OptionalInt.empty();
            if (option("steps") instanceof Ast written) {
                steps = OptionalInt.of((int) whole(written, 1, MOST_STEPS));
                differences = withStep(scheme, 1, written);
            }
            OptionalInt points = option("points") instanceof Ast written
                    ? OptionalInt.of((int) whole(written, 1, MOST_POINTS))
                    : OptionalInt.empty();
            long seed = option("seed") instanceof Ast written ? whole(written, 0, 1L << 53) : SEED;
            Format format = option("format") instanceof Ast written
                    ? choice(written, Format.values(), Format::wireName)
                    : Format.F64;
            OptionalDouble tolerance = OptionalDouble.empty();
            if (option("tolerance") instanceof Ast written) {
                tolerance = OptionalDouble.of(number.applyAsDouble(written));
                if (!(tolerance.getAsDouble() >= 0)) {
                    throw failure.at(Diagnostic.Code.DOMAIN, "a tolerance is not negative", written.span(), null);
                }
            }
            return new CheckOptions(differences, scheme.label(), steps, points, seed,
                    format, tolerance, option("probes") instanceof Ast written
                            ? choice(written, Probes.Choice.values(), kind -> kind.name().toLowerCase(Locale.ROOT))
                            : Probes.Choice.GENERIC,
                    seconds("timeout").orElse(TIMEOUT), seconds("budget"));
        }

        private Optional<Duration> seconds(String name) {
            if (!(option(name) instanceof Ast written)) {
                return Optional.empty();
            }
            double seconds = number.applyAsDouble(written);
            if (!(seconds > 0) || seconds > LONGEST_SECONDS) {
                throw failure.at(Diagnostic.Code.DOMAIN, "a time is a positive number of seconds", written.span(),
                        null);
            }
            return Optional.of(Duration.ofNanos((long) Math.max(1e6, seconds * 1e9)));
        }

        /** Refuses an option that is unknown, or has no meaning here. */
        private void refuse(Statement.Option option) {
            String name = option.name().name();
            if (!NAMES.contains(name)) {
                String suggestion = Spelling.suggestion(name, NAMES);
                throw failure.at(Diagnostic.Code.NAME, "a check has no option " + name, option.name().span(),
                        suggestion != null
                                ? "did you mean " + suggestion + "?"
                                : "there are "
                                        + String.join(", ", NAMES));
            }
            boolean box = check.where() instanceof Statement.Box;
            boolean claims = check.against() != null;
            String needs = switch (name) {
                case "scheme", "h" -> claims ? "no claims of others" : null;
                case "points", "seed" -> box ? null : "ranges: on x = 0..1";
                case "steps" -> check.where() instanceof Statement.Point && check.claiming() == null && !claims
                        ? null
                        : "a point, and no claim";
                case "format", "tolerance" -> check.claiming() != null || claims ? null : "a claim: claiming (6, 8)";
                case "probes" -> box && claims ? null : "ranges, against a program";
                case "timeout" -> check.against() instanceof Statement.ClaimProgram ? null : "a program";
                case "budget" -> claims ? null : "a file or a program of claims";
                default -> null;
            };
            if (needs != null) {
                throw failure.at(Diagnostic.Code.SYNTAX, name + " is for a check with " + needs, option.name().span(),
                        null);
            }
        }

        private @Nullable Ast option(String name) {
            return check.options().stream().filter(option -> option.name().name().equals(name))
                    .map(Statement.Option::value).findFirst().orElse(null);
        }

        private FixedStep withStep(Scheme scheme, double h, Ast written) {
            FixedStep fixed = scheme.withStep(h);
            if (fixed == null) {
                throw failure.at(Diagnostic.Code.SYNTAX, scheme.wireName() + " finds its steps itself", written.span(),
                        "a step is given to central, forward or backward");
            }
            return fixed;
        }

        private <T> T choice(Ast written, T[] values, Function<T, String> name) {
            List<String> names = new ArrayList<>();
            for (T value : values) {
                names.add(name.apply(value));
                if (written instanceof Ast.Name word && word.name().equals(name.apply(value))) {
                    return value;
                }
            }
            throw failure.at(Diagnostic.Code.NAME, "this has to be a name", written.span(),
                    "one of " + String.join(", ", names));
        }

        private long whole(Ast written, long least, long most) {
            double value = number.applyAsDouble(written);
            if (value != Math.rint(value) || value < least || value > most) {
                throw failure.at(Diagnostic.Code.DOMAIN, "a whole number from " + least + " to " + most + " is needed",
                        written.span(), null);
            }
            return (long) value;
        }
    }
}
