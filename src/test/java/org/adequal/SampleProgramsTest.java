package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.adequal.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples in other languages judge their gradients, where this machine has what runs them. */
class SampleProgramsTest {
    private static final Path FOLDER = Path.of("samples", "oracle").toAbsolutePath();

    /** The command line of this program, run as the tests are. */
    private static String adequal() {
        return Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "
                + System.getProperty("java.class.path") + " " + Main.class.getName();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().put("ADEQUAL", adequal());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void assumeThereIs(String tool) {
        boolean there;
        try {
            Process process = new ProcessBuilder(tool, "--version").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            there = process.waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            there = false;
        }
        assumeTrue(there, tool + " is not on this machine: its sample is not tested");
        assumeTrue(!adequal().contains("'") && Arrays.stream(adequal().split(" ", -1)).noneMatch(String::isEmpty),
                "this checkout's path has blanks");
    }

    private static void assertJudged(String said, String right, String wrong) {
        assertThat(said.lines().filter(line -> line.startsWith(right + " at ") && line.contains("right"))).hasSize(3);
        assertThat(said.lines().filter(line -> line.startsWith(wrong + " at ") && line.contains("wrong,")
                || line.startsWith(wrong + " at ") && line.contains("\"wrong\""))).hasSize(3);
    }

    @Test
    void python() throws Exception {
        assumeThereIs("python3");
        assertJudged(run(List.of("python3", "check_gradient.py")), "gradient", "wrong_gradient");
    }

    @Test
    void javaScript() throws Exception {
        assumeThereIs("node");
        assertJudged(run(List.of("node", "check_gradient.js")), "gradient", "wrongGradient");
    }

    @Test
    void c(@TempDir Path folder) throws Exception {
        assumeThereIs("cc");
        String program = folder.resolve("check_gradient").toString();
        assertThat(run(List.of("cc", "-Wall", "-Wextra", "-Werror", "-O2", "-o", program, "check_gradient.c", "-lm")))
                .isEmpty();
        assertJudged(run(List.of(program)), "gradient", "wrong_gradient");
    }

    @Test
    void aDrivenProgram() {
        assumeThereIs("python3");
        assertThat(Terminal.run("", "--strict", "check sin(x)*exp(y) on x = 0..1, y = 0..1 against program \"python3 '"
                + FOLDER.resolve("my_grad.py") + "'\"").text()).contains("20 right, 0 wrong, 0 undecided");
    }
}
