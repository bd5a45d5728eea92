package org.adequal;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.adequal.cli.CommandLine;

/** Runs the command line in this process. */
final class Terminal {
    private Terminal() {}

    /** What a person sees: results and errors in the order in which they came. */
    record Output(String text, int status) {}

    static Output run(String input, String... arguments) {
        return runIn(Path.of(""), input, arguments);
    }

    /** The same, and relative names of files begin in this folder. */
    static Output runIn(Path working, String input, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = new CommandLine(new BufferedReader(new StringReader(input)), both, both, null, working)
                .run(arguments);
        both.flush();
        return new Output(bytes.toString(StandardCharsets.UTF_8), status);
    }
}
