package org.adequal.cli;

import java.io.PrintStream;
import java.util.function.UnaryOperator;

import org.adequal.data.Json;
import org.adequal.oracle.Oracle;
import org.adequal.oracle.StatementAnswers;
import org.adequal.session.Answer;
import org.adequal.session.Session;
import org.adequal.session.Text;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Parser;
import org.adequal.syntax.StatementSource;

/** Runs statements one after the other in a session, shows what they answer and keeps the exit status. */
public final class Interpreter {
    /** All went well; of several statuses the first that occurred of usage, failed, disagreed wins. */
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int DISAGREED = 3;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final boolean strict;
    private final Watch watch;
    private Session session;
    private boolean over;
    private int status = FINE;
    private long budgetMilliseconds = Oracle.DEFAULT_BUDGET_MS;
    private UnaryOperator<String> paint = UnaryOperator.identity();
    private Runnable beforeShowing = () -> {};

    /**
     * An interpreter that shows results and errors on these streams.
     *
     * @param json whether every result and error is a line of JSON on {@code out}
     * @param strict whether a check that cannot tell counts as disagreement
     */
    public Interpreter(Session session, PrintStream out, PrintStream err, boolean json, boolean strict) {
        this(session, out, err, json, strict, new Watch(err, false));
    }

    Interpreter(Session session, PrintStream out, PrintStream err, boolean json, boolean strict, Watch watch) {
        this.watch = watch;
        this.session = session;
        this.out = out;
        this.err = err;
        this.json = json;
        this.strict = strict;
    }

    /** What has been defined so far. */
    public Session session() {
        return session;
    }

    /** Goes on in another session. */
    public void resume(Session another) {
        session = another;
    }

    /** What each statement may take from now on. */
    public void budget(long milliseconds) {
        budgetMilliseconds = milliseconds;
    }

    /** How errors look from now on. */
    public void paint(UnaryOperator<String> errors) {
        paint = errors;
    }

    /** What is done before each result or error is shown. */
    public void beforeShowing(Runnable action) {
        beforeShowing = action;
    }

    /** Whether a statement asked to leave. */
    public boolean isOver() {
        return over;
    }

    int status() {
        return status;
    }

    /** Ends a long search with the best it has; tells whether one is running. */
    public boolean interrupt() {
        return watch.stop();
    }

    /** Lets searches run again after an interruption. */
    public void goOn() {
        watch.goOn();
    }

    /** Runs the statements of a text; a script stops at the first that fails. Returns whether all were fine. */
    public boolean run(String text, boolean stopsAtFailure) {
        over = false;
        boolean allFine = true;
        for (StatementSource statement : Parser.statements(text)) {
            boolean fine = run(statement);
            allFine &= fine;
            if (over || (!fine && stopsAtFailure) || out.checkError() || session.world().monitor().stopped()) {
                return allFine;
            }
        }
        return allFine;
    }

    private boolean run(StatementSource statement) {
        try {
            Session.Outcome outcome = session.run(statement, budgetMilliseconds);
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
        beforeShowing.run();
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
        beforeShowing.run();
        if (json) {
            out.println(Json.write(StatementAnswers.error(statement.text(), diagnostic)));
        } else {
            out.flush();
            err.println(paint.apply(diagnostic.render()));
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
