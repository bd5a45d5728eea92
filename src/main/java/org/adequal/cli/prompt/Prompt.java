package org.adequal.cli.prompt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

import org.adequal.check.Numbers;
import org.adequal.cli.Interpreter;
import org.adequal.cli.Version;
import org.adequal.session.Session;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A person at a terminal: statements are edited, completed and coloured, remembered across sessions, stopped by Ctrl-C. */
public final class Prompt {
    private static final int UNDOABLE = 1000;

    private final Map<String, String> environment;
    private final Folders folders;
    private final Deque<Session> past = new ArrayDeque<>();
    private final Deque<Session> future = new ArrayDeque<>();
    private Settings settings = Settings.USUAL;

    /** A prompt that respects these variables of the environment: NO_COLOR, HOME, XDG_CONFIG_HOME, XDG_STATE_HOME. */
    public Prompt(Map<String, String> environment) {
        this.environment = environment;
        this.folders = new Folders(environment, environment.getOrDefault("HOME", "."));
    }

    /** Talks until the person leaves. */
    public void converse(Interpreter interpreter) {
        try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
            converse(interpreter, terminal);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the terminal cannot be used", e);
        }
    }

    void converse(Interpreter interpreter, Terminal terminal) {
        PrintWriter out = terminal.writer();
        settings = Settings.read(folders.settings(), out::println);
        apply(interpreter, terminal);
        LineReader reader = reader(interpreter, terminal);
        out.println("Adequal " + Version.text() + "; help tells what can be typed, quit leaves");
        while (!interpreter.isOver()) {
            String line;
            try {
                line = reader.readLine("> ");
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                break;
            }
            answer(line.strip(), interpreter, terminal, reader);
            out.flush();
        }
        try {
            reader.getHistory().save();
        } catch (IOException e) {
            out.println("cannot keep the history in " + folders.history() + ": " + e.getMessage());
        }
    }

    private LineReader reader(Interpreter interpreter, Terminal terminal) {
        LineReaderBuilder builder = LineReaderBuilder.builder().appName("adequal").terminal(terminal)
                .parser(new StatementParser()).completer(new Completion(interpreter::session))
                .highlighter(new Highlighting(interpreter::session, () -> settings))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "  ")
                .variable(LineReader.BLINK_MATCHING_PAREN, 0)
                .variable(LineReader.LIST_MAX, 200);
        Path history = folders.history();
        try {
            Files.createDirectories(history.getParent());
            builder.variable(LineReader.HISTORY_FILE, history);
        } catch (IOException e) {
            terminal.writer().println("cannot keep a history in " + history + ": " + e.getMessage());
        }
        LineReader reader = builder.build();
        reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
        return reader;
    }

    /** The settings, as far as they concern what is run. */
    private void apply(Interpreter interpreter, Terminal terminal) {
        if (environment.getOrDefault("NO_COLOR", "").length() > 0
                || terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            settings = new Settings(settings.digits(), false, settings.hints(), settings.overview(),
                    settings.seconds());
        }
        interpreter.budget(1000L * settings.seconds());
        interpreter.paint(settings.colour()
                ? text -> new AttributedStringBuilder()
                        .styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED), text).toAnsi(terminal)
                : text -> text);
    }

    private void answer(String line, Interpreter interpreter, Terminal terminal, LineReader reader) {
        if (line.startsWith(":")) {
            command(line.substring(1).strip(), interpreter, terminal, reader);
        } else if (line.startsWith("?")) {
            run("help " + line.substring(1).strip(), interpreter, terminal);
        } else if (!line.isEmpty()) {
            run(line, interpreter, terminal);
        }
    }

    /** Runs statements; Ctrl-C stops them and keeps the session as it was before the one that was stopped. */
    private void run(String text, Interpreter interpreter, Terminal terminal) {
        Session before = interpreter.session();
        Thread here = Thread.currentThread();
        Terminal.SignalHandler handler = terminal.handle(Terminal.Signal.INT, _ -> {
            // a search that is stopped answers with the best it has
            if (!interpreter.interrupt()) {
                here.interrupt();
            }
        });
        try (Waiting waiting = new Waiting(terminal)) {
            interpreter.beforeShowing(waiting::close);
            ScopedValue.where(Numbers.DIGITS, settings.digits()).run(() -> {
                interpreter.run(text, false);
                if (settings.overview() && interpreter.session().remembersOtherThan(before)) {
                    interpreter.session().overview().ifPresent(terminal.writer()::println);
                }
            });
        } finally {
            terminal.handle(Terminal.Signal.INT, handler);
            interpreter.goOn();
            Thread.interrupted();
        }
        if (!interpreter.session().definitions().equals(before.definitions())) {
            push(past, before);
            future.clear();
        }
    }

    private static void push(Deque<Session> sessions, Session session) {
        sessions.push(session);
        if (sessions.size() > UNDOABLE) {
            sessions.removeLast();
        }
    }

    private void command(String text, Interpreter interpreter, Terminal terminal, LineReader reader) {
        PrintWriter out = terminal.writer();
        String[] words = text.split("\\s+", 2);
        String argument = words.length > 1 ? words[1].strip() : "";
        Optional<Command> found = Command.of(words[0]);
        if (found.isEmpty()) {
            out.println("there is no command :" + words[0] + "; :help lists them");
            return;
        }
        switch (found.get()) {
            case HELP -> {
                for (Command command : Command.values()) {
                    out.printf("%-10s %s%n", ":" + command.word(), command.does());
                }
                out.println("?name      help on a function, a definition or a statement");
            }
            case SET -> set(argument, interpreter, terminal);
            case UNDO -> out.println(turn(past, future, interpreter) ? "undone" : "there is nothing to undo");
            case REDO -> out.println(turn(future, past, interpreter) ? "redone" : "there is nothing to redo");
            case HISTORY -> {
                for (History.Entry entry : reader.getHistory()) {
                    out.println(entry.line());
                }
            }
            case TIME -> {
                long start = System.nanoTime();
                run(argument, interpreter, terminal);
                out.printf("%.3f s%n", (System.nanoTime() - start) / 1e9);
            }
            case CLEAR -> {
                terminal.puts(org.jline.utils.InfoCmp.Capability.clear_screen);
                terminal.flush();
            }
            case QUIT -> interpreter.run("quit", false);
        }
    }

    /** Goes back to the session on top of the one pile and puts the present one on the other. */
    private static boolean turn(Deque<Session> from, Deque<Session> to, Interpreter interpreter) {
        if (from.isEmpty()) {
            return false;
        }
        push(to, interpreter.session());
        interpreter.resume(from.pop());
        return true;
    }

    private void set(String text, Interpreter interpreter, Terminal terminal) {
        PrintWriter out = terminal.writer();
        if (text.isEmpty()) {
            settings.values().forEach((name, value) -> out.println(name + " = " + value));
            out.println("kept in " + folders.settings());
            return;
        }
        String[] words = text.split("\\s*=\\s*|\\s+", 2);
        try {
            settings = settings.with(words[0], words.length > 1 ? words[1].strip() : "");
        } catch (Settings.Refused e) {
            out.println(e.getMessage());
            return;
        }
        String complaint = settings.write(folders.settings());
        if (complaint != null) {
            out.println(complaint);
        }
        apply(interpreter, terminal);
    }
}
