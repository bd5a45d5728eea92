package org.adequal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.germ.Finding;
import org.adequal.check.germ.GermAnalysis;
import org.adequal.check.germ.Side;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** A formula without derivative operators at a point where doubles do not settle what kind of point it is. */
record Closely(Expr formula, List<Variable> variables, Blame blame) {

    /**
     * Value, partial derivatives and status.
     *
     * @param value    the value in doubles, as far as it is known
     * @param partials what doubles have settled already; what is unknown is looked at
     */
    PointResult at(double[] point, Quantity value, Map<Variable, PointResult.Partial> partials) {
        Map<Variable, Rational> exact = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            exact.put(variables.get(i), Rational.of(point[i]));
        }
        GermAnalysis analysis = GermAnalysis.of(formula, exact);
        return switch (analysis.value()) {
            case GermAnalysis.Undefined(String why) -> {
                Map<Variable, PointResult.Partial> none = new LinkedHashMap<>(partials);
                none.replaceAll((_, _) -> new PointResult.Partial(Quantity.NONE, Status.UNDEFINED));
                yield new PointResult(Quantity.NONE, none, false, blame.undefined(point, why));
            }
            case GermAnalysis.Hidden(String why) -> new PointResult(value, partials, null, why);
            case GermAnalysis.Decided(double nearest, boolean _) -> {
                Map<Variable, Finding> findings = new LinkedHashMap<>();
                Map<Variable, PointResult.Partial> decided = new LinkedHashMap<>(partials);
                partials.forEach((variable, partial) -> {
                    if (partial.status() == Status.UNKNOWN) {
                        Finding finding = analysis.along(variable);
                        findings.put(variable, finding);
                        decided.put(variable, partial(finding));
                    }
                });
                yield new PointResult(Quantity.of(nearest), decided,
                        differentiable(analysis, decided), why(point, findings, decided));
            }
        };
    }

    /** Whether the function of all variables the formula has is differentiable as a whole. */
    private @Nullable Boolean differentiable(GermAnalysis analysis, Map<Variable, PointResult.Partial> partials) {
        if (partials.values().stream().map(PointResult.Partial::status)
                .anyMatch(status -> status != Status.SMOOTH && status != Status.UNKNOWN)) {
            return false;
        }
        List<Variable> all = Graph.variables(formula);
        // of one variable, a partial derivative is the derivative
        return all.size() <= 1 && partials.keySet().containsAll(all)
                && partials.values().stream().allMatch(partial -> partial.status() == Status.SMOOTH)
                        ? Boolean.TRUE
                        : analysis.isDifferentiable(all);
    }

    private static PointResult.Partial partial(Finding finding) {
        Status status = status(finding);
        Quantity left = slope(finding.left());
        Quantity right = slope(finding.right());
        Quantity slope = switch (status) {
            case SMOOTH -> right;
            case EDGE -> finding.left() instanceof Side.Slope
                    ? left
                    : finding.right() instanceof Side.Slope ? right : Quantity.NONE;
            case UNDEFINED, JUMP, OSCILLATING, INFINITE, KINK, UNKNOWN -> Quantity.NONE;
        };
        return new PointResult.Partial(slope, status,
                status == Status.SMOOTH ? null : new PointResult.Sides(left, right));
    }

    private static Quantity slope(Side side) {
        return switch (side) {
            case Side.Slope(double value) -> Quantity.of(value);
            case Side.Infinite(int sign) -> Quantity.of(sign * Double.POSITIVE_INFINITY);
            case Side.Jump _,Side.Oscillating _,Side.Absent _,Side.Hidden _ -> Quantity.NONE;
        };
    }

    /** The worst that both sides make together; a jump stays one whatever is hidden on the other side. */
    private static Status status(Finding finding) {
        List<Side> sides = List.of(finding.left(), finding.right());
        if (sides.stream().allMatch(Side.Absent.class::isInstance)) {
            return Status.UNDEFINED;
        }
        if (sides.stream().anyMatch(Side.Jump.class::isInstance)) {
            return Status.JUMP;
        }
        if (sides.stream().anyMatch(Side.Hidden.class::isInstance)) {
            return Status.UNKNOWN;
        }
        if (sides.stream().anyMatch(Side.Oscillating.class::isInstance)) {
            return Status.OSCILLATING;
        }
        if (sides.stream().anyMatch(Side.Absent.class::isInstance)) {
            return Status.EDGE;
        }
        if (sides.stream().anyMatch(Side.Infinite.class::isInstance)) {
            return Status.INFINITE;
        }
        return finding.smooth() ? Status.SMOOTH : Status.KINK;
    }

    /** In words, what the worst of the variables is like and which part makes it so; null where all is well. */
    private @Nullable String why(double[] point, Map<Variable, Finding> findings,
            Map<Variable, PointResult.Partial> partials) {
        Status worst = Status.worst(partials.values().stream().map(PointResult.Partial::status).toList());
        for (Map.Entry<Variable, Finding> entry : findings.entrySet()) {
            PointResult.Partial partial = partials.get(entry.getKey());
            if (partial != null && partial.status() == worst && worst != Status.SMOOTH) {
                List<String> words = new ArrayList<>(
                        List.of("along " + entry.getKey().name() + " " + words(worst, entry.getValue())));
                String culprit = worst == Status.UNKNOWN ? null : blame.notOrdinary(point);
                if (culprit != null) {
                    words.add(culprit);
                }
                return String.join("; ", words);
            }
        }
        if (partials.values().stream().anyMatch(p -> p.status() == Status.SMOOTH && !p.slope().exists())) {
            return "double arithmetic overflows on the way, and enclosures do not give the number either";
        }
        boolean assumed = findings.values().stream().anyMatch(finding -> !finding.proven());
        return assumed ? "a number that vanishes to hundreds of digits was taken to be 0" : null;
    }

    private static String words(Status status, Finding finding) {
        return switch (status) {
            case KINK, INFINITE -> "the slope is " + words(finding.left()) + " on the left and "
                    + words(finding.right()) + " on the right";
            case EDGE -> finding.left() instanceof Side.Absent(String why)
                    ? "there is nothing on the left, where " + why + "; the slope on the right is "
                            + words(finding.right())
                    : "there is nothing on the right, where " + absent(finding.right())
                            + "; the slope on the left is " + words(finding.left());
            case JUMP -> "the function jumps"
                    + (finding.left() instanceof Side.Jump
                            ? finding.right() instanceof Side.Jump ? "" : " on the left"
                            : " on the right");
            case OSCILLATING -> "the slopes of chords have no limit";
            case UNDEFINED -> "there are no values nearby on either side: " + absent(finding.left());
            case UNKNOWN -> "it could not be decided: "
                    + (finding.left() instanceof Side.Hidden(String why) ? why : hidden(finding.right()));
            case SMOOTH -> "the slope is " + words(finding.right());
        };
    }

    private static String words(Side side) {
        return switch (side) {
            case Side.Slope(double value) -> Numbers.show(value) + (Double.isInfinite(value) ? " (too large)" : "");
            case Side.Infinite(int sign) -> sign > 0 ? "infinite" : "minus infinite";
            case Side.Jump _ -> "none, for a jump";
            case Side.Oscillating _ -> "none";
            case Side.Absent _ -> "none";
            case Side.Hidden _ -> "unknown";
        };
    }

    private static String absent(Side side) {
        return side instanceof Side.Absent(String why) ? why : "";
    }

    private static String hidden(Side side) {
        return side instanceof Side.Hidden(String why) ? why : "";
    }
}
