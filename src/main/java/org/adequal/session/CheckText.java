package org.adequal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.adequal.check.Accuracy;
import org.adequal.check.Agreement;
import org.adequal.check.Box;
import org.adequal.check.Certified;
import org.adequal.check.Numbers;
import org.adequal.check.PartialCheck;
import org.adequal.check.PointCheck;
import org.adequal.number.DifferenceError;
import org.adequal.number.Estimate;
import org.adequal.verdict.Judgement;
import org.adequal.verdict.Verdict;

/** Answers of checks as plain text: one screen each. */
final class CheckText {
    /** More rows than this do not fit on a screen: then those that matter are shown. */
    private static final int MOST_ROWS = 20;
    /** The automatic derivative may be off by this many bounds before it is called different. */
    private static final double WITNESS = 16;
    private static final String NOTHING = "-";

    private CheckText() {}

    static String of(Answer.Check check) {
        Judgement claim = check.claim();
        List<List<String>> table = new ArrayList<>();
        Certified certified = check.certified();
        List<String> header = new ArrayList<>(claim == null
                ? List.of("", "exact", check.differences(), "error bound")
                : List.of("", "exact", "claimed", check.differences(), "error bound"));
        if (certified.smooth()) {
            header.add("enclosure");
        }
        table.add(header);
        List<PartialCheck> partials = check.check().partials();
        for (int i = 0; i < partials.size(); i++) {
            PartialCheck partial = partials.get(i);
            if (table.size() > MOST_ROWS && partial.agreement() == Agreement.AGREE
                    && (claim == null || claim.components().get(i).verdict() == Verdict.RIGHT)) {
                continue;
            }
            List<String> row = new ArrayList<>(List.of(partial.variable().name(),
                    Text.entry(partial.exact().slope(), partial.exact().status())));
            if (claim != null) {
                row.add(number(claim.components().get(i).claimed()));
            }
            row.add(number(partial.difference().value()));
            row.add(Double.isFinite(partial.margin()) ? about(partial.margin()) : NOTHING);
            if (certified.smooth()) {
                row.add(Proven.entry(certified, partial.variable()));
            }
            table.add(row);
        }
        List<String> lines = new ArrayList<>(List.of(check.formula(), "gradient " + Text.list(check.partials()),
                Text.place(check.place()) + Text.number(check.check().result().value(), check.check().result().why()),
                Text.columns(table)));
        if (table.size() <= partials.size()) {
            lines.add("and " + (partials.size() + 1 - table.size()) + " more that agree");
        }
        lines.add(claim == null
                ? verdict(check.check()) + (check.isProven() ? ", proven: " + Proven.AGREEMENT : "")
                : ClaimText.of(claim));
        lines.addAll(Proven.losses(certified, check.check()));
        if (claim != null && check.check().agreement() == Agreement.DISAGREE) {
            lines.add(verdict(check.check()));
        }
        lines.addAll(witness(check.check()));
        if (check.check().result().value().exists() && check.check().result().why() != null) {
            lines.add(check.check().result().why());
        }
        return String.join("\n", lines);
    }

    private static String verdict(PointCheck check) {
        Optional<PartialCheck> worst = check.worst();
        return switch (check.agreement()) {
            case AGREE -> "they agree";
            case DISAGREE -> "they do not agree" + worst.map(partial -> ": " + partial.variable() + " is off by "
                    + about(partial.distanceInMargins()) + " error bounds, " + about(partial.distanceInUlps()) + " ulps"
                    + cancels(partial.cancellation())).orElse("");
            case CANNOT_TELL -> "cannot tell" + worst
                    .map(partial -> partial.why() == null
                            ? ""
                            : " for " + partial.variable() + ": " + partial.why()
                                    + cancels(partial.cancellation()))
                    .filter(_ -> check.result().value().exists()).orElse("");
        };
    }

