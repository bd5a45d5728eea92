package org.adequal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

import org.adequal.optimize.BatchDescent;
import org.adequal.optimize.CommonsMath;
import org.adequal.optimize.Descent;
import org.adequal.optimize.LevenbergMarquardt;
import org.adequal.optimize.Limits;
import org.adequal.optimize.LimitedMemory;
import org.adequal.optimize.LineSearch;
import org.adequal.optimize.Method;
import org.adequal.optimize.Newton;
import org.adequal.optimize.Rule;
import org.adequal.optimize.Slope;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Identifier;
import org.adequal.syntax.Span;
import org.adequal.syntax.Spelling;
import org.adequal.syntax.Statement;
import org.jspecify.annotations.Nullable;

/**
 * How a minimum is to be looked for.
 *
 * @param methods one, or in a sweep the same with one rate after the other
 * @param sweep   whether rates are compared
 */
record MinimizeOptions(List<Method> methods, boolean sweep, Limits limits) {
    private static final double USUAL_RATE = 0.1;
    private static final double USUAL_ADAM_RATE = 0.01;
    private static final long USUAL_STEPS = 10_000;
    private static final long USUAL_EPOCHS = 100;
    private static final int USUAL_BATCH = 32;
    private static final double USUAL_TOLERANCE = 1e-10;
    private static final long MOST_STEPS = 1_000_000_000;
    private static final int MOST_RATES = 100;
    private static final double LONGEST = 1e6;

    /** The methods that can be asked for, each with its options besides steps, tolerance and time. */
    enum Named {
        DESCENT("rate", "points", "gradient", "h", "search", "batch", "epochs"),
        SGD("rate", "points", "batch", "epochs"),
        MOMENTUM("rate", "points", "gradient", "h", "momentum", "batch", "epochs"),
        NESTEROV("rate", "points", "gradient", "h", "momentum", "batch", "epochs"),
        ADAM("rate", "points", "gradient", "h", "momentum", "batch", "epochs"),
        NEWTON(),
        BFGS(),
        CONJUGATE_GRADIENT(),
        LEVENBERG_MARQUARDT(),
        SIMPLEX(),
        POWELL(),
        CMA_ES();

        private final List<String> options;

        Named(String... options) {
            this.options = List.of(options);
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean hasRate() {
            return options.contains("rate");
        }
    }

    private static final List<String> COMMON = List.of("steps", "tolerance", "time", "seed");

    /** What reading needs of its surroundings: an error at a place, the number that an expression means. */
    interface Reading {
        DiagnosticException error(Diagnostic.Code code, String message, @Nullable Span span, @Nullable String hint);

        double number(Ast ast);
    }

    /**
     * The options of a statement, the usual ones where it has none.
     *
     * @param usual  the method where none is named
     * @param budget how long it may take unless the statement says
     */
    static MinimizeOptions read(Statement.Minimize statement, Named usual, Duration budget, Reading reading) {
        return new Reader(statement, reading).read(usual, budget);
    }

    /** How long the statement asks for, if it does. */
    static @Nullable Duration time(Statement.Minimize statement, Reading reading) {
        return new Reader(statement, reading).time();
    }

    /** The seed of what is drawn, 1 unless the statement says. */
    static long seed(Statement.Minimize statement, Reading reading) {
        return new Reader(statement, reading).seed();
    }

    private record Reader(Statement.Minimize statement, Reading reading) {

        MinimizeOptions read(Named usual, Duration budget) {
            Named method = statement.by() instanceof Identifier by ? named(by) : usual;
            statement.settings().forEach(setting -> refuse(setting, method));
            OptionalInt batch = batch(method);
            String counter = batch.isPresent() ? "epochs" : "steps";
            if (option(batch.isPresent() ? "steps" : "epochs") instanceof Ast other) {
                throw reading.error(Diagnostic.Code.SYNTAX, batch.isPresent()
                        ? "batches are counted in epochs"
                        : "epochs are for batches", other.span(),
                        batch.isPresent()
                                ? "write epochs = 10"
                                : "add batch = 100");
            }
            boolean all = option(counter) != null && option("tolerance") == null && method.hasRate();
            long steps = option(counter) instanceof Ast written
                    ? whole(written, 0, MOST_STEPS)
                    : batch.isPresent() ? USUAL_EPOCHS : USUAL_STEPS;
            double tolerance = option("tolerance") instanceof Ast written
                    ? notNegative(written)
                    : all || !isLed(method) ? 0 : USUAL_TOLERANCE;
            Duration time = time();
            Limits limits = Limits.steps(steps).withGradient(tolerance).within(time == null ? budget : time);
            List<Double> rates = rates(method);
            List<Method> methods = rates.isEmpty()
                    ? List.of(method(method))
                    : rates.stream().<Method>map(rate -> batch.isPresent()
                            ? new BatchDescent(descent(method, rate), batch.getAsInt(), seed())
                            : descent(method, rate)).toList();
            return new MinimizeOptions(methods, rates.size() > 1, limits);
        }

