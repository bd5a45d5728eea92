package org.adequal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.adequal.oracle.Oracle;
import org.adequal.session.Session;
import org.adequal.syntax.Parser;
import org.apache.commons.cli.CommandLineParser;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/** The command line over given streams: statements, scripts, the oracle process or a plain prompt. */
public final class CommandLine {
    private static final String HELP = """
            adequal: the exact derivative and the numeric one side by side

              adequal                      a prompt; reads statements where input is no terminal
              adequal 'STATEMENT' ...      for example: adequal 'check x0^2 + x1^2 at (3, 4)'
              adequal run FILE.adq ...     runs scripts
              adequal oracle               answers JSON requests, one a line

              --json                       every result and error is one JSON object a line
              --strict                     a check that cannot tell counts as disagreement
              --help, --version

            Exit status: 0 fine, 1 a statement failed, 2 wrong usage, 3 a check disagreed.
            `adequal help` tells of the statements.""";

    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable Consumer<Interpreter> prompt;
    private final Path working;
    private final Watch watch;

    /**
     * A command line over these streams.
     *
     * @param prompt talks with the person who types the input; null where nobody does, and lines are read from {@code in}
     */
    public CommandLine(BufferedReader in, PrintStream out, PrintStream err, @Nullable Consumer<Interpreter> prompt) {
        this(in, out, err, prompt, Path.of(""));
    }

    /**
     * A command line over these streams.
     *
     * @param prompt talks with the person who types the input; null where nobody does, and lines are read from {@code in}
     * @param working where the files that statements name are, as far as their names are relative
     */
    public CommandLine(BufferedReader in, PrintStream out, PrintStream err, @Nullable Consumer<Interpreter> prompt,
            Path working) {
        this.working = working;
        this.in = in;
        this.out = out;
        this.err = err;
        this.prompt = prompt;
        watch = new Watch(err, prompt != null);
    }

    /** Ends a long search with the best it has; tells whether one is running. */
    boolean interrupt() {
        return watch.stop();
    }

    /** Does what the arguments say and returns the exit status. */
    public int run(String... arguments) {
        List<String> options = new ArrayList<>();
        List<String> operands = new ArrayList<>();
        for (String argument : arguments) {
            // a formula may begin with a minus, so only what looks like a long option is one
            (argument.matches("--[a-z][a-z-]*(=.*)?|-h") && operands.isEmpty() || argument.matches("--(json|strict)")
                    ? options
                    : operands).add(argument.equals("-h") ? "--help" : argument);
        }
        Options known = new Options().addOption(null, "json", false, "").addOption(null, "strict", false, "")
                .addOption(null, "help", false, "").addOption(null, "version", false, "");
        CommandLineParser parser = DefaultParser.builder().setAllowPartialMatching(false).get();
        boolean json;
        boolean strict;
        try {
            org.apache.commons.cli.CommandLine parsed = parser.parse(known, options.toArray(String[]::new));
            json = parsed.hasOption("json");
            strict = parsed.hasOption("strict");
            if (parsed.hasOption("help")) {
                out.println(HELP);
                return Interpreter.FINE;
            }
            if (parsed.hasOption("version")) {
                out.println("adequal " + Version.text());
                return Interpreter.FINE;
            }
        } catch (ParseException e) {
            return usage(e.getMessage());
        }
        try {
            return dispatch(operands, json, strict);
        } catch (IOException e) {
            return usage(e.getMessage());
        }
    }

    private int usage(@Nullable String message) {
        err.println("adequal: " + message);
        err.println("adequal --help tells how it is used");
        return Interpreter.USAGE;
    }

    private int dispatch(List<String> operands, boolean json, boolean strict) throws IOException {
        Interpreter interpreter = new Interpreter(Session.in(new LocalFiles(null, working, watch)), out, err, json,
                strict, watch);
        if (operands.isEmpty()) {
            if (prompt == null || json) {
                lines(interpreter);
            } else {
                prompt.accept(interpreter);
            }
        } else if (operands.getFirst().equals("oracle") && operands.size() == 1) {
            new Oracle().serve(in, new PrintWriter(out, false), Version.text());
        } else if (operands.getFirst().equals("run")) {
            if (operands.size() == 1) {
                return usage("run needs a script");
            }
            return scripts(operands.subList(1, operands.size()), interpreter);
        } else {
            for (String operand : operands) {
                interpreter.run(operand, false);
            }
        }
        return interpreter.status();
    }

    private int scripts(List<String> files, Interpreter interpreter) {
        for (String file : files) {
            String text;
            try {
                text = Files.readString(Path.of(file));
            } catch (NoSuchFileException e) {
                return usage("there is no file " + file);
            } catch (IOException e) {
                return usage("cannot read " + file + ": " + e.getMessage());
            }
            interpreter.resume(Session.in(new LocalFiles(Path.of(file).toAbsolutePath().getParent(), working, watch)));
            interpreter.run(text, true);
        }
        return interpreter.status();
    }

    /** Statements from a pipe or a file: each runs as soon as its last line is there. */
    private void lines(Interpreter interpreter) throws IOException {
        StringBuilder open = new StringBuilder();
        while (!interpreter.isOver() && !out.checkError()) {
            String line = in.readLine();
            if (line == null) {
                if (!open.isEmpty()) {
                    interpreter.run(open.toString(), false);
                }
                return;
            }
            open.append(open.isEmpty() ? "" : "\n").append(line);
            if (!Parser.isIncomplete(open.toString())) {
                interpreter.run(open.toString(), false);
                open.setLength(0);
            }
            out.flush();
        }
    }
}
