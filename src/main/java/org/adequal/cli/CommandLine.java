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

import org.adequal.oracle.Json;
import org.adequal.oracle.Oracle;
import org.adequal.oracle.StatementAnswers;
import org.adequal.session.Answer;
import org.adequal.session.Session;
import org.adequal.session.Text;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Parser;
import org.adequal.syntax.StatementSource;
import org.apache.commons.cli.CommandLineParser;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/** The command line over given streams: statements, scripts, the oracle process or a plain prompt. */
public final class CommandLine {
    /** All went well; of several statuses the first that occurred of usage, failed, disagreed wins. */
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int DISAGREED = 3;

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
    private final boolean terminal;
    private boolean json;
    private boolean strict;
    private boolean over;
    private int status = FINE;
    private final Watch watch;
    private Session session;

    /**
     * A command line over these streams.
     *
     * @param terminal whether a person types the input
     */
    public CommandLine(BufferedReader in, PrintStream out, PrintStream err, boolean terminal) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        watch = new Watch(err, terminal);
        session = Session.in(new LocalFiles(null, watch));
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
        try {
            org.apache.commons.cli.CommandLine parsed = parser.parse(known, options.toArray(String[]::new));
            json = parsed.hasOption("json");
            strict = parsed.hasOption("strict");
            if (parsed.hasOption("help")) {
                out.println(HELP);
                return FINE;
            }
            if (parsed.hasOption("version")) {
                out.println("adequal " + Version.text());
                return FINE;
            }
        } catch (ParseException e) {
            return usage(e.getMessage());
        }
        try {
            return dispatch(operands);
        } catch (IOException e) {
            return usage(e.getMessage());
        }
    }

    private int usage(@Nullable String message) {
        err.println("adequal: " + message);
        err.println("adequal --help tells how it is used");
        return USAGE;
    }

    private int dispatch(List<String> operands) throws IOException {
        if (operands.isEmpty()) {
            prompt();
        } else if (operands.getFirst().equals("oracle") && operands.size() == 1) {
            new Oracle().serve(in, new PrintWriter(out, false), Version.text());
        } else if (operands.getFirst().equals("run")) {
            if (operands.size() == 1) {
                return usage("run needs a script");
            }
            return scripts(operands.subList(1, operands.size()));
        } else {
            for (String operand : operands) {
                script(operand, false);
            }
        }
        return status;
    }

    private int scripts(List<String> files) {
        for (String file : files) {
            String text;
            try {
                text = Files.readString(Path.of(file));
            } catch (NoSuchFileException e) {
                return usage("there is no file " + file);
            } catch (IOException e) {
                return usage("cannot read " + file + ": " + e.getMessage());
            }
            session = Session.in(new LocalFiles(Path.of(file).toAbsolutePath().getParent(), watch));
            script(text, true);
        }
        return status;
    }

    /** Runs the statements of a text; a script stops at the first that fails. */
    private void script(String text, boolean stopsAtFailure) {
        over = false;
        for (StatementSource statement : Parser.statements(text)) {
            boolean fine = statement(statement);
            if (over || !fine && stopsAtFailure || out.checkError()) {
                return;
            }
        }
    }

    private void prompt() throws IOException {
        StringBuilder open = new StringBuilder();
        if (terminal) {
            out.println("Adequal " + Version.text() + "; help tells what can be typed, quit leaves");
        }
        while (!over) {
            if (terminal) {
                out.print(open.isEmpty() ? "> " : "  ");
                out.flush();
            }
            String line = in.readLine();
            if (line == null) {
                if (!open.isEmpty()) {
                    script(open.toString(), false);
                }
                return;
            }
            open.append(open.isEmpty() ? "" : "\n").append(line);
            if (!Parser.isIncomplete(open.toString())) {
                script(open.toString(), false);
                open.setLength(0);
            }
            out.flush();
        }
    }

    private boolean statement(StatementSource statement) {
        try {
            Session.Outcome outcome = session.run(statement, Oracle.DEFAULT_BUDGET_MS);
            session = outcome.session();
            show(statement, outcome.answer());
            return true;
        } catch (DiagnosticException e) {
            fail(statement, e.diagnostic());
        } catch (RuntimeException e) {
            fail(statement,
                    new Diagnostic(Diagnostic.Code.LIMIT, "internal error: " + e, null, "please report this", "",
                            "statement"));
        }
        return false;
    }

    private void show(StatementSource statement, Answer answer) {
        if (answer instanceof Answer.Quit) {
            over = true;
            return;
        }
        if (watch.isStopped()) {
            over = true;
        }
        String text = json ? Json.write(StatementAnswers.of(statement.text(), answer)) : Text.of(answer);
        if (!text.isEmpty()) {
            out.println(text);
        }
        switch (answer.agreement()) {
            case AGREE -> {
            }
            case DISAGREE -> worsen(DISAGREED);
            case CANNOT_TELL -> {
                if (strict) {
                    worsen(DISAGREED);
                }
            }
        }
    }

    private void fail(StatementSource statement, Diagnostic diagnostic) {
        if (json) {
            out.println(Json.write(StatementAnswers.error(statement.text(), diagnostic)));
        } else {
            out.flush();
            err.println(diagnostic.render());
        }
        worsen(FAILED);
    }

    /** A failure outweighs a disagreement. */
    private void worsen(int next) {
        if (status == FINE || next < status) {
            status = next;
        }
    }
}
