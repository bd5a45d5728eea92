package org.adequal.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.adequal.expr.Variable;

/**
 * Somebody's gradient judged.
 *
 * @param result     the formula at the point
 * @param components one for each variable, in the order of the formula's
 * @param diagnosis  what is wrong, where something is
 */
public record Judgement(PointResult result, List<Component> components, List<Diagnosis> diagnosis) {

    /** What a claim is; the worst first. */
    public enum Verdict {
        WRONG,
        UNDECIDED,
        RIGHT;

        /** The worst of several; right if there are none. */
        static Verdict worst(Collection<Verdict> verdicts) {
            return verdicts.stream().min(Enum::compareTo).orElse(RIGHT);
        }

        /** {@code right}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What kind of mistake it is. */
    public enum Kind {
        /** A number is claimed where no derivative exists. */
        UNDEFINED,
        /** NaN or an infinity is claimed where a derivative exists. */
        NOT_A_NUMBER,
        /** None of the known kinds. */
        UNEXPLAINED;

        /** {@code not-a-number}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is wrong, in words, with the components that it explains. */
    public record Diagnosis(Kind kind, String text, List<Variable> components) {
        public Diagnosis {
            components = List.copyOf(components);
        }
    }

    /**
     * One component of a claim.
     *
     * @param claimed   the number claimed, NaN and infinities included
     * @param estimate  the derivative in doubles
     * @param bound     how far off a right claim may be: the running error bound of the format; infinite where unknown
     * @param ulps      how far off the claim is, in units in the last place of the format; empty where there is none
     * @param condition the condition number of the derivative
     */
    public record Component(Variable variable, double claimed, PointResult.Partial estimate, double bound,
            OptionalDouble ulps, double condition, Verdict verdict) {

        /** How far off the claim is, in bounds; NaN where that means nothing. */
        public double bounds() {
            Double value = estimate.slope().value();
            return value == null ? Double.NaN : Math.abs(claimed - value) / bound;
        }
    }

    public Judgement {
        components = List.copyOf(components);
        diagnosis = List.copyOf(diagnosis);
    }

    /** The worst over the components. */
    public Verdict verdict() {
        return Verdict.worst(components.stream().map(Component::verdict).toList());
    }
}
