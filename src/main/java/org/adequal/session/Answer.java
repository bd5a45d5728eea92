package org.adequal.session;

import java.util.List;
import java.util.Map;

import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** What a statement answers, as values; {@link Text} and the oracle's JSON spell it. */
public sealed interface Answer {

    /** Words: what was defined, forgotten, is known, or helps. */
    record Message(String text) implements Answer {}

    /** A formula with free variables, remembered as {@code ans}. */
    record Remembered(String formula) implements Answer {}

    /** A value, at a point if it has variables. */
    record Value(Place place, Quantity value, @Nullable String why) implements Answer {}

    /** An expression that holds where its condition does; at a point, its value there. */
    record Expression(Shown shown, @Nullable At at) implements Answer {}

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

    /** Exact derivatives beside central differences. */
    record Check(String formula, List<Variable> variables, List<Shown> partials, Place place, PointResult result,
            Map<Variable, Double> differences, Verdict verdict) implements Answer {}

    /** What a check finds. */
    enum Verdict {
        AGREE,
        DISAGREE,
        CANNOT_TELL
    }

    /** The session is over. */
    record Quit() implements Answer {}

    /** A text in the language and the condition under which it holds, null where it always does. */
    record Shown(String text, @Nullable String domain, int nodes) {
        @Override
        public String toString() {
            return domain == null ? text : text + " for " + domain;
        }
    }

    /** A point, by the names of its coordinates. */
    record Place(Map<Variable, Double> coordinates) {
        boolean isNowhere() {
            return coordinates.isEmpty();
        }
    }

    /** A value of an expression at a point. */
    record At(Place place, PointResult result) {}
}