    private static String cancels(Optional<Accuracy.Cancellation> cancellation) {
        return cancellation.map(lost -> "\n" + lost.digits() + " digits cancel in " + shortened(lost.operation()))
                .orElse("");
    }

    /** What Commons Math says, where it says something. */
    private static List<String> witness(PointCheck check) {
        List<PartialCheck> known = check.partials().stream()
                .filter(partial -> partial.automatic() != null && Double.isFinite(partial.bound())).toList();
        if (known.isEmpty() || known.size() < check.partials().size()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (PartialCheck partial : known) {
            Double automatic = partial.automatic();
            Double exact = partial.exact().slope().value();
            if (automatic != null && exact != null && Math.abs(automatic - exact) > WITNESS * partial.bound()) {
                lines.add("automatic differentiation (Commons Math) gives " + Numbers.show(automatic) + " for "
                        + partial.variable());
            }
        }
        return lines.isEmpty() ? List.of("automatic differentiation (Commons Math) gives the same") : lines;
    }

    static String of(Answer.BoxCheck check) {
        Box.Census census = check.census();
        List<String> lines = new ArrayList<>(List.of(check.formula(), "gradient " + Text.list(check.partials())));
        lines.add(census.points() + " points, seed " + census.seed() + ": " + census.agree() + " agree, "
                + census.disagree() + " disagree, " + census.cannotTell() + " cannot tell");
        if (census.rejected() > 0) {
            lines.add(census.rejected() + " draws outside the domain were rejected"
                    + (census.points() < census.wanted() ? ", and no more were made" : ""));
        }
        if (census.worst() != null && check.worst() != null) {
            Optional<PartialCheck> worst = census.worst().worst();
            lines.add("worst" + worst.filter(partial -> !Double.isNaN(partial.distanceInMargins()))
                    .map(partial -> ": " + partial.variable() + ", off by " + about(partial.distanceInMargins())
                            + " error bounds")
                    .orElse(""));
            lines.add("  " + check.worst());
        }
        lines.add(switch (census.agreement()) {
            case AGREE -> "they agree" + (census.cannotTell() == 0 ? "" : " wherever that can be told");
            case DISAGREE -> "they do not agree";
            case CANNOT_TELL -> "cannot tell";
        });
        lines.add(Proven.of(check.proven(), check.formula(), check.sides()));
        return String.join("\n", lines);
    }

    static String of(Answer.Steps steps) {
        DifferenceError error = steps.error();
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("h", steps.scheme(), "error", "truncation", "rounding"));
        boolean destroyed = false;
        for (DifferenceError.Row row : error.rows().reversed()) {
            Estimate estimate = row.estimate();
            boolean lost = estimate.status() == Estimate.Status.DESTROYED_BY_ROUNDING;
            destroyed |= lost;
            table.add(List.of(about(row.h()), number(estimate.value()) + (lost ? " *" : ""),
                    about(Math.abs(estimate.value() - steps.exact())), about(row.truncation()),
                    about(row.rounding())));
        }
        List<String> lines = new ArrayList<>(List.of(steps.formula(),
                "derivative " + steps.derivative() + ", " + Text.place(steps.place()) + Numbers.show(steps.exact()),
                Text.columns(table)));
        if (destroyed) {
            lines.add("* destroyed by rounding: x + h == x");
        }
        lines.add(best(error));
        return String.join("\n", lines);
    }

    private static String best(DifferenceError error) {
        OptionalDouble best = error.bestStep();
        if (best.isEmpty()) {
            return error.text();
        }
        double h = best.getAsDouble();
        int accuracy = error.stencil().accuracy();
        return "best h " + about(h) + ", error about " + about(error.truncation(h) + error.rounding(h))
                + ": above it truncation grows as h" + (accuracy == 1 ? "" : "^" + accuracy)
                + ", below it rounding grows as 1/h";
    }

    static String about(double value) {
        return Double.isNaN(value) ? NOTHING : Numbers.about(value);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? NOTHING : Numbers.show(value);
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
