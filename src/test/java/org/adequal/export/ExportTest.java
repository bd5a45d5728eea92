package org.adequal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.adequal.corpus.Corpus;
import org.adequal.session.Answer;
import org.adequal.session.Session;
import org.adequal.session.Text;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported code is compiled and run by the tools of its language, and agrees with the truth as well as doubles can. */
class ExportTest {
    /** How many of the corpus's formulas are left out between two that are exported. */
    private static final int STRIDE = 19;
    private static final long PATIENCE_MS = 120_000;
    private static final double TOLERANCE = 1e-9;

    private record Case(String name, Corpus.Entry entry) {
        String definition() {
            return name + "(" + String.join(", ", entry.variables()) + ") = " + entry.formula();
        }
    }

    private static List<Case> cases() {
        List<Corpus.Entry> entries = Corpus.formulas();
        return IntStream.range(0, entries.size()).filter(i -> i % STRIDE == 0)
                .mapToObj(i -> new Case("case" + i, entries.get(i))).toList();
    }

    private static String answer(String... statements) {
        Session session = Session.empty();
        Answer last = new Answer.Message("");
        for (String statement : statements) {
            Session.Outcome outcome = session.run(Parser.statements(statement).getFirst(), PATIENCE_MS);
            session = outcome.session();
            last = outcome.answer();
        }
        return Text.of(last);
    }

    /** The numbers that code should print for a case: value and gradient at each point. */
    private static void assertRight(Case each, Corpus.Point point, double value, List<Double> gradient) {
        assertClose(each, value, point.value().doubleValue(), point.naiveValueError());
        for (int i = 0; i < gradient.size(); i++) {
            assertClose(each, gradient.get(i), point.gradient().get(i).doubleValue(),
                    point.naiveGradientErrors().get(i));
        }
    }

    private static void assertClose(Case each, double computed, double truth, double naiveError) {
        double allowed = (TOLERANCE + 1000 * naiveError) * Math.max(Math.abs(truth), 1e-300) + 1000 * naiveError;
        assertThat(Math.abs(computed - truth)).as("%s: %s for %s", each.definition(), computed, truth)
                .isLessThanOrEqualTo(allowed);
    }

