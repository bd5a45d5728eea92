package org.adequal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Formula;
import org.adequal.data.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.jr.ob.JSON;

/** Whatever arrives is answered: by one line, one object, with an id, and without a word about an internal error. */
@SuppressWarnings("NullAway") // what is missing here fails the test
class RobustnessTest {
    private static final Set<String> CODES = Set.of("syntax", "name", "shape", "domain", "limit", "request");
    private final Oracle oracle = new Oracle();

    private static void assertIsAnAnswer(String request, String answer) {
        assertThat(answer).as("the answer to %s", request).doesNotContain("\n").doesNotContain("internal error");
        try {
            Map<String, Object> json = JSON.std.mapFrom(answer);
            assertThat(json).containsKey("id");
            if (json.get("error") instanceof Map<?, ?> error) {
                assertThat(CODES).contains(String.valueOf(error.get("code")));
                assertThat(String.valueOf(error.get("message"))).isNotBlank();
            } else {
                assertThat(json.size()).as("fields of %s", answer).isGreaterThan(1);
            }
        } catch (IOException e) {
            throw new AssertionError(answer, e);
        }
    }

    private void fuzz(int lines, long seed) {
        MalformedRequests requests = new MalformedRequests(seed);
        for (int i = 0; i < lines; i++) {
            String request = requests.next();
            assertIsAnAnswer(request, oracle.answer(request));
        }
    }

    @Test
    void malformedRequests() {
        fuzz(2000, 1);
    }

    @Test
    @Tag("heavy")
    void aMillionMalformedRequests() {
        fuzz(1_000_000, 2);
    }

    @Test
    void asManyAnswersAsLines() throws IOException {
        MalformedRequests requests = new MalformedRequests(3);
        List<String> lines = IntStream.range(0, 300).mapToObj(i -> requests.next()).toList();
        StringWriter answers = new StringWriter();
        oracle.serve(new BufferedReader(new StringReader(String.join("\n", lines) + "\n")), new PrintWriter(answers),
                "test");
        assertThat(answers.toString().lines()).hasSize(301);
    }

    private Map<String, Object> ask(String request) throws IOException {
        return JSON.std.mapFrom(oracle.answer(request));
    }

    private static List<?> results(Map<String, Object> answer) {
        return answer.get("results") instanceof List<?> list ? list : List.of();
    }

    /** 300,000 points of 10 MB together. */
    @Test
    @Tag("heavy")
    void manyPointsInTenMegabytes() throws IOException {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            points.add("{\"x\":" + i + ",\"y\":0.12345678901234}");
        }
        String request = "{\"op\":\"gradient\",\"formula\":\"x*y\",\"budget_ms\":100000,\"points\":["
                + String.join(",", points) + "]}";
        assertThat(request.length()).isGreaterThan(10_000_000);
        assertThat(results(ask(request))).hasSize(300_000);
    }

    @Test
    void manyPointsInOneRequest() throws IOException {
        String points = IntStream.range(0, 5000).mapToObj(i -> "{\"x\":" + i + ",\"y\":2}")
                .collect(Collectors.joining(","));
        List<?> results = results(ask("{\"op\":\"gradient\",\"formula\":\"x*y\",\"points\":[" + points + "]}"));
        assertThat(results).hasSize(5000);
        assertThat(String.valueOf(results.get(4999))).contains("gradient={x=2.0, y=4999.0}");
    }

    /** A variable for each of 10 MB of coordinates, or a formula of 10 MB: an answer, if only that it is too much. */
    @Test
    @Tag("heavy")
    void requestsOfTenMegabytes() {
        String coordinates = IntStream.range(0, 400_000).mapToObj(i -> "\"variable" + i + "\":0.125")
                .collect(Collectors.joining(","));
        for (String request : List.of(
                "{\"op\":\"gradient\",\"formula\":\"" + "x + ".repeat(2_500_000)
                        + "x\",\"at\":{\"x\":1},\"budget_ms\":2000}",
                "{\"op\":\"gradient\",\"formula\":\"variable7^2\",\"at\":{" + coordinates + "},\"budget_ms\":2000}",
                "{\"op\":\"gradient\",\"formula\":\"x\",\"at\":{\"x\":" + "9".repeat(10_000_000) + "}}",
                "{\"id\":\"" + "i".repeat(10_000_000) + "\",\"op\":\"functions\"}",
                "[".repeat(10_000_000), "\"" + "\\u0041".repeat(1_700_000) + "\"", "x".repeat(10_000_000))) {
            assertIsAnAnswer(request.substring(0, 60), oracle.answer(request));
        }
    }

    @Test
    void aTextSeenBeforeIsNotReadAgain() throws Json.Malformed {
        Library library = new Library();
        Request first = Request.of(Json.read("{\"formula\":\"f(x)*y\",\"definitions\":[\"f(t) = t^2\"]}"));
        Request again = Request.of(Json.read("{\"formula\":\"f(x)*y\",\"definitions\":[\"f(t) = t^2\"],\"id\":7}"));
        Request other = Request.of(Json.read("{\"formula\":\"f(x)*y\",\"definitions\":[\"f(t) = t^3\"]}"));
        Formula formula = library.formula(first, null, Set.of("x", "y"));
        assertThat(library.formula(again, null, Set.of("x", "y"))).isSameAs(formula);
        assertThat(library.formula(other, null, Set.of("x", "y"))).isNotSameAs(formula);
        assertThat(library.formula(again, null, Set.of("x", "y", "z"))).isNotSameAs(formula);
    }

    @Test
    void whatIsKeptIsBounded() {
        Recent<Integer, String> recent = new Recent<>(10, 1000);
        for (int i = 0; i < 100; i++) {
            recent.put(i, "value " + i, 1);
        }
        assertThat(recent.size()).isEqualTo(10);
        assertThat(recent.get(89)).isNull();
        assertThat(recent.get(90)).isEqualTo("value 90");
        recent.put(200, "large", 500);
        recent.put(201, "large", 499);
        assertThat(recent.get(99)).isNull();
        assertThat(recent.get(90)).isEqualTo("value 90");
        recent.put(202, "too large", 501);
        assertThat(recent.get(202)).isNull();
        recent.put(200, "small", 1);
        assertThat(recent.get(200)).isEqualTo("small");
        assertThat(recent.size()).isEqualTo(3);
    }
}
