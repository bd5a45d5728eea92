package org.adequal.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.data.Json;
import org.adequal.data.Lines;
import org.adequal.session.Budget;
import org.adequal.expr.Expansion;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The oracle process: reads one JSON object a line and answers each with one line, in order, whatever arrives.
 *
 * <p>{@code {"op":"gradient","formula":"x0^2 + x1^2","at":{"x0":3,"x1":4}}} is answered by
 * {@code {"id":null,"value":25.0,"gradient":{"x0":6.0,"x1":8.0},"status":"smooth","differentiable":true}}.
 */
public final class Oracle {
    /** The time a request may take, unless it says otherwise. */
    public static final long DEFAULT_BUDGET_MS = 10_000;
    private static final int PROTOCOL = 1;
    private static final int LONGEST_REQUEST = 1 << 26;

    private final Library library = new Library();

    /** Answers requests until there are no more; says first who it is. */
    public void serve(BufferedReader requests, PrintWriter answers, String version) throws IOException {
        Map<String, @Nullable Object> greeting = new LinkedHashMap<>();
        greeting.put("adequal", version);
        greeting.put("protocol", PROTOCOL);
        answers.println(Json.write(greeting));
        answers.flush();
        Lines lines = new Lines(requests, LONGEST_REQUEST);
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            answers.println(line.isCut() ? tooLong() : answer(line.text()));
            answers.flush();
            if (answers.checkError()) {
                return;
            }
        }
    }

    private static String tooLong() {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", null);
        answer.put("error", limit("this request is longer than " + LONGEST_REQUEST + " characters", null));
        return Json.write(answer);
    }

    private static Map<String, @Nullable Object> limit(String message, @Nullable String hint) {
        return Answers.error(new Diagnostic(Diagnostic.Code.LIMIT, message, null, hint, "", "request"));
    }

    /** The answer to one line, itself one line; never throws. */
    public String answer(String line) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", null);
        try {
            Object json = Json.read(line);
            if (json instanceof Map<?, ?> map) {
                answer.put("id", map.get("id"));
            }
            Request request = Request.of(json);
            Operation operation = operation(request);
            request.allowOnly(operation.fields());
            long budget = request.count("budget_ms", DEFAULT_BUDGET_MS);
            answer.putAll(Budget.run(budget, () -> operation.answer(request, library)));
        } catch (Json.Malformed e) {
            answer.put("error", Answers.error(new Diagnostic(Diagnostic.Code.REQUEST, "this line is no JSON: "
                    + e.getMessage(), null, null, "", "request")));
        } catch (DiagnosticException e) {
            answer.put("error", Answers.error(e.diagnostic()));
        } catch (Expansion.Misfit e) {
            answer.put("error", Answers.error(new Diagnostic(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()),
                    null, null, "", "request")));
        } catch (Expansion.TooLarge e) {
            answer.put("error", Answers.error(new Diagnostic(Diagnostic.Code.LIMIT, String.valueOf(e.getMessage()),
                    null, null, "", "request")));
        } catch (RuntimeException e) {
            // a defect of ours must not end the process, and must not pass for an answer
            answer.put("error", limit("internal error: " + e, "please report this request"));
        } catch (OutOfMemoryError | StackOverflowError e) {
            answer.keySet().retainAll(List.of("id"));
            answer.put("error", limit("this request needs more memory than there is", null));
        }
        return Json.write(answer);
    }

    private static Operation operation(Request request) {
        String name = request.text("op");
        List<String> names = Arrays.stream(Operation.values()).map(Operation::wireName).toList();
        for (Operation operation : Operation.values()) {
            if (operation.wireName().equals(name)) {
                return operation;
            }
        }
        String suggestion = Spelling.suggestion(name, names);
        throw Request.error("unknown op \"" + name + "\"",
                suggestion != null ? "did you mean \"" + suggestion + "\"?" : "known: " + String.join(", ", names));
    }
}
