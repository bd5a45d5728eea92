package org.adequal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        return new CommandLine(new BufferedReader(new StringReader(input)),
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8), null).run(arguments);
    }

    private String results() {
        return results.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void resultsAndErrorsGoDifferentWays() {
        assertThat(run("", "1 + 1", "2x", "3 + 3")).isEqualTo(1);
        assertThat(results()).isEqualTo("2\n6\n");
        assertThat(errors()).contains("implicit multiplication");
    }

    @Test
    void argumentsGoOnAfterAFailureAndScriptsStop(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("a.adq"), "1\nlog(-1)\n3\n");
        assertThat(run("", "1", "log(-1)", "3")).isEqualTo(1);
        assertThat(results()).isEqualTo("1\n3\n");
        results.reset();
        assertThat(run("", "run", script.toString())).isEqualTo(1);
        assertThat(results()).isEqualTo("1\n");
        assertThat(errors()).contains("line 2");
    }

    @Test
    void everyScriptHasASessionOfItsOwn(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("a.adq"), "a = 3");
        Path second = Files.writeString(folder.resolve("b.adq"), "who");
        assertThat(run("", "run", first.toString(), second.toString())).isZero();
        assertThat(results()).isEqualTo("a = 3\nnothing is defined\n");
    }

    @Test
    void wrongUsage() {
        assertThat(run("", "--foo", "1")).isEqualTo(2);
        assertThat(run("", "run")).isEqualTo(2);
        assertThat(run("", "run", "/no/such/file.adq")).isEqualTo(2);
        assertThat(results()).isEmpty();
        assertThat(errors()).contains("--help");
    }

    @Test
    void formulasMayBeginWithAMinus() {
        assertThat(run("", "-2^2", "--3")).isZero();
        assertThat(results()).isEqualTo("-4\n3\n");
    }

    @Test
    void aCheckThatCannotTell() {
        assertThat(run("", "check abs(x) at 0")).isZero();
        assertThat(run("", "--strict", "check abs(x) at 0")).isEqualTo(3);
        assertThat(run("", "--strict", "check abs(x) at 0", "log(-1)")).isEqualTo(1);
    }

    @Test
    void jsonHoldsResultsAndErrors() {
        assertThat(run("", "--json", "x^2 at 3", "2x")).isEqualTo(1);
        assertThat(results().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"statement\":"));
        assertThat(results()).contains("\"value\":9.0").contains("\"code\":\"syntax\"");
        assertThat(errors()).isEmpty();
    }

    @Test
    void readsStatementsFromItsInput() {
        assertThat(run("a = 2\nmax(a,\n  3)\nquit\nnever")).isZero();
        assertThat(results()).isEqualTo("a = 2\n3\n");
    }

    @Test
    void servesTheOracle() {
        assertThat(run("{\"id\":1,\"op\":\"gradient\",\"formula\":\"x^2\",\"at\":{\"x\":3}}\nno json\n", "oracle"))
                .isZero();
        assertThat(results().lines().toList()).satisfiesExactly(
                greeting -> assertThat(greeting).contains("\"protocol\":1"),
                answer -> assertThat(answer).contains("\"id\":1", "\"x\":6.0"),
                error -> assertThat(error).contains("\"id\":null", "\"code\":\"request\""));
    }

    @Test
    void tellsAboutItself() {
        assertThat(run("", "--help")).isZero();
        assertThat(run("", "--version")).isZero();
        assertThat(results()).contains("adequal oracle").contains("adequal 0.");
    }
}
