package org.adequal.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.adequal.check.Format;
import org.adequal.eval.Program;

/**
 * The smallest corruption of one component that is noticed, and how many honest gradients are accused: Adequal beside the
 * documented rules of other tools, over honest gradients of the corpus. Run by hand; arguments: seed, gradients per
 * format, every how many of them is corrupted.
 */
@SuppressWarnings("NullAway") // what is missing here fails the test
final class DetectionTable {
    private static final int DECADES = 16;

    private final boolean single;
    private final int honest;
    private final Random random;
    private final Map<Checkers, int[]> alarms = Checkers.counts(1);
    private final Map<Checkers, int[]> noticed = Checkers.counts(DECADES);
    private final int[] ownNoticed = new int[DECADES];
    private int ownAlarms;
    private int undecided;
    private int corrupted;
    private int judged;

    private DetectionTable(boolean single, int honest, long seed) {
        this.single = single;
        this.honest = honest;
        random = new Random(seed);
    }

    private void run(ClaimSource source, int every) {
        while (judged < honest) {
            source.honest(single).ifPresent(sample -> add(sample, judged % every == 0));
        }
    }

    private void add(ClaimSource.Sample sample, boolean corrupting) {
        judged++;
        double[] point = sample.probes().getFirst().coordinates();
        double[] claim = sample.probes().getFirst().claim().components().stream().mapToDouble(d -> d).toArray();
        ToDoubleFunction<double[]> f = function(sample.prepared(), single);
        for (Checkers checker : Checkers.values()) {
            alarms.get(checker)[0] += checker.complains(f, point, claim, single, random) ? 1 : 0;
        }
        Verdict own = judge(sample, claim);
        if (own == Verdict.WRONG) {
            ownAlarms++;
            System.out.println("FALSE ALARM: " + sample);
        }
        undecided += own == Verdict.UNDECIDED ? 1 : 0;
        int[] nonzero = IntStream.range(0, claim.length).filter(i -> claim[i] != 0).toArray();
        if (!corrupting || nonzero.length == 0) {
            return;
        }
        corrupted++;
        int which = nonzero[random.nextInt(nonzero.length)];
        for (int k = 0; k < DECADES; k++) {
            double[] bad = claim.clone();
            bad[which] *= 1 + Math.pow(10, -k);
            int column = k;
            for (Checkers checker : Checkers.values()) {
                noticed.get(checker)[column] += checker.complains(f, point, bad, single, random) ? 1 : 0;
            }
            ownNoticed[k] += judge(sample, bad) == Verdict.WRONG ? 1 : 0;
        }
    }

    private static ToDoubleFunction<double[]> function(ClaimSource.Prepared prepared, boolean single) {
        if (single) {
            return x -> Autodiff.value(prepared.formula().written(), prepared.formula().variables(), x, true);
        }
        Program program = Program.of(List.of(prepared.formula().written()), prepared.formula().variables());
        return x -> program.run(x)[0];
    }

    private Verdict judge(ClaimSource.Sample sample, double[] claim) {
        return new ClaimJudge(Options.standard().withoutCauses()).judge(sample.prepared().formula(),
                sample.probes().getFirst().coordinates(),
                Claim.of(claim).in(single ? Format.F32 : Format.F64)).verdict();
    }

    private String smallest(int[] row, double part) {
        int best = -1;
        for (int k = 0; k < DECADES && row[k] >= part * corrupted; k++) {
            best = k;
        }
        return best < 0 ? "none" : best == 0 ? "1" : "1e-" + best;
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(String.format(Locale.ROOT, "| Adequal | %s | %s | %d (%d undecided) |", smallest(ownNoticed, 0.5),
                smallest(ownNoticed, 0.95), ownAlarms, undecided));
        for (Checkers checker : Checkers.values()) {
            rows.add(String.format(Locale.ROOT, "| %s | %s | %s | %d |", checker.label,
                    smallest(noticed.get(checker), 0.5), smallest(noticed.get(checker), 0.95),
                    alarms.get(checker)[0]));
        }
        return rows;
    }

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        int honest = Integer.parseInt(arguments[1]);
        int every = Integer.parseInt(arguments[2]);
        ClaimSource source = new ClaimSource(seed, 520);
        for (boolean single : new boolean[]{false, true}) {
            DetectionTable table = new DetectionTable(single, honest, seed);
            table.run(source, every);
            System.out.println((single ? "single" : "double") + " precision, " + honest + " honest gradients, "
                    + table.corrupted + " corrupted");
            System.out.println("| rule | noticed in half the cases | in 95 % | honest gradients accused |");
            table.rows().forEach(System.out::println);
        }
    }
}
