package org.adequal.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.adequal.claims.Program;
import org.adequal.session.Outside;

/** The files and programs of this machine. */
final class World implements Outside {

    @Override
    public Reader open(String path) throws IOException {
        try {
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                throw new IOException(path + " is a folder");
            }
            return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + path, e);
        } catch (AccessDeniedException e) {
            throw new IOException(path + " may not be read", e);
        } catch (InvalidPathException e) {
            throw new IOException("this is no name of a file: " + path, e);
        }
    }

    @Override
    public Program start(List<String> command) throws IOException {
        try {
            return ChildProcess.start(command);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            throw new IOException(why.matches("(?s).*error[=:] ?2\\b.*")
                    ? "there is no program " + command.getFirst()
                    : why.matches("(?s).*error[=:] ?13\\b.*")
                            ? command.getFirst() + " is no program that may be run"
                            : "the program cannot be started: " + why,
                    e);
        }
    }
}
