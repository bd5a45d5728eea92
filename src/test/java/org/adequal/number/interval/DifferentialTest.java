package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every function at random and hard numbers and intervals against MPFR, another implementation by other people. It is
 * skipped where {@code python3} with {@code gmpy2} is not installed (Debian: {@code apt-get install python3-gmpy2});
 * polygamma is compared where {@code python-flint} is installed, too.
 */
@Tag("heavy")
class DifferentialTest {
    private static final int[] PRECISIONS = {24, 53, 64, 128, 300};
    private static final int ROUNDS = Integer.getInteger("adequal.differential.rounds", 225);
    /** Places that the true values have beyond the enclosures. */
    private static final int BEYOND = 64;

    /**
     * @param arguments numbers of the intervals, at which the truth is asked for
     * @param enclosure of the function over the intervals
     */
    private record Question(String function, int bits, List<Interval> intervals, List<Dyadic> arguments,
            Interval enclosure) {

        String request() {
            return function + " " + (bits + BEYOND) + " " + arguments.stream()
                    .map(x -> x.significand().toString(36) + ":" + Long.toString(x.exponent(), 36))
                    .collect(Collectors.joining(","));
        }

        /** What is wrong with the enclosure, if anything. */
        @Nullable
        String complaint(String answer) {
            boolean point = intervals.stream().allMatch(Interval::isPoint);
            if (answer.equals("undefined") || answer.equals("infinite")) {
                return point && answer.equals("undefined") && !enclosure.isEmpty() ? "has values" : null;
            }
            String[] ends = answer.split(" ", -1);
            Interval truth = new Interval(number(ends[0]), number(ends[1]));
            return enclosure.intersects(truth) ? null : "does not hold " + truth;
        }

        private static Dyadic number(String text) {
            String[] parts = text.split(":", -1);
            return Dyadic.of(new BigInteger(parts[0], 36), Long.parseLong(parts[1], 36));
        }
    }

    private final SplittableRandom random = new SplittableRandom(20_260_101);

    @Test
    void enclosuresHoldTheValuesOfMpfr() throws IOException, InterruptedException {
        String script;
        try (var stream = Objects.requireNonNull(DifferentialTest.class.getResourceAsStream("mpfr.py"))) {
            script = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        }
        Process python = start(script);
        try (var answers = new BufferedReader(
                new InputStreamReader(python.getInputStream(), StandardCharsets.US_ASCII));
                var requests = new PrintWriter(python.getOutputStream(), false, StandardCharsets.US_ASCII)) {
            String versions = answers.readLine();
            assumeTrue(versions != null, "python3 has no gmpy2: apt-get install python3-gmpy2");
            Map<String, Integer> compared = new TreeMap<>();
            List<String> violations = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Question> questions = questions();
                Thread writer = Thread.startVirtualThread(() -> {
                    questions.forEach(question -> requests.println(question.request()));
                    requests.println();
                    requests.flush();
                });
                for (Question question : questions) {
                    String answer = answers.readLine();
                    if (!answer.equals("unknown")) {
                        compared.merge(question.function, 1, Integer::sum);
                        String complaint = question.complaint(answer);
                        if (complaint != null) {
                            violations.add(question + " " + complaint);
                        }
                    }
                }
                writer.join();
            }
            System.out.println(versions + ": " + compared.values().stream().mapToInt(n -> n).sum()
                    + " enclosures compared, " + violations.size() + " violations; " + compared);
            assertThat(violations).isEmpty();
            assertThat(compared.keySet()).containsAll(References.unary(Arithmetic.of(53)).keySet().stream()
                    .filter(name -> !name.startsWith("polygamma")).toList());
        } finally {
            python.destroy();
        }
    }

    private static Process start(String script) throws IOException {
        Process python;
        try {
            python = new ProcessBuilder(System.getProperty("adequal.python", "python3"), "-c", script)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noPython) {
            assumeTrue(false, "there is no python3: " + noPython.getMessage());
            throw new UncheckedIOException(noPython);
        }
        return python;
    }

    /** Each function at each precision, at a number and on an interval. */
    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (int bits : PRECISIONS) {
            Arithmetic arithmetic = Arithmetic.of(bits);
            for (String function : Stream.concat(References.unary(arithmetic).keySet().stream(),
                    References.binary(arithmetic).keySet().stream()).sorted().toList()) {
                int arity = References.unary(arithmetic).containsKey(function) ? 1 : 2;
                List<Dyadic> point = new ArrayList<>();
                List<Interval> box = new ArrayList<>();
                List<Dyadic> inside = new ArrayList<>();
                for (int i = 0; i < arity; i++) {
                    Dyadic x = number(function);
                    Dyadic end = random.nextBoolean() ? number(function) : near(x);
                    point.add(x);
                    box.add(Interval.of(x).hull(Interval.of(end)));
                    inside.add(member(box.getLast(), x));
                }
                add(questions, function, bits, point.stream().map(Interval::of).toList(), point);
                add(questions, function, bits, box, inside);
            }
        }
        return questions;
    }

    private static void add(List<Question> questions, String function, int bits, List<Interval> intervals,
            List<Dyadic> inside) {
        questions.add(new Question(function, bits, intervals, inside,
                References.apply(function, Arithmetic.of(bits), intervals)));
    }

    private Dyadic member(Interval interval, Dyadic end) {
        return switch (random.nextInt(3)) {
            case 0 -> end;
            case 1 -> interval.middle(60);
            default -> Dyadic.max(interval.lo(), Dyadic.min(interval.hi(), Dyadic.sum(interval.lo(),
                    Arithmetic.of(60).times(Interval.of(random.nextDouble()),
                            Arithmetic.of(60).minus(Interval.of(interval.hi()), Interval.of(interval.lo()))).lo(),
                    60, Direction.DOWN)));
        };
    }

    private Dyadic near(Dyadic x) {
        double y = x.doubleValue();
        return Dyadic.of(Math.clamp(y + Math.scalb(random.nextDouble(-1, 1), random.nextInt(-60, 3)), -1e300, 1e300));
    }

    /** Numbers of all magnitudes that doubles have, and those at which functions turn, end or vanish. */
    private Dyadic number(String function) {
        boolean gamma = function.contains("gamma");
        double x = switch (random.nextInt(9)) {
            case 0 -> random.nextInt(-12, 13) / 2.0;
            case 1 -> Math.nextUp(random.nextInt(-6, 7) / 2.0);
            case 2 -> Math.nextDown(random.nextInt(-6, 7) / 2.0);
            case 3 -> gamma ? random.nextDouble(-30, 60) : random.nextInt(-40, 41) * (Math.PI / 2);
            case 4 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-60, 1));
            case 5 -> gamma ? random.nextDouble(0, 3000) : Math.scalb(random.nextDouble(-1, 1), random.nextInt(0, 30));
            case 6 -> gamma
                    ? Math.scalb(random.nextDouble(-1, 1), random.nextInt(-200, 1))
                    : Math.scalb(random.nextDouble(-1, 1), random.nextInt(-1070, 1020));
            case 7 -> random.nextDouble(-1, 1);
            default -> random.nextDouble(-20, 20);
        };
        return Dyadic.of(x);
    }
}
