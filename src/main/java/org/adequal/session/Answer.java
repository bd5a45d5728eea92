package org.adequal.session;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.Agreement;
import org.adequal.check.Box;
import org.adequal.check.BoxEnclosure;
import org.adequal.check.Certified;
import org.adequal.check.PointCheck;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.claims.Census;
import org.adequal.expr.Shape;
import org.adequal.expr.Variable;
import org.adequal.optimize.ArrayObjective;
import org.adequal.optimize.Finding;
import org.adequal.number.DifferenceError;
import org.adequal.verdict.Judgement;
import org.jspecify.annotations.Nullable;

/** What a statement answers, as values; {@link Text} and the oracle's JSON spell it. */
public sealed interface Answer {

    /** What a check found; an answer that compares nothing has nothing to disagree with. */
    default Agreement agreement() {
        return Agreement.AGREE;
    }

    /** Words: what was defined, forgotten, is known, or helps. */
    record Message(String text) implements Answer {}

    /** A formula with free variables, remembered as {@code ans}; and why it is defined nowhere, if it is not. */
    record Remembered(String formula, @Nullable String nowhere) implements Answer {}

    /** A value, at a point if it has variables. */
    record Value(Place place, Quantity value, @Nullable String why) implements Answer {}

    /** An expression that holds where its condition does; at a point, its value there. */
    record Expression(Shown shown, @Nullable At at) implements Answer {}

    /** The values of an array's elements, in row-major order, at a point if it has variables. */
    record ArrayValue(Place place, List<Quantity> values, List<Integer> dimensions, @Nullable String why)
            implements
                Answer {}

    /** The derivatives of an array by each variable, and at a point their elements in row-major order. */
    record ArrayJacobian(List<Variable> variables, List<Shown> derivatives, @Nullable Place place,
            List<PointResult> results, List<Integer> dimensions) implements Answer {}

    /** The partial derivatives, and at a point their values. */
    record Gradient(List<Variable> variables, List<Shown> partials, @Nullable Place place, @Nullable PointResult result)
            implements
                Answer {}

    /** The second derivatives, and at a point their values. */
    record Hessian(List<Variable> variables, List<List<Shown>> entries, @Nullable Place place,
            @Nullable PointResult result, List<List<Quantity>> values) implements Answer {}

    /** The derivatives of each element of an array, and at a point their values. */
    record Jacobian(List<Variable> variables, List<List<Shown>> rows, @Nullable Place place, List<PointResult> results)
            implements
                Answer {}

    /** Exact derivatives beside numeric ones, and a claim where one is judged. */
    record Check(String formula, List<Variable> variables, List<Shown> partials, Place place, String differences,
            PointCheck check, Certified certified, @Nullable Judgement claim) implements Answer {
        /** Whether the enclosure shows that exact and numeric derivatives agree. */
        public boolean isProven() {
            return check.agreement() == Agreement.AGREE && certified.shows(check);
        }

        @Override
        public Agreement agreement() {
            Agreement own = check.agreement();
            if (claim == null || own == Agreement.DISAGREE) {
                return own;
            }
            return switch (claim.verdict()) {
                case RIGHT -> Agreement.AGREE;
                case WRONG -> Agreement.DISAGREE;
                case UNDECIDED -> Agreement.CANNOT_TELL;
            };
        }
    }

    /**
     * The same at many points, the statement that checks the worst of them alone, and what is proven on the whole box.
     *
     * @param sides the variables of the box, in its order
     */
    record BoxCheck(String formula, List<Variable> variables, List<Shown> partials, Box.Census census,
            @Nullable String worst, BoxEnclosure proven, List<Variable> sides) implements Answer {
        @Override
        public Agreement agreement() {
            return census.agreement();
        }
    }

    /**
     * The claims of a file or a program judged.
     *
     * @param variables of a point
     * @param wrt       of a claim
     * @param source    the file or program, as in the statement
     * @param remarks   what else there is to know
     * @param alone     a command that judges the worst claim alone; null without one
     * @param repeat    a command that does all of it again; null where it were too long
     */
    record Claims(String formula, List<Variable> variables, List<Variable> wrt, String source, Census census,
            List<String> remarks, @Nullable String alone, @Nullable String repeat) implements Answer {
        @Override
        public Agreement agreement() {
            return census.agreement();
        }
    }

    /** The error of a difference for many steps. */
    record Steps(String formula, Variable variable, Shown derivative, Place place, Double exact, String scheme,
            DifferenceError error) implements Answer {}

    /**
     * A picture.
     *
     * @param file where it was written; null where it is to be shown
     */
    record Picture(org.adequal.chart.Picture picture, @Nullable String file) implements Answer {}

    /**
     * What searches for a minimum found.
     *
     * @param variables what moves; a point is their numbers, one array after the other
     * @param sizes     the values of the names in their shapes
     * @param from      where they began
     * @param findings  one, or one for each rate of a sweep
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Minimum(String formula, List<Variable> variables, Map<String, Long> sizes, double[] from,
            List<Finding> findings, boolean sweep) implements Answer {

        /** The finding with the lowest value at its end. */
        public Finding best() {
            return findings.stream().min(Comparator.comparingDouble(Minimum::end)).orElseThrow();
        }

        private static double end(Finding finding) {
            double value = finding.search().last().value();
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }

        /** A point by the names of the variables. */
        public Map<String, org.adequal.expr.ArrayValue> arrays(double[] point) {
            Map<String, org.adequal.expr.ArrayValue> arrays = new LinkedHashMap<>();
            int at = 0;
            for (Variable variable : variables) {
                Shape shape = variable.shape().bound(sizes);
                int length = ArrayObjective.length(variable, sizes);
                arrays.put(variable.name(),
                        new org.adequal.expr.ArrayValue(shape, Arrays.copyOfRange(point, at, at + length)));
                at += length;
            }
            return arrays;
        }

        /** Whether all variables are numbers. */
        public boolean isScalar() {
            return variables.stream().allMatch(variable -> variable.shape().isScalar());
        }
    }

    /** The session is over. */
    record Quit() implements Answer {}

    /**
     * A text in the language and the condition under which it holds, null where it always does.
     *
     * @param nowhere why it holds nowhere; null if it may somewhere
     * @param special a shorter text with the condition under which it is the same; null where there is none
     */
    record Shown(String text, @Nullable String domain, int nodes, @Nullable String nowhere, @Nullable String special) {
        Shown(String text, @Nullable String domain, int nodes, @Nullable String nowhere) {
            this(text, domain, nodes, nowhere, null);
        }

        @Override
        public String toString() {
            return domain == null || nowhere != null ? text : text + " for " + domain;
        }
    }

    /** A point, by the names of its coordinates. */
    record Place(Map<Variable, Double> coordinates) {
        boolean isNowhere() {
            return coordinates.isEmpty();
        }
    }

    /** A value of an expression at a point; for a derivative that does not exist, what it is on both sides. */
    record At(Place place, PointResult result, PointResult.@Nullable Sides sides) {}
}
