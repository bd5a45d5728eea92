package org.adequal.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How claims from a source are judged, counted. */
@SuppressWarnings("NullAway") // what is missing here fails the test
final class JudgedClaims {
    int honest;
    int honestRight;
    int honestUndecided;
    int components;
    int undecidedComponents;
    int planted;
    int plantedRight;
    int plantedUndecided;
    int named;
    final Map<Kind, int[]> byKind = new EnumMap<>(Kind.class);
    final List<String> notes = new ArrayList<>();

    static JudgedClaims of(ClaimSource source, int honest, int perKind) {
        JudgedClaims counts = new JudgedClaims();
        for (int tries = 0; counts.honest < honest && tries < 20 * honest; tries++) {
            source.honest().ifPresent(counts::addHonest);
        }
        for (Kind kind : Kind.values()) {
            int[] row = counts.byKind.computeIfAbsent(kind, _ -> new int[2]);
            for (int tries = 0; row[1] < perKind && tries < 400 * perKind; tries++) {
                source.planted(kind).ifPresent(counts::addPlanted);
            }
        }
        return counts;
    }

    private void addHonest(ClaimSource.Sample sample) {
        Judgement judgement = judge(sample);
        honest++;
        components += judgement.components().size();
        undecidedComponents += (int) judgement.components().stream()
                .filter(component -> component.verdict() == Verdict.UNDECIDED).count();
        switch (judgement.verdict()) {
            case RIGHT -> honestRight++;
            case UNDECIDED -> {
                honestUndecided++;
                note("honest undecided", sample, judgement);
            }
            case WRONG -> note("HONEST WRONG", sample, judgement);
        }
    }

    private static Judgement judge(ClaimSource.Sample sample) {
        return new ClaimJudge(sample.options()).judge(sample.prepared().formula(), sample.probes()).getLast();
    }

    private void addPlanted(ClaimSource.Sample sample) {
        Judgement judgement = judge(sample);
        Kind kind = sample.kind().orElseThrow();
        int[] row = byKind.get(kind);
        planted++;
        row[1]++;
        switch (judgement.verdict()) {
            case RIGHT -> {
                plantedRight++;
                note("PLANTED RIGHT", sample, judgement);
            }
            case UNDECIDED -> {
                plantedUndecided++;
                note("planted undecided", sample, judgement);
            }
            case WRONG -> {
                Optional<Kind> first = judgement.diagnosis().stream().map(Diagnosis::kind).findFirst();
                if (first.equals(sample.kind())) {
                    named++;
                    row[0]++;
                } else {
                    note("misnamed " + kind, sample, judgement);
                }
            }
        }
    }

    private void note(String what, ClaimSource.Sample sample, Judgement judgement) {
        notes.add(what + ": " + sample.prepared().text() + " at " + sample.probes().getLast().point() + "\n    claimed "
                + sample.probes().getLast().claim() + "\n    " + judgement.diagnosis().stream()
                        .map(diagnosis -> diagnosis.kind() + ": " + diagnosis.text()).toList()
                + "\n    " + judgement.components().stream()
                        .map(c -> c.label() + " " + c.exact().slope().value() + " " + c.verdict() + " bound "
                                + c.bound()
                                + " ulps " + c.ulps() + " " + c.why())
                        .toList());
    }

    int honestWrong() {
        return honest - honestRight - honestUndecided;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("honest " + honest + ": right " + honestRight + ", undecided "
                + honestUndecided + ", wrong " + honestWrong() + "; components " + components + ", undecided "
                + undecidedComponents + "\nplanted " + planted + ": right " + plantedRight + ", undecided "
                + plantedUndecided + ", named first " + named);
        byKind.forEach((kind, row) -> text.append("\n").append(kind).append(" ").append(Arrays.toString(row)));
        return text.toString();
    }

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        JudgedClaims counts = of(new ClaimSource(Long.parseLong(arguments[0]), Integer.parseInt(arguments[3])),
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        counts.notes.forEach(System.out::println);
        System.out.println(counts);
        System.out.println((System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
