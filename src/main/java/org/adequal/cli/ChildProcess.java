package org.adequal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.adequal.claims.Program;
import org.adequal.data.Lines;
import org.jspecify.annotations.Nullable;

/**
 * A process that is driven line by line. Threads of its own read and write, so that nothing the process does, or does not
 * do, holds up anybody else; it and its descendants are destroyed when it is closed, and when this process ends.
 */
final class ChildProcess implements Program {
    private static final int LONGEST_LINE = 1 << 24;
    private static final int LINES_AHEAD = 4;
    private static final int LONGEST_COMPLAINT = 2000;
    private static final Duration LAST_WORDS = Duration.ofMillis(200);
    /** A process that is destroyed is gone within this, unless the machine is not well. */
    private static final Duration DEATH = Duration.ofSeconds(2);
    /** After so many answers it is looked for descendants, which takes a while. */
    private static final int LOOKS = 10;
    private static final String END = "";

    private final Process process;
    private final Thread destroyer;
    private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reply> answers = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final StringBuilder complaints = new StringBuilder();
    private final Thread answering;
    private final Thread asking;
    private final Thread complaining;
    /** Those that were seen: once their parent has ended, nobody knows them any more. */
    private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();
    private int looks;
    private @Nullable Reply ended;

    private ChildProcess(Process process) {
        this.process = process;
        destroyer = new Thread(this::destroy);
        Runtime.getRuntime().addShutdownHook(destroyer);
        answering = daemon("answers", this::readAnswers);
        asking = daemon("questions", this::writeQuestions);
        complaining = daemon("complaints", this::readComplaints);
    }

    /** Starts a program with its arguments in the current folder. */
    static ChildProcess start(List<String> command) throws IOException {
        return new ChildProcess(new ProcessBuilder(command).start());
    }

    private static Thread daemon(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name("program " + name).start(work);
    }

    @Override
    public void send(String line) {
        questions.add(line);
    }

    @Override
    public void finish() {
        look();
        questions.add(END);
    }

    private void writeQuestions() {
        try (OutputStream out = process.getOutputStream()) {
            for (String line = questions.take(); !line.equals(END); line = questions.take()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            // the program does not read any more: what it answers, or that it has ended, tells
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAnswers() {
        try (InputStreamReader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            Lines lines = new Lines(reader, LONGEST_LINE);
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                answers.put(
                        line.isCut() ? new Reply.TooLong(line.text().substring(0, 200)) : new Reply.Line(line.text()));
                if (line.isCut()) {
                    return;
                }
            }
            answers.put(new Reply.Ended(end()));
        } catch (IOException e) {
            answers.offer(new Reply.Ended("its output broke off: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String end() throws InterruptedException {
        if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
            return "the program closed its output and goes on running";
        }
        int status = process.exitValue();
        return "the program ended with exit status " + status
                + (status > 128 && status < 160 ? ", as if by signal " + (status - 128) : "");
    }

    /** Keeps the beginning and goes on reading, so that the program is not held up. */
    private void readComplaints() {
        byte[] buffer = new byte[8192];
        try (InputStream errors = process.getErrorStream()) {
            for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
                synchronized (complaints) {
                    int room = LONGEST_COMPLAINT - complaints.length();
                    if (room > 0) {
                        String text = new String(buffer, 0, read, StandardCharsets.UTF_8);
                        complaints.append(text, 0, Math.min(room, text.length()));
                        if (text.length() > room) {
                            complaints.append("...");
                        }
                    }
                }
            }
        } catch (IOException e) {
            // the program is gone, and with it what it had to say
        }
    }

    @Override
    public Reply receive(Duration patience) {
        if (ended != null) {
            return ended;
        }
        try {
            Reply reply = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (reply == null) {
                return new Reply.Silence();
            }
            if (!(reply instanceof Reply.Line)) {
                ended = reply;
            } else if (looks < LOOKS) {
                looks++;
                look();
            }
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Ended("interrupted");
        }
    }

    @Override
    public String complaints() {
        try {
            if (!process.isAlive()) {
                complaining.join(LAST_WORDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (complaints) {
            return complaints.toString().lines().limit(10).map(line -> line.replaceAll("\\p{Cntrl}", " "))
                    .reduce((a, b) -> a + "\n" + b).orElse("");
        }
    }

    @Override
    public void close() {
        destroy();
        asking.interrupt();
        answering.interrupt();
        try {
            process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(destroyer);
        } catch (IllegalStateException e) {
            // already ending, and the hook does the same
        }
    }

    private void look() {
        try (Stream<ProcessHandle> all = process.descendants()) {
            all.forEach(descendants::add);
        }
    }

    private void destroy() {
        look();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
