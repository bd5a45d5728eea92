package org.adequal.cli.prompt;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jline.terminal.Terminal;

/** Says, from the first second on, how long a statement has been at work; gone when it answers. */
final class Waiting implements AutoCloseable {
    private final Terminal terminal;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("waiting").factory());
    private final ScheduledFuture<?> ticking;
    private boolean shown;
    private boolean over;
    private int seconds;

    Waiting(Terminal terminal) {
        this.terminal = terminal;
        ticking = clock.scheduleAtFixedRate(this::show, 1, 1, TimeUnit.SECONDS);
    }

    private synchronized void show() {
        seconds++;
        if (over || terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            return;
        }
        terminal.writer().print("\r… " + seconds + " s (Ctrl-C stops it)");
        terminal.flush();
        shown = true;
    }

    /** Clears the line, so that the answer may be written. */
    @Override
    public synchronized void close() {
        over = true;
        ticking.cancel(false);
        clock.shutdownNow();
        if (shown) {
            terminal.writer().print("\r" + " ".repeat(40) + "\r");
            terminal.flush();
        }
    }
}
