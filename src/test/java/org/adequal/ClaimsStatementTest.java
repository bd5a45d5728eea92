package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.jr.ob.JSON;

/** Claims from files and programs, as they are typed. */
class ClaimsStatementTest {
    private static final Pattern ALONE = Pattern.compile("echo '(.*)' \\| adequal oracle");

    private static final Instant STARTED = Instant.now();

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.write(folder.resolve("claims"), text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String against(String manner, String with) {
        return "check x^2 + y^2 on x = 0..1, y = 1..2 against program \"" + StrangeProgram.command(manner) + "\""
                + with;
    }

    private static Map<String, Object> json(String statement) throws IOException {
        return JSON.std.mapFrom(Terminal.run("", "--json", statement).text());
    }

    private static Object at(Object json, String... path) {
        Object value = json;
        for (String name : path) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(name), name);
        }
        return value;
    }

    @Test
    void aTableOfClaims() throws Exception {
        String path = file("x0,x1,d/dx0,d/dx1\n3,4,6,8\n3,4,6,8.1\n1,2,two,4\n");
        Terminal.Output output = Terminal.run("", "check x0^2 + x1^2 against \"" + path + "\"");
        assertThat(output.status()).isEqualTo(3);
        assertThat(output.text()).contains("2 claims of \"" + path + "\": 1 right, 1 wrong, 0 undecided")
                .contains("line 4, column 3 (d/dx0): no number: 'two'").contains("worst: line 3, at x0 = 3, x1 = 4")
                .contains("claimed 8.1").contains("\nthe claims are wrong\n").contains("not checked: other points");
        assertThat(output.text().lines().count()).isLessThan(20);
        Map<String, Object> json = json("check x0^2 + x1^2 against \"" + path + "\"");
        assertThat(json).containsEntry("verdict", "wrong").containsEntry("claims", 2).containsEntry("right", 1)
                .containsEntry("wrong", 1).containsEntry("undecided", 0).containsEntry("unreadable", 1);
        assertThat(at(json, "worst", "line")).isEqualTo(3);
        assertThat(at(json, "worst", "at")).hasToString("{x0=3.0, x1=4.0}");
        assertThat(at(json, "worst", "components", "x1", "claimed")).isEqualTo(8.1);
        assertThat(at(json, "bad")).asString().contains("line=4, column=3, name=d/dx0");
    }

    @Test
    void theWorstIsRepeatedByItsCommand() throws Exception {
        String path = file("y,x,grad_x,grad_y\n0.1,0.7,0.1,nan\n0.1,0.7,0.1,0.7\n");
        String text = Terminal.run("", "f(x, y) = x*y", "check f against \"" + path + "\"").text();
        Matcher alone = ALONE.matcher(text);
        assertThat(alone.find()).as(text).isTrue();
        assertThat(Terminal.run(alone.group(1) + "\n", "oracle").text()).contains("\"verdict\":\"wrong\"")
                .contains("\"claimed\":\"nan\"");
    }

    @Test
    void rightClaimsAreFine() throws Exception {
        assertThat(Terminal.run("", "--strict", "check x^2 against \"" + file("x,g0\r\n0.5,1\r\n") + "\"").status())
                .isZero();
        assertThat(Terminal.run("", "--strict", "f(x; k) = k*x^2",
                "check f against \"" + file("{\"at\":{\"x\":0.5,\"k\":3},\"claim\":{\"x\":3}}") + "\"").status())
                .isZero();
    }

    @Test
    void nothingToJudgeCannotBeTold() throws Exception {
        String statement = "check x^2 against \"" + file("x,g0\n") + "\"";
        assertThat(Terminal.run("", statement).status()).isZero();
        assertThat(Terminal.run("", "--strict", statement).status()).isEqualTo(3);
    }

    @Test
    void formatsAndTolerances() throws Exception {
        String path = file("x,g0\n1,0.33333334\n");
        assertThat(Terminal.run("", "check x/3 against \"" + path + "\"").status()).isEqualTo(3);
        assertThat(Terminal.run("", "check x/3 against \"" + path + "\" with format = f32").status()).isZero();
        assertThat(Terminal.run("", "check x/3 against \"" + path + "\" with tolerance = 1e-6").status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            check x^2 against "no such file"                            # there is no such file or folder
            check x^2 against "src"                                     # src is a folder
            check x^2 on x = 0..1 against "claims.csv"                  # the file says at which points
            check x^2 against program "true"                            # at which points is the program to be asked?
            check x^2 on x = 0..1 against program "no-such-program"     # there is no program no-such-program
            check x^2 on x = 0..1 against program "true | true"         # no shell runs this command
            check x^2 on x = 0..1 against program "it's"                # never closed
            check x^2 at 1 claiming 2 against "claims.csv"              # from here or from elsewhere
            check x^2 against "claims.csv" with points = 3              # points is for a check with ranges
            check x^2 against "claims.csv" with timeout = 3             # timeout is for a check with a program
            check x^2 at 1 with budget = 3                              # budget is for a check with a file or a program
            check x^2 on x = 0..1 against program "true" with h = 1     # h is for a check with no claims
            check x^2 on x = 0..1 against program "true" with timeout = 0 # a positive number of seconds
            """)
    void mistakes(String statement, String message) {
        Terminal.Output output = Terminal.run("", statement);
        assertThat(output.text()).contains(message);
        assertThat(output.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"right", "named", "hexadecimal", "complains"})
    void programsThatAnswer(String manner) {
        Terminal.Output output = Terminal.run("", "--strict", against(manner, " with points = 5, seed = 3"));
        assertThat(output.text()).contains("5 claims").contains("5 right, 0 wrong, 0 undecided")
                .contains("with points = 5, seed = 3");
        assertThat(output.status()).isZero();
        assertThat(output.text().lines().count()).isLessThan(25);
        assertThat(output.text()).doesNotContain("\u001b");
        if (manner.equals("complains")) {
            assertThat(output.text()).contains("standard error").contains("warning");
        }
    }

    /** However a program goes wrong, that is said, nobody waits for it, and no claim is made up. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hangs-at-once | 0 right, 0 wrong | no answer within 1 s
            hangs         |         0 wrong  | no answer within 1 s
            has-children  |         0 wrong  | standard error
            ends-at-once  | 0 right, 0 wrong | ended with exit status 7
            closes-output | 0 right, 0 wrong | closed its output
            floods        | 0 right, 0 wrong | a line longer than any answer
            floods-lines  | 0 right,         | a line that no point asked for
            crashes       | 2 right, 0 wrong | ended with exit status 1
            garbage       | 0 right, 0 wrong | this is no answer: Loading the model
            empty         | 0 right, 0 wrong | an empty line
            too-many      | 0 right, 0 wrong | the answer has 3 numbers, not 2
            too-few       | 0 right, 0 wrong | the answer lacks y
            null          | 0 right, 0 wrong | no number: null
            twice         | 0 wrong          | so which answer belongs to which point is not known
            adds-a-line   | 5 right, 0 wrong | so which answer belongs to which point is not known
            error         | 0 right, 0 wrong | no such point
            late          | 0 right, 0 wrong | this is the answer to point 2
            not-a-number  | 0 right, 5 wrong | not-a-number: 5 claims
            wrong         | 0 right, 5 wrong | the claims are wrong
            wrong-once    | 4 right, 1 wrong | worst: point 3
            """)
    void programsThatDoNot(String manner, String counts, String reason) {
        boolean waits = manner.startsWith("hangs");
        Terminal.Output output = Terminal.run("",
                against(manner, " with points = " + (manner.equals("twice") ? 1 : 5) + (waits ? ", timeout = 1" : "")));
        assertThat(output.text()).contains(manner.equals("has-children") ? "5 right, 0 wrong" : counts);
        if (!manner.equals("has-children")) {
            assertThat(output.text()).contains(reason);
            assertThat(output.status()).isEqualTo(3);
        }
        assertThat(ProcessHandle.allProcesses().filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant().filter(start -> start.isAfter(STARTED)).isPresent())
                .filter(process -> process.info().commandLine().orElse("").contains(StrangeProgram.classes()))
                .filter(process -> process.info().commandLine().orElse("").contains("StrangeProgram hangs-at-once"))
                .toList()).isEmpty();
    }

    @Test
    void twoLinesForAPointAreNoticedAtTheNext() {
        Terminal.Output output = Terminal.run("", against("twice", " with points = 200"));
        assertThat(output.text()).containsAnyOf("a line that no point asked for",
                "so which answer belongs to which point is not known");
        assertThat(output.status()).isEqualTo(3);
    }

    @Test
    void theSameSeedAsksAtTheSamePoints() throws Exception {
        String with = " with points = 3, seed = 11";
        assertThat(at(json(against("wrong", with)), "worst")).isEqualTo(at(json(against("wrong", with)), "worst"))
                .isNotEqualTo(at(json(against("wrong", " with points = 3, seed = 12")), "worst"));
    }

    @Test
    void aPointAndAdversarialOnes() {
        assertThat(Terminal
                .run("", "check x^2 + y^2 at (3, 4) against program \"" + StrangeProgram.command("right") + "\"")
                .text()).contains("1 claim of program").contains("1 right")
                .contains(" at x = 3, y = 4 against program");
        assertThat(Terminal.run("", against("wrong", " with probes = adversarial")).text())
                .containsPattern("worst: point \\d+ \\((equal|corner|zero|tiny|subnormal)\\)")
                .contains("probes = adversarial");
    }

    @Test
    void theBudgetEndsTheAsking() {
        Terminal.Output output = Terminal.run("", against("right", " with points = 100000, budget = 0.5"));
        assertThat(output.text()).contains("no more were judged: the budget of 0.5 s is over");
        assertThat(Terminal.run("", "--strict", against("right", " with points = 100000, budget = 0.5")).status())
                .isEqualTo(3);
        assertThat(List.of(0, 3)).contains(output.status());
    }
}