    @Test
    void javaAgrees(@TempDir Path folder) throws Exception {
        List<Case> cases = cases();
        List<Path> files = new ArrayList<>();
        for (Case each : cases) {
            Path file = folder.resolve(type(each) + ".java");
            Files.writeString(file, answer(each.definition(), "export grad " + each.name() + " as java"));
            files.add(file);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(null, null, null, Stream.concat(
                Stream.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"),
                files.stream().map(Path::toString)).toArray(String[]::new));
        assertThat(status).isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[]{folder.toUri().toURL()})) {
            for (Case each : cases) {
                Class<?> type = loader.loadClass(type(each));
                Class<?>[] parameters = each.entry().variables().stream().map(_ -> double.class).toArray(Class[]::new);
                for (Corpus.Point point : each.entry().points()) {
                    Object[] at = point.coordinates().stream().map(Double::valueOf).toArray();
                    double value = (double) type.getMethod("value", parameters).invoke(null, at);
                    double[] gradient = (double[]) type.getMethod("gradient", parameters).invoke(null, at);
                    assertRight(each, point, value, Arrays.stream(gradient).boxed().toList());
                }
            }
        }
    }

    private static String type(Case each) {
        return each.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + each.name().substring(1);
    }

    @Test
    void numpyAgrees(@TempDir Path folder) throws Exception {
        assumeTrue(runs("python3", "-c", "import numpy, scipy"), "python3 with numpy and scipy is not here");
        List<Case> cases = cases();
        StringBuilder program = new StringBuilder();
        for (Case each : cases) {
            program.append(answer(each.definition(), "export grad " + each.name() + " as numpy")).append("\n\n\n");
        }
        for (Case each : cases) {
            for (Corpus.Point point : each.entry().points()) {
                String at = String.join(", ", point.coordinates().stream().map(c -> "float('" + c + "')").toList());
                program.append("print(*(float(v).hex() for v in [%s(%s), *%s_gradient(%s)]))\n".formatted(each.name(),
                        at, each.name(), at));
            }
        }
        Path file = folder.resolve("cases.py");
        Files.writeString(file, program);
        assertLines(cases, output("python3", file.toString()));
    }

    @Test
    void cAgrees(@TempDir Path folder) throws Exception {
        assumeTrue(runs("cc", "--version"), "a C compiler is not here");
        List<Case> cases = new ArrayList<>();
        StringBuilder program = new StringBuilder("#include <stdio.h>\n");
        StringBuilder main = new StringBuilder("int main(void) {\n");
        for (Case each : cases()) {
            try {
                program.append(answer(each.definition(), "export grad " + each.name() + " as c")).append("\n\n");
            } catch (DiagnosticException e) {
                assertThat(e.diagnostic().message()).contains("has no counterpart in C");
                continue;
            }
            cases.add(each);
            for (Corpus.Point point : each.entry().points()) {
                int n = each.entry().variables().size();
                String at = String.join(", ", point.coordinates());
                main.append("    { double g[%d]; %s_gradient(%s, g); printf(\"%%a\", %s(%s));".formatted(n, each.name(),
                        at, each.name(), at));
                main.append(" for (int i = 0; i < %d; i++) printf(\" %%a\", g[i]); printf(\"\\n\"); }\n".formatted(n));
            }
        }
        Path file = folder.resolve("cases.c");
        Files.writeString(file, program.append(main).append("    return 0;\n}\n"));
        Path executable = folder.resolve("cases");
        assertThat(runs("cc", "-std=c11", "-Wall", "-Werror", "-o", executable.toString(), file.toString(), "-lm"))
                .as("it compiles without a warning").isTrue();
        assertLines(cases, output(executable.toString()));
    }

    private static void assertLines(List<Case> cases, List<String> lines) {
        int line = 0;
        for (Case each : cases) {
            for (Corpus.Point point : each.entry().points()) {
                List<Double> numbers = Arrays.stream(lines.get(line).split(" ")).map(ExportTest::number).toList();
                assertRight(each, point, numbers.getFirst(), numbers.subList(1, numbers.size()));
                line++;
            }
        }
        assertThat(lines).hasSize(line);
    }

    private static double number(String text) {
        return text.contains("inf") || text.contains("nan") ? Double.NaN : Double.parseDouble(text);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = process.inputReader().lines().collect(Collectors.toList());
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    @Test
    void wordsOfALanguageAreRenamed() {
        assertThat(answer("export lambda^2 + λ + class as numpy")).contains("def f(class_, lambda_, lambda__):");
        assertThat(answer("export int*2 as java")).contains("double value(double int_)");
        assertThat(answer("export grad double*gradient as c"))
                .contains("void f_gradient(double double_, double gradient_,");
    }

    @Test
    void sharedPartsAreNamedOnce() {
        String code = answer("export grad exp(sin(x)*y)*cos(sin(x)*y) as java");
        assertThat(code.lines().filter(line -> line.contains("Math.sin(y*"))).hasSizeLessThanOrEqualTo(2);
        assertThat(code).contains("double t1 = ");
    }

    @Test
    void theDomainIsKeptWhereTheFormulaLosesIt() {
        assertThat(answer("export x/x as c")).contains("x != 0.0 ? 1.0 : NAN");
        assertThat(answer("export grad log(x) as java")).contains("x > 0.0 ? 1.0/x : Double.NaN");
    }

    @Test
    void whatCannotBeExportedIsSaid() {
        assertThatThrownBy(() -> answer("export digamma(x) as c")).isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("digamma has no counterpart in C");
        assertThatThrownBy(() -> answer("export x^2 as fortran")).isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("fortran is no language to export to");
    }

    @Test
    void secondDerivativesOnRequest() {
        assertThat(answer("export hessian x^2*y as java")).contains("return new double[][] {{2.0*y, t1}, {t1, 0.0}};");
    }
}