        /** Whether the method stops by itself where the gradient is small. */
        private static boolean isLed(Named method) {
            return switch (method) {
                case DESCENT, SGD, MOMENTUM, NESTEROV, ADAM, NEWTON, BFGS, CONJUGATE_GRADIENT -> true;
                case LEVENBERG_MARQUARDT, SIMPLEX, POWELL, CMA_ES -> false;
            };
        }

        /** How many rows a step looks at; empty where it is all of them. */
        private OptionalInt batch(Named method) {
            if (option("batch") instanceof Ast written) {
                for (String whole : List.of("gradient", "h", "search")) {
                    if (option(whole) instanceof Ast other) {
                        throw reading.error(Diagnostic.Code.SYNTAX, whole + " is not for batches", other.span(), null);
                    }
                }
                return OptionalInt.of((int) whole(written, 1, Integer.MAX_VALUE));
            }
            return method == Named.SGD ? OptionalInt.of(USUAL_BATCH) : OptionalInt.empty();
        }

        long seed() {
            return option("seed") instanceof Ast written ? whole(written, 0, 1L << 53) : 1;
        }

        @Nullable
        Duration time() {
            if (!(option("time") instanceof Ast written)) {
                return null;
            }
            double seconds = reading.number(written);
            if (!(seconds > 0) || seconds > LONGEST) {
                throw reading.error(Diagnostic.Code.DOMAIN, "time is a positive number of seconds", written.span(),
                        null);
            }
            return Duration.ofNanos((long) (seconds * 1e9));
        }

        private Named named(Identifier by) {
            List<String> names = new ArrayList<>();
            String wanted = switch (by.name()) {
                case "gradient-descent", "steepest-descent" -> "descent";
                case "l-bfgs", "lbfgs" -> "bfgs";
                case "nelder-mead" -> "simplex";
                default -> by.name();
            };
            for (Named method : Named.values()) {
                if (method.wireName().equals(wanted)) {
                    return method;
                }
                names.add(method.wireName());
            }
            String suggestion = Spelling.suggestion(wanted, names);
            throw reading.error(Diagnostic.Code.NAME, "there is no method " + by, by.span(), suggestion != null
                    ? "did you mean " + suggestion + "?"
                    : "there are " + String.join(", ", names));
        }

        private void refuse(Statement.Setting setting, Named method) {
            Identifier name = setting.name();
            if (!COMMON.contains(name.name()) && !method.options.contains(name.name())) {
                Set<String> known = new TreeSet<>(COMMON);
                known.addAll(method.options);
                String suggestion = Spelling.suggestion(name.name(), known);
                throw reading.error(Diagnostic.Code.NAME, method.wireName() + " has no option " + name, name.span(),
                        suggestion != null
                                ? "did you mean " + suggestion + "?"
                                : "there are " + String.join(", ", known));
            }
            if (setting.to() != null && !name.name().equals("rate")) {
                throw reading.error(Diagnostic.Code.SYNTAX, "only rates can be a range", setting.to().span(), null);
            }
        }

        private @Nullable Ast option(String name) {
            return statement.settings().stream().filter(setting -> setting.name().name().equals(name))
                    .map(Statement.Setting::value).findFirst().orElse(null);
        }

        private Method method(Named method) {
            return switch (method) {
                case DESCENT, SGD, MOMENTUM, NESTEROV, ADAM -> new LimitedMemory(0, search());
                case NEWTON -> new Newton();
                case BFGS -> LimitedMemory.usual();
                case CONJUGATE_GRADIENT -> new CommonsMath(CommonsMath.Algorithm.CONJUGATE_GRADIENT, 0);
                case LEVENBERG_MARQUARDT -> new LevenbergMarquardt();
                case SIMPLEX -> new CommonsMath(CommonsMath.Algorithm.SIMPLEX, 0);
                case POWELL -> new CommonsMath(CommonsMath.Algorithm.POWELL, 0);
                case CMA_ES -> new CommonsMath(CommonsMath.Algorithm.CMA_ES, seed());
            };
        }

