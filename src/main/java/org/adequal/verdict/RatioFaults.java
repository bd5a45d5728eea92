package org.adequal.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.adequal.check.Numbers;

/** Faults that multiply components: by a number, the same for all, or by something made of their own variable. */
final class RatioFaults {
    private static final Map<String, Double> CONSTANTS = constants();
    private static final Map<String, DoubleUnaryOperator> OF_VARIABLE = ofVariable();

    private RatioFaults() {}

    private static Map<String, Double> constants() {
        Map<String, Double> constants = new LinkedHashMap<>();
        for (int n : new int[]{3, 4, 5, 6, 8, 10, 100, 1000}) {
            constants.put(String.valueOf(n), (double) n);
            constants.put("1/" + n, 1.0 / n);
        }
        constants.put("pi/180 (degrees for radians)", Math.PI / 180);
        constants.put("180/pi (radians for degrees)", 180 / Math.PI);
        constants.put("log(2) (another base of the logarithm)", Math.log(2));
        constants.put("1/log(2) (another base of the logarithm)", 1 / Math.log(2));
        constants.put("log(10) (another base of the logarithm)", Math.log(10));
        constants.put("1/log(10) (another base of the logarithm)", 1 / Math.log(10));
        constants.put("pi", Math.PI);
        constants.put("1/pi", 1 / Math.PI);
        constants.put("2*pi", 2 * Math.PI);
        constants.put("1/(2*pi)", 1 / (2 * Math.PI));
        constants.put("sqrt(2)", Math.sqrt(2));
        constants.put("1/sqrt(2)", Math.sqrt(0.5));
        constants.put("sqrt(2*pi)", Math.sqrt(2 * Math.PI));
        constants.put("1/sqrt(2*pi)", 1 / Math.sqrt(2 * Math.PI));
        constants.put("-2", -2.0);
        constants.put("-1/2", -0.5);
        return constants;
    }

