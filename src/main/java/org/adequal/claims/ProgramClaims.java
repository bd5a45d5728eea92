package org.adequal.claims;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.Formula;
import org.adequal.check.probe.Probe;
import org.adequal.data.Json;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a program: it is sent one point a line and answers each with one line.
 *
 * <p>A point is {@code {"at":{"x":0.1},"hex":{"x":"0x1.999999999999ap-4"},"id":1}}; an answer is
 * {@code {"gradient":{"x":2.0}}}, or the numbers alone in a list, in the order of the variables. The next point is sent
 * when the answer to the last one is there, so an answer belongs to the point before it; as soon as that is in doubt the
 * program is not asked any more.
 */
public final class ProgramClaims implements ClaimSource {
    /** A program that took longer than this to its first answer is said to. */
    private static final Duration SLOW = Duration.ofSeconds(2);
    /** How long the program has to end when it has answered all. */
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final Program program;
    private final List<Probe> points;
    private final Names names;
    private final Duration patience;
    private final List<String> remarks = new ArrayList<>();
    private int asked;
    private @Nullable String problem;

    /**
     * The claims at these points.
     *
     * @param patience how long each answer may take
     */
    public ProgramClaims(Program program, Formula formula, List<Probe> points, Duration patience) {
        this.program = program;
        this.points = List.copyOf(points);
        this.patience = patience;
        names = Names.of(formula);
    }

    @Override
    public @Nullable Entry next() {
        if (problem != null || asked == points.size()) {
            return null;
        }
        Probe probe = points.get(asked);
        List<Double> point = probe.point();
        asked++;
        if (asked > 1 && program.receive(Duration.ZERO) instanceof Program.Reply.Line line) {
            return stop("the program wrote a line that no point asked for: " + Names.shortened(line.text()));
        }
        long start = System.nanoTime();
        program.send(question(point));
        Program.Reply reply = program.receive(patience);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (asked == 1 && taken.compareTo(SLOW) > 0 && reply instanceof Program.Reply.Line) {
            remarks.add("the first answer took " + seconds(taken));
        }
        Entry entry = switch (reply) {
            case Program.Reply.Silence _ -> stop("no answer within " + seconds(patience));
            case Program.Reply.Ended ended -> stop(ended.how());
            case Program.Reply.TooLong cut -> stop("a line longer than any answer, without an end: "
                    + Names.shortened(cut.beginning()));
            case Program.Reply.Line line -> answer(line.text(), point);
        };
        if (asked == points.size() && problem == null) {
            program.finish();
            if (program.receive(FAREWELL) instanceof Program.Reply.Line line) {
                problem = "the program wrote more lines than it was sent, so which answer belongs to which point is not"
                        + " known: " + Names.shortened(line.text());
            }
        }
        return entry;
    }

    private static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }

    private String question(List<Double> point) {
        Map<String, @Nullable Object> at = new LinkedHashMap<>();
        Map<String, @Nullable Object> hex = new LinkedHashMap<>();
        for (int i = 0; i < point.size(); i++) {
            at.put(names.variables().get(i), point.get(i));
            hex.put(names.variables().get(i), Double.toHexString(point.get(i)));
        }
        Map<String, @Nullable Object> question = new LinkedHashMap<>();
        question.put("at", at);
        question.put("hex", hex);
        if (!names.wrt().equals(names.variables())) {
            question.put("wrt", names.wrt());
        }
        question.put("id", asked);
        return Json.write(question);
    }

    private Entry answer(String line, List<Double> point) {
        Place place = place();
        try {
            Object json = Json.readLeniently(line);
            Object gradient = json;
            if (json instanceof Map<?, ?> fields) {
                if (fields.get("id") instanceof Number id && id.longValue() != asked) {
                    return stop("this is the answer to point " + id + ": " + Names.shortened(line));
                }
                if (fields.containsKey("gradient")) {
                    gradient = fields.get("gradient");
                } else if (!names.wrt().contains("error") && fields.get("error") != null) {
                    return new Entry.Unreadable(place, "the program answers an error: "
                            + Names.shortened(String.valueOf(fields.get("error"))));
                } else if (fields.keySet().stream().noneMatch(names.wrt()::contains)) {
                    return new Entry.Unreadable(place, "the answer has no \"gradient\": " + Names.shortened(line));
                }
            }
            return new Entry.Claim(place, point, names.gradient(gradient, "the answer"));
        } catch (Names.Refused e) {
            return new Entry.Unreadable(place, e.getMessage() + "; the program wrote " + Names.shortened(line));
        } catch (Json.Malformed e) {
            // whether the answer is still to come cannot be told
            return stop("this is no answer: " + (line.isBlank() ? "an empty line" : Names.shortened(line)));
        }
    }

    private Place place() {
        return Place.point(asked, points.get(asked - 1).kind());
    }

    private Entry stop(String why) {
        problem = "the program was not asked any more after point " + asked + " of " + points.size();
        return new Entry.Unreadable(place(), why);
    }

    @Override
    public @Nullable String problem() {
        return problem;
    }

    @Override
    public List<String> remarks() {
        String complaints = program.complaints();
        if (!complaints.isEmpty()) {
            remarks.add("the program said on its standard error:\n" + complaints.indent(2).stripTrailing());
        }
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        program.close();
    }
}
