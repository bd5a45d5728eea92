package org.adequal.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.adequal.cli.prompt.Prompt;

/** The entry point of the command line. */
public final class Main {
    private static final int PATIENCE_SECONDS = 10;

    private Main() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        CommandLine commandLine = new CommandLine(in, out, err,
                isTerminal() ? new Prompt(System.getenv())::converse : null);
        CountDownLatch said = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (said.getCount() > 0 && commandLine.interrupt()) {
                await(said);
            }
        }));
        int status = commandLine.run(arguments);
        out.flush();
        said.countDown();
        System.exit(status);
    }

    /** Waits until an interrupted search has said what it found. */
    private static void await(CountDownLatch said) {
        try {
            if (!said.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
