package org.adequal.session;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.adequal.syntax.DeepStack;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.jspecify.annotations.Nullable;

/** Runs work that has to end in time: what takes longer, or more memory than there is, ends in a limit error. */
public final class Budget {

    /** A thread serves one piece of work after the other; work that outlives its budget is stopped and left behind. */
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(DeepStack.threads());

    private Budget() {}

    /** The work's result, on a deep stack; refuses with a limit error where it runs out of time, stack or memory. */
    public static <T> T run(long milliseconds, Supplier<T> work) {
        Future<T> task = WORKERS.submit(work::get);
        try {
            return task.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw limit("this takes longer than the budget of " + milliseconds + " ms", "set a larger budget");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw limit("interrupted", null);
        } catch (ExecutionException e) {
            RuntimeException failed = switch (e.getCause()) {
                case DiagnosticException diagnostic -> diagnostic;
                case StackOverflowError _ -> limit("this is nested too deeply", null);
                case OutOfMemoryError _ -> limit("this needs more memory than there is", null);
                case RuntimeException failure -> failure;
                case Error failure -> throw failure;
                case null, default -> new IllegalStateException(e);
            };
            throw failed;
        }
    }

    private static DiagnosticException limit(String message, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(Diagnostic.Code.LIMIT, message, null, hint, "", "request"));
    }
}
