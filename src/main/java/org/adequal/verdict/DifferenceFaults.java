package org.adequal.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.adequal.calculus.Forward;
import org.adequal.check.Formula;
import org.adequal.check.Numbers;
import org.adequal.eval.Program;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;

/**
 * Difference quotients passed off as derivatives, with the step recovered: a common one by evaluating the quotient, any
 * other from the leading term of its error, (h/2) f'' of a one-sided and (h^2/6) f''' of a central one.
 */
final class DifferenceFaults {
    /** Third derivatives of larger formulas are not taken. */
    private static final int MOST_STEPS = 2_000;
    private static final double LARGEST = 0.5;
    private static final int REFINEMENTS = 8;
    /** How many roundings of the formula's value a quotient is off. */
    private static final double NOISE = 8;
    private static final double TRUNCATION = 1e-12;
    private static final double TOO_GOOD = 1e-3;
    private static final double LEAST_BITS = 16;

    private DifferenceFaults() {}

    private enum Scheme {
        FORWARD("forward"),
        BACKWARD("backward"),
        CENTRAL("central");

        private final String label;

        Scheme(String label) {
            this.label = label;
        }

        double quotient(Program program, double[] point, int index, double h) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[index] += this == BACKWARD ? 0 : h;
            below[index] -= this == FORWARD ? 0 : h;
            return (program.run(above)[0] - program.run(below)[0]) / (this == CENTRAL ? 2 * h : h);
        }
    }

    private record Prepared(Program program) {}

    private static Program program(Formula formula) {
        return formula.attached(Prepared.class,
                f -> new Prepared(Program.of(List.of(f.value()), f.variables()))).program;
    }

    static List<Explanation> of(Suspicion suspicion) {
        if (suspicion.tape() == null) {
            return List.of();
        }
        List<Explanation> found = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            for (double h : steps()) {
                if (!suspicion.isOver() && suspicion.inAll(each -> isQuotient(suspicion.formula(), each, scheme, h))) {
                    found.add(explanation(scheme, h, 2.3, ""));
                }
            }
            if (suspicion.inAll(each -> isScaledQuotient(suspicion.formula(), each, scheme))) {
                found.add(Explanation.of(Kind.FINITE_DIFFERENCE, 3, "the claim is a " + scheme.label
                        + " difference with a step relative to the coordinate"));
            }
        }
        if (found.isEmpty()) {
            for (Scheme scheme : Scheme.values()) {
                recovered(suspicion, scheme).ifPresent(h -> found.add(explanation(scheme, h, 4, "about ")));
            }
        }
        if (found.isEmpty()) {
            noise(suspicion, found);
        }
        return found;
    }

    private static Explanation explanation(Scheme scheme, double h, double cost, String about) {
        return Explanation.of(Kind.FINITE_DIFFERENCE, cost, "the claim is a " + scheme.label
                + " difference with the step h = " + about + Numbers.show(h));
    }

    private static List<Double> steps() {
        List<Double> steps = new ArrayList<>();
        for (int k = 1; k <= 12; k++) {
            for (int digit = 1; digit <= 9; digit++) {
                steps.add(Double.parseDouble(digit + "e-" + k));
            }
        }
        for (int k = 10; k <= 40; k++) {
            steps.add(Math.scalb(1.0, -k));
        }
        steps.add(Math.sqrt(Math.ulp(1.0)));
        steps.add(Math.cbrt(Math.ulp(1.0)));
        return steps;
    }

    private static int coordinate(Formula formula, int component) {
        return formula.variables().indexOf(formula.wrt().get(component));
    }

    /** The step along each variable. */
    private interface Steps {
        double at(double coordinate);
    }

    private static boolean isQuotient(Formula formula, Case each, Scheme scheme, double h) {
        return isQuotient(formula, each, scheme, _ -> h);
    }

    /** The usual choices of programs: h = sqrt(eps) or cbrt(eps) times max(1, |x|) or |x|. */
    private static boolean isScaledQuotient(Formula formula, Case each, Scheme scheme) {
        for (double base : new double[]{Math.sqrt(Math.ulp(1.0)), Math.cbrt(Math.ulp(1.0)), 1e-4, 1e-5, 1e-6, 1e-7}) {
            if (isQuotient(formula, each, scheme, x -> base * Math.max(1, Math.abs(x)))
                    || isQuotient(formula, each, scheme, x -> base * Math.abs(x))
                    || isQuotient(formula, each, scheme, x -> base * (1 + Math.abs(x)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the wrong components are quotients, by more digits than chance gives to one of hundreds of steps, and the
     * others are as far off as rounding puts a quotient.
     */
    private static boolean isQuotient(Formula formula, Case each, Scheme scheme, Steps steps) {
        Program program = program(formula);
        double rounding = roundingOfValue(formula, each);
        double bits = 0;
        for (int i = 0; i < each.size(); i++) {
            int at = coordinate(formula, i);
            double h = steps.at(each.point()[at]);
            double quotient = scheme.quotient(program, each.point(), at, h);
            double noise = rounding / h;
            double off = Math.abs(each.claim()[i] - quotient);
            double residual = Math.abs(each.residual(i));
            if (each.isWrong()[i]) {
                if (!(off <= Math.min(noise + TRUNCATION * Math.abs(quotient), residual / 8))) {
                    return false;
                }
                bits += Math.log(residual / Math.max(off, Math.ulp(each.claim()[i]))) / Math.log(2);
            } else if (!(off <= noise + TRUNCATION * Math.abs(quotient))
                    || residual <= TOO_GOOD * noise && Math.abs(quotient - each.truth()[i]) > 50 * TOO_GOOD * noise) {
                return false;
            }
        }
        return bits >= LEAST_BITS;
    }

    /** How far rounding moves the formula's value, or so. */
    private static double roundingOfValue(Formula formula, Case each) {
        double value = Math.abs(program(formula).run(each.point())[0]);
        double bound = formula.accuracy(each.format()).at(each.point()).value();
        return NOISE * each.format().roundoff() * value + (Double.isFinite(bound) ? 2 * bound : 0);
    }

    /** A step that explains every component of every case. */
    private static OptionalDouble recovered(Suspicion suspicion, Scheme scheme) {
        Formula formula = suspicion.formula();
        if (program(formula).size() > MOST_STEPS || suspicion.informative() < 2) {
            return OptionalDouble.empty();
        }
        Case first = suspicion.cases().getFirst();
        int worst = 0;
        for (int i = 0; i < first.size(); i++) {
            if (Math.abs(first.residual(i)) > Math.abs(first.residual(worst))) {
                worst = i;
            }
        }
        Variable variable = formula.wrt().get(worst);
        int at = coordinate(formula, worst);
        Expr second = Forward.derivative(formula.gradient().get(worst), variable);
        Expr higher = scheme == Scheme.CENTRAL ? Forward.derivative(second, variable) : second;
        double curvature = Program.of(List.of(higher), formula.variables()).run(first.point())[0];
        double h = switch (scheme) {
            case FORWARD -> 2 * first.residual(worst) / curvature;
            case BACKWARD -> -2 * first.residual(worst) / curvature;
            case CENTRAL -> Math.sqrt(6 * first.residual(worst) / curvature);
        };
        Program program = program(formula);
        for (int i = 0; i < REFINEMENTS && h > 0 && Double.isFinite(h); i++) {
            double off = scheme.quotient(program, first.point(), at, h) - first.truth()[worst];
            double next = h * (scheme == Scheme.CENTRAL
                    ? Math.sqrt(first.residual(worst) / off)
                    : first.residual(worst) / off);
            if (!Double.isFinite(next)) {
                break;
            }
            h = next;
        }
        double step = h;
        return h > 0 && h < LARGEST
                && suspicion.inAll(each -> isQuotient(formula, each, scheme, step))
                        ? OptionalDouble.of(h)
                        : OptionalDouble.empty();
    }

    /** No step reproduces the digits, but the claim is as far off as rounding puts a quotient. */
    private static void noise(Suspicion suspicion, List<Explanation> found) {
        if (suspicion.wrongOnes() < 2) {
            return;
        }
        for (double h : new double[]{1e-4, 1e-5, 1e-6, 1e-7, 1e-8}) {
            if (suspicion.inAll(each -> {
                double noise = roundingOfValue(suspicion.formula(), each) / h;
                for (int i = 0; i < each.size(); i++) {
                    if (Math.abs(each.residual(i)) > noise + 1e-9 * Math.abs(each.truth()[i])) {
                        return false;
                    }
                }
                return true;
            })) {
                found.add(Explanation.of(Kind.FINITE_DIFFERENCE, 8,
                        "the claim is off by as much as a difference quotient with a step near " + Numbers.show(h)));
                return;
            }
        }
    }
}
