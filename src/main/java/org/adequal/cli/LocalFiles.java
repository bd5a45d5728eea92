package org.adequal.cli;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.adequal.claims.Program;
import org.adequal.optimize.Monitor;
import org.adequal.session.World;
import org.jspecify.annotations.Nullable;

/**
 * The files and programs of this machine.
 *
 * @param folder where relative names begin; null for the working directory. A script's own folder is looked into first
 *        when a file is read.
 * @param monitor of long searches
 */
record LocalFiles(@Nullable Path folder, Monitor monitor) implements World {

    @Override
    public BufferedReader read(String file) throws IOException {
        Path beside = folder == null ? path(file) : folder.resolve(path(file));
        Path found = Files.exists(beside) ? beside : path(file);
        if (Files.isDirectory(found)) {
            throw new FileNotFoundException(file + " is a folder");
        }
        try {
            return Files.newBufferedReader(found);
        } catch (FileSystemException e) {
            throw reason(file, e);
        }
    }

    @Override
    public OutputStream write(String file) throws IOException {
        try {
            return Files.newOutputStream(path(file));
        } catch (FileSystemException e) {
            throw reason(file, e);
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

    private static Path path(String file) throws IOException {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new FileNotFoundException("this is no name of a file: " + e.getReason());
        }
    }

    private static IOException reason(String file, FileSystemException e) {
        String why = e instanceof NoSuchFileException ? "there is no such file or folder" : e.getReason();
        FileNotFoundException plain = new FileNotFoundException(
                file + ": " + (why == null ? e.getClass().getSimpleName() : why));
        plain.initCause(e);
        return plain;
    }
}
