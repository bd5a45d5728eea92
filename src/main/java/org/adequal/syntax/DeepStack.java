package org.adequal.syntax;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Runs recursive work on a thread whose stack holds the deepest nesting that is served. The default stack of 1 MB
 * overflows at 300 to 700 nested brackets.
 */
public final class DeepStack {
    /** Reserved, not used: pages that are never touched cost nothing. */
    private static final long BYTES = 256L << 20;

    private DeepStack() {}

    private static final class DeepThread extends Thread {
        DeepThread(Runnable task) {
            super(null, task, "adequal-deep-stack", BYTES);
            setDaemon(true);
        }
    }

    /** Makes threads with a deep stack, for who keeps some. */
    public static ThreadFactory threads() {
        return DeepThread::new;
    }

    /**
     * The result of the task, run on a deep stack; directly where the caller is on one already. What the task throws is
     * thrown here; an interrupt of the caller is passed on to the task, which is waited for.
     */
    public static <T extends @Nullable Object> T call(Supplier<T> task) {
        if (Thread.currentThread() instanceof DeepThread) {
            return task.get();
        }
        FutureTask<T> result = new FutureTask<>(task::get);
        Thread thread = new DeepThread(result);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                } catch (ExecutionException e) {
                    switch (e.getCause()) {
                        case RuntimeException failure -> throw failure;
                        case Error failure -> throw failure;
                        case null, default -> throw new IllegalStateException(e);
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