        private Descent descent(Named method, double rate) {
            Rule rule = switch (method) {
                case MOMENTUM -> Rule.MOMENTUM;
                case NESTEROV -> Rule.NESTEROV;
                case ADAM -> Rule.ADAM;
                case DESCENT, SGD, NEWTON, BFGS, CONJUGATE_GRADIENT, LEVENBERG_MARQUARDT, SIMPLEX, POWELL, CMA_ES ->
                    Rule.DESCENT;
            };
            double momentum = Descent.USUAL_MOMENTUM;
            if (option("momentum") instanceof Ast written) {
                momentum = notNegative(written);
                if (momentum >= 1) {
                    throw reading.error(Diagnostic.Code.DOMAIN, "a momentum is below 1", written.span(), null);
                }
            }
            return new Descent(rule, rate, momentum, slope());
        }

        private Slope slope() {
            boolean numeric = option("gradient") instanceof Ast written
                    && word(written, "exact", "numeric").equals("numeric");
            if (!(option("h") instanceof Ast written)) {
                return numeric ? new Slope.Numeric(Slope.Numeric.USUAL_STEP) : new Slope.Exact();
            }
            if (!numeric) {
                throw reading.error(Diagnostic.Code.SYNTAX, "a step h is for numeric gradients", written.span(),
                        "add gradient = numeric");
            }
            return new Slope.Numeric(positive(written));
        }

        private LineSearch search() {
            Ast written = option("search");
            return written == null || word(written, "armijo", "wolfe").equals("armijo")
                    ? LineSearch.ARMIJO
                    : LineSearch.WOLFE;
        }

        /** The rates to descend with; empty where there is none to choose. */
        private List<Double> rates(Named method) {
            if (!method.hasRate()) {
                return List.of();
            }
            Ast search = option("search");
            Statement.Setting rate = statement.settings().stream()
                    .filter(setting -> setting.name().name().equals("rate")).findFirst().orElse(null);
            if (search != null) {
                if (rate != null || option("gradient") != null || option("h") != null) {
                    throw reading.error(Diagnostic.Code.SYNTAX,
                            "a line search finds the rates itself, with the exact gradient", search.span(), null);
                }
                return List.of();
            }
            if (option("points") instanceof Ast points && (rate == null || rate.to() == null)) {
                throw reading.error(Diagnostic.Code.SYNTAX, "points are for a range of rates", points.span(),
                        "write rate = 1e-3..10, points = 9");
            }
            if (rate == null) {
                return List.of(method == Named.ADAM ? USUAL_ADAM_RATE : USUAL_RATE);
            }
            if (rate.value() instanceof Ast.ArrayLiteral list) {
                return list.entries().stream().map(this::positive).toList();
            }
            return rate.to() == null ? List.of(positive(rate.value())) : range(rate.value(), rate.to());
        }

        /** Rates that grow by the same factor, ten unless the number of points says otherwise. */
        private List<Double> range(Ast from, Ast to) {
            double low = positive(from);
            double high = positive(to);
            if (!(low < high)) {
                throw reading.error(Diagnostic.Code.DOMAIN, "this range ends before it begins", to.span(), null);
            }
            double decades = Math.log10(high / low);
            long points = option("points") instanceof Ast written
                    ? whole(written, 2, MOST_RATES)
                    : Math.clamp(Math.round(decades) + 1, 2, MOST_RATES);
            List<Double> rates = new ArrayList<>();
            for (int i = 0; i < points; i++) {
                double rate = i == points - 1 ? high : low * Math.pow(10, decades * i / (points - 1));
                // three digits are enough to choose by, and are easily typed
                rates.add(i == 0 || i == points - 1
                        ? rate
                        : Double.parseDouble(String.format(Locale.ROOT, "%.3g", rate)));
            }
            return rates;
        }

        private String word(Ast written, String... words) {
            for (String word : words) {
                if (written instanceof Ast.Name name && name.name().equals(word)) {
                    return word;
                }
            }
            throw reading.error(Diagnostic.Code.NAME, "this has to be a name", written.span(),
                    "one of " + String.join(", ", words));
        }

        private double positive(Ast written) {
            double value = reading.number(written);
            if (!(value > 0)) {
                throw reading.error(Diagnostic.Code.DOMAIN, "a positive number is needed", written.span(), null);
            }
            return value;
        }

        private double notNegative(Ast written) {
            double value = reading.number(written);
            if (!(value >= 0)) {
                throw reading.error(Diagnostic.Code.DOMAIN, "this is not negative", written.span(), null);
            }
            return value;
        }

        private long whole(Ast written, long least, long most) {
            double value = reading.number(written);
            if (value != Math.rint(value) || value < least || value > most) {
                throw reading.error(Diagnostic.Code.DOMAIN,
                        "a whole number from " + least + " to " + most + " is needed", written.span(), null);
            }
            return (long) value;
        }
    }
}
