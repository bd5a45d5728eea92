package org.adequal.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.cli.Interpreter;
import org.adequal.session.Session;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal, typed by a machine: keys go in, what the terminal is told comes out. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PromptTest {
    private static final String ENTER = "\r";
    private static final String TAB = "\t";
    private static final String UP = "\u001bOA";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    @SuppressWarnings("NullAway.Init") // each test sits down first
    private Sitting sitting;

    /** A terminal, the prompt on it in a thread of its own, and the keys. */
    private record Sitting(Terminal terminal, PipedOutputStream keys, Thread prompt, Interpreter interpreter) {
        void type(String text) throws IOException {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        }
    }

    private void sit(String type) throws IOException {
        screen.reset();
        environment.put("HOME", home.toString());
        PipedOutputStream keys = new PipedOutputStream();
        Terminal terminal = TerminalBuilder.builder().system(false).streams(new PipedInputStream(keys, 1 << 20), screen)
                .type(type).encoding(StandardCharsets.UTF_8).build();
        terminal.setSize(new Size(100, 40));
        PrintStream out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
        Interpreter interpreter = new Interpreter(Session.empty(), out, out, false, false);
        Thread prompt = Thread.ofPlatform().daemon()
                .start(() -> new Prompt(environment).converse(interpreter, terminal));
        sitting = new Sitting(terminal, keys, prompt, interpreter);
        await(() -> shown().contains("> "));
    }

    @AfterEach
    void leave() throws Exception {
        boolean dumb = sitting.terminal.getType().equals("dumb");
        if (!dumb) {
            sitting.type(CTRL_C);
        }
        // what is typed while a line is given up may be given up with it, so this is typed until it is read
        for (int i = 0; i < 200 && sitting.prompt.isAlive(); i++) {
            // a dumb terminal hands lines over, not keys: its driver turns Ctrl-D into the end of the input
            sitting.type(dumb ? "quit" + ENTER : CTRL_D);
            sitting.prompt.join(300);
        }
        assertThat(sitting.prompt.isAlive()).as("still there").isFalse();
        sitting.terminal.close();
    }

    private String shown() {
        // without the terminal's control sequences
        return screen.toString(StandardCharsets.UTF_8).replaceAll("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])", "")
                .replaceAll("\r", "");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void expect(String text) {
        await(() -> shown().contains(text));
        assertThat(shown()).contains(text);
    }

    @Test
    void aFormulaIsAnsweredWithItsDerivatives() throws IOException {
        sit("xterm-256color");
        sitting.type("x0^2 + x1^2" + ENTER);
        expect("d/dx0 = 2*x0\n  d/dx1 = 2*x1");
        sitting.type("?sin" + ENTER);
        expect("d/dx = cos(x)");
    }

    @Test
    void tabCompletesFunctionsStatementsAndDefinitions() throws IOException {
        sit("xterm-256color");
        sitting.type("sigmo" + TAB + "0)" + ENTER);
        expect("\n0.5");
        sitting.type("temperature = 300" + ENTER);
        expect("temperature = 300\n");
        sitting.type("2*temp" + TAB + ENTER);
        expect("\n600");
        sitting.type("simpl" + TAB + "x + x" + ENTER);
        expect("\n2*x");
        sitting.type(":und" + TAB + ENTER);
        expect("undone");
    }

    @Test
    void historyOutlivesTheSession() throws Exception {
        sit("xterm-256color");
        sitting.type("1 + 41" + ENTER);
        expect("\n42");
        leave();
        sit("xterm-256color");
        sitting.type(UP + ENTER);
        expect("\n42");
        assertThat(home.resolve(".local/state/adequal/history")).exists();
    }

    @Test
    void anOpenBracketAsksForTheNextLine() throws IOException {
        sit("xterm-256color");
        sitting.type("(1 +" + ENTER);
        sitting.type("2)*100" + ENTER);
        expect("\n300");
    }

    @Test
    void controlCStopsLongWorkAndKeepsTheSession() throws IOException {
        sit("xterm-256color");
        sitting.type("kept = 7" + ENTER);
        expect("kept = 7\n");
        sitting.type("diff exp(x*sin(x)) wrt x, 60" + ENTER);
        expect("Ctrl-C stops it");
        sitting.terminal.raise(Terminal.Signal.INT);
        expect("interrupted");
        sitting.type("kept*6" + ENTER);
        expect("\n42");
    }

    @Test
    void controlCDropsTheLine() throws IOException {
        sit("xterm-256color");
        sitting.type("1 + 1000" + CTRL_C + "2 + 3000" + ENTER);
        expect("\n3002");
        assertThat(shown()).doesNotContain("\n1001");
    }

    @Test
    void definitionsCanBeUndoneAndRedone() throws IOException {
        sit("xterm-256color");
        sitting.type("a = 3" + ENTER + "a = 4" + ENTER + ":undo" + ENTER);
        expect("undone");
        sitting.type("a*1000" + ENTER);
        expect("\n3000");
        sitting.type(":undo" + ENTER + ":undo" + ENTER);
        expect("there is nothing to undo");
        sitting.type(":redo" + ENTER + "a*100000" + ENTER);
        expect("\n300000");
    }

    @Test
    void aThousandPastedLinesAllRun() throws IOException {
        sit("xterm-256color");
        String lines = IntStream.rangeClosed(1, 1000).mapToObj(i -> "v" + i + " = " + i)
                .collect(Collectors.joining("\n"));
        sitting.type("\u001b[200~" + lines + "\u001b[201~" + ENTER);
        sitting.type("v1 + v500 + v1000" + ENTER);
        expect("\n1501");
        assertThat(sitting.interpreter.session().definitions().all()).hasSize(1000);
    }

    @Test
    void theWindowMayChangeItsSize() throws IOException {
        sit("xterm-256color");
        sitting.type("1 + 1 + 1 + 1 + 1 + 1");
        sitting.terminal.setSize(new Size(12, 10));
        sitting.terminal.raise(Terminal.Signal.WINCH);
        sitting.type(" + 100" + ENTER);
        expect("106");
    }

    @Test
    void digitsAreASettingThatIsKept() throws Exception {
        sit("xterm-256color");
        sitting.type(":set digits 5" + ENTER + "pi" + ENTER);
        expect("\n3.1416\n");
        assertThat(Files.readString(home.resolve(".config/adequal/settings"))).contains("digits = 5");
        leave();
        sit("xterm-256color");
        sitting.type("1000*pi" + ENTER);
        expect("\n3141.6\n");
        sitting.type(":set digts 3" + ENTER + ":set digits many" + ENTER);
        expect("did you mean digits?");
        expect("from 1 to 17, not many");
    }

    @Test
    void aDumbTerminalGetsPlainText() throws IOException {
        sit("dumb");
        sitting.type("x^3 + x +" + ENTER + "x^3" + ENTER);
        expect("d/dx = 3*x^2");
        assertThat(screen.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b[3");
    }

    @Test
    void noColorMeansNoColour() throws IOException {
        environment.put("NO_COLOR", "1");
        sit("xterm-256color");
        sitting.type("sin(1) +" + ENTER + "x^3" + ENTER);
        expect("d/dx = 3*x^2");
        assertThat(screen.toString(StandardCharsets.UTF_8)).doesNotContainPattern("\u001b\\[[0-9;]*3[0-9]m");
    }
}
