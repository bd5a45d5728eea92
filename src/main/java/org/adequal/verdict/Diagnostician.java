package org.adequal.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Formula;
import org.adequal.check.Status;
import org.adequal.syntax.Printer;
import org.jspecify.annotations.Nullable;

/** Finds the causes of wrong claims: asks every detector, and ranks what explains all of them by its length. */
record Diagnostician(Options options, Set<Detector> detectors) {
    private static final int MOST_CAUSES = 4;
    private static final int MOST_PLACES = 12;
    /** Causes that take so much longer to describe than the first are not worth telling. */
    private static final double MARGIN = 4;

    static Diagnostician standard(Options options) {
        return new Diagnostician(options, EnumSet.allOf(Detector.class));
    }

    /** The judgements of claims about one formula with their causes; what holds for several points is found together. */
    List<Judgement> diagnosed(Formula formula, List<Probe> probes, List<Judgement> judgements) {
        List<Case> cases = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            if (judgements.get(i).components().stream().anyMatch(Diagnostician::isComparable)) {
                Case one = Case.of(probes.get(i).coordinates(), judgements.get(i), probes.get(i).claim().format(),
                        others(probes, i));
                if (one != null) {
                    cases.add(one);
                    indices.add(i);
                }
            }
        }
        List<Explanation> common = cases.isEmpty() ? List.of() : explain(Suspicion.ofGradients(formula, cases));
        List<Judgement> diagnosed = new ArrayList<>(judgements);
        for (int i = 0; i < judgements.size(); i++) {
            Judgement judgement = judgements.get(i);
            if (judgement.verdict() == Verdict.WRONG) {
                int number = indices.indexOf(i);
                List<Explanation> own = number < 0 || !common.isEmpty() || cases.size() == 1
                        ? common
                        : explain(Suspicion.ofGradients(formula, List.of(cases.get(number))));
                diagnosed.set(i, judgement.with(causes(formula, probes.get(i), judgement,
                        number < 0 ? List.of() : own)));
            }
        }
        return diagnosed;
    }

    /** The judgement of a matrix with its causes. */
    Judgement diagnosedMatrix(Formula formula, int rows, double[] point, Claim claim, Judgement judgement) {
        if (judgement.verdict() != Verdict.WRONG) {
            return judgement;
        }
        Case one = Case.of(point, judgement, claim.format(), List.of());
        List<Explanation> found = one == null ? List.of() : explain(Suspicion.ofMatrix(formula, rows, one));
        return judgement.with(causes(formula, new Probe(Arrays.stream(point).boxed().toList(), claim),
                judgement, found));
    }

    private static List<double[]> others(List<Probe> probes, int index) {
        List<double[]> others = new ArrayList<>();
        for (int i = index - 1; i >= 0; i--) {
            others.add(probes.get(i).coordinates());
        }
        for (int i = index + 1; i < probes.size(); i++) {
            others.add(probes.get(i).coordinates());
        }
        return others;
    }

    private static boolean isComparable(Component component) {
        return component.verdict() == Verdict.WRONG && component.exact().status() == Status.SMOOTH
                && Double.isFinite(component.claimed());
    }

    private List<Explanation> explain(Suspicion suspicion) {
        List<Explanation> found = new ArrayList<>();
        for (Detector detector : detectors) {
            if (!suspicion.isOver()) {
                found.addAll(detector.explain(suspicion));
            }
        }
        found.sort(Comparator.comparingDouble(Explanation::cost));
        return found;
    }

    private List<Diagnosis> causes(Formula formula, Probe probe, Judgement judgement, List<Explanation> found) {
        List<Diagnosis> causes = new ArrayList<>();
        List<Component> wrong = judgement.components().stream()
                .filter(component -> component.verdict() == Verdict.WRONG).toList();
        List<Component> absent = wrong.stream()
                .filter(component -> component.exact().status() != Status.SMOOTH).toList();
        List<Component> kinks = absent.stream()
                .filter(component -> component.exact().status() == Status.KINK).toList();
        List<Component> undefined = absent.stream()
                .filter(component -> component.exact().status() != Status.KINK).toList();
        List<Component> notNumbers = wrong.stream().filter(component -> component.exact().status() == Status.SMOOTH
                && !Double.isFinite(component.claimed())).toList();
        List<Component> others = wrong.stream().filter(Diagnostician::isComparable).toList();
        if (!undefined.isEmpty()) {
            causes.add(new Diagnosis(Kind.UNDEFINED, "a number is claimed where there is no derivative"
                    + (judgement.result().why() == null ? "" : ": " + judgement.result().why()), labels(undefined),
                    List.of()));
        }
        if (!kinks.isEmpty()) {
            String why = kinks.getFirst().why();
            causes.add(new Diagnosis(Kind.CONVENTION,
                    "there is a kink here, and the claim is " + (why == null ? "no number" : why), labels(kinks),
                    List.of()));
        }
        if (!notNumbers.isEmpty()) {
            causes.add(notNumber(formula, probe, notNumbers));
        }
        if (!others.isEmpty()) {
            explained(found, labels(others), causes);
            if (found.isEmpty()) {
                causes.add(new Diagnosis(Kind.UNEXPLAINED, names(others) + (others.size() == 1 ? " is" : " are")
                        + " off by more than rounding does, and no known mistake explains it", labels(others),
                        List.of()));
            }
        }
        return causes;
    }

    private void explained(List<Explanation> found, List<Label> labels, List<Diagnosis> causes) {
        Set<Kind> told = EnumSet.noneOf(Kind.class);
        for (Explanation explanation : found) {
            if (explanation.cost() > found.getFirst().cost() + MARGIN || told.size() >= MOST_CAUSES) {
                break;
            }
            if (told.add(explanation.kind())) {
                List<Place> places = explanation.parts().stream().limit(MOST_PLACES)
                        .map(part -> new Place(Printer.print(part), options.source().apply(part).orElse(null)))
                        .distinct().toList();
                causes.add(new Diagnosis(explanation.kind(), explanation.text(), labels, places));
            }
        }
    }

    private Diagnosis notNumber(Formula formula, Probe probe, List<Component> components) {
        @Nullable
        Diagnosis overflow = null;
        if (detectors.contains(Detector.OVERFLOW)) {
            overflow = RangeFaults.overflow(formula, probe.coordinates(), probe.claim().format())
                    .map(part -> new Diagnosis(Kind.OVERFLOW, Suspicion.show(part) + " is too large for the format, so "
                            + names(components) + (components.size() == 1 ? " is" : " are") + " no number",
                            labels(components),
                            List.of(new Place(Printer.print(part), options.source().apply(part).orElse(null)))))
                    .orElse(null);
        }
        return Optional.ofNullable(overflow).orElseGet(() -> new Diagnosis(Kind.NOT_A_NUMBER,
                "no finite number is claimed for " + names(components) + ", where there is a derivative",
                labels(components), List.of()));
    }

    private static String names(List<Component> components) {
        return IntStream.range(0, Math.min(components.size(), 6)).mapToObj(i -> components.get(i).label().toString())
                .collect(Collectors.joining(", ")) + (components.size() > 6 ? ", ..." : "");
    }

    private static List<Label> labels(List<Component> components) {
        return components.stream().map(Component::label).toList();
    }
}