    private static Map<String, DoubleUnaryOperator> ofVariable() {
        Map<String, DoubleUnaryOperator> of = new LinkedHashMap<>();
        of.put("the variable: the derivative by its logarithm", x -> x);
        of.put("1 over the variable: the derivative by log where by the variable is asked", x -> 1 / x);
        of.put("exp of the variable", Math::exp);
        of.put("1 over exp of the variable", x -> Math.exp(-x));
        of.put("the square of the variable", x -> x * x);
        of.put("minus the square of the variable: the derivative by its inverse", x -> -x * x);
        of.put("1 over the square of the variable", x -> 1 / (x * x));
        of.put("minus 1 over the square of the variable", x -> -1 / (x * x));
        of.put("twice the variable: the derivative by a square root", x -> 2 * x);
        of.put("1 over twice the variable: the derivative by its square", x -> 1 / (2 * x));
        of.put("the slope of the sigmoid at the variable", x -> sigmoid(x) * sigmoid(-x));
        of.put("x*(1 - x) of the variable: the derivative by its logit", x -> x * (1 - x));
        of.put("1/(x*(1 - x)) of the variable: the derivative by its sigmoid", x -> 1 / (x * (1 - x)));
        of.put("the sigmoid of the variable: the slope of softplus", RatioFaults::sigmoid);
        of.put("the slope of tanh at the variable", x -> 1 - Math.tanh(x) * Math.tanh(x));
        of.put("1 - x^2 of the variable: the derivative by atanh", x -> 1 - x * x);
        of.put("1 over 1 - exp(-x) of the variable: the derivative by inverse softplus", x -> -1 / Math.expm1(-x));
        of.put("1 - exp(-x) of the variable: the derivative by inverse softplus", x -> -Math.expm1(-x));
        of.put("the square root of the variable", Math::sqrt);
        return of;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static boolean isRatio(Suspicion suspicion, double ratio) {
        return suspicion.inAll(each -> each.fits(scaled(each, ratio)));
    }

    private static boolean isRatioOfWrongOnes(Suspicion suspicion, double ratio) {
        return suspicion.inAll(each -> each.fitsWrongOnes(scaled(each, ratio)));
    }

    private static double[] scaled(Case each, double ratio) {
        return IntStream.range(0, each.size()).mapToDouble(i -> ratio * each.truth()[i]).toArray();
    }

    /** The sign of everything, or of some components. */
    static List<Explanation> sign(Suspicion suspicion) {
        if (isRatio(suspicion, -1)) {
            return List.of(Explanation.of(Kind.SIGN, 1, "the sign is wrong: the claim is minus the derivative"));
        }
        return isRatioOfWrongOnes(suspicion, -1)
                ? List.of(Explanation.of(Kind.SIGN, 2.5, "the sign of what is wrong is wrong"))
                : List.of();
    }

    /** A number that everything, or some components, are multiplied by. */
    static List<Explanation> factor(Suspicion suspicion) {
        List<Explanation> found = new ArrayList<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("2", 2.0);
        numbers.put("1/2", 0.5);
        numbers.putAll(CONSTANTS);
        numbers.forEach((name, ratio) -> {
            double cost = CONSTANTS.containsKey(name) ? 4.6 : 2;
            if (isRatio(suspicion, ratio)) {
                found.add(Explanation.of(Kind.FACTOR, cost, "the claim is the derivative times " + name));
            } else if (isRatioOfWrongOnes(suspicion, ratio)) {
                found.add(Explanation.of(Kind.FACTOR, cost + 1.5, "what is wrong is the derivative times " + name));
            }
        });
        if (found.isEmpty() && suspicion.informative() >= 3) {
            Case first = suspicion.cases().getFirst();
            double ratio = ratio(first);
            if (isRatio(suspicion, ratio) && ratio != 0) {
                found.add(Explanation.of(Kind.FACTOR, 7, "the claim is the derivative times " + Numbers.show(ratio)));
            }
        }
        return found;
    }

    private static double ratio(Case each) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < each.size(); i++) {
            product += each.claim()[i] * each.truth()[i];
            square += each.truth()[i] * each.truth()[i];
        }
        return product / square;
    }

    /** The number of terms of a sum, or one over it. */
    static List<Explanation> mean(Suspicion suspicion) {
        List<Explanation> found = new ArrayList<>();
        Set<Integer> means = suspicion.means();
        for (int n : suspicion.arities()) {
            double cost = means.contains(n) ? 1.5 : n == 2 ? 4 : 3;
            Map<String, Double> ratios = new LinkedHashMap<>();
            ratios.put("the claim is " + n + " times the derivative: a division by " + n + " is missing", (double) n);
            ratios.put(
                    "the claim is the derivative divided by " + n + ": a mean is taken where there is none, or twice",
                    1.0 / n);
            ratios.put("the claim is off by the factor " + n + "/" + (n - 1) + ": " + n + " - 1 for " + n,
                    n / (n - 1.0));
            ratios.put("the claim is off by the factor " + (n - 1) + "/" + n + ": " + n + " for " + n + " - 1",
                    (n - 1.0) / n);
            if (n > 2) {
                ratios.put("the claim is off by the factor " + n + "^2", (double) n * n);
            }
            ratios.forEach((text, ratio) -> {
                double extra = ratio == n || ratio == 1.0 / n ? 0 : 1;
                if (isRatio(suspicion, ratio)) {
                    found.add(Explanation.of(Kind.MISSING_MEAN, cost + extra, text));
                } else if (isRatioOfWrongOnes(suspicion, ratio)) {
                    found.add(Explanation.of(Kind.MISSING_MEAN, cost + extra + 2, text));
                }
            });
        }
        return found;
    }

    /** Each component times the same function of its own variable. */
    static List<Explanation> reparametrised(Suspicion suspicion) {
        if (suspicion.tape() == null) {
            return List.of();
        }
        int[] coordinates = suspicion.formula().wrt().stream()
                .mapToInt(variable -> suspicion.formula().variables().indexOf(variable)).toArray();
        List<Explanation> found = new ArrayList<>();
        OF_VARIABLE.forEach((name, ratio) -> {
            boolean all = suspicion.inAll(each -> each.fits(times(each, coordinates, ratio)));
            if (all || suspicion.inAll(each -> each.fitsWrongOnes(times(each, coordinates, ratio)))) {
                double cost = (all ? 3.2 : 5) + (suspicion.wrongOnes() == 1 ? 1.5 : 0)
                        + (name.startsWith("the variable") || name.startsWith("1 over the variable") ? 0 : 0.3);
                found.add(Explanation.of(Kind.REPARAMETRISED, cost, "the claim is the derivative times " + name));
            }
        });
        return found;
    }

    private static double[] times(Case each, int[] coordinates, DoubleUnaryOperator ratio) {
        return IntStream.range(0, each.size())
                .mapToDouble(i -> each.truth()[i] * ratio.applyAsDouble(each.point()[coordinates[i]])).toArray();
    }
}
